import type { Chance } from '../../src/model/chance.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { evidenceOf } from '../../src/scenario/evidence.ts';
import { fieldAt } from '../../src/scenario/fields.ts';
import { triangular, wholeTriangular } from '../../src/study/design/quantile.ts';

/**
 * Draw d of every number that has a range, as overrides in the order of `evidence`. Each number has a stream of its own,
 * so one number more moves no other.
 */
export function drawnFrom(scenario: Scenario, chance: Chance, d: number): readonly string[] {
  return evidenceOf(scenario).flatMap(({ path, value, low, high }) => {
    if (low === high) return [];
    const u = chance.at(`range/${path}`, d);
    return [`${path}=${isWhole(path) ? wholeTriangular(u, low, value, high) : triangular(u, low, value, high)}`];
  });
}

function isWhole(path: string): boolean {
  const field = fieldAt(path.split('.'));
  return field?.kind === 'quantity' && field.bounds.whole === true;
}
