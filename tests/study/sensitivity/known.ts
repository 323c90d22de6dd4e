/** Functions of numbers in [0, 1) whose indices are known exactly. */
export interface Known {
  readonly inputs: number;
  readonly of: (x: readonly number[]) => number;
  readonly variance: number;
  readonly first: readonly number[];
  readonly total: readonly number[];
}

/** Ishigami and Homma 1990, with a = 7 and b = 0.1; indices as in Saltelli et al. 2008, Global Sensitivity Analysis, p. 179. */
export function ishigami(): Known {
  const [a, b] = [7, 0.1];
  const first = [(1 + (b * Math.PI ** 4) / 5) ** 2 / 2, a ** 2 / 8, 0];
  const oneWithThree = b ** 2 * Math.PI ** 8 * (1 / 18 - 1 / 50);
  const variance = first[0]! + first[1]! + oneWithThree;
  return {
    inputs: 3,
    of: (u) => {
      const [x, y, z] = u.map((one) => Math.PI * (2 * one - 1)) as [number, number, number];
      return Math.sin(x) + a * Math.sin(y) ** 2 + b * z ** 4 * Math.sin(x);
    },
    variance,
    first: first.map((part) => part / variance),
    total: [first[0]! + oneWithThree, first[1]!, oneWithThree].map((part) => part / variance),
  };
}

/** Sobol' 1993: the product of (|4x − 2| + a) / (1 + a); the smaller its a, the more an input matters. */
export function sobolG(a: readonly number[]): Known {
  const own = a.map((one) => 1 / 3 / (1 + one) ** 2);
  const variance = own.reduce((product, one) => product * (1 + one), 1) - 1;
  return {
    inputs: a.length,
    of: (u) => u.reduce((product, x, i) => (product * (Math.abs(4 * x - 2) + a[i]!)) / (1 + a[i]!), 1),
    variance,
    first: own.map((one) => one / variance),
    total: own.map((one) => ((one / (1 + one)) * (1 + variance)) / variance),
  };
}
