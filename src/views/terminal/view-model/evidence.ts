import { basisName, quantityName } from '../../prose/quantities.ts';
import { capitalised } from '../../prose/names.ts';
import type { Viewing } from '../state.ts';
import { legible, widthOf } from '../widgets/cells.ts';
import { cell, line, paragraph, span, type Line } from '../widgets/line.ts';
import { numbersInView } from './numbers.ts';
import { inSight, pane, type Column } from './pane.ts';
import type { Evidence } from './programme.ts';
import type { Showing } from './showing.ts';

/** Rows for the number that is explained: at most this share of the screen. */
const DETAIL = 0.45;

/** The numbers of what is chosen, one a row, and below them where the one at the cursor comes from. */
export function evidenceColumns(showing: Showing, viewing: Viewing, width: number, height: number): readonly Column[] {
  const numbers = numbersInView(showing, viewing);
  const detail = Math.min(14, Math.max(6, Math.floor(height * DETAIL)));
  const list = height - detail;
  const at = Math.min(viewing.evidence.number, numbers.length - 1);
  const rows = numbers.map((one, n) => numberRow(showing, one, nameOf(showing, viewing, one), n === at, width));
  const place = numbers.length === 0 ? '' : ` · ${at + 1} of ${numbers.length}`;
  const head = pane(
    [span('Evidence: ', 'strong'), span(subject(showing, viewing), 'strong'), span(place, 'quiet')],
    rows.length === 0 ? [line('  no numbers here', 'quiet')] : inSight(rows, at, list - 1),
    width,
    list,
  );
  const page = Math.max(1, list - 2);
  const one = numbers[at];
  const foot = pane(
    line('Where it comes from', 'strong'),
    one === undefined ? [] : explanation(showing, one, width),
    width,
    detail,
    line(one === undefined ? '' : one.path, 'quiet'),
  );
  return [[{ ...head, scrollable: { last: 0, page } }, foot]];
}

function subject({ parties, issues }: Showing, { evidence, chooses, party, issue }: Viewing): string {
  if (evidence.of === 'all') return 'every number';
  return legible(chooses === 'party' ? parties[party]!.name : issues[issue]!.name);
}

/** What it is called among those listed: what they have in common stands above them. */
function nameOf({ names, issues }: Showing, { evidence, chooses, issue }: Viewing, { path }: Evidence): string {
  const { of, what } = quantityName(path, names);
  if (evidence.of === 'all') return `${capitalised(of)}: ${what}`;
  if (chooses === 'party') return what;
  const common = `${names.issue(issues[issue]!.id)}: `;
  return `${capitalised(of)}: ${what.startsWith(common) ? what.slice(common.length) : what}`;
}

function numberRow(
  { issues, parties }: Showing,
  { value, low, high, basis }: Evidence,
  title: string,
  selected: boolean,
  width: number,
): Line {
  const longest = Math.max(...[...issues, ...parties].map(({ name }) => widthOf(name)));
  const name = Math.min(width - 36, Math.max(40, longest + 24));
  return [
    span(selected ? '▸ ' : '  ', 'strong'),
    cell(title, name, selected ? 'strong' : undefined),
    span(' '),
    cell(figure(value), 6, selected ? 'strong' : undefined, 'right'),
    span('  '),
    cell(low === high ? '' : `[${figure(low)}, ${figure(high)}]`, 15, 'quiet'),
    span(' '),
    cell(basisName(basis), Math.max(1, width - name - 27), basis.kind === 'source' ? 'for' : 'quiet'),
  ];
}

/** The number in words, its reason, and our paraphrase of each paragraph that it rests on. */
function explanation({ scenario, names }: Showing, one: Evidence, width: number): readonly Line[] {
  const { path, value, low, high, basis } = one;
  const { of, what } = quantityName(path, names);
  const within = low === high ? '' : `, between ${figure(low)} and ${figure(high)}`;
  const head: Line = [span(`${capitalised(of)}: ${what} is ${figure(value)}${within}`, 'strong')];
  switch (basis.kind) {
    case 'source': {
      const source = scenario.sources[basis.source];
      return [
        head,
        ...paragraph(basis.reason, width),
        ...basis.paragraphs.flatMap((n) => paragraph(`¶${n} ${source?.paragraphs[n] ?? ''}`, width, 'for')),
        ...paragraph(source?.citation ?? basis.source, width, 'quiet'),
      ];
    }
    case 'assumption':
    case 'invented':
      return [head, ...paragraph(`${capitalised(basisName(basis))}: ${basis.reason}`, width)];
    case 'imported':
      return [head, ...paragraph(`imported from ${basis.file}`, width)];
    case 'override':
      return [head, line('set by you for this run')];
  }
}

function figure(value: number): string {
  return String(Number(value.toFixed(4)));
}
