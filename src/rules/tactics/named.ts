import type { Acceptance, TacticKind } from '../../model/scenario.ts';
import { ACCEPTANCES } from '../../model/scenario.ts';
import { NAMED_BETAS, TACTIC_DEFAULTS, type TacticField } from '../../model/tactics.ts';
import type { AcceptanceSetting, TacticSetting } from '../party-setting.ts';

type TacticName = keyof typeof NAMED_BETAS | Exclude<TacticKind, 'time-dependent' | 'random-walker'> | 'random';

/** What a tournament calls the tactics of the literature. */
export const TACTIC_NAMES: readonly TacticName[] = [
  'boulware',
  'linear',
  'conceder',
  'tit-for-tat',
  'nice-tit-for-tat',
  'micro',
  'hardliner',
  'random',
];

/** A tactic by its name, with the acceptance condition after a slash where it is not ACnext; nothing for no such name. */
export function namedTactic(name: string): TacticSetting | undefined {
  const [tactic, condition = 'next', ...rest] = name.split('/');
  const known = TACTIC_NAMES.find((one) => one === tactic);
  const kind = ACCEPTANCES.find((one) => one === condition);
  if (known === undefined || kind === undefined || rest.length > 0) return undefined;
  // It knows by itself what to accept.
  if (known === 'micro') return name === known ? { kind: known } : undefined;
  return tacticOf(known, acceptanceOf(kind));
}

function tacticOf(name: Exclude<TacticName, 'micro'>, acceptance: AcceptanceSetting): TacticSetting {
  switch (name) {
    case 'boulware':
    case 'linear':
    case 'conceder':
      return {
        kind: 'time-dependent',
        beta: NAMED_BETAS[name],
        reciprocity: byTheBook('reciprocity'),
        floor: byTheBook('floor'),
        acceptance,
      };
    case 'tit-for-tat':
      return { kind: name, lookBack: byTheBook('lookBack'), acceptance };
    case 'nice-tit-for-tat':
      return {
        kind: name,
        reach: byTheBook('reach'),
        gap: byTheBook('gap'),
        least: byTheBook('least'),
        hurry: byTheBook('hurry'),
        rush: byTheBook('rush'),
        band: byTheBook('band'),
        acceptance,
      };
    case 'hardliner':
      return { kind: name, acceptance };
    case 'random':
      return { kind: 'random-walker', acceptance };
  }
}

function acceptanceOf(kind: Acceptance['kind']): AcceptanceSetting {
  const [factor, margin, after] = [byTheBook('factor'), byTheBook('margin'), byTheBook('after')];
  switch (kind) {
    case 'next':
      return { kind, factor, margin };
    case 'time':
      return { kind, after };
    case 'combi':
      return { kind, factor, margin, after, against: 'best-of-window' };
  }
}

function byTheBook(field: TacticField): number {
  return TACTIC_DEFAULTS[field][0];
}
