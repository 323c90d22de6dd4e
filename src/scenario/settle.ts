import type { Quantity } from '../model/quantity.ts';
import { TACTIC_DEFAULTS, type TacticField } from '../model/tactics.ts';
import type { Bases } from './bases.ts';
import type { Draft } from './read-quantity.ts';

/** Gives a number its basis. */
export type Settle = (draft: Draft) => Quantity;

export function settling(bases: Bases): Settle {
  return (draft) => {
    const basis = bases.get(draft);
    if (!basis) throw new Error('a number was checked without finding its basis');
    const { value, low, high, word } = draft;
    return { value, low, high, basis, ...(word !== undefined && { word }) };
  };
}

/** A field of a tactic, or what the literature gives it. */
export function tacticNumber(name: TacticField, draft: Draft | undefined, settle: Settle): Quantity {
  const [value, low, high, , reason] = TACTIC_DEFAULTS[name];
  return draft ? settle(draft) : { value, low, high, basis: { kind: 'assumption', reason } };
}

/** A number that a file may leave out. */
export function assumed(value: number, reason: string): Quantity {
  return { value, low: value, high: value, basis: { kind: 'assumption', reason } };
}
