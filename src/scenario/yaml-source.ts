import { LineCounter, parseDocument } from 'yaml';
import { codeFrame } from './problem-text.ts';
import type { Path, Problem } from './problem.ts';
import { bad, ok, type Result } from './result.ts';
import { yamlComplaint, TOO_DEEP } from './yaml-complaints.ts';
import { rangeAt, rangeOf, type Range } from './yaml-range.ts';
import { isBottomless, MOST_ALIASES, trapsIn } from './yaml-traps.ts';

/** A place in a file, with the lines around it. */
export interface Spot {
  readonly line: number;
  readonly column: number;
  readonly frame: string;
}

/** A parsed file: its content as plain data, and where each part of it stands. */
export interface Source {
  readonly file: string;
  readonly content: unknown;
  /** The spot of the value at `path`, of its nearest ancestor that exists, or of a key in it. */
  readonly spot: (path: Path, key?: string) => Spot;
}

/** The parser stumbles over its own stumbling; the first complaints are the ones to mend. */
const MOST_COMPLAINTS = 100;

/** Parses YAML (and so JSON) into plain data; `file` is its name as the reader knows it. */
export function parseSource(text: string, file: string): Result<Source> {
  if (isBottomless(text)) return bad([{ file, line: 1, column: 1, message: TOO_DEEP, severity: 'error' }]);
  const lineCounter = new LineCounter();
  // The library compares every pair of keys to find doubles; the traps look each key up.
  const options = { lineCounter, prettyErrors: false, stringKeys: true, uniqueKeys: false, resolveKnownTags: false };
  const parsed = parseDocument(text, options);
  const lines = text.split(/\r?\n/);
  const at = ([start, end]: Range): Spot => {
    const { line, col } = lineCounter.linePos(start);
    return { line, column: col, frame: codeFrame(lines, line, col, end - start) };
  };
  const problem = (where: Range, message: string, hint?: string): Problem => ({
    file,
    ...at(where),
    message,
    ...(hint !== undefined && { hint }),
    severity: 'error',
  });

  const errors = [...parsed.errors, ...parsed.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  if (errors.some((error) => error.code === 'RESOURCE_EXHAUSTION')) return bad([problem([0, 1], TOO_DEEP)]);
  if (errors.length > 0) {
    return bad(
      errors.slice(0, MOST_COMPLAINTS).map((error) => {
        const { message, hint } = yamlComplaint(error);
        return problem(error.pos, message, hint);
      }),
    );
  }
  const { traps, firstAlias } = trapsIn(parsed);
  if (traps.length > 0) return bad(traps.map(({ node, message, hint }) => problem(rangeOf(node), message, hint)));
  try {
    const content: unknown = parsed.toJS({ maxAliasCount: MOST_ALIASES });
    return ok({ file, content, spot: (path, key) => at(rangeAt(parsed, path, key)) });
  } catch (error) {
    // The library refuses what would unfold beyond all measure by throwing this.
    if (!(error instanceof ReferenceError)) throw error;
    return bad([problem(rangeOf(firstAlias), 'aliases unfold into more than this may hold', 'write the values out')]);
  }
}
