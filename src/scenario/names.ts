import { ID } from './schema-parts.ts';
import { shown, type Fault, type Path } from './problem.ts';
import { entry, isMap, valueAt, type Tree } from './tree.ts';

/** Everything that has a name in a document, read from the raw tree so that a fault elsewhere hides none of it. */
export interface Names {
  readonly parties: readonly string[];
  readonly issues: readonly string[];
  readonly sources: readonly string[];
  readonly optionsOf: (issue: string) => readonly string[];
  readonly paragraphsOf: (source: string) => readonly number[];
}

export function namesIn(document: Tree): Names {
  return {
    parties: keysAt(document, ['parties']),
    issues: keysAt(document, ['issues']),
    sources: keysAt(document, ['sources']),
    optionsOf: (issue) => keysAt(document, ['issues', issue, 'options']),
    paragraphsOf: (source) => keysAt(document, ['sources', source, 'paragraphs']).map(Number),
  };
}

/** Keys of a section, without its default basis. */
export function keysAt(document: unknown, path: Path): readonly string[] {
  const section = valueAt(document, path);
  return isMap(section) ? Object.keys(section).filter((key) => key !== 'basis') : [];
}

/** Words that already mean something where an id would stand. */
const RESERVED: Readonly<Record<string, readonly string[]>> = {
  parties: ['basis', 'world'],
  sources: ['basis', 'source', 'assumption', 'invented', 'imported', 'override'],
};

/** Ids that are not ids, wherever the file makes up names. */
export function idFaults(document: Tree): readonly Fault[] {
  const sections: Path[] = [['sources'], ['issues'], ['parties'], ['events']];
  for (const issue of keysAt(document, ['issues'])) sections.push(['issues', issue, 'options']);
  const faults = sections.flatMap((path) =>
    Object.keys(isMap(valueAt(document, path)) ? (valueAt(document, path) as Tree) : {}).flatMap((key) =>
      idFault(path, key, valueAt(document, path)),
    ),
  );
  const sources = keysAt(document, ['sources']);
  return [...faults, ...sources.flatMap((source) => paragraphFaults(document, source))];
}

function idFault(path: Path, key: string, section: unknown): readonly Fault[] {
  const top = String(path[0]);
  const isDefault =
    key === 'basis' && typeof entry(section, key) === 'string' && path.length === 1 && top !== 'sources';
  if (isDefault) return [];
  const reserved = [...(RESERVED[top] ?? ['basis'])];
  if (path.length === 1 && reserved.includes(key)) {
    return [
      {
        path,
        key,
        message: `"${key}" cannot be an id here: the word has a meaning of its own`,
        hint: 'choose another',
      },
    ];
  }
  if (ID.test(key)) return [];
  const better = key
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '');
  const hint = ID.test(better) ? { hint: `write ${better}` } : {};
  return [
    {
      path,
      key,
      message: `${shown(key)} is not an id`,
      expected: 'lower-case letters, digits and hyphens, a letter first',
      ...hint,
    },
  ];
}

function paragraphFaults(document: Tree, source: string): readonly Fault[] {
  const path = ['sources', source, 'paragraphs'];
  return keysAt(document, path)
    .filter((key) => !/^[1-9]\d{0,5}$/.test(key))
    .map((key) => ({
      path,
      key,
      message: `${shown(key)} is not the number of a paragraph`,
      expected: 'a whole number from 1',
    }));
}
