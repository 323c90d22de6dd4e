/** Damerau–Levenshtein distance in its restricted form: an exchange of neighbours counts one. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[b.length]!;
}

/** The candidate that was probably meant, or nothing when none is near; the first among equals. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > 100) return undefined;
  const folded = fold(word);
  const allowed = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let least = allowed + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > allowed + 2) continue;
    const distance = editDistance(folded, fold(candidate));
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best ?? candidates.find((candidate) => word.length > 2 && fold(candidate).startsWith(folded));
}

/** `did you mean "x"?`, when there is something to suggest. */
export function didYouMean(word: string, candidates: readonly string[]): { readonly hint?: string } {
  const meant = nearest(word, candidates);
  return meant === undefined ? {} : { hint: `did you mean "${meant}"?` };
}

/** Case, hyphens and underscores are how people misspell keys. */
function fold(word: string): string {
  return word.toLowerCase().replaceAll(/[-_\s]/g, '');
}
