import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { outcomeColumns } from '../../src/record/outcome-sheet.ts';
import { folder, parley } from '../cli/parley.ts';
import { made, playedGroups, scenarioNamed, sheetGroups } from './class.ts';

interface Analysed {
  readonly hash: string;
  readonly outcome: { readonly utilities: readonly number[]; readonly toFrontier: number; readonly toNash: number };
  readonly texts: readonly { readonly round: number; readonly utilities: readonly number[] }[];
  readonly concessions: readonly {
    readonly party: string;
    readonly own: number;
    readonly worth: readonly { readonly round: number; readonly utility: number }[];
  }[];
  readonly influence: {
    readonly pairs: readonly { readonly presses: { readonly tried: number; readonly worked: number } }[];
  };
}

interface Ran {
  readonly ending: string;
  readonly rounds: number;
  readonly parties: Readonly<
    Record<string, { readonly utility: number; readonly walkAway: number; readonly signed: boolean }>
  >;
  readonly baseline: {
    readonly compromise: Readonly<Record<string, { readonly option: string; readonly position: number }>>;
  };
}

const SEEDS = ['1', '2'];

describe.each(['moscow-2018', 'emissions-1994'])('the numbers of a debrief of %s', (name) => {
  const at = folder();
  const csv = join(at, 'tables');
  let analysed: readonly Analysed[];
  let ran: readonly Ran[];

  beforeAll(() => {
    const files = SEEDS.map((seed) => join(at, `${seed}.jsonl`));
    ran = SEEDS.map(
      (seed, n) => JSON.parse(parley(['run', name, '--seed', seed, '--json', '--record', files[n]!]).stdout) as Ran,
    );
    analysed = files.map((file) => JSON.parse(parley(['analyse', file, '--json']).stdout) as Analysed);
    const { code, stderr } = parley(['debrief', ...files, '--out', join(at, 'd.html'), '--csv', csv, '--cloud', '5']);
    if (code !== 0) throw new Error(stderr);
  });

  const lines = (table: string) =>
    readFileSync(join(csv, `${table}.csv`), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
  const heads = (table: string) => lines(table)[0]!;
  const rows = (table: string) => lines(table).slice(1);

  test('outcomes are those of `analyse` and of `run --json`', () => {
    const groups = rows('groups');
    for (const [n, { outcome }] of analysed.entries()) {
      const [label, group, , rounds, ...figures] = groups[n]!;
      expect([label, group, Number(rounds)]).toEqual(['ABCD'[n], SEEDS[n], ran[n]!.rounds]);
      expect(figures.slice(0, -1).map(Number)).toEqual([
        ...outcome.utilities,
        ...(outcome.toFrontier === null ? [0] : [outcome.toFrontier]),
        ...(outcome.toNash === null ? [0] : [outcome.toNash]),
      ]);
    }
    for (const [party, ...cells] of rows('left-with')) {
      const id = Object.keys(ran[0]!.parties).find((one) => heading(name, one) === party)!;
      expect(cells.slice(1, 1 + SEEDS.length).map(Number)).toEqual(
        ran.map(({ ending, parties }) => (ending === 'agreement' ? parties[id]!.utility : parties[id]!.walkAway)),
      );
    }
  });

  test('texts, positions and pressure are those of `analyse`', () => {
    const texts = analysed.flatMap((one, n) =>
      one.texts.map(({ round, utilities }) => ['ABCD'[n], round, ...utilities]),
    );
    const told = texts.length === 0 ? [] : rows('texts');
    expect(told.map(([label, round, , ...rest]) => [label, Number(round), ...rest.slice(0, -3).map(Number)])).toEqual(
      texts,
    );
    const worths = analysed.flatMap(({ concessions }, n) =>
      concessions.flatMap(({ party, worth }) =>
        worth.map(({ round, utility }) => `${'ABCD'[n]} ${round} ${heading(name, party)} ${utility}`),
      ),
    );
    const positions = worths.length === 0 ? [] : rows('positions');
    const [, , ...parties] = worths.length === 0 ? [] : heads('positions');
    const shown = positions.flatMap(([label, round, ...cells]) =>
      cells.flatMap((cell, n) => (cell === '' ? [] : [`${label} ${round} ${parties[n]} ${cell}`])),
    );
    expect(shown.toSorted()).toEqual(worths.toSorted());
    const presses = analysed.flatMap(({ influence }) => influence.pairs.map((pair) => pair.presses));
    const moved = presses.length === 0 ? [] : rows('moved');
    const sum = (column: number) => moved.reduce((all, row) => all + Number(row[column]), 0);
    expect([sum(2), sum(3)]).toEqual([
      presses.reduce((all, { tried }) => all + tried, 0),
      presses.reduce((all, { worked }) => all + worked, 0),
    ]);
  });

  test('the baseline is that of `run --json`', () => {
    const positions = rows('forecasts').map((row) => Number(row[1]));
    const { agenda } = scenarioNamed(name);
    const { compromise } = ran[0]!.baseline;
    expect(positions).toEqual(agenda.flatMap((issue) => compromise[issue]?.position ?? []));
  });
});

function heading(name: string, id: string): string {
  const party = scenarioNamed(name).parties.find((one) => one.id === id)!;
  const spoken = (party.spokenOf ?? party.name).replace(/^the /, '');
  return spoken[0]!.toUpperCase() + spoken.slice(1);
}

describe('the better deal nobody tried', () => {
  const scenario = scenarioNamed('two-valleys');
  const header = outcomeColumns(scenario);

  test('is the one that every other look at all texts finds too', () => {
    const { debrief } = made(scenario, playedGroups(scenario, 3));
    const { deal, groups } = debrief.untried;
    expect(deal === undefined).toBe(groups.every(({ untried }) => untried === 0));
    for (const { label, better, untried } of groups) {
      expect(untried!, label).toBeLessThanOrEqual(better!);
      const gains = deal?.over.find((one) => one.label === label)?.gains ?? [];
      for (const gain of gains) expect(gain).toBeGreaterThan(0);
    }
  });

  test('leaves everybody who must sign above the walk-away, and was on no table', () => {
    const csv = [
      header.join(','),
      ...['A', 'B'].map((group) => [group, ...header.slice(1).map(() => '')].join(',')),
    ].join('\n');
    const { debrief } = made(scenario, sheetGroups(scenario, csv));
    const { deal } = debrief.untried;
    expect(deal!.over.map(({ label }) => label)).toEqual(['A', 'B']);
    deal!.utilities.forEach((u, i) => expect(u).toBeGreaterThan(debrief.landmarks.walkAways[i]!));
    // With nothing tried and nothing signed it is the Nash point itself.
    expect(deal!.text).toEqual(debrief.landmarks.nash!.text);
  });

  test('is another one when a group had it on the table', () => {
    const { nash } = made(scenario, playedGroups(scenario, 1)).debrief.landmarks;
    const texts = header.slice(2, -2).map((issue) => nash!.text[issue]);
    const csv = [
      header.join(','),
      ['A', '1', ...texts, '', ''].join(','),
      ['A', '', ...texts.map(() => ''), '', ''].join(','),
    ].join('\n');
    const { debrief } = made(scenario, sheetGroups(scenario, csv));
    expect(debrief.untried.tabled).toBe(1);
    expect(debrief.untried.deal?.text).not.toEqual(nash!.text);
  });
});

describe('a group on paper', () => {
  const scenario = scenarioNamed('moscow-class');
  const { debrief: played } = made(scenario, playedGroups(scenario, 1), 1);
  const [group] = played.groups;

  test('measures the same text as a record does', () => {
    const header = outcomeColumns(scenario);
    const texts = header.slice(2, -2).map((issue) => group!.text[issue]!);
    const all = scenario.parties.map(({ id }) => id).join(' ');
    const { debrief } = made(
      scenario,
      sheetGroups(scenario, `${header.join(',')}\nRow,,${texts.join(',')},${all},\n`),
      1,
    );
    const [noted] = debrief.groups;
    expect(group!.ending).toBe('agreement');
    expect(noted!.ending).toBe('agreement');
    expect(noted!.outcome).toEqual(expect.objectContaining({ utilities: group!.outcome!.utilities }));
    expect(noted!.outcome!.toFrontier).toBe(group!.outcome!.toFrontier);
    for (const { id } of scenario.parties)
      expect(noted!.parties[id]!.utility).toBeCloseTo(group!.parties[id]!.utility!, 12);
  });

  test.each([
    ['kabul taliban', 'no-agreement', 'the other parties are needed for a quorum'],
    ['china iran moscow pakistan washington kabul', 'no-agreement', 'the Taliban must sign'],
  ])('with %s signing has %s: %s', (signed, ending) => {
    const header = outcomeColumns(scenario);
    const texts = header.slice(2, -2).map((issue) => group!.text[issue]!);
    const { debrief } = made(
      scenario,
      sheetGroups(scenario, `${header.join(',')}\nRow,,${texts.join(',')},${signed},\n`),
      1,
    );
    expect(debrief.groups[0]!.ending).toBe(ending);
  });
});
