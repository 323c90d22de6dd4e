import type { Quantity } from '../model/quantity.ts';
import type { Model } from '../model/scenario.ts';
import { COEFFICIENT_TABLE, type CoefficientRow } from './bounds.ts';
import type { DocumentDraft } from './document.ts';
import type { Draft } from './read-quantity.ts';
import type { Settle } from './settle.ts';
import { entry } from './tree.ts';

/** Every coefficient of the rules: the scenario's own where it names one, else the table's. */
export function modelOf(section: DocumentDraft['model'], settle: Settle): Model {
  const groups = Object.entries(COEFFICIENT_TABLE).map(([group, rows]) => {
    const given = entry(section, group);
    const quantities = Object.entries(rows).map(([name, row]) => {
      const own = entry(given, name) as Draft | undefined;
      return [name, own ? settle(own) : tabled(row)] as const;
    });
    return [group, Object.fromEntries(quantities)] as const;
  });
  return Object.fromEntries(groups);
}

function tabled([value, low, high, , reason]: CoefficientRow): Quantity {
  return { value, low, high, basis: { kind: 'assumption', reason } };
}
