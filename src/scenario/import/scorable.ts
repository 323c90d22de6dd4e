import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { codeFrame } from '../problem-text.ts';
import { listed, shown, type Problem } from '../problem.ts';
import { bad, ok, type Result } from '../result.ts';
import { readSource, type Kind } from '../source-text.ts';
import type { ImportedGame, ImportedIssue, ImportedParty } from './imported-game.ts';
import { madeIds } from './made-ids.ts';
import { decimal } from './numbers.ts';

const SHEET: Kind = { name: 'score sheet', hint: 'name the folder that config.txt is in', largest: 256 * 1024 };

/** The roles without whom no deal passes. */
const VETO_ROLES = ['p1', 'p2'];

/** A line that is not blank, and where it stands. */
interface Line {
  readonly text: string;
  readonly problem: (message: string, more?: Pick<Problem, 'found' | 'expected' | 'hint'>, column?: number) => Problem;
}

interface Seat {
  readonly name: string;
  readonly sheet: string;
  readonly role: string;
  readonly line: Line;
}

interface Sheet {
  readonly seat: Seat;
  readonly file: string;
  /** By issue and option. */
  readonly scores: readonly (readonly number[])[];
  readonly minimum: number;
}

/**
 * A scorable game in the form of LLM-Deliberation (Abdelnabi et al. 2023): `config.txt` names the parties, their score
 * sheets in `scores_files/` and their roles; a sheet has a line of scores an issue and last the minimum; an optional
 * `initial_deal.txt` names the first text. A deal passes when all but one accept, `p1` and `p2` among them. Scores become
 * utilities by the most that a party can score in all.
 */
export function importScorable(folder: string): Result<ImportedGame> {
  const seats = seatsIn(folder);
  if (!seats.ok) return seats;
  const sheets: Sheet[] = [];
  for (const seat of seats.value) {
    const sheet = sheetOf(folder, seat);
    if (!sheet.ok) return sheet;
    const odd = unlike(sheets[0], sheet.value);
    if (odd) return bad([odd]);
    sheets.push(sheet.value);
  }
  const sizes = sheets[0]!.scores.map((scores) => scores.length);
  const opening = openingOf(folder, sizes);
  if (!opening.ok) return opening;
  const ids = madeIds(
    seats.value.map((seat) => seat.name),
    'party',
  );
  const vetoes = ids.filter((_, i) => VETO_ROLES.includes(seats.value[i]!.role));
  return ok({
    title: basename(resolve(folder)),
    about: `Imported from the scorable game ${basename(resolve(folder))}. A deal passes when all but one accept, ${listed(
      seats.value.filter((seat) => VETO_ROLES.includes(seat.role)).map((seat) => seat.name),
      12,
      'and',
    )} among them. A utility is a party's score divided by the most it could score.`,
    issues: sizes.map((size, k) => issueOf(k, size, opening.value[k]!)),
    parties: sheets.map((sheet, i) => partyOf(sheet, ids[i]!)),
    allBut: 1,
    vetoes,
    notes: [],
  });
}

function seatsIn(folder: string): Result<readonly Seat[]> {
  const file = join(folder, 'config.txt');
  if (!existsSync(resolve(file)))
    return bad([
      {
        file: folder,
        message: 'this folder is no scorable game: it has no config.txt',
        expected: 'config.txt and score sheets in scores_files/',
        hint: 'for Genius name the domain and its profiles: parley import domain.xml profile1.xml profile2.xml --out FILE',
        severity: 'error',
      },
    ]);
  const lines = linesOf(file);
  if (!lines.ok) return lines;
  const problems: Problem[] = [];
  const seats = lines.value.map((line): Seat => {
    const [name = '', sheet = '', role = ''] = line.text.split(',').map((part) => part.trim());
    if (name === '' || sheet === '' || role === '')
      problems.push(line.problem('a party is not fully named', { expected: 'name, score sheet, role' }));
    else if (!/^[\w][\w .-]*$/.test(sheet))
      problems.push(
        line.problem(`${shown(sheet)} is not the name of a score sheet`, { expected: 'letters, digits, _ and -' }),
      );
    return { name, sheet, role, line };
  });
  if (problems.length > 0) return bad(problems);
  const twice = seats.find((seat, i) => seats.findIndex((other) => other.name === seat.name) < i);
  if (twice) return bad([twice.line.problem(`there are two parties called ${shown(twice.name)}`)]);
  const no = (message: string, expected: string) =>
    bad<readonly Problem[]>([{ file, message, expected, severity: 'error' }]);
  if (seats.length < 2)
    return no(
      `a conference needs at least two parties, and there is ${seats.length === 1 ? 'one' : 'none'}`,
      'a line for each party',
    );
  if (!seats.some((seat) => VETO_ROLES.includes(seat.role)))
    return no('nobody has a veto, so that nobody need sign', 'a party with the role p1 or p2');
  return ok(seats);
}

function sheetOf(folder: string, seat: Seat): Result<Sheet> {
  const file = join(folder, 'scores_files', `${seat.sheet}.txt`);
  if (!existsSync(resolve(file))) return bad([seat.line.problem(`there is no score sheet ${file}`)]);
  const lines = linesOf(file);
  if (!lines.ok) return lines;
  const problems: Problem[] = [];
  const rows = lines.value.map((line) => numbersOf(line, problems));
  if (problems.length > 0) return bad(problems);
  const last = rows.at(-1) ?? [];
  const scores = rows.slice(0, -1);
  const no = (message: string, expected: string, line?: Line) =>
    bad([line ? line.problem(message, { expected }) : { file, message, expected, severity: 'error' as const }]);
  const shape = 'a line of scores for each issue, and the minimum alone on the last';
  if (scores.length === 0) return no('this score sheet has no scores', shape);
  if (last.length !== 1) return no('the last line is no minimum', shape, lines.value.at(-1));
  const short = scores.findIndex((row) => row.length < 2);
  if (short >= 0) return no('an issue needs at least two options', shape, lines.value[short]);
  const most = scores.reduce((sum, row) => sum + Math.max(...row), 0);
  if (most === 0) return no('every deal scores nothing', 'a score above 0');
  if (last[0]! > most)
    return no(
      `the minimum ${last[0]} is out of reach`,
      `at most ${most}, the most that this party can score`,
      lines.value.at(-1),
    );
  return ok({ seat, file, scores, minimum: last[0]! });
}

function numbersOf(line: Line, problems: Problem[]): readonly number[] {
  let column = 1;
  return line.text.split(',').map((text) => {
    const number = decimal(text);
    const at = column + (text.length - text.trimStart().length);
    if (number === undefined || number < 0)
      problems.push(
        line.problem('this score cannot be used', { found: shown(text.trim()), expected: 'a number from 0' }, at),
      );
    column += text.length + 1;
    return number ?? 0;
  });
}

/** All sheets are about the same issues and options. */
function unlike(first: Sheet | undefined, sheet: Sheet): Problem | undefined {
  if (first === undefined) return undefined;
  const shape = ({ scores }: Sheet) => scores.map((row) => row.length).join(', ');
  if (shape(first) === shape(sheet)) return undefined;
  return {
    file: sheet.file,
    message: `this score sheet is not about the same options as ${first.file}`,
    found: `options by issue: ${shape(sheet)}`,
    expected: shape(first),
    severity: 'error',
  };
}

/** `A1,B3,…`: by issue the option that the first text holds; the first ones where the file is missing. */
function openingOf(folder: string, sizes: readonly number[]): Result<readonly number[]> {
  const file = join(folder, 'initial_deal.txt');
  if (!existsSync(resolve(file))) return ok(sizes.map(() => 0));
  const lines = linesOf(file);
  if (!lines.ok) return lines;
  const [line] = lines.value;
  const parts = line?.text.split(',').map((part) => part.trim()) ?? [];
  const options = sizes.map((size, k) => {
    const [, letter, number] = /^([A-Za-z])(\d+)$/.exec(parts[k] ?? '') ?? [];
    const option = Number(number) - 1;
    return letter?.toUpperCase() === letterOf(k) && option >= 0 && option < size ? option : -1;
  });
  if (parts.length === sizes.length && options.every((option) => option >= 0)) return ok(options);
  const expected = sizes.map((size, k) => `${letterOf(k)}1 to ${letterOf(k)}${size}`).join(', ');
  const message = 'the first deal cannot be used';
  return bad([
    line
      ? line.problem(message, { found: shown(line.text), expected })
      : { file, message, expected, severity: 'error' },
  ]);
}

function letterOf(issue: number): string {
  return issue < 26 ? String.fromCharCode(65 + issue) : `I${issue + 1}`;
}

function issueOf(k: number, size: number, opening: number): ImportedIssue {
  const letter = letterOf(k);
  return {
    id: letter.toLowerCase(),
    name: `Issue ${letter}`,
    ordered: false,
    options: Array.from({ length: size }, (_, o) => ({
      id: `${letter.toLowerCase()}${o + 1}`,
      name: `${letter}${o + 1}`,
      meaning: `option ${o + 1} of issue ${letter}`,
    })),
    opening,
  };
}

function partyOf({ seat, scores, minimum, file }: Sheet, id: string): ImportedParty {
  const greatest = scores.map((row) => Math.max(...row));
  const most = greatest.reduce((sum, score) => sum + score, 0);
  return {
    id,
    name: seat.name,
    file: basename(file),
    signatory: VETO_ROLES.includes(seat.role),
    walkAway: minimum / most,
    stances: scores.map((row, k) => ({
      weight: greatest[k]! / most,
      values: row.map((score) => (greatest[k]! > 0 ? score / greatest[k]! : 0)),
    })),
  };
}

function linesOf(file: string): Result<readonly Line[]> {
  const text = readSource(resolve(file), file, SHEET);
  if (!text.ok) return text;
  const lines = text.value.split(/\r?\n/);
  return ok(
    lines.flatMap((line, index): Line[] =>
      line.trim() === ''
        ? []
        : [
            {
              text: line,
              problem: (message, more = {}, column = 1) => ({
                file,
                line: index + 1,
                column,
                message,
                ...more,
                frame: codeFrame(lines, index + 1, column, 1),
                severity: 'error',
              }),
            },
          ],
    ),
  );
}
