import type { IssueId, OptionId, Scenario } from '../model/scenario.ts';
import { expectedUtility, type Actor, type Probability } from './expected-utility.ts';
import { weightedMedian } from './weighted-median.ts';

/** One forecast for one ordered issue: a position in [0, 1] and the option nearest to it. */
export interface Opinion {
  readonly position: number;
  readonly option: OptionId;
}

/**
 * The compromise model: O = Σ c·s·x / Σ c·s per issue, c leverage, s salience, x ideal (Van den Bos 1991; an
 * approximation of the Nash bargaining solution, Achen 2006). It knows no procedure and no walk-away: a baseline, not
 * a simulation. Unordered issues and stances given as tables of values have no position and are left out.
 */
export function compromise(scenario: Scenario): Readonly<Record<IssueId, Opinion>> {
  const opinions: Record<IssueId, Opinion> = {};
  for (const issue of scenario.issues) {
    if (!issue.ordered) continue;
    let weighted = 0;
    let weights = 0;
    for (const party of scenario.parties) {
      const stance = party.stances.find((one) => one.issue === issue.id);
      if (stance?.preference.kind !== 'ideal') continue;
      const weight = party.leverage.value * stance.salience.value;
      weighted += weight * stance.preference.ideal.value;
      weights += weight;
    }
    if (weights === 0) continue;
    const position = weighted / weights;
    opinions[issue.id] = { position, option: nearestOption(issue, position) };
  }
  return opinions;
}

/** The weighted median of the same stances (Black 1958), weights leverage × salience; of two medians the lower. */
export function median(scenario: Scenario): Readonly<Record<IssueId, Opinion>> {
  return forecasts(scenario, (actors) =>
    weightedMedian(
      actors.map((actor) => actor.position),
      actors.map((actor) => actor.capability * actor.salience),
    ),
  );
}

/** Rounds of the expected-utility model that are played: as many as its published run has. */
const ROUNDS = 10;

/**
 * The expected-utility model on the same stances, by both readings of its vote probability: leverage as capability, a
 * tenth of the salience as salience, and the weighted median after ten rounds. It need not settle.
 */
export function expectedUtilityOpinions(
  scenario: Scenario,
): Readonly<Record<Probability, Readonly<Record<IssueId, Opinion>>>> {
  const by = (reading: Probability) =>
    forecasts(scenario, (actors) => expectedUtility(actors, reading, ROUNDS).at(-1)!.median);
  return { allPairs: by('allPairs'), thisPair: by('thisPair') };
}

/** A forecast for each ordered issue on which somebody with weight has an ideal. */
function forecasts(
  scenario: Scenario,
  position: (actors: readonly Actor[]) => number,
): Readonly<Record<IssueId, Opinion>> {
  const opinions: Record<IssueId, Opinion> = {};
  for (const issue of scenario.issues) {
    if (!issue.ordered) continue;
    const actors = scenario.parties.flatMap((party): Actor[] => {
      const stance = party.stances.find((one) => one.issue === issue.id);
      if (stance?.preference.kind !== 'ideal') return [];
      const actor = { capability: party.leverage.value, salience: stance.salience.value / 10 };
      return actor.capability * actor.salience > 0 ? [{ ...actor, position: stance.preference.ideal.value }] : [];
    });
    if (actors.length === 0) continue;
    const at = position(actors);
    opinions[issue.id] = { position: at, option: nearestOption(issue, at) };
  }
  return opinions;
}

function nearestOption(issue: Scenario['issues'][number], x: number): OptionId {
  let best = issue.options[0]!;
  for (const option of issue.options) if (Math.abs(option.position - x) < Math.abs(best.position - x)) best = option;
  return best.id;
}
