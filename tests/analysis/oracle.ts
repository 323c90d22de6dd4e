import type { Party, Scenario } from '../../src/model/scenario.ts';

/**
 * A slow second opinion, written from the definitions and sharing no code with `src/analysis/`: it lists every text,
 * compares every pair of them, and every coalition and order of the parties.
 */
export interface Text {
  readonly text: readonly string[];
  /** By party, of those with a vote. */
  readonly utilities: readonly number[];
  readonly suits: readonly boolean[];
}

const EPSILON = 1e-9;

export function voters({ parties }: Scenario): readonly Party[] {
  return parties.filter((party) => !['declined', 'observer'].includes(party.attendance));
}

export function everyText(scenario: Scenario): readonly Text[] {
  let texts: string[][] = [[]];
  for (const issue of scenario.issues)
    texts = texts.flatMap((text) => issue.options.map((option) => [...text, option.id]));
  return texts.map((text) => {
    const utilities = voters(scenario).map((party) => worth(scenario, party, text));
    const suits = voters(scenario).map(
      (party, i) => utilities[i]! >= party.walkAway.value - EPSILON && !crosses(scenario, party, text),
    );
    return { text, utilities, suits };
  });
}

function worth(scenario: Scenario, party: Party, text: readonly string[]): number {
  let weighted = 0;
  let weights = 0;
  for (const [k, issue] of scenario.issues.entries()) {
    const { preference, salience } = party.stances.find((stance) => stance.issue === issue.id)!;
    const option = issue.options.find(({ id }) => id === text[k])!;
    let value: number;
    if (preference.kind === 'values') value = preference.values[option.id]!.value;
    else {
      const ideal = preference.ideal.value;
      value = 1 - Math.abs(option.position - ideal) / Math.max(ideal, 1 - ideal);
    }
    weighted += salience.value * value;
    weights += salience.value;
  }
  return weighted / weights;
}

function crosses(scenario: Scenario, party: Party, text: readonly string[]): boolean {
  return scenario.issues.some((issue, k) => {
    const line = party.stances.find((stance) => stance.issue === issue.id)!.redLine;
    if (line === undefined) return false;
    if (line.kind === 'never') return line.options.includes(text[k]!);
    const { position } = issue.options.find(({ id }) => id === text[k])!;
    return position < (line.atLeast?.value ?? 0) || position > (line.atMost?.value ?? 1);
  });
}

export function rational(texts: readonly Text[]): readonly Text[] {
  return texts.filter((text) => text.suits.every(Boolean));
}

export function frontier(texts: readonly Text[]): readonly Text[] {
  const candidates = rational(texts);
  return candidates.filter((a) => !candidates.some((b) => improves(b.utilities, a.utilities)));
}

function improves(b: readonly number[], a: readonly number[]): boolean {
  return b.every((x, i) => x >= a[i]! - EPSILON) && b.some((x, i) => x > a[i]! + EPSILON);
}

/** Points that differ, each once. */
export function distinct(texts: readonly Text[]): readonly (readonly number[])[] {
  const points: (readonly number[])[] = [];
  for (const { utilities } of texts)
    if (!points.some((point) => point.every((x, i) => Math.abs(x - utilities[i]!) <= EPSILON))) points.push(utilities);
  return points;
}

/** d: the walk-away, or the worst of all texts where that is better. */
export function disagreement(scenario: Scenario, texts: readonly Text[], floor: boolean): readonly number[] {
  return voters(scenario).map((party, i) =>
    floor ? Math.max(party.walkAway.value, Math.min(...texts.map((text) => text.utilities[i]!))) : party.walkAway.value,
  );
}

/** For each concept: a text's worth, to be made as great as possible. */
export function concepts(texts: readonly Text[], d: readonly number[]) {
  const candidates = rational(texts);
  const ideal = d.map((_, i) => Math.max(...candidates.map((text) => text.utilities[i]!)));
  const shares = (u: readonly number[]) =>
    d.flatMap((at, i) => (ideal[i]! - at > EPSILON ? [(u[i]! - at) / (ideal[i]! - at)] : []));
  return {
    nash: (u: readonly number[]) => d.map((at, i) => Math.max(0, u[i]! - at)).reduce((product, gain) => product * gain),
    kalai: (u: readonly number[]) => Math.min(...d.map((at, i) => u[i]! - at)),
    maxmin: (u: readonly number[]) => (shares(u).length === 0 ? 0 : Math.min(...shares(u))),
    spread: (u: readonly number[]) => (shares(u).length === 0 ? 0 : Math.min(...shares(u)) - Math.max(...shares(u))),
    utilitarian: (u: readonly number[]) => u.reduce((sum, x) => sum + x),
  };
}

/** Whether a set of parties can conclude. */
export function wins(scenario: Scenario, coalition: ReadonlySet<string>): boolean {
  const official = scenario.parties.filter((party) => ['accepted', 'undecided'].includes(party.attendance));
  const { rule } = scenario.conference;
  const inside = (party: Party) => coalition.has(party.id);
  if (scenario.parties.some((party) => party.signatory && !(official.includes(party) && inside(party)))) return false;
  if (official.some((party) => rule.vetoes.includes(party.id) && !inside(party))) return false;
  const others = official.filter((party) => !party.signatory);
  const accepting = others.filter(inside).length;
  return rule.allBut
    ? others.length - accepting <= rule.allBut.value
    : accepting >= rule.quorum!.value * others.length - EPSILON;
}

export function banzhaf(scenario: Scenario): Readonly<Record<string, number>> {
  const ids = scenario.parties.map((party) => party.id);
  const swings = ids.map((id) => {
    let count = 0;
    for (let bits = 0; bits < 1 << ids.length; bits++) {
      const coalition = new Set(ids.filter((_, i) => (bits >> i) & 1));
      if (!coalition.has(id) || !wins(scenario, coalition)) continue;
      coalition.delete(id);
      if (!wins(scenario, coalition)) count++;
    }
    return count;
  });
  const total = swings.reduce((sum, count) => sum + count, 0);
  return Object.fromEntries(ids.map((id, i) => [id, total === 0 ? 0 : swings[i]! / total]));
}

export function shapleyShubik(scenario: Scenario): Readonly<Record<string, number>> {
  const ids = scenario.parties.map((party) => party.id);
  const pivots = new Map(ids.map((id) => [id, 0]));
  let orders = 0;
  const join = (joined: readonly string[], left: readonly string[]): void => {
    if (left.length === 0) {
      orders++;
      const pivot = joined.find(
        (_, at) => wins(scenario, new Set(joined.slice(0, at + 1))) && !wins(scenario, new Set(joined.slice(0, at))),
      );
      if (pivot !== undefined) pivots.set(pivot, pivots.get(pivot)! + 1);
      return;
    }
    for (const next of left)
      join(
        [...joined, next],
        left.filter((id) => id !== next),
      );
  };
  join([], ids);
  return Object.fromEntries(ids.map((id) => [id, pivots.get(id)! / orders]));
}
