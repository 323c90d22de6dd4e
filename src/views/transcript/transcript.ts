import stringWidth from 'string-width';
import type { Change, Fact, FactOf, FactType } from '../../model/fact.ts';
import type { Scenario } from '../../model/scenario.ts';
import { courseOf } from '../../analysis/course.ts';
import { compromise } from '../../analysis/opinions.ts';
import { evolve } from '../../record/evolve.ts';
import { stateAtStart, type ConferenceState } from '../../record/state.ts';
import { ENDING } from '../prose/codes.ts';
import { capitalised, inWords, listed, namesOf, score, type Names } from '../prose/names.ts';
import { printableLines } from '../prose/printable.ts';
import { settingWords } from '../prose/quantities.ts';
import { baselineReading, NOT_ESTIMATED, reading } from '../prose/reading.ts';
import { draft, objection, offer, press, returnsIn, sentence, wishes } from '../prose/sentences.ts';
import { paragraph } from './wrap.ts';

const WIDTH = 88;

/** A whole conference as a wire report, ending in a reading of what happened and why. `sets` tells what was set for it. */
export function transcript(
  scenario: Scenario,
  seed: string,
  facts: readonly Fact[],
  sets: readonly string[] = [],
): string {
  const names = namesOf(scenario);
  const state = stateAtStart(scenario);
  for (const fact of facts) evolve(state, fact);
  const rounds = roundsOf(facts);
  return printableLines(
    [
      ...dateline(scenario, seed, sets),
      ...arrivals(facts, names),
      ...rounds.flatMap((round) => roundReport(scenario, round, names)),
      ...closing(scenario, state, facts, names),
    ].join('\n'),
  );
}

function dateline({ title, conference }: Scenario, seed: string, sets: readonly string[]): string[] {
  const head = `${conference.place.toUpperCase()}, ${conference.date}`;
  const rounds = `${conference.rounds.value} rounds, each ${conference.roundStandsFor}`;
  return [
    title,
    '='.repeat(stringWidth(title)),
    ...paragraph(`${head} · ${rounds} · seed ${abridged(seed)}`, WIDTH),
    ...(sets.length === 0 ? [] : paragraph(`Set for this run: ${sets.map(abridged).join(', ')}`, WIDTH)),
    '',
  ];
}

/** Any text is a seed, but not every text is fit to print. */
function abridged(seed: string): string {
  const line = seed.replaceAll(/\p{C}/gu, '·');
  return line.length > 60 ? `${line.slice(0, 40)}… (${seed.length} characters)` : line;
}

function arrivals(facts: readonly Fact[], names: Names): string[] {
  const settled = of(facts, 'attendance.settled');
  const fixed = (grade: string) =>
    settled.filter((fact) => !fact.decided && fact.grade === grade).map((fact) => names.party(fact.party));
  const sentences = [
    many(fixed('official'), 'comes', 'come', 'as announced'),
    many(fixed('unofficial'), 'sends a delegation', 'send delegations', 'without mandate'),
    many(fixed('observer'), 'comes', 'come', 'to observe'),
    many(fixed('absent'), 'has', 'have', 'declined'),
    ...settled.filter((fact) => fact.decided).map((fact) => capitalised(sentence(fact, names) ?? '')),
  ].filter((one) => one !== '');
  const sets = of(facts, 'course.changed').find((fact) => fact.round === 0)?.sets ?? [];
  const first = sets.length === 0 ? [] : labelled('what if', `From the start ${listed(sets)}.`);
  return ['Who comes', ...first, ...paragraph(`${sentences.join('. ')}.`, WIDTH, '  '), ''];
}

function many(parties: readonly string[], one: string, more: string, rest: string): string {
  return parties.length === 0 ? '' : capitalised(`${listed(parties)} ${parties.length === 1 ? one : more} ${rest}`);
}

function roundReport(scenario: Scenario, facts: readonly Fact[], names: Names): string[] {
  const parts: [string, string][] = [
    ['what if', whatIf(facts, names)],
    ['asked', asked(scenario, of(facts, 'amendments.tabled'), names)],
    ['corridor', corridor(facts, names)],
    [
      'draft',
      of(facts, 'text.drafted')
        .map((fact) => draft(fact, names))
        .join('; '),
    ],
    ['offers', offers(scenario, facts, names)],
    ['poll', poll(scenario, of(facts, 'vote.cast'), names)],
    ['after', after(facts, names)],
  ];
  const lines = parts
    .filter(([, text]) => text !== '')
    .flatMap(([label, text]) => labelled(label, `${capitalised(text)}.`));
  return [`Round ${facts[0]!.round} of ${scenario.conference.rounds.value}`, ...lines, ''];
}

/** Told in full for each party; a first round in which seven parties want eight things is read by nobody. */
const MOST_WISHES = 3;

function inAgendaOrder({ agenda }: Scenario, changes: readonly Change[]): readonly Change[] {
  return changes.toSorted((a, b) => agenda.indexOf(a.issue) - agenda.indexOf(b.issue));
}

function asked(scenario: Scenario, tabled: readonly FactOf<'amendments.tabled'>[], names: Names): string {
  const wants = tabled
    .filter((fact) => fact.changes.length > 0)
    .map(
      (fact) =>
        `${names.party(fact.party)} asks for ${wishes(inAgendaOrder(scenario, fact.changes), names, MOST_WISHES)}`,
    );
  const content = tabled.filter((fact) => fact.changes.length === 0).map((fact) => names.party(fact.party));
  const rest = content.length === 0 ? [] : [`${listed(content)} ${content.length === 1 ? 'asks' : 'ask'} for nothing`];
  return [...wants, ...rest].join('; ');
}

/** Turn by turn, what each offer would have otherwise than the one before it. */
function offers(scenario: Scenario, facts: readonly Fact[], names: Names): string {
  const turns = facts.flatMap((fact) => {
    if (fact.type === 'offer.accepted') return [sentence(fact, names) ?? ''];
    if (fact.type !== 'offer.made') return [];
    return [offer({ ...fact, changes: inAgendaOrder(scenario, fact.changes) }, names, MOST_WISHES)];
  });
  return turns.join('; ');
}

/** What moved somebody, one by one; presses that moved nobody as a count, and so the other acts, by who did them. */
function corridor(facts: readonly Fact[], names: Names): string {
  const presses = of(facts, 'party.pressed');
  const moved = presses.filter((fact) => fact.outcome !== 'failed').map((fact) => press(fact, names));
  const failed = presses.length - moved.length;
  const attempts = `${inWords(failed)} ${moved.length === 0 ? '' : 'other '}${failed === 1 ? 'attempt moves' : 'attempts move'} nobody`;
  const leaks = of(facts, 'channel.leaked').filter((fact) => fact.by !== 'event');
  return [
    ...moved,
    ...(failed === 0 ? [] : [attempts]),
    ...among(of(facts, 'party.promised'), 'makes a promise to', 'make promises to', names),
    ...among(
      of(facts, 'party.reassured').filter((fact) => fact.credible),
      'reassures',
      'reassure',
      names,
    ),
    ...among(of(facts, 'party.warned'), 'warns of leaving', 'warn of leaving', names, false),
    ...leaks.map((fact) => sentence(fact, names) ?? ''),
  ].join('; ');
}

/** "Moscow and China make promises to Kabul": who did something of one kind, and to whom. */
function among(
  acts: readonly { readonly from: string; readonly to: string }[],
  one: string,
  more: string,
  names: Names,
  tellWhom = true,
): string[] {
  if (acts.length === 0) return [];
  const unique = (ids: readonly string[]) => listed([...new Set(ids)].map((id) => names.party(id)));
  const verb = new Set(acts.map((act) => act.from)).size === 1 ? one : more;
  return [`${unique(acts.map((act) => act.from))} ${verb}${tellWhom ? ` ${unique(acts.map((act) => act.to))}` : ''}`];
}

/** Signatories' objections one by one; of the others those who merely hold out for more together. */
function poll(scenario: Scenario, votes: readonly FactOf<'vote.cast'>[], names: Names): string {
  const signatory = (id: string) => scenario.parties.some((party) => party.id === id && party.signatory);
  const accepting = votes
    .filter((vote) => vote.accepts)
    .map((vote) => names.party(vote.party) + (vote.adReferendum ? ' (ad referendum)' : ''));
  const objecting = votes.filter((vote) => vote.objection !== undefined);
  const waiting = objecting.filter((vote) => vote.objection?.code === 'below-target' && !signatory(vote.party));
  const apart = objecting.filter((vote) => !waiting.includes(vote));
  const head = accepting.length === 0 ? [] : [`${listed(accepting)} ${accepting.length === 1 ? 'accepts' : 'accept'}`];
  const each = apart.map((vote) => `${names.party(vote.party)} objects: ${objection(vote.objection!, names)}`);
  const more =
    waiting.length === 0
      ? []
      : [
          `${listed(waiting.map((vote) => names.party(vote.party)))} ${waiting.length === 1 ? 'holds' : 'hold'} out for more`,
        ];
  return [...head, ...each, ...more].join('; ');
}

/** What a what-if makes otherwise: it stands first, for all that follows comes of it. */
function whatIf(facts: readonly Fact[], names: Names): string {
  const sets = of(facts, 'course.changed').flatMap((fact) => fact.sets);
  const votes = of(facts, 'seat.held').filter((fact) => fact.holder === 'script');
  return [
    ...(sets.length === 0 ? [] : [`from here on ${settingWords(sets, names)}`]),
    ...(votes.length === 0 ? [] : [`the vote of ${listed(votes.map((fact) => names.party(fact.party)))} is set`]),
  ].join('; ');
}

function after(facts: readonly Fact[], names: Names): string {
  const news = facts.filter(
    (fact) =>
      fact.type === 'walk-out.threatened' ||
      fact.type === 'party.left' ||
      fact.type === 'event.struck' ||
      (fact.type === 'channel.leaked' && fact.by === 'event') ||
      (fact.type === 'seat.held' && fact.holder !== 'script'),
  );
  return news.map((fact) => sentence(fact, names) ?? '').join('; ');
}

function closing(scenario: Scenario, state: ConferenceState, facts: readonly Fact[], names: Names): string[] {
  const ended = of(facts, 'conference.ended')[0];
  if (ended === undefined) return ['The record stops here; the conference had not ended.'];
  return [
    `It ends in ${ENDING[ended.ending]}.`,
    '',
    'Reading',
    ...paragraph(reading(scenario, ended, courseOf(scenario, facts), names), WIDTH, '  '),
    ...afterSigning(facts, names),
    '',
    ...paragraph(baselineReading(scenario, state.text, compromise(scenario), names), WIDTH, '  '),
    '',
    ...paragraph(`${evidenceReading(scenario)} ${NOT_ESTIMATED}`, WIDTH, '  '),
  ];
}

/** What home made of an agreement, and how well it may last: nothing without one. */
function afterSigning(facts: readonly Fact[], names: Names): string[] {
  const [durability] = of(facts, 'durability.weighed');
  if (durability === undefined) return [];
  const { index, margin, guarantee, freedom } = durability;
  const homes = of(facts, 'agreement.ratified').map((fact) => `${capitalised(sentence(fact, names) ?? '')}.`);
  const parts = `margins ${score(margin)}, guarantee ${score(guarantee)}, freedom from pressure ${score(freedom)}`;
  const lasting = `Durability index ${score(index)} of 1 (${parts}): an index, not a probability.`;
  return ['', ...paragraph([...homes, lasting].join(' '), WIDTH, '  ')];
}

/** How much of the stances rests on the source, counted over every number of the parties. */
function evidenceReading(scenario: Scenario): string {
  const stances = scenario.parties.flatMap((party) => party.stances);
  const quantities = stances.flatMap(({ salience, preference }) => [
    salience,
    ...(preference.kind === 'ideal' ? [preference.ideal] : Object.values(preference.values)),
  ]);
  const sourced = quantities.filter(({ basis }) => basis.kind === 'source').length;
  if (quantities.every(({ basis }) => basis.kind === 'invented'))
    return `All ${quantities.length} stance numbers are invented.`;
  const drawn = sourced === 0 ? 'none is' : sourced === 1 ? 'one is' : `${inWords(sourced)} are`;
  return `Of ${quantities.length} stance numbers ${drawn} drawn from a source; the rest are assumptions.`;
}

function labelled(label: string, text: string): string[] {
  const lines = paragraph(text, WIDTH, ' '.repeat(11));
  return [`  ${label.padEnd(9)}${lines[0]!.trimStart()}`, ...lines.slice(1)];
}

/** The facts of each round. That a seat goes back to the rule after a what-if set its vote is no news. */
function roundsOf(facts: readonly Fact[]): Fact[][] {
  const rounds: Fact[][] = [];
  const returns = returnsIn(facts);
  for (const fact of facts) {
    if (returns.has(fact)) continue;
    if (fact.round > rounds.length) rounds.push([]);
    if (fact.type !== 'conference.ended') rounds.at(-1)?.push(fact);
  }
  return rounds;
}

function of<T extends FactType>(facts: readonly Fact[], type: T): FactOf<T>[] {
  return facts.filter((fact): fact is FactOf<T> => fact.type === type);
}
