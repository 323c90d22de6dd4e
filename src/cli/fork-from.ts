import { playBulk } from '../conference/bulk.ts';
import { questionKey } from '../conference/desk.ts';
import { scriptOf, type Script, type Scripted } from '../conference/script.ts';
import type { Fact, FactOf } from '../model/fact.ts';
import type { Answer, Objection } from '../model/question.ts';
import type { PartyId, Scenario } from '../model/scenario.ts';
import type { Forked, SetVote, WhatIf } from '../model/what-if.ts';
import type { Chain } from '../record/chain.ts';
import { evolve } from '../record/evolve.ts';
import { stateAtStart } from '../record/state.ts';
import { settingIn } from '../rules/course.ts';
import type { Setting } from '../rules/setting.ts';
import { costliestIssue } from '../rules/utility.ts';
import { printedProblem } from '../scenario/problem-text.ts';
import { didYouMean } from '../scenario/spelling.ts';
import { numbersOf, setsOf, type Numbers } from './course.ts';

/** What a fork is made from: a record that was read, or a run that was just played. */
export type Parent = Pick<Chain, 'header' | 'facts'>;

/**
 * Branches at the start of a round. All facts before it are the parent's, byte for byte; from there on what was set
 * applies, every draw of chance is the one that the parent would have made, and whatever people and programs answered
 * in the parent they answer here too, as long as it fits. Without any change it gives the parent's facts.
 */
export function forkFrom(parent: Parent, whatIf: WhatIf): Forked {
  const { facts, header } = parent;
  const { round } = whatIf;
  const wrong = wrongRound(facts, round) ?? wrongSets(whatIf);
  if (wrong !== undefined) return no(wrong);
  const sets = new Map(setsOf(facts));
  if (whatIf.sets.length > 0) sets.set(round, [...(sets.get(round) ?? []), ...whatIf.sets]);
  const numbers = numbersOf(header, sets);
  if (!numbers.ok) return no(...numbers.error.map(printedProblem));
  const { last, setting, course } = numbers.value;
  if (last.conference.rounds.value < round)
    return no(`there is no round ${round} in a conference of ${last.conference.rounds.value} rounds`);
  const script = scriptOf(facts);
  const play = (by: Script) => playBulk(setting, header.seed, { script: by, course });
  const before = play(withoutVotes(script, whatIf));
  const votes = setVotes(numbers.value, before, whatIf);
  if (!votes.ok) return no(...votes.why);
  const branch = votes.script.size === 0 ? before : play(new Map([...script, ...votes.script]));
  if (!startsLike(branch, facts, round))
    return no('the record does not come out the same when it is run again; verify says where');
  const fresh = numbers.value.warnings.filter(({ path }) => whatIf.sets.some((set) => set.startsWith(`${path}=`)));
  return {
    ok: true,
    branch: { facts: branch, scenario: last, warnings: [...fresh.map(printedProblem), ...votes.warnings] },
  };
}

function no(...why: readonly string[]): Forked & { ok: false } {
  return { ok: false, why };
}

function wrongRound(facts: readonly Fact[], round: number): string | undefined {
  const rounds = facts.filter((fact) => fact.type === 'round.opened').length;
  if (round <= rounds && round >= 0 && Number.isInteger(round)) return undefined;
  if (rounds === 0)
    return `there is no round ${round} to branch at: no round opened; round 0 is the time before the parties decide to come`;
  return `there is no round ${round} to branch at: this conference opened ${rounds === 1 ? 'one round' : `rounds 1 to ${rounds}`}, and round 0 is the time before the parties decide to come`;
}

/** What has had its effect before the first round opens, and would change nothing any more. */
const SPENT =
  /^(parties\.[^.]+\.(attendance|delegation)|conference\.(pressureToCome|ownership\..*)|issues\.[^.]+\.opening|model\.attendance\..*)=/;

function wrongSets({ round, sets }: WhatIf): string | undefined {
  const spent = round === 0 ? undefined : sets.find((set) => SPENT.test(set));
  if (spent === undefined) return undefined;
  const path = spent.slice(0, spent.indexOf('='));
  return `--set ${path}: that is settled before round 1, and would change nothing in round ${round}; branch at round 0 to change it`;
}

function startsLike(branch: readonly Fact[], parent: readonly Fact[], round: number): boolean {
  for (let n = 0; n < parent.length && parent[n]!.round < round; n++)
    if (JSON.stringify(branch[n]) !== JSON.stringify(parent[n])) return false;
  return true;
}

/** How a party votes is asked without what is set for it, nor what an earlier what-if had set. */
function withoutVotes(script: Script, { round, votes }: WhatIf): Script {
  const asked = new Map(script);
  for (const party of Object.keys(votes)) asked.delete(questionKey(round, 'vote', party));
  return asked;
}

type SetVotes =
  | { readonly ok: true; readonly script: ReadonlyMap<string, Scripted>; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly why: readonly string[] };

function setVotes({ last, setting, course }: Numbers, facts: readonly Fact[], { round, votes }: WhatIf): SetVotes {
  const script = new Map<string, Scripted>();
  const why: string[] = [];
  const warnings: string[] = [];
  for (const [party, vote] of Object.entries(votes)) {
    const wrong = wrongVote(last, facts, round, party, vote);
    if (wrong !== undefined) {
      why.push(`--vote ${party}: ${wrong}`);
      continue;
    }
    const cast = castBy(facts, round, party)!;
    const answer = answerOf(settingIn(setting, course, round), last, facts, cast, vote);
    if (
      cast.accepts === vote.accepts &&
      (vote.accepts || vote.over === undefined || vote.over === cast.objection?.issue)
    )
      warnings.push(`--vote ${party}: it ${cast.accepts ? 'accepts' : 'objects'} in round ${round} anyway`);
    script.set(questionKey(round, 'vote', party), { holder: 'script', answer });
  }
  return why.length > 0 ? { ok: false, why } : { ok: true, script, warnings };
}

function wrongVote(
  { parties, issues }: Scenario,
  facts: readonly Fact[],
  round: number,
  party: PartyId,
  vote: SetVote,
): string | undefined {
  const ids = parties.map(({ id }) => id);
  if (!ids.includes(party))
    return `there is no such party; ${didYouMean(party, ids).hint ?? `the parties are ${ids.join(', ')}`}`;
  if (round === 0) return 'nobody votes before round 1';
  if (castBy(facts, round, party) === undefined)
    return `it is not polled in round ${round}: who is absent or observes has no vote`;
  if (vote.accepts || vote.over === undefined || issues.some(({ id }) => id === vote.over)) return undefined;
  const known = issues.map(({ id }) => id);
  return `there is no issue ${vote.over}; ${didYouMean(vote.over, known).hint ?? `the issues are ${known.join(', ')}`}`;
}

function castBy(facts: readonly Fact[], round: number, party: PartyId): FactOf<'vote.cast'> | undefined {
  return facts.find(
    (fact): fact is FactOf<'vote.cast'> => fact.type === 'vote.cast' && fact.round === round && fact.party === party,
  );
}

/** An objection that is set gives the party's own reason where it has one, else that it holds out for more. */
function answerOf(
  setting: Setting,
  scenario: Scenario,
  facts: readonly Fact[],
  cast: FactOf<'vote.cast'>,
  vote: SetVote,
): Answer {
  if (vote.accepts) return { type: 'vote', accepts: true };
  const own = cast.objection;
  if (own !== undefined && (vote.over === undefined || vote.over === own.issue))
    return { type: 'vote', accepts: false, objection: own };
  const objection: Objection = { code: 'below-target', issue: vote.over ?? costliest(setting, scenario, facts, cast) };
  return { type: 'vote', accepts: false, objection };
}

function costliest(setting: Setting, scenario: Scenario, facts: readonly Fact[], cast: FactOf<'vote.cast'>): string {
  const state = stateAtStart(scenario);
  for (const fact of facts.slice(0, facts.indexOf(cast))) evolve(state, fact);
  const text = setting.issues.map(({ id, optionIndex }) => optionIndex.get(state.text[id]!)!);
  return setting.issues[costliestIssue(setting.parties[setting.partyIndex.get(cast.party)!]!, text)]!.id;
}
