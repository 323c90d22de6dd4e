/** Where something stands in a scenario: keys of maps and indices of lists, from the top. */
export type Path = readonly (string | number)[];

/** Something wrong (`error`) or worth knowing (`warning`) about what somebody gave us. */
export interface Problem {
  /** The file as the reader knows it, or `--set path`. */
  readonly file: string;
  /** From 1. */
  readonly line?: number;
  /** From 1, in UTF-16 units. */
  readonly column?: number;
  /** Dotted, such as `parties.kabul.pain`. */
  readonly path?: string;
  readonly found?: string;
  readonly expected?: string;
  readonly message: string;
  /** What to do next. */
  readonly hint?: string;
  /** The line, two before and one after, with carets under what is meant. */
  readonly frame?: string;
  readonly severity: 'error' | 'warning';
  /** The command line is at fault rather than a file: exit code 2, not 65. */
  readonly usage?: true;
}

/** A problem before its place in a file is known. */
export interface Fault {
  readonly path: Path;
  /** Says it without naming the path, which is put before it. */
  readonly message: string;
  readonly found?: string;
  readonly expected?: string;
  readonly hint?: string;
  /** Point at this key of the map at `path` rather than at its value. */
  readonly key?: string;
  /** Which of the files that a scenario is made of, where the path alone would mislead. */
  readonly layer?: number;
}

export type Report = (fault: Fault) => void;

export function dotted(path: Path): string {
  return path.join('.');
}

/** The fault in words, with the path it is about. */
export function sentence(fault: Fault): string {
  return fault.path.length === 0 ? fault.message : `${dotted(fault.path)}: ${fault.message}`;
}

/** The fault as a problem of a file, before its line is known. */
export function faultIn(fault: Fault, file: string): Problem {
  const { path, key: _, layer: __, message: ___, ...rest } = fault;
  return { file, path: dotted(path), message: sentence(fault), ...rest, severity: 'error' };
}

/** A value as a person would name it, short enough for one line. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return value === '' ? 'an empty text' : `"${abridged(value)}"`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  const keys = Object.keys(value);
  if (keys.length === 0) return 'an empty map';
  return `a map with ${abridged(keys.join(', '))}`;
}

function abridged(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** `a, b or c`, shortened when there are many. */
export function listed(names: readonly string[], most = 12, and: 'or' | 'and' = 'or'): string {
  const kept = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
  if (kept.length < 2) return kept[0] ?? 'none';
  return `${kept.slice(0, -1).join(', ')} ${names.length > most ? 'and' : and} ${kept.at(-1)}`;
}
