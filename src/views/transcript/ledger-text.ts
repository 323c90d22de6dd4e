import type { Drafted, Influence } from '../../analysis/influence.ts';
import type { PartyConcessions } from '../../analysis/concessions.ts';
import type { RecordAnalysis } from '../../analysis/record-analysis.ts';
import type { PartyId, Scenario } from '../../model/scenario.ts';
import { capitalised, inWords, listed, namesOf, score, signed, times, type Names } from '../prose/names.ts';
import { sparkline } from '../prose/sparkline.ts';
import { DRAFTED } from '../prose/quantities.ts';
import { paragraph } from './wrap.ts';

const WIDTH = 100;
/** Smaller changes of utility are not told. */
const TOLD = 0.005;

/** The two ledgers for a reader: of those who must sign in full, of the others in a line each. */
export function ledgerText(scenario: Scenario, analysis: RecordAnalysis, names: Names = namesOf(scenario)): string[] {
  return [
    'Who gave what for what',
    ...concessions(analysis, names),
    '',
    'Who moved whom',
    ...influence(analysis, names),
    '',
    'Who got what drafted',
    ...drafting(analysis, names),
  ];
}

const said = (text: string) => paragraph(text, WIDTH, '  ');
const row = (text: string) => paragraph(text, WIDTH, '    ');

function concessions({ concessions: all, landmarks: { parties } }: RecordAnalysis, names: Names): string[] {
  if (all.length === 0) return said('Nobody took a position.');
  const signing = all.filter(({ party }) => parties.includes(party));
  const rest = all.filter(({ party }) => !parties.includes(party));
  return [
    ...said(
      'A position is the text that a party would have: the one on the table with what it asks for, its offer, or a text that it accepts. From its first to its last, what it gave up and what that was worth to those who must sign, in utility:',
    ),
    ...signing.flatMap((one) => ledger(one, parties, names)),
    ...exchange(signing, names),
    ...(rest.length === 0 ? [] : ['', ...said('The others, from their first to their last position:')]),
    ...rest.flatMap((one) =>
      row(
        `${capitalised(names.party(one.party))} ${signed(one.own, 2)} to itself${worthTo(one.others, parties, names)}`,
      ),
    ),
  ];
}

function ledger(one: PartyConcessions, signatories: readonly PartyId[], names: Names): string[] {
  const { first, last, worth, issues, own } = one;
  const values = worth.map(({ utility }) => utility);
  const range = { low: Math.min(...values), high: Math.max(...values) };
  const head = `${capitalised(names.party(one.party))}, rounds ${first.round}–${last.round}: ${score(values[0]!)} → ${score(values.at(-1)!)}  ${sparkline(values, 40, range)}`;
  if (issues.length === 0) return ['', ...said(head), ...row('Its last position is its first.')];
  return [
    '',
    ...said(head),
    ...issues.flatMap((issue) =>
      row(
        `${names.issue(issue.issue)} from “${names.option(issue.issue, issue.from)}” to “${names.option(issue.issue, issue.to)}” (${roundsOf(issue.rounds)}): ${signed(issue.own, 2)} to itself${worthTo(issue.others, signatories, names)}`,
      ),
    ),
    ...row(`In all ${signed(own, 2)} to itself${worthTo(one.others, signatories, names)}`),
  ];
}

/** "; +0.40 to the upper valley", of those who must sign. */
function worthTo(others: PartyConcessions['others'], parties: readonly PartyId[], names: Names): string {
  const told = parties.flatMap((id) =>
    others[id] === undefined ? [] : [`${signed(others[id], 2)} to ${names.party(id)}`],
  );
  return told.length === 0 ? '' : `; ${listed(told)}`;
}

function roundsOf(rounds: readonly number[]): string {
  return rounds.length === 1 ? `round ${rounds[0]}` : `rounds ${listed(rounds.map(String))}`;
}

/** Each pair of those who must sign: what the moves of the one were worth to the other, and the other way round. */
function exchange(all: readonly PartyConcessions[], names: Names): string[] {
  const pairs = all.flatMap((a, n) => all.slice(n + 1).map((b) => [a, b] as const));
  const lines = pairs.map(([a, b]) => {
    const [given, got] = [a.others[b.party]!, b.others[a.party]!];
    return `${capitalised(names.party(a.party))} and ${names.party(b.party)}: the moves of the first were worth ${signed(given, 2)} to the second, those of the second ${signed(got, 2)} to the first.`;
  });
  return lines.length === 0 ? [] : ['', ...lines.flatMap(said)];
}

function influence({ influence: { pairs, leaks } }: RecordAnalysis, names: Names): string[] {
  if (pairs.length === 0 && leaks.length === 0) return said('Nobody did anything in the corridor.');
  const moving = pairs.filter((pair) => !isIdle(pair));
  const idle = pairs.filter(isIdle);
  const tried = idle.reduce((sum, { presses }) => sum + presses.tried, 0);
  return [
    ...moving.flatMap((pair) =>
      said(`${capitalised(names.party(pair.from))} to ${names.party(pair.to)}: ${acts(pair)}.`),
    ),
    ...(idle.length === 0
      ? []
      : said(
          `Moved nobody: ${listed(idle.map(({ from, to }) => `${names.party(from)} pressing ${names.party(to)}`))}, ${times(tried)} in all.`,
        )),
    ...leaks.flatMap(({ round, from, to, leftOut }) =>
      said(
        `In round ${round} the back channel between ${names.party(from)} and ${names.party(to)} came to light${leftOut.length === 0 ? '' : `; left out had been ${listed(leftOut.map(names.party))}`}.`,
      ),
    ),
  ];
}

/** Presses alone, and none of them moved anything. */
function isIdle({ presses, promises, reassurances, warnings }: Influence): boolean {
  return presses.worked + presses.backfired + promises.made + reassurances.made + warnings.made === 0;
}

function acts({ presses, promises, reassurances, warnings }: Influence): string {
  return [
    ...(presses.tried === 0
      ? []
      : [
          `pressed ${times(presses.tried)} (worked ${presses.worked}, failed ${presses.failed}, backfired ${presses.backfired})${presses.worked + presses.backfired === 0 ? '' : `, which moved its walk-away by ${signed(presses.walkAwayBy, 3)}`}`,
        ]),
    ...(promises.made === 0
      ? []
      : [`promised ${times(promises.made)}, in the end ${score(promises.gain)} if it signs`]),
    ...(reassurances.made === 0
      ? []
      : [
          `reassured ${times(reassurances.made)} (believed ${reassurances.believed}), which moved what it expects by ${signed(reassurances.expectationBy, 3)}`,
        ]),
    ...(warnings.made === 0
      ? []
      : [
          `warned ${times(warnings.made)} (believed ${warnings.believed}), which moved what it holds out for by ${signed(warnings.targetBy, 3)}`,
        ]),
  ].join('; ');
}

function drafting({ influence: { drafted }, landmarks: { parties } }: RecordAnalysis, names: Names): string[] {
  if (drafted.length === 0) return said('Nothing was changed by a chair.');
  return [
    ...drafted.flatMap((one) => said(change(one, parties, names))),
    ...said(
      `${capitalised(inWords(drafted.length))} ${drafted.length === 1 ? 'change' : 'changes'} in all; ${byAsking(drafted, names)}.`,
    ),
  ];
}

function change(
  { round, issue, from, to, reason, askedBy, gains }: Drafted,
  parties: readonly PartyId[],
  names: Names,
): string {
  const asked = askedBy.length === 0 ? 'nobody had asked' : `asked by ${listed(askedBy.map(names.party))}`;
  const worth = parties.filter((id) => Math.abs(gains[id]!) >= TOLD);
  const told =
    worth.length === 0 ? '' : `: ${listed(worth.map((id) => `${signed(gains[id]!, 2)} to ${names.party(id)}`))}`;
  return `R${round} ${names.issue(issue)} from “${names.option(issue, from)}” to “${names.option(issue, to)}”, ${DRAFTED[reason]}, ${asked}${told}.`;
}

/** "three as the lower valley asked, two as nobody did". */
function byAsking(drafted: readonly Drafted[], names: Names): string {
  const counts = new Map<PartyId, number>();
  for (const { askedBy } of drafted) for (const id of askedBy) counts.set(id, (counts.get(id) ?? 0) + 1);
  const alone = drafted.filter(({ askedBy }) => askedBy.length === 0).length;
  const told = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([id, count]) => `${inWords(count)} as ${names.party(id)} asked`);
  return listed([...told, ...(alone > 0 ? [`${inWords(alone)} as nobody did`] : [])]);
}
