import type { Basis, Quantity } from '../../model/quantity.ts';

/** One number with its place in the scenario, as `evidence` lists it. */
export interface NumberGiven extends Pick<Quantity, 'value' | 'low' | 'high' | 'basis'> {
  /** As `--set` takes it. */
  readonly path: string;
}

export type BasisCount = Readonly<Record<Basis['kind'], number>>;

/** What the numbers of a scenario rest on. */
export interface RestsOn {
  readonly all: BasisCount;
  /** Of what the parties want: ideals, values, saliences and red lines. */
  readonly stances: BasisCount;
  /** Of what they are and do: walk-aways, patience, trust, influence and the like. */
  readonly parties: BasisCount;
  /** Of the conference and its events. */
  readonly conference: BasisCount;
  /** Of the coefficients of the rules. */
  readonly rules: BasisCount;
}

export function restsOn(numbers: readonly NumberGiven[]): RestsOn {
  const of = (belongs: (path: string) => boolean) => countOf(numbers.filter(({ path }) => belongs(path)));
  const isStance = (path: string) => /^parties\.[^.]+\.stances\./.test(path);
  return {
    all: countOf(numbers),
    stances: of(isStance),
    parties: of((path) => /^(parties|relations)\./.test(path) && !isStance(path)),
    conference: of((path) => /^(conference|events)\./.test(path)),
    rules: of((path) => path.startsWith('model.')),
  };
}

function countOf(numbers: readonly NumberGiven[]): BasisCount {
  const counts = { source: 0, assumption: 0, invented: 0, imported: 0, override: 0 };
  for (const { basis } of numbers) counts[basis.kind]++;
  return counts;
}

/** How many there are in all. */
export function totalOf(counts: BasisCount): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
