import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml';
import { LineCounter } from 'yaml';
import { codeFrame } from '../problem-text.ts';
import type { Problem } from '../problem.ts';
import { bad, ok, type Result } from '../result.ts';
import { readSource, type Kind } from '../source-text.ts';

/** Published profiles stay below 200 kB. */
const XML: Kind = { name: 'domain or profile', hint: 'name the XML files in it', largest: 2 * 1024 * 1024 };

type More = Pick<Problem, 'found' | 'expected' | 'hint'>;

/** A part of an XML file, and how to complain about it. */
export interface Part {
  readonly name: string;
  readonly attribute: (name: string) => string | undefined;
  readonly children: (name: string) => readonly Part[];
  readonly problem: (message: string, more?: More) => Problem;
}

/**
 * Reads an XML file into its root. The parser expands no entity that a file declares, so that none can grow; what is
 * too large or nested too deep is refused.
 */
export function readXml(path: string, file: string): Result<Part> {
  const read = readSource(path, file, XML);
  if (!read.ok) return read;
  const text = new Lined(read.value.replaceAll(/\r\n?/g, '\n'), file);
  try {
    const { root } = parseXml(text.text, { includeOffsets: true });
    return root ? ok(partOf(root, text)) : bad([text.problem(0, 'this file has no content')]);
  } catch (error) {
    if (error instanceof XmlError) return bad([malformed(error, text)]);
    // The parser goes down into each element by a call.
    if (error instanceof RangeError) return bad([text.problem(0, 'the elements of this file are nested too deep')]);
    throw error;
  }
}

/** A text whose places are found by line and column. */
class Lined {
  readonly text: string;
  readonly #file: string;
  readonly #lines: readonly string[];
  readonly #counter = new LineCounter();

  constructor(text: string, file: string) {
    this.text = text;
    this.#file = file;
    this.#lines = text.split('\n');
    let start = 0;
    for (const line of this.#lines) {
      this.#counter.addNewLine(start);
      start += line.length + 1;
    }
  }

  problem(offset: number, message: string, more: More = {}): Problem {
    const { line, col: column } = this.#counter.linePos(offset);
    const frame = codeFrame(this.#lines, line, column, 1);
    return { file: this.#file, line, column, message, ...more, frame, severity: 'error' };
  }
}

function malformed(error: XmlError, text: Lined): Problem {
  const reason = error.message
    .split('\n')[0]!
    .replace(/ \(line \d+, column \d+\)$/, '')
    .slice(0, 200);
  const hint = 'entities that a file declares are not expanded: write the text out';
  return text.problem(error.pos, `this is not well-formed XML: ${reason}`, /entity/i.test(reason) ? { hint } : {});
}

function partOf(element: XmlElement, text: Lined): Part {
  return {
    name: element.name,
    attribute: (name) => element.attributes[name],
    children: (name) =>
      element.children.flatMap((child) =>
        child instanceof XmlElement && child.name === name ? [partOf(child, text)] : [],
      ),
    problem: (message, more) => text.problem(element.start, message, more),
  };
}
