/**
 * Works out what a reader would type into a pocket calculator: numbers, + − × ÷ / ^, brackets, `exp`, `max` and `min`.
 * Throws on anything else, so that a cell which nobody can work out fails its test.
 */
export function workedOut(expression: string): number {
  const tokens = expression.match(/\d+(?:\.\d+)?|exp|max|min|[+−×÷/^(),]|\S/g) ?? [];
  let at = 0;
  const next = (token: string) => tokens[at] === token && (at += 1) > 0;
  const wanted = (token: string) => {
    if (!next(token)) throw new Error(`“${expression}”: “${tokens[at] ?? 'the end'}” where “${token}” was expected`);
  };

  const sum = (): number => {
    let value = product();
    for (;;) {
      if (next('+')) value += product();
      else if (next('−')) value -= product();
      else return value;
    }
  };
  const product = (): number => {
    let value = power();
    for (;;) {
      if (next('×')) value *= power();
      else if (next('÷') || next('/')) value /= power();
      else return value;
    }
  };
  const power = (): number => {
    if (next('−')) return -power();
    const base = atom();
    return next('^') ? Math.pow(base, power()) : base;
  };
  const atom = (): number => {
    if (next('(')) return bracket()[0]!;
    if (next('exp')) return Math.exp(list()[0]!);
    if (next('max')) return Math.max(...list());
    if (next('min')) return Math.min(...list());
    const token = tokens[at] ?? 'the end';
    if (!/^\d/.test(token)) throw new Error(`“${expression}”: “${token}” where a number was expected`);
    at += 1;
    return Number(token);
  };
  const list = (): number[] => {
    wanted('(');
    return bracket();
  };
  const bracket = (): number[] => {
    const values = [sum()];
    while (next(',')) values.push(sum());
    wanted(')');
    return values;
  };

  const value = sum();
  if (at < tokens.length) throw new Error(`“${expression}”: “${tokens[at]}” is left over`);
  return value;
}

/** Whether a chain of comparisons such as `1 ≤ 2 < 3` is true; nothing when the text is none. */
export function isTrue(text: string): boolean | undefined {
  const parts = text.split(/([<≤>≥])/);
  if (parts.length < 3) return undefined;
  for (let n = 1; n < parts.length; n += 2) {
    const [left, right] = [workedOut(parts[n - 1]!), workedOut(parts[n + 1]!)];
    const holds = { '<': left < right, '≤': left <= right, '>': left > right, '≥': left >= right }[parts[n]!];
    if (!holds) return false;
  }
  return true;
}
