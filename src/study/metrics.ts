import { GRADES } from '../model/attendance.ts';
import { CLOSINGS, ENDINGS, type Ending } from '../model/ending.ts';
import type { Fact } from '../model/fact.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Setting } from '../rules/setting.ts';
import { listed } from '../scenario/problem.ts';
import { bad, ok, type Result } from '../scenario/result.ts';
import { didYouMean } from '../scenario/spelling.ts';
import { tallyOf, type PartyTally, type Tally } from './tally.ts';

/** A value of a metric; nothing where it has none, such as the durability of what was never signed. */
export type Measured = number | string | undefined;

/** One thing noted of each conference. */
export interface Metric {
  readonly name: string;
  readonly type: 'number' | 'integer' | 'text';
  readonly meaning: string;
  /** Such as `rounds`, `utility` or `0 or 1`; of a text, what kind of text. */
  readonly unit: string;
  /** The least and greatest value it can have; left out where there is no bound. */
  readonly low?: number;
  readonly high?: number;
  /** What a text can be. */
  readonly choices?: readonly string[];
  readonly of: (tally: Tally) => Measured;
}

/** A kind of metric, as the documentation lists it: `option.ISSUE` stands for one metric an issue. */
export interface MetricKind {
  readonly name: string;
  readonly about: Omit<Metric, 'name' | 'of' | 'choices'>;
  /** The metrics of this kind that a scenario has. */
  readonly of: (scenario: Scenario) => readonly Metric[];
}

/** What the metrics say of a conference: one pass over its facts, which must reach an ending. */
export function measured(metrics: readonly Metric[], facts: readonly Fact[], setting: Setting): readonly Measured[] {
  const tally = tallyOf(facts, setting);
  return metrics.map((metric) => metric.of(tally));
}

/** The metric of this name in a scenario, or why there is none. */
export function metricNamed(
  name: string,
  scenario: Scenario,
): Result<Metric, { readonly message: string; readonly expected: string; readonly hint?: string }> {
  const all = METRIC_KINDS.flatMap((kind) => kind.of(scenario));
  const found = all.find((metric) => metric.name === name);
  if (found !== undefined) return ok(found);
  const [first] = name.split('.');
  const kin = METRIC_KINDS.filter((kind) => /^(\w+)\.[A-Z]+/.exec(kind.name)?.[1] === first);
  if (kin.length > 0 && !METRIC_KINDS.some((kind) => kind.name === first)) {
    const own = kin.flatMap((kind) => kind.of(scenario)).map((metric) => metric.name);
    const message = `${scenario.id} has no metric "${name}"`;
    return bad({ message, expected: `one of ${listed(own)}`, ...didYouMean(name, own) });
  }
  const hint = didYouMean(
    name,
    all.map((metric) => metric.name),
  );
  const kinds = METRIC_KINDS.map((kind) => kind.name);
  return bad({ message: `there is no metric "${name}"`, expected: `one of ${listed(kinds, kinds.length)}`, ...hint });
}

type About = Omit<MetricKind['about'], 'type' | 'unit'> & Partial<Pick<MetricKind['about'], 'type' | 'unit'>>;

function one(
  name: string,
  about: MetricKind['about'] & Pick<Metric, 'choices'>,
  of: (tally: Tally) => Measured,
): MetricKind {
  return { name, about, of: () => [{ name, ...about, of }] };
}

function flag(name: string, meaning: string, test: (tally: Tally) => boolean): MetricKind {
  const about = { type: 'integer', meaning, unit: '0 or 1', low: 0, high: 1 } as const;
  return one(name, about, (tally) => (test(tally) ? 1 : 0));
}

function count(name: string, meaning: string, of: (tally: Tally) => number): MetricKind {
  return one(name, { type: 'integer', meaning, unit: 'count', low: 0 }, of);
}

function ending(name: string, of: Ending, meaning: string): MetricKind {
  return flag(name, meaning, (tally) => tally.ending === of);
}

/** One metric a party. */
function ofParty(
  name: string,
  { type = 'number', unit = 'utility', ...about }: About,
  of: (party: PartyTally, tally: Tally) => Measured,
  choices?: readonly string[],
): MetricKind {
  const whole = { type, unit, ...about };
  return {
    name: `${name}.PARTY`,
    about: whole,
    of: ({ parties }) =>
      parties.map(({ id }) => ({
        name: `${name}.${id}`,
        ...whole,
        ...(choices && { choices }),
        of: (tally) => of(tally.parties[id]!, tally),
      })),
  };
}

const FLAG = { type: 'integer', unit: '0 or 1', low: 0, high: 1 } as const;
const INDEX = { type: 'number', unit: 'index', low: 0, high: 1 } as const;
const UTILITY = { low: 0, high: 1 } as const;

/** All kinds, in the order of the documentation. */
export const METRIC_KINDS: readonly MetricKind[] = [
  one(
    'ending',
    { type: 'text', meaning: 'How the conference ended', unit: 'ending', choices: ENDINGS },
    (tally) => tally.ending,
  ),
  one(
    'closing',
    { type: 'text', meaning: 'Why it ended so, where the ending leaves that open', unit: 'closing', choices: CLOSINGS },
    (tally) => tally.closing,
  ),
  ending('agreement', 'agreement', 'Whether it ended in an agreement'),
  ending('communique', 'communique', 'Whether it ended in a communiqué'),
  ending('consultations', 'consultations', 'Whether it ended in a promise to consult again'),
  ending('collapse', 'collapse', 'Whether it collapsed'),
  ending('no-conference', 'no-conference', 'Whether there was no conference at all'),
  one(
    'rounds',
    { type: 'integer', meaning: 'The round in which it ended; 0 when it never began', unit: 'rounds', low: 0 },
    (tally) => tally.rounds,
  ),
  count('signatories', 'How many signed; 0 without an agreement', (tally) =>
    tally.ending === 'agreement' ? tally.by.length : 0,
  ),
  count('settled', 'Issues that the ending settles', (tally) => tally.settled),
  flag(
    'ratified',
    'Whether there was an agreement and everybody who had to ratify it did',
    ({ ending: how, parties }) =>
      how === 'agreement' && Object.values(parties).every(({ ratified }) => ratified !== false),
  ),
  one(
    'durability',
    { ...INDEX, meaning: 'How well the agreement may last; nothing without one' },
    (tally) => tally.durability?.index,
  ),
  one(
    'durability.margin',
    { ...INDEX, meaning: 'Of durability: the least margin of a signatory over its walk-away' },
    (tally) => tally.durability?.margin,
  ),
  one(
    'durability.guarantee',
    { ...INDEX, meaning: 'Of durability: the best guarantor there and what the text guarantees' },
    (tally) => tally.durability?.guarantee,
  ),
  one(
    'durability.freedom',
    { ...INDEX, meaning: 'Of durability: how little of the signatories’ margins pressure won' },
    (tally) => tally.durability?.freedom,
  ),
  count('amendments', 'Changes that parties asked for', (tally) => tally.counts.amendments),
  count('drafts', 'Texts that the chair put forward', (tally) => tally.counts.drafts),
  count('offers', 'Offers made in turns', (tally) => tally.counts.offers),
  count('changes', 'Changes that drafts or offers made to the text', (tally) => tally.counts.changes),
  count(
    'presses',
    'Times that one party pressed another',
    ({ presses }) => presses.worked + presses.failed + presses.backfired,
  ),
  count('presses.worked', 'Of these, times that it worked', (tally) => tally.presses.worked),
  count('presses.failed', 'Of these, times that nothing moved', (tally) => tally.presses.failed),
  count('presses.backfired', 'Of these, times that it backfired', (tally) => tally.presses.backfired),
  count('promises', 'Promises made', (tally) => tally.counts.promises),
  count('reassurances', 'Reassurances given', (tally) => tally.counts.reassurances),
  count('warnings', 'Warnings given', (tally) => tally.counts.warnings),
  count('leaks', 'Back channels that turned open', (tally) => tally.counts.leaks),
  count('threats', 'Threats to walk out', (tally) => tally.counts.threats),
  count('departures', 'Parties that left', ({ parties }) => Object.values(parties).filter(({ left }) => left).length),
  ofParty(
    'attendance',
    { type: 'text', meaning: 'How it came, whatever it did later', unit: 'grade' },
    ({ grade }) => grade,
    GRADES,
  ),
  ofParty(
    'present',
    { ...FLAG, meaning: 'Whether it came at all: officially, without mandate or to observe' },
    ({ grade }) => (grade === 'absent' ? 0 : 1),
  ),
  ofParty('official', { ...FLAG, meaning: 'Whether it came officially' }, ({ grade }) =>
    grade === 'official' ? 1 : 0,
  ),
  ofParty('left', { ...FLAG, meaning: 'Whether it walked out' }, ({ left }) => (left ? 1 : 0)),
  ofParty(
    'utility',
    { ...UTILITY, meaning: 'What the last text is worth to it, promises not counted' },
    ({ utility }) => utility,
  ),
  ofParty('walkAway', { meaning: 'Its walk-away at the end' }, ({ walkAway }) => walkAway),
  ofParty(
    'gain',
    { meaning: 'What the agreement is worth to it over its walk-away at the end; 0 without one' },
    ({ utility, walkAway }, tally) => (tally.ending === 'agreement' ? utility - walkAway : 0),
  ),
  ofParty(
    'ratified',
    { ...FLAG, meaning: 'Whether it ratified the agreement; nothing where it did not have to' },
    ({ ratified }) => (ratified === undefined ? undefined : ratified ? 1 : 0),
  ),
  ofParty(
    'readiness',
    { ...INDEX, meaning: 'Its readiness as the first round opened; nothing without a conference' },
    ({ readiness }) => readiness,
  ),
  ofParty(
    'expectation',
    {
      type: 'number',
      unit: 'share',
      low: 0,
      high: 1,
      meaning: 'What it expected of the conference after the last full round; nothing before one',
    },
    ({ expectation }) => expectation,
  ),
  {
    name: 'trust.PARTY.OTHER',
    about: {
      type: 'number',
      unit: 'trust',
      low: -1,
      high: 1,
      meaning: 'Trust of the first in the second after the last full round; nothing before one',
    },
    of: ({ relations }) =>
      relations.map(({ from, to }) => ({
        name: `trust.${to}.${from}`,
        type: 'number',
        unit: 'trust',
        low: -1,
        high: 1,
        meaning: 'Trust of the first in the second after the last full round; nothing before one',
        of: (tally) => tally.parties[to]!.trust[from],
      })),
  },
  {
    name: 'option.ISSUE',
    about: { type: 'text', meaning: 'The option in the last text', unit: 'option' },
    of: ({ issues }) =>
      issues.map(({ id, options }) => ({
        name: `option.${id}`,
        type: 'text',
        meaning: 'The option in the last text',
        unit: 'option',
        choices: options.map((option) => option.id),
        of: (tally) => tally.text[id],
      })),
  },
  {
    name: 'position.ISSUE',
    about: { type: 'number', meaning: 'Where that option lies on an ordered issue', unit: 'position', low: 0, high: 1 },
    of: ({ issues }) =>
      issues
        .filter(({ ordered }) => ordered)
        .map(({ id, options }) => {
          const positions = new Map(options.map((option) => [option.id, option.position]));
          return {
            name: `position.${id}`,
            type: 'number',
            meaning: 'Where that option lies on an ordered issue',
            unit: 'position',
            low: 0,
            high: 1,
            of: (tally) => positions.get(tally.text[id]!),
          };
        }),
  },
  {
    name: 'event.EVENT',
    about: { ...FLAG, meaning: 'Whether the event struck' },
    of: ({ events }) =>
      events.map(({ id }) => ({
        name: `event.${id}`,
        ...FLAG,
        meaning: 'Whether the event struck',
        of: (tally) => (tally.events.includes(id) ? 1 : 0),
      })),
  },
];
