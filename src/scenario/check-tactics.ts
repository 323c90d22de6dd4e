import { TACTICS_OVER_A_TEXT, type Acceptance, type ProtocolName, type TacticKind } from '../model/scenario.ts';
import type { Checked } from './check-name.ts';
import type { PartyFragment } from './party-schema.ts';
import { listed } from './problem.ts';

type Field = Exclude<keyof NonNullable<PartyFragment['tactic']>, 'kind'>;

/** What each tactic may have, the kind aside. */
const FIELDS: Readonly<Record<TacticKind, readonly Field[]>> = {
  'time-dependent': ['beta', 'reciprocity', 'floor', 'acceptance'],
  hardliner: ['acceptance'],
  'random-walker': ['acceptance'],
  'tit-for-tat': ['lookBack', 'acceptance'],
  'nice-tit-for-tat': ['reach', 'gap', 'least', 'hurry', 'rush', 'band', 'acceptance'],
  micro: [],
};

/** What nobody reads over a single text. */
const OF_OFFERS: readonly Field[] = ['floor', 'acceptance'];

const OF_ACCEPTANCE: Readonly<Record<Acceptance['kind'], readonly string[]>> = {
  next: ['factor', 'margin'],
  time: ['after'],
  combi: ['factor', 'margin', 'after', 'against'],
};

/** The fields of a tactic's section, the kind aside, that the tactic reads under the protocol. */
export function fieldsOfTactic(kind: TacticKind, protocol: ProtocolName): readonly string[] {
  return FIELDS[kind].filter((field) => protocol === 'alternating-offers' || !OF_OFFERS.includes(field));
}

/** A tactic has what its kind needs, nothing that it would ignore, and is one of the protocol's. */
export function checkTactic(id: string, { tactic }: PartyFragment, { draft, report }: Checked): void {
  if (tactic === undefined) return;
  const path = ['parties', id, 'tactic'];
  const kind = tactic.kind ?? 'time-dependent';
  const protocol = draft.conference?.protocol ?? 'single-text';
  if (protocol === 'single-text' && !(TACTICS_OVER_A_TEXT as readonly string[]).includes(kind)) {
    report({
      path: [...path, 'kind'],
      message: `${kind} answers offers, and over a single text there are none`,
      expected: `one of ${listed(TACTICS_OVER_A_TEXT)}`,
      hint: 'or write protocol: alternating-offers under conference',
    });
    return;
  }
  const needed = kind !== 'time-dependent' ? [] : protocol === 'single-text' ? ['beta', 'reciprocity'] : ['beta'];
  const own = fieldsOfTactic(kind, protocol);
  for (const key of needed)
    if (!(key in tactic))
      report({
        path,
        message: `a ${kind} tactic needs ${key}`,
        hint: `add ${key}: { value: …, range: […], basis: … }`,
      });
  for (const key of Object.keys(tactic)) {
    if (key === 'kind' || own.includes(key)) continue;
    const over = protocol === 'single-text' && FIELDS[kind].includes(key as Field) ? ' over a single text' : '';
    report({ path: [...path, key], message: `a ${kind} has no ${key}${over}`, hint: 'take it away' });
  }
  if (tactic.acceptance === undefined || !own.includes('acceptance')) return;
  const reads = OF_ACCEPTANCE[tactic.acceptance.kind];
  for (const key of Object.keys(tactic.acceptance))
    if (key !== 'kind' && !reads.includes(key))
      report({
        path: [...path, 'acceptance', key],
        message: `acceptance by ${tactic.acceptance.kind} has no ${key}`,
        hint: 'take it away',
      });
}
