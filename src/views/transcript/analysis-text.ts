import type { Analysis } from '../../analysis/analysis.ts';
import type { Scenario } from '../../model/scenario.ts';
import { capitalised, listed, namesOf, score, type Names } from '../prose/names.ts';
import { printableLines } from '../prose/printable.ts';
import { fitted, MARKS, padded, picked, plane, shareBar, strip } from './analysis-plot.ts';
import { paragraph } from './wrap.ts';

const WIDTH = 100;
const LABEL = 28;

/** What `analyse` found, for a reader: counts, plots, solutions, what walk-aways allow, trades, power, second opinions. */
export function analysisText(scenario: Scenario, analysis: Analysis): string {
  const names = namesOf(scenario);
  return printableLines(
    [
      scenario.title,
      '='.repeat(scenario.title.length),
      ...said(
        `By the book, from the true stances, which no party knows, as they are before the first round. A text suits a party that would not rather leave (its walk-away) and crosses no red line of its own. ${POINT[analysis.disagreement.kind]}`,
      ),
      '',
      'Texts',
      ...texts(analysis, names),
      '',
      'Frontier',
      ...frontier(analysis, names),
      '',
      ...solutions(analysis, names),
      '',
      'Walk-aways',
      ...walkAways(analysis, names),
      '',
      'Issues',
      ...issues(analysis, names),
      '',
      'Power',
      ...power(scenario, analysis, names),
      '',
      'Second opinions',
      ...opinions(scenario, analysis, names),
    ].join('\n'),
  );
}

const POINT = {
  floor: 'Gains are measured from the walk-away, or from the worst text where that is better.',
  'walk-away': 'Gains are measured from the walk-away.',
};

const said = (text: string) => paragraph(text, WIDTH, '  ');
const label = (text: string) => `  ${padded(fitted(text, LABEL - 1), LABEL, 'left')}`;
export const whole = (count: number) =>
  count < 1e15 ? String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',') : count.toExponential(2);

function texts(analysis: Analysis, names: Names): string[] {
  const { outcomes, rational, passing, accepts } = analysis;
  if (rational === null)
    return said(
      `${whole(outcomes)}: too many to look at each. ${
        analysis.method.solutions === 'frontier'
          ? 'The solutions below are the best points of the frontier, which was found issue by issue.'
          : 'The solutions below were found by coordinate search, one issue at a time from several texts: good ones, with no proof that they are the best.'
      }`,
    );
  const row = (name: string, count: number) =>
    `${label(name)}${whole(count).padStart(9)}  ${percent(count / outcomes).padStart(7)}  ${shareBar(count / outcomes, 40)}`;
  return [
    `${label('in all')}${whole(outcomes).padStart(9)}`,
    row('suit everybody (ZOPA)', rational),
    row('pass by the rule', passing!),
    ...analysis.parties.map((party) => row(`suit ${names.party(party)}`, accepts![party]!)),
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function frontier(analysis: Analysis, names: Names): string[] {
  const front = analysis.frontier;
  const { all, scaled, perParty } = analysis.opposition;
  const head =
    front === null
      ? 'Not computed: it would take more comparisons than are spent on it.'
      : front.outcomes === 0
        ? 'None: no text suits everybody.'
        : `${whole(front.outcomes)} of the texts that suit everybody cannot be bettered for one party without loss to another; they lie at ${whole(front.distinct)} ${front.distinct === 1 ? 'point' : 'different points'}.`;
  const plot =
    analysis.parties.length === 2 && front !== null && front.outcomes > 0
      ? [
          ...said(
            `Utility of ${names.party(analysis.parties[0]!)} to the right, of ${names.party(analysis.parties[1]!)} upwards:`,
          ),
          ...plane(analysis).map((line) => `  ${line}`),
        ]
      : [
          `${label('')}0${'1'.padStart(40)}`,
          ...analysis.parties.map((party, i) => `${label(capitalised(names.party(party)))}${strip(analysis, i)}`),
        ];
  const key = `${MARKS.map(([mark, name]) => `${mark} ${name}`)
    .reverse()
    .join(
      ', ',
    )}; ${analysis.parties.length === 2 ? '• the frontier' : '─ how far the frontier goes'}; │ what it has without a deal.`;
  return [
    ...said(head),
    ...plot,
    ...said(key),
    ...said(
      `Opposition ${score(all)}, by party ${score(perParty)}: how far the nearest text lies from everybody having all. ${scaled === null ? '' : `Among texts that suit everybody, scaled by the best of each there: ${score(scaled)}.`}`,
    ),
  ];
}

const COLUMN = 13;

function solutions(analysis: Analysis, names: Names): string[] {
  const columns = MARKS.toReversed().map(([mark, name]) => ({ name, solution: picked(analysis, mark) }));
  if (columns.every(({ solution }) => solution === null))
    return ['Solutions', ...said('None: no text suits everybody.')];
  const cells = (of: (solution: NonNullable<Analysis['nash']>) => string) =>
    columns.map(({ solution }) => padded(solution ? of(solution) : '–', COLUMN, 'right')).join('');
  const counted =
    analysis.method.solutions === 'search' ? [] : [`${label('texts that tie')}${cells(({ ties }) => whole(ties))}`];
  return [
    `${'Solutions'.padEnd(LABEL + 2)}${columns.map(({ name }) => name.padStart(COLUMN)).join('')}`,
    ...analysis.parties.map(
      (party, i) => `${label(capitalised(names.party(party)))}${cells(({ utilities }) => score(utilities[i]!))}`,
    ),
    `${label('value')}${cells(({ value }) => String(Number(value.toPrecision(3))))}`,
    ...counted,
    `${label('least satisfied')}${cells(({ leastSatisfied }) => fitted(names.party(leastSatisfied).replace(/^the /, ''), COLUMN - 1))}`,
    ...agreements(columns, names),
  ];
}

/** Each text once, under the names of the solutions that pick it. */
function agreements(
  columns: readonly { readonly name: string; readonly solution: Analysis['nash'] }[],
  names: Names,
): string[] {
  const groups = new Map<string, string[]>();
  for (const { name, solution } of columns) {
    if (solution === null) continue;
    const text = Object.entries(solution.text)
      .map(([issue, option]) => `${names.issue(issue)} “${names.option(issue, option)}”`)
      .join(', ');
    groups.set(text, [...(groups.get(text) ?? []), name]);
  }
  return [...groups].flatMap(([text, who]) => said(`${capitalised(listed(who))}: ${text}.`));
}

function walkAways(analysis: Analysis, names: Names): string[] {
  const { each, shortfall } = analysis.walkAways;
  const without = analysis.rational === 0 || (analysis.rational === null && analysis.nash === null);
  const joint =
    shortfall === null
      ? ['Every text crosses somebody’s red line: no walk-away would help.']
      : without && shortfall > 0
        ? [`If all of them fell together, ${score(shortfall)} would be enough.`]
        : [];
  if (analysis.rational === null)
    return said(joint[0] ?? 'How far each could rise is not known where texts cannot be listed.');
  const intro = without
    ? 'No text suits everybody. What each walk-away would have to fall to, the others as they are:'
    : 'How high each could be, the others as they are, for some text still to suit everybody:';
  return [
    ...said(intro),
    ...analysis.parties.map((party) => {
      const { now, highest } = each[party]!;
      return `${label(capitalised(names.party(party)))}${score(now)} → ${highest === null ? 'no walk-away of its own would do' : score(highest)}`;
    }),
    ...joint.flatMap(said),
  ];
}

function issues({ issues: worth }: Analysis, names: Names): string[] {
  const trades = worth.trades.map(
    ({ parties: [a, b], issues: [p, q], gain }) =>
      `${score(gain)}  ${names.party(a)}: ${names.issue(p)} · ${names.party(b)}: ${names.issue(q)}`,
  );
  const agreed = Object.entries(worth.agreed).map(
    ([issue, option]) => `${names.issue(issue)} (“${names.option(issue, option)}”)`,
  );
  return [
    ...(trades.length === 0
      ? said('No two parties have a trade: none cares more about an issue on which the other would rather give way.')
      : said('Worth trading. Each gets its way on one, and gains at least so much over meeting half-way on both:')),
    ...trades.flatMap((trade) => paragraph(trade, WIDTH, '    ')),
    ...(agreed.length > 0 ? said(`All who care want the same of ${listed(agreed)}.`) : []),
    ...(worth.dead.length > 0 ? said(`Nobody’s utility depends on ${listed(worth.dead.map(names.issue))}.`) : []),
  ];
}

function power(scenario: Scenario, { power: { banzhaf, shapleyShubik } }: Analysis, names: Names): string[] {
  const ids = scenario.parties.map((party) => party.id);
  if (ids.every((id) => banzhaf[id] === 0))
    return said('Nobody has any: somebody who must sign cannot come officially, so that nothing can pass.');
  return [
    `${label('under the agreement rule')}  Banzhaf  Shapley–Shubik`,
    ...ids.map(
      (id) =>
        `${label(capitalised(names.party(id)))}${banzhaf[id]!.toFixed(3).padStart(9)}${shapleyShubik[id]!.toFixed(3).padStart(16)}  ${shareBar(shapleyShubik[id]!, 30)}`,
    ),
  ];
}

const OPINION = 17;

function opinions(scenario: Scenario, { opinions: of }: Analysis, names: Names): string[] {
  const columns = [
    ['compromise', of.compromise],
    ['median', of.median],
    ['expected, all', of.expectedUtility.allPairs],
    ['expected, pair', of.expectedUtility.thisPair],
  ] as const;
  const rows = scenario.agenda.filter((issue) => columns.some(([, opinion]) => opinion[issue]));
  if (rows.length === 0) return said('None: they need an order and ideals, and no issue here has both.');
  return [
    ...said(
      'What other models make of the same stances, issue by issue, on a line from 0 to 1: the mean and the median weighted by leverage × salience, and the expected-utility model with its vote probability read over all pairs and over the pair alone. None knows a walk-away.',
    ),
    `${label('')}${columns.map(([name]) => name.padStart(OPINION)).join('')}`,
    ...rows.flatMap((issue) => [
      `${label(capitalised(names.issue(issue)))}${columns.map(([, opinion]) => (opinion[issue] ? score(opinion[issue].position) : '–').padStart(OPINION)).join('')}`,
      `${label('')}${columns.map(([, opinion]) => padded(opinion[issue] ? fitted(names.option(issue, opinion[issue].option), OPINION - 1) : '', OPINION, 'right')).join('')}`,
    ]),
  ];
}
