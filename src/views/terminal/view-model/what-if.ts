import { capitalised } from '../../prose/names.ts';
import type { Viewing } from '../state.ts';
import { legible } from '../widgets/cells.ts';
import { cell, line, lineWidth, paragraph, span, type Line } from '../widgets/line.ts';
import { compare, type EndingTold, type RoundCompared } from '../../../record/diff.ts';
import type { Names } from '../../prose/names.ts';
import { abreast, endingTold } from '../../prose/differences.ts';
import { leversOf, roundInView, whatIfOf } from './levers.ts';
import { inSight, pane, scrolledPane, type Column } from './pane.ts';
import type { Showing } from './showing.ts';

const GUTTER = 3;
/** Below this the title has no room for a remark. */
const NARROW = 70;
/** Rows that say what to do. */
const ADVICE = 4;

/** What could have been otherwise; once asked, both futures side by side. */
export function whatIfColumns(showing: Showing, viewing: Viewing, width: number, height: number): readonly Column[] {
  return viewing.whatIf.answer === undefined
    ? leverColumns(showing, viewing, width, height)
    : futureColumns(showing, viewing, viewing.whatIf.answer, width, height);
}

function leverColumns(showing: Showing, viewing: Viewing, width: number, height: number): readonly Column[] {
  const { lever, value } = viewing.whatIf;
  const party = showing.parties[viewing.party]!;
  const round = roundInView(showing, viewing);
  const levers = leversOf(showing, viewing);
  const rows = levers.map(({ what, was }, n): Line => {
    const selected = n === lever;
    const now = selected && value !== undefined && value !== was ? value : undefined;
    return [
      span(selected ? '▸ ' : '  ', 'strong'),
      cell(what, Math.min(42, width - 30), selected ? 'strong' : undefined),
      span(' '),
      cell(was, 9, selected ? 'strong' : undefined, 'right'),
      ...(now === undefined ? [] : [span(' → ', 'new'), span(now === '' ? '▏' : legible(now), 'new')]),
    ];
  });
  const when = round === 0 ? 'before anybody comes' : `from round ${round} on`;
  const list = pane(
    [span(`What if: ${legible(party.name)}`, 'strong'), span(` · ${when}, with the same luck`, 'quiet')],
    rows.length === 0 ? [line('  nothing here can be changed', 'quiet')] : inSight(rows, lever, height - ADVICE - 1),
    width,
    height - ADVICE,
  );
  const ready = whatIfOf(showing, viewing) !== undefined;
  const advice = pane(
    line('What to do', 'strong'),
    paragraph(
      ready
        ? 'Enter plays it from here and shows both futures side by side.'
        : '↑/↓ choose what could have been otherwise, ←/→ turn it or type a number; Tab takes another party.',
      width,
    ),
    width,
    ADVICE,
  );
  return [[list, advice]];
}

/** The first of each round names it; the ending of each stands above all. */
function futureColumns(
  showing: Showing,
  viewing: Viewing,
  answer: NonNullable<Viewing['whatIf']['answer']>,
  width: number,
  height: number,
): readonly Column[] {
  const title = line(`What if ${legible(answer.label)}`, 'strong');
  if (!answer.ok) {
    const why = answer.why.flatMap((one) => paragraph(capitalised(one), width, 'against'));
    return [[scrolledPane(title, [line('This cannot be played:'), ...why], width, height, viewing.scroll)]];
  }
  const left = Math.floor((width - GUTTER) / 2);
  const { rounds, ending, same } = compare(
    { scenario: showing.scenario, facts: showing.timeline.facts },
    { scenario: answer.programme.scenario, facts: answer.programme.facts },
  );
  const beside = (a: readonly Line[], b: readonly Line[]) => sideBySide(a, b, left);
  const rows = [
    ...beside([line('As it was', 'quiet')], [line('As it would have been', 'quiet')]),
    ...beside(
      paragraph(endingSentence(ending.a, showing.names), left, 'strong'),
      paragraph(endingSentence(ending.b, showing.names), left, 'strong'),
    ),
    ...answer.warnings.flatMap((one) => paragraph(`! ${one}`, width, 'against')),
    ...(same ? [[], line('The two futures are the same.')] : []),
    ...rounds.flatMap((one) => roundRows(one, showing.names, left)),
  ];
  return [
    [
      scrolledPane(
        title,
        rows,
        width,
        height,
        viewing.scroll,
        line(width < NARROW ? '' : 'only what differs', 'quiet'),
      ),
    ],
  ];
}

function endingSentence(told: EndingTold | undefined, names: Names): string {
  return told === undefined ? capitalised(endingTold(told, names)) : `It ends in ${endingTold(told, names)}`;
}

function roundRows(compared: RoundCompared, names: Names, width: number): readonly Line[] {
  const rows = abreast(compared, names);
  if (rows.length === 0) return [];
  const side = (text = '–'): readonly Line[] =>
    paragraph(capitalised(text), width - 4).map((row, n) => [span(n === 0 ? '  ' : '    '), ...row]);
  const head = line(compared.round === 0 ? 'Who comes' : `Round ${compared.round}`, 'quiet');
  return [[], head, ...rows.flatMap(({ a, b }) => sideBySide(side(a), side(b), width))];
}

function sideBySide(a: readonly Line[], b: readonly Line[], width: number): readonly Line[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, n) => {
    const one = a[n] ?? [];
    const space = ' '.repeat(Math.max(0, width - lineWidth(one)));
    return [...one, span(`${space} │ `, 'quiet'), ...(b[n] ?? [])];
  });
}
