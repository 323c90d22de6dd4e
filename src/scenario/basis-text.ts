import type { Basis } from '../model/quantity.ts';
import type { Names } from './names.ts';
import { listed, type Fault } from './problem.ts';
import { BASIS_FORMS } from './read-quantity.ts';
import { nearest } from './spelling.ts';

type Complaint = Omit<Fault, 'path'>;
type Read = { readonly basis: Basis } | { readonly complaint: Complaint };

/** Reads a basis: `source <key> ¶n: reason` (`source` may be left out), `assumption: reason`, and so on. */
export function readBasis(text: string, names: Names): Read {
  const trimmed = text.trim();
  if (trimmed === 'override') return { basis: { kind: 'override' } };
  const [, file] = /^imported\s+(\S.*)$/s.exec(trimmed) ?? [];
  if (file !== undefined) return { basis: { kind: 'imported', file } };
  const [, kind, reason] = /^(assumption|invented)\b\s*:?\s*(.*)$/s.exec(trimmed) ?? [];
  if (kind === 'assumption' || kind === 'invented') {
    return reason ? { basis: { kind, reason } } : noReason(kind);
  }
  const [, source, rest] = /^(?:source\s+)?([^\s:¶]+)\s*(.*)$/s.exec(trimmed) ?? [];
  if (source === undefined || (rest === '' && source === 'source')) return unreadable(text);
  if (names.sources.includes(source)) return readCitation(source, rest ?? '', names);
  return trimmed.startsWith('source ') || /¶/.test(rest ?? '')
    ? unknownSource(source, names)
    : unreadable(text, source, names);
}

function readCitation(source: string, rest: string, names: Names): Read {
  const [, marks, reason] = /^((?:[\s,]*¶+\s*\d+(?:\s*[–-]\s*¶?\s*\d+)?)+)\s*(?::|$)\s*(.*)$/s.exec(rest) ?? [];
  const known = names.paragraphsOf(source);
  if (marks === undefined) {
    const message = `names no paragraph of ${source}`;
    return { complaint: { message, found: `"${source} ${rest}"`, expected: `source ${source} ¶n: reason` } };
  }
  const paragraphs: number[] = [];
  for (const [, from, to] of marks.matchAll(/¶\s*(\d+)(?:\s*[–-]\s*¶?\s*(\d+))?/g)) {
    const [first, last] = [Number(from), Number(to ?? from)];
    if (last < first)
      return { complaint: { message: `¶${first}–${last} runs backwards`, hint: `write ¶${last}–${first}` } };
    for (let number = first; number <= last; number++) {
      if (!known.includes(number)) return unknownParagraph(source, number, known);
      if (!paragraphs.includes(number)) paragraphs.push(number);
    }
  }
  return reason
    ? { basis: { kind: 'source', source, paragraphs, reason } }
    : noReason(`source ${source} ${marks.trim()}`);
}

function noReason(start: string): Read {
  return {
    complaint: {
      message: 'a basis gives its reason',
      found: `"${start}" alone`,
      expected: `${start}: why this number`,
    },
  };
}

function unknownParagraph(source: string, number: number, known: readonly number[]): Read {
  const expected =
    known.length === 0
      ? 'none: its list of paragraphs is empty'
      : `one of ${listed(
          known.map((n) => `¶${n}`),
          30,
        )}`;
  return { complaint: { message: `${source} has no ¶${number}`, found: `¶${number}`, expected } };
}

function unknownSource(source: string, names: Names): Read {
  const meant = nearest(source, names.sources);
  return {
    complaint: {
      message: `there is no source "${source}"`,
      expected:
        names.sources.length === 0 ? 'a source declared in the section sources' : `one of ${listed(names.sources)}`,
      ...(meant !== undefined && { hint: `did you mean "${meant}"?` }),
    },
  };
}

function unreadable(text: string, word?: string, names?: Names): Read {
  const meant =
    word && nearest(word, ['source', 'assumption', 'invented', 'imported', 'override', ...(names?.sources ?? [])]);
  return {
    complaint: {
      message: 'this is no basis',
      found: text.trim() === '' ? 'an empty text' : `"${text.trim()}"`,
      expected: BASIS_FORMS,
      ...(meant !== undefined && meant !== '' && { hint: `did you mean "${meant}"?` }),
    },
  };
}

/** A basis as a file writes it. */
export function basisText(basis: Basis): string {
  switch (basis.kind) {
    case 'source':
      return `source ${basis.source} ${basis.paragraphs.map((number) => `¶${number}`).join(' ')}: ${basis.reason}`;
    case 'assumption':
    case 'invented':
      return `${basis.kind}: ${basis.reason}`;
    case 'imported':
      return `imported ${basis.file}`;
    case 'override':
      return 'override';
  }
}
