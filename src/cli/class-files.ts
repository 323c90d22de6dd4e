import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { Trouble } from '../analysis/debrief/debrief.ts';
import type { GivenGroup } from '../analysis/debrief/groups.ts';
import type { Scenario } from '../model/scenario.ts';
import { readOutcomeSheet, type SheetFault } from '../record/read-outcome-sheet.ts';
import { scenarioFrom, type Loaded } from '../scenario/load.ts';
import { didYouMean } from '../scenario/spelling.ts';
import { readRecord, type GivenRecord } from './given-record.ts';
import { headerDifferences } from './header-differences.ts';
import { reasonOf } from './output.ts';
import { doubtOn } from './rerun.ts';
import { RULES } from './version.ts';

/** A scenario as all conferences of a class began with it. */
export type Common = Pick<Loaded, 'scenario' | 'document'>;

/** What a class handed in: the conferences that can be used, and everything that is to be said of the rest. */
export interface ClassFiles {
  /** Of the first record that can be used, unless one was named; nothing when neither is there. */
  readonly common: Common | undefined;
  readonly groups: readonly GivenGroup[];
  /** The records among the groups, in their order. */
  readonly records: readonly GivenRecord[];
  readonly troubles: readonly Trouble[];
}

/** Reads records and outcome sheets. Nothing stops at a bad one: it is named, and the others are used. */
export function classFiles(files: readonly string[], named?: Common): ClassFiles {
  const troubles: Trouble[] = [];
  const leftOut = (file: string, message: string, line?: number) =>
    void troubles.push({ file, message, kind: 'left-out', ...(line !== undefined && { line }) });
  const read: Read[] = [];
  for (const file of files) {
    const text = textOf(file);
    if (!text.ok) leftOut(file, text.why);
    else if (!text.value.startsWith('{')) read.push({ type: 'sheet', file, text: text.value });
    else {
      const taken = takeRecord(file, text.value);
      if (!taken.ok) leftOut(file, taken.why, taken.line);
      else {
        for (const message of taken.doubts) troubles.push({ file, message, kind: 'doubt' });
        read.push({ type: 'record', record: taken.record, doubts: taken.doubts });
      }
    }
  }
  const common = named ?? commonOf(read.find((one) => one.type === 'record')?.record);
  const groups: GivenGroup[] = [];
  const records: GivenRecord[] = [];
  for (const one of read) {
    if (one.type === 'record') {
      const { record } = one;
      const other = otherScenario(record, common!);
      const twin = records.find(({ hash }) => hash === record.hash);
      if (other !== undefined) leftOut(record.file, other);
      else if (twin !== undefined) leftOut(record.file, `it is the same conference as ${twin.file}`);
      else {
        const otherwise = otherNumbers(record, common!);
        if (otherwise !== undefined) troubles.push({ file: record.file, message: otherwise, kind: 'doubt' });
        records.push(record);
        groups.push(groupOf(record, [...one.doubts, ...(otherwise === undefined ? [] : [otherwise])], files));
      }
    } else if (common === undefined) {
      leftOut(one.file, 'it is no record; if it is a sheet of outcomes, --scenario must say of which scenario');
    } else {
      const sheet = readOutcomeSheet(common.scenario, one.text);
      troubles.push(...sheet.faults.map((fault) => troubleOf(one.file, fault, sheet.groups.length > 0)));
      const used = sheet.groups.filter(({ final, texts }) => final !== undefined || texts.length > 0);
      groups.push(
        ...used.map((group) => ({ source: 'sheet' as const, name: group.group, file: one.file, sheet: group })),
      );
      for (const { group } of used.filter(({ final }) => final === undefined))
        troubles.push({ file: one.file, message: `${group} has no row with its final outcome`, kind: 'doubt' });
      if (used.length === 0 && sheet.faults.length === 0) leftOut(one.file, 'it names no group');
    }
  }
  return { common, groups, records, troubles };
}

type Read =
  | { readonly type: 'record'; readonly record: GivenRecord; readonly doubts: readonly string[] }
  | { readonly type: 'sheet'; readonly file: string; readonly text: string };

type Taken =
  | { readonly ok: true; readonly record: GivenRecord; readonly doubts: readonly string[] }
  | { readonly ok: false; readonly why: string; readonly line?: number };

/** A record and what is to be said of it. One that was cut off is used up to its last whole line. */
function takeRecord(file: string, text: string): Taken {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const isCut = whole !== text && whole !== '';
  const read = readRecord(file, isCut ? whole : text);
  if (!read.ok) return read;
  const { record } = read;
  const cut = isCut
    ? [`its last line, ${whole.split('\n').length}, is not complete: the record was cut off, and is used up to there`]
    : [];
  const doubts = [...cut, ...whatIfs(record)];
  const doubt = doubtOn(record);
  if (doubt === undefined) return { ok: true, record, doubts };
  if (doubt.unended)
    return { ok: true, record, doubts: [...doubts, 'it is unfinished: the record stops before its conference ended'] };
  if (record.header.rules !== RULES)
    return { ok: true, record, doubts: [...doubts, `${doubt.message}; it is taken at its word`] };
  return {
    ok: false,
    why: `it does not verify: ${doubt.message}`,
    ...(doubt.line !== undefined && { line: doubt.line }),
  };
}

/** A fork is a conference that was made to go otherwise, and must not pass for one of the others. */
function whatIfs({ facts }: GivenRecord): readonly string[] {
  const sets = facts.flatMap((fact) =>
    fact.type === 'course.changed' ? [`from round ${fact.round} on with ${fact.sets.join(' and ')}`] : [],
  );
  const votes = facts.flatMap((fact) =>
    fact.type === 'seat.held' && fact.holder === 'script'
      ? [`the vote of ${fact.party} in round ${fact.round} was set`]
      : [],
  );
  return sets.length + votes.length === 0 ? [] : [`it is a what-if: ${[...sets, ...votes].join('; ')}`];
}

/** The scenario of a header alone, before anything was set on the way. */
function commonOf(record: GivenRecord | undefined): Common | undefined {
  if (record === undefined) return undefined;
  const { scenario: document } = record.header;
  const scenario = scenarioFrom(document);
  if (!scenario.ok) throw new Error('a scenario that was read cannot be read again');
  return { scenario: scenario.value, document: document as Common['document'] };
}

function groupOf(
  { file, header, hash, scenario, facts }: GivenRecord,
  doubts: readonly string[],
  files: readonly string[],
): GivenGroup {
  const short = basename(file, extname(file));
  const isOnly = files.filter((other) => basename(other, extname(other)) === short).length === 1;
  return { source: 'record', name: isOnly ? short : file, file, seed: header.seed, hash, scenario, facts, doubts };
}

/** Why a record is not one of the common scenario: its numbers may differ, what it is about may not. */
function otherScenario({ scenario }: GivenRecord, { scenario: common }: Common): string | undefined {
  if (scenario.id !== common.id) return `it is a conference of ${scenario.id}, and the others are of ${common.id}`;
  const shape = ({ parties, issues, conference }: Scenario) =>
    JSON.stringify([
      parties.map(({ id, signatory }) => [id, signatory]),
      issues.map(({ id, options }) => [id, options.map((option) => option.id)]),
      conference.protocol,
    ]);
  return shape(scenario) === shape(common)
    ? undefined
    : `its ${scenario.id} has other parties, issues or options than that of the others`;
}

/** As many as are read; the rest are counted. */
const MOST = 4;

function otherNumbers({ header }: GivenRecord, { document }: Common): string | undefined {
  const plain = JSON.parse(JSON.stringify(document)) as unknown;
  const differ = headerDifferences({ ...header, scenario: plain }, header);
  if (differ.length === 0) return undefined;
  const told = differ.slice(0, MOST).map(({ path, a, b }) => `${path} is ${shown(b)} instead of ${shown(a)}`);
  const left = differ.length - told.length;
  return `it was played with other numbers than the rest, which its own figures are reckoned with: ${told.join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function troubleOf(
  file: string,
  { line, column, message, expected, candidates, group, found }: SheetFault,
  isRow: boolean,
): Trouble {
  const { hint } = didYouMean(found.trim(), candidates);
  const whose = group === undefined ? '' : `${group}: `;
  return {
    file,
    line,
    column,
    message: `${whose}${message}; ${hint ?? `expected ${expected}`}`,
    kind: isRow || group !== undefined ? 'row' : 'left-out',
  };
}

function textOf(
  file: string,
): { readonly ok: true; readonly value: string } | { readonly ok: false; readonly why: string } {
  try {
    if (!statSync(file).isFile()) return { ok: false, why: 'this is no ordinary file' };
    return { ok: true, value: readFileSync(file, 'utf8') };
  } catch (error) {
    // Only the file system's errors have a code of letters; anything else is ours.
    if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
    return { ok: false, why: reasonOf(error) };
  }
}
