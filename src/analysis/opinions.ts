import type { IssueId, OptionId, Scenario } from '../model/scenario.ts';

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

function nearestOption(issue: Scenario['issues'][number], x: number): OptionId {
  let best = issue.options[0]!;
  for (const option of issue.options) if (Math.abs(option.position - x) < Math.abs(best.position - x)) best = option;
  return best.id;
}
