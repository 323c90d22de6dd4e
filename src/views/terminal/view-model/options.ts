import type { Change } from '../../../model/fact.ts';
import type { Issue } from '../../../model/scenario.ts';
import type { ConferenceState } from '../../../record/state.ts';
import { legible, widthOf } from '../widgets/cells.ts';
import { lineWidth, span, type Line } from '../widgets/line.ts';

type Option = Issue['options'][number];

export function heldOption(issue: Issue, state: ConferenceState): Option {
  return issue.options.find((option) => option.id === state.text[issue.id])!;
}

/** Every option by name, the one in the text in brackets. */
export function everyOption(issue: Issue, state: ConferenceState): Line {
  const held = heldOption(issue, state);
  return issue.options.flatMap((option, n) => [
    span(n === 0 ? '' : ' · ', 'quiet'),
    option === held ? bracketed(option) : span(legible(option.name), 'quiet'),
  ]);
}

/** The option in the text by name, and a dot for each of the others: where on the scale it lies. */
export function heldAmongDots(issue: Issue, state: ConferenceState): Line {
  const held = heldOption(issue, state);
  return issue.options.flatMap((option, n) => [
    span(n === 0 ? '' : ' '),
    option === held ? bracketed(option) : span('·', 'quiet'),
  ]);
}

/** The row with what stood in the text before this round, where there is room to say so. */
export function withFormer(row: Line, { options }: Issue, change: Change | undefined, width: number): Line {
  const former = options.find((option) => option.id === change?.from);
  if (former === undefined) return row;
  const was = ` was ${legible(former.name)}`;
  return lineWidth(row) + widthOf(was) <= width ? [...row, span(was, 'quiet')] : row;
}

function bracketed({ name }: Option): Line[number] {
  return span(`[${legible(name)}]`, 'strong');
}
