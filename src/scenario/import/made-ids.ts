import { byCodeUnit } from '../tree.ts';

/** Words that mean something where an id would stand. */
const RESERVED = ['basis', 'world'];

/**
 * Ids for names in the order given, each unlike the others: lower-case letters, digits and hyphens. `letter` goes
 * before what would begin with a digit, and stands alone, with a number, for a name without letters or digits.
 */
export function madeIds(names: readonly string[], letter: string): readonly string[] {
  const taken = new Set(RESERVED);
  return names.map((name, index) => {
    const plain = name
      .normalize('NFKD')
      .replaceAll(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 40);
    const start = plain === '' ? `${letter}-${index + 1}` : /^[a-z]/.test(plain) ? plain : `${letter}-${plain}`;
    let id = start;
    for (let again = 2; taken.has(id); again++) id = `${start}-${again}`;
    taken.add(id);
    return id;
  });
}

/** The same ids, numbered where their alphabetical order, in which sums and turns run, is not the order given. */
export function inGivenOrder(ids: readonly string[]): readonly string[] {
  if (ids.every((id, index) => index === 0 || byCodeUnit(ids[index - 1]!, id) < 0)) return ids;
  const digits = String(ids.length).length;
  return ids.map((id, index) => `p${String(index + 1).padStart(digits, '0')}-${id}`);
}
