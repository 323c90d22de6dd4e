import type { Problem } from './problem.ts';

/** As many as a screen holds; the rest are counted. */
const MOST = 20;

/** `file:line:column message`, the code frame, and what was found, expected and could be done. */
export function printedProblem(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  const warning = problem.severity === 'warning' ? 'warning: ' : '';
  const lines = [`${place}${problem.line === undefined ? ':' : ''} ${warning}${problem.message}`];
  if (problem.frame !== undefined) lines.push(problem.frame);
  if (problem.found !== undefined) lines.push(`  found:    ${problem.found}`);
  if (problem.expected !== undefined) lines.push(`  expected: ${problem.expected}`);
  if (problem.hint !== undefined) lines.push(`  ${problem.hint}`);
  return lines.join('\n');
}

/** All problems for a person, in the order given, at most `most` of them; what the last one advised is not said again. */
export function printed(problems: readonly Problem[], most: number = MOST): string {
  const texts = problems
    .slice(0, most)
    .map((problem, index) => printedProblem(unrepeated(problem, problems[index - 1])));
  const left = problems.length - texts.length;
  if (left > 0) texts.push(`… and ${left} more of ${problems.length} problems: put these right first.`);
  return texts.join('\n\n');
}

function unrepeated(problem: Problem, before: Problem | undefined): Problem {
  if (before?.hint === undefined || problem.hint !== before.hint || problem.expected !== before.expected)
    return problem;
  const { hint: _, expected: __, ...rest } = problem;
  return rest;
}

/** By file in the order of first appearance in `files`, then by line and column; what has no place comes first. */
export function inOrder(problems: readonly Problem[], files: readonly string[]): readonly Problem[] {
  const rank = (problem: Problem) => files.indexOf(problem.file);
  return [...problems].sort(
    (a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}

/** The line at fault between its neighbours, with carets under `width` characters from `column`. */
export function codeFrame(lines: readonly string[], line: number, column: number, width: number): string {
  const first = Math.max(1, line - 2);
  const last = Math.min(lines.length, line + 1);
  const gutter = String(last).length;
  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    const text = lines[number - 1] ?? '';
    const mark = number === line ? '>' : ' ';
    const { shownText, shift } = windowed(text, number === line ? column : 1);
    frame.push(`${mark} ${String(number).padStart(gutter)} | ${shownText}`.trimEnd());
    if (number !== line) continue;
    const carets = '^'.repeat(Math.max(1, Math.min(width, text.length - column + 1, WIDEST - (column - shift))));
    const lead = shownText.slice(0, column - 1 - shift).replaceAll(/[^\t]/g, ' ');
    frame.push(`  ${' '.repeat(gutter)} | ${lead}${carets}`);
  }
  return frame.join('\n');
}

const WIDEST = 110;

/** The part of a very long line that has the column in it. */
function windowed(text: string, column: number): { readonly shownText: string; readonly shift: number } {
  if (text.length <= WIDEST) return { shownText: text, shift: 0 };
  const shift = column <= WIDEST - 40 ? 0 : column - 40;
  const cut = text.length > shift + WIDEST ? '…' : '';
  return { shownText: `${text.slice(shift, shift + WIDEST)}${cut}`, shift };
}
