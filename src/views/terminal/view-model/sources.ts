import type { Party, Preference, RedLine, Stance } from '../../../model/scenario.ts';
import type { Basis, Quantity } from '../../../model/quantity.ts';

/** Where a party's numbers come from. */
export interface Sources {
  readonly numbers: number;
  readonly sourced: number;
  readonly invented: number;
  readonly imported: number;
  readonly overridden: number;
  /** Paragraphs that at least one number rests on, ascending. */
  readonly paragraphs: readonly number[];
}

export function sourcesOf(party: Party): Sources {
  const numbers = quantitiesOf(party);
  const ofKind = (kind: Basis['kind']) => numbers.filter(({ basis }) => basis.kind === kind).length;
  return {
    numbers: numbers.length,
    sourced: ofKind('source'),
    invented: ofKind('invented'),
    imported: ofKind('imported'),
    overridden: ofKind('override'),
    paragraphs: paragraphsOf(numbers),
  };
}

/** Paragraphs that say a party wants this option: those of its ideal, or of the value it gives to the option. */
export function paragraphsOfWish({ preference }: Stance, option: string): readonly number[] {
  return paragraphsOf([preference.kind === 'ideal' ? preference.ideal : preference.values[option]!]);
}

function quantitiesOf(party: Party): readonly Quantity[] {
  const {
    walkAway,
    pain,
    expectation,
    optimism,
    patience,
    leverage,
    audience,
    delegation,
    home,
    budget,
    guarantor,
    tactic,
  } = party;
  const own = [
    walkAway,
    pain,
    expectation,
    optimism,
    patience,
    leverage,
    audience,
    delegation,
    home,
    budget,
    guarantor,
    ...(tactic.kind === 'time-dependent' ? [tactic.beta, tactic.reciprocity] : []),
  ];
  return [...own, ...party.stances.flatMap(stanceQuantities)];
}

function stanceQuantities({ preference, salience, redLine }: Stance): readonly Quantity[] {
  return [...preferenceQuantities(preference), salience, ...(redLine === undefined ? [] : redLineQuantities(redLine))];
}

function preferenceQuantities(preference: Preference): readonly Quantity[] {
  if (preference.kind === 'values') return Object.values(preference.values);
  return preference.curvature === undefined ? [preference.ideal] : [preference.ideal, preference.curvature];
}

function redLineQuantities(redLine: RedLine): readonly Quantity[] {
  return redLine.kind === 'never' ? [] : [redLine.atLeast, redLine.atMost].filter((bound) => bound !== undefined);
}

function paragraphsOf(quantities: readonly Quantity[]): readonly number[] {
  const numbers = quantities.flatMap(({ basis }) => (basis.kind === 'source' ? basis.paragraphs : []));
  return [...new Set(numbers)].sort((a, b) => a - b);
}
