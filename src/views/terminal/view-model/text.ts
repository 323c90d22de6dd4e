import type { Issue } from '../../../model/scenario.ts';
import type { ConferenceState } from '../../../record/state.ts';
import type { Viewing } from '../state.ts';
import { widthOf } from '../widgets/cells.ts';
import { cell, cutLine, line, lineWidth, span, type Line } from '../widgets/line.ts';
import { everyOption, heldAmongDots, heldOption, withFormer } from './options.ts';
import { inSight, pane, type Pane } from './pane.ts';
import type { Showing } from './showing.ts';

const CHANGED = '◆';
const INDENT = 4;

/** How an issue is laid out, the same for all: its options beside its name, below it, or only the one in the text. */
type Layout = 'beside' | 'below' | 'explained' | 'short';

/** The text under discussion, issue by issue, with the option it holds in brackets. */
export function textPane(
  { issues }: Showing,
  state: ConferenceState,
  { issue: chosen, chooses }: Pick<Viewing, 'issue' | 'chooses'>,
  width: number,
  height: number,
): Pane {
  const name = Math.min(Math.max(...issues.map((issue) => widthOf(issue.name))), Math.floor(width * 0.45));
  const rowsEach = height - 1 >= issues.length * 2 ? 2 : 1;
  const layout = layoutFor(issues, state, name, width, rowsEach);
  const selected = chooses === 'issue' ? chosen : undefined;
  const blocks = issues.map((issue, n) =>
    issueRows(issue, state, layout, name, width, n === selected).slice(0, rowsEach),
  );
  const changed = issues.findIndex((issue) => changeOf(issue, state) !== undefined);
  const rows = inSight(blocks, selected ?? Math.max(0, changed), Math.floor((height - 1) / rowsEach)).flat();
  return pane(line('The text', 'strong'), rows, width, height, line(versionNote(state), 'quiet'));
}

function layoutFor(
  issues: readonly Issue[],
  state: ConferenceState,
  name: number,
  width: number,
  rowsEach: number,
): Layout {
  const widest = Math.max(...issues.map((issue) => lineWidth(everyOption(issue, state))));
  if (widest <= besideName(name, width)) return 'beside';
  if (rowsEach === 1) return 'short';
  return widest <= width - INDENT ? 'below' : 'explained';
}

function issueRows(
  issue: Issue,
  state: ConferenceState,
  layout: Layout,
  name: number,
  width: number,
  selected: boolean,
): readonly Line[] {
  const change = changeOf(issue, state);
  const mark = selected ? span('▸ ', 'strong') : span(change === undefined ? '  ' : `${CHANGED} `, 'new');
  const indent = span(' '.repeat(INDENT));
  const named = (tone?: 'strong') => [mark, cell(issue.name, name, selected ? 'strong' : tone), span('  ')];
  const short = withFormer(heldAmongDots(issue, state), issue, change, besideName(name, width));
  switch (layout) {
    case 'beside':
      return [[...named(), ...everyOption(issue, state)], []];
    case 'below':
      return [
        withFormer(cutLine([mark, span(issue.name, 'strong')], width), issue, change, width),
        [indent, ...everyOption(issue, state)],
      ];
    case 'explained':
      return [
        [...named('strong'), ...short],
        [indent, span(heldOption(issue, state).meaning, 'quiet')],
      ];
    case 'short':
      return [[...named(), ...short]];
  }
}

function changeOf({ id }: Issue, { drafted }: ConferenceState) {
  return drafted.find((change) => change.issue === id);
}

function besideName(name: number, width: number): number {
  return width - 2 - name - 2;
}

function versionNote({ version, drafted }: ConferenceState): string {
  return drafted.length === 0 ? `version ${version}` : `version ${version} ${CHANGED} changed`;
}
