import type { Scenario } from '../../model/scenario.ts';
import type { Cloud } from './cloud.ts';
import type { IssueForecast } from './forecasts.ts';
import type { GroupDebrief } from './groups.ts';
import type { GroupEnding, Question } from './question.ts';
import { totalOf, type RestsOn } from './rests-on.ts';
import type { Untried } from './untried.ts';

/** As many as an hour has room for. */
const MOST = 12;
/** Margins, shares and distances from which on something is worth a question; utilities. */
const NEAR = 0.1;
const FAR = 0.05;
const UNEVEN = 2;
const RARE = 0.1;

interface Happened {
  readonly scenario: Scenario;
  readonly groups: readonly GroupDebrief[];
  readonly cloud: Cloud | undefined;
  readonly untried: Untried;
  readonly forecasts: readonly IssueForecast[];
  readonly restsOn: RestsOn;
}

type Rule = (happened: Happened) => Question | undefined;

/** The bank: each rule looks for one thing and asks at most one question, of the group in which it shows most. In order of use. */
const RULES: readonly Rule[] = [
  parted,
  untriedDeal,
  stoodAlone,
  nearMiss,
  redLine,
  signedBelow,
  uneven,
  noMandate,
  walkOut,
  pressure,
  gaveMost,
  shortOfFrontier,
  leak,
  rare,
  deadline,
  againstForecast,
  untouched,
  assumptions,
  alike,
];

export function questionsOf(happened: Happened): readonly Question[] {
  const asked = RULES.flatMap((rule) => rule(happened) ?? []);
  // What the numbers rest on is asked of every class.
  const last = asked.filter(({ type }) => type === 'assumptions');
  const rest = asked.filter(({ type }) => type !== 'assumptions');
  return [...rest.slice(0, MOST - last.length), ...last];
}

/** The one for which `of` is greatest; nothing when there is none. */
function most<T>(items: readonly T[], of: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>((best, one) => (best === undefined || of(one) > of(best) ? one : best), undefined);
}

function endingsOf(groups: readonly GroupDebrief[]): ReadonlyMap<GroupEnding, readonly string[]> {
  const endings = new Map<GroupEnding, string[]>();
  for (const { ending, label } of groups)
    if (ending !== undefined) endings.set(ending, [...(endings.get(ending) ?? []), label]);
  return endings;
}

function parted({ groups }: Happened): Question | undefined {
  const endings = endingsOf(groups);
  if (endings.size < 2) return undefined;
  return { type: 'parted', endings: [...endings].map(([ending, labels]) => ({ ending, groups: labels })) };
}

function alike({ groups }: Happened): Question | undefined {
  const endings = endingsOf(groups);
  const [ending, labels] = [...endings][0] ?? [];
  if (endings.size !== 1 || labels!.length < 3) return undefined;
  return { type: 'alike', ending: ending!, groups: labels!.length };
}

function untriedDeal({ untried: { deal } }: Happened): Question | undefined {
  return deal && { type: 'untried-deal', groups: deal.over.map(({ label }) => label) };
}

function stoodAlone({ groups }: Happened): Question | undefined {
  const blocks = groups.flatMap(({ label, blocks: own, ending, turning }) =>
    ending === 'agreement' || !couldSign(turning) ? [] : own.map((block) => ({ group: label, ...block })),
  );
  const found = most(
    blocks.filter(({ alone }) => alone.length > 0),
    ({ alone }) => alone.length,
  );
  if (found === undefined) return undefined;
  const { group, party, issue, alone } = found;
  return { type: 'stood-alone', group, party, issue, times: alone.length };
}

/** Whether everybody who must sign was there to do so: where somebody was not, no text and no vote could. */
function couldSign(turning: GroupDebrief['turning']): boolean {
  return !turning.some(({ type }) => type === 'cannot-sign');
}

function redLine({ groups }: Happened): Question | undefined {
  const lines = new Map<string, Extract<Question, { type: 'red-line' }>>();
  for (const { label, blocks } of groups) {
    for (const { party, issue, code, rounds, needed } of blocks) {
      if (code !== 'red-line' || !needed) continue;
      const before = lines.get(`${party} ${issue}`) ?? { type: 'red-line', party, issue, groups: [], times: 0 };
      lines.set(`${party} ${issue}`, {
        ...before,
        groups: [...before.groups, label],
        times: before.times + rounds.length,
      });
    }
  }
  return most([...lines.values()], ({ times }) => times);
}

function nearMiss({ groups }: Happened): Question | undefined {
  const missed = groups.flatMap(({ label, ending, nearest, turning }) =>
    ending === undefined || ending === 'agreement' || nearest === undefined || !couldSign(turning)
      ? []
      : [{ group: label, ...nearest }],
  );
  const found = most(missed, ({ margin }) => margin);
  if (found === undefined || found.margin < -NEAR) return undefined;
  const { group, round, party, margin } = found;
  return { type: 'near-miss', group, round, party, margin };
}

function signedBelow({ groups }: Happened): Question | undefined {
  const below = groups.flatMap(({ label, ending, signed, parties }) =>
    ending === 'agreement' ? signed.map((party) => ({ group: label, party, by: shortfall(parties[party]!) })) : [],
  );
  const found = most(below, ({ by }) => by);
  return found === undefined || found.by <= 1e-9 ? undefined : { type: 'signed-below', ...found };
}

function shortfall({ walkAway, leftWith }: GroupDebrief['parties'][string]): number {
  return walkAway - leftWith;
}

function uneven({ scenario, groups }: Happened): Question | undefined {
  const signatories = scenario.parties.filter((party) => party.signatory).map((party) => party.id);
  const shares = groups.flatMap(({ label, ending, parties }) => {
    if (ending !== 'agreement') return [];
    const gains = signatories.map((id) => ({ id, gain: -shortfall(parties[id]!) }));
    const [more, less] = [most(gains, ({ gain }) => gain)!, most(gains, ({ gain }) => -gain)!];
    return [{ group: label, more: more.id, less: less.id, gains: [more.gain, less.gain] as const }];
  });
  const found = most(shares, ({ gains }) => gains[0] - gains[1]);
  if (found === undefined || found.gains[0] - found.gains[1] < FAR) return undefined;
  return found.gains[0] < UNEVEN * found.gains[1] ? undefined : { type: 'uneven', ...found };
}

function shortOfFrontier({ groups }: Happened): Question | undefined {
  const short = groups.flatMap(({ label, ending, outcome }) => {
    const distance = outcome?.toFrontier ?? 0;
    return ending === 'agreement' && distance >= FAR ? [{ label, distance }] : [];
  });
  return short.length === 0 ? undefined : { type: 'short-of-frontier', groups: short };
}

function gaveMost({ scenario, groups }: Happened): Question | undefined {
  const signatories = scenario.parties.filter((party) => party.signatory).map((party) => party.id);
  const ledgers = groups.flatMap(({ label, analysis }) => {
    const own = (analysis?.concessions ?? []).filter(({ party }) => signatories.includes(party));
    return own.map(({ party, own: gained }) => ({
      group: label,
      party,
      gave: -gained,
      got: own.reduce((sum, other) => sum + (other.others[party] ?? 0), 0),
    }));
  });
  const found = most(ledgers, ({ gave, got }) => gave - got);
  return found === undefined || found.gave - found.got < FAR ? undefined : { type: 'gave-most', ...found };
}

function pressure({ groups }: Happened): Question | undefined {
  const pairs = new Map<string, Extract<Question, { type: 'pressure' }>>();
  for (const { analysis } of groups) {
    for (const { from, to, presses } of analysis?.influence.pairs ?? []) {
      const key = `${from} ${to}`;
      const before = pairs.get(key) ?? { type: 'pressure', from, to, tried: 0, worked: 0, backfired: 0 };
      pairs.set(key, {
        ...before,
        tried: before.tried + presses.tried,
        worked: before.worked + presses.worked,
        backfired: before.backfired + presses.backfired,
      });
    }
  }
  const pressed = [...pairs.values()].filter(({ tried }) => tried > 0);
  const backlash = most(
    pressed.filter(({ backfired }) => backfired > 0),
    ({ backfired }) => backfired,
  );
  return backlash ?? most(pressed, ({ tried, worked }) => tried - worked);
}

function leak({ groups }: Happened): Question | undefined {
  const found = groups.flatMap(({ label, turning }) =>
    turning.flatMap((point) => (point.type === 'leak' ? [{ group: label, ...point }] : [])),
  )[0];
  return found && { type: 'leak', group: found.group, round: found.round, from: found.from, to: found.to };
}

function walkOut({ groups }: Happened): Question | undefined {
  const found = groups.flatMap(({ label, turning }) =>
    turning.flatMap((point) => (point.type === 'walk-out' ? [{ group: label, ...point }] : [])),
  )[0];
  return found && { type: 'walk-out', group: found.group, round: found.round, party: found.party };
}

function noMandate({ groups }: Happened): Question | undefined {
  const found = groups.flatMap(({ label, turning }) =>
    turning.flatMap((point) => (point.type === 'cannot-sign' ? [{ group: label, ...point }] : [])),
  )[0];
  return found && { type: 'no-mandate', group: found.group, party: found.party, absent: found.grade === 'absent' };
}

function deadline({ scenario, groups }: Happened): Question | undefined {
  const rounds = scenario.conference.rounds.value;
  const last = groups.filter((group) => group.ending === 'agreement' && group.rounds === rounds);
  return last.length === 0 ? undefined : { type: 'deadline', groups: last.map(({ label }) => label), rounds };
}

function rare({ groups, cloud }: Happened): Question | undefined {
  if (cloud === undefined) return undefined;
  const seen = groups.flatMap(({ label, ending }) =>
    ending === undefined || ending === 'no-agreement' ? [] : [{ group: label, ending, count: cloud.endings[ending] }],
  );
  const found = most(seen, ({ count }) => -count);
  if (found === undefined || found.count > RARE * cloud.runs) return undefined;
  return { type: 'rare', ...found, runs: cloud.runs };
}

/** The issue on which most groups ended elsewhere than the mean of the stances has it. */
function againstForecast({ forecasts }: Happened): Question | undefined {
  const differing = forecasts.flatMap(({ issue, compromise, groups }) => {
    if (compromise === undefined) return [];
    const elsewhere = Object.entries(groups).flatMap(([option, labels]) =>
      option === compromise.option ? [] : labels,
    );
    return elsewhere.length === 0 ? [] : [{ issue, forecast: compromise.option, groups: elsewhere.sort() }];
  });
  const found = most(differing, ({ groups }) => groups.length);
  return found && { type: 'against-forecast', ...found };
}

function untouched({ scenario, groups }: Happened): Question | undefined {
  const known = groups.filter(({ texts }) => texts.length > 0);
  if (known.length === 0) return undefined;
  const issues = scenario.issues
    .filter(({ id, opening }) => known.every(({ texts }) => texts.every(({ text }) => text[id] === opening)))
    .map(({ id }) => id);
  return issues.length === 0 ? undefined : { type: 'untouched', issues };
}

function assumptions({ restsOn, untried }: Happened): Question | undefined {
  const { stances } = restsOn;
  const assumed = stances.assumption + stances.invented;
  if (assumed === 0) return undefined;
  return { type: 'assumptions', assumed, of: totalOf(stances), doubtful: untried.deal?.doubtful ?? [] };
}
