import { describe, expect, test } from 'vitest';
import { playBulk } from '../../src/conference/bulk.ts';
import type { Fact } from '../../src/model/fact.ts';
import { compare, type Difference, type Told } from '../../src/record/diff.ts';
import { settingOf } from '../../src/rules/setting.ts';
import { load } from '../../src/scenario/load.ts';
import { abreast, contrasts } from '../../src/views/prose/differences.ts';
import { namesOf } from '../../src/views/prose/names.ts';

function told(seed: string): Told {
  const loaded = load('moscow-class');
  if (!loaded.ok) throw new Error('moscow-class does not load');
  const { scenario } = loaded.value;
  return { scenario, facts: playBulk(settingOf(scenario), seed) };
}

const conference = told('1');

/** The same conference with one fact told otherwise. */
function otherwise(change: (fact: Fact) => Fact | undefined): Told {
  return { ...conference, facts: conference.facts.flatMap((fact) => change(fact) ?? []) };
}

function rowsOf(b: Told): readonly { readonly round: number; readonly row: Difference }[] {
  return compare(conference, b).rounds.flatMap(({ round, rows }) => rows.map((row) => ({ round, row })));
}

describe('two conferences side by side', () => {
  test('have nothing to tell when they are one', () => {
    expect(compare(conference, conference)).toMatchObject({ same: true, parting: undefined, rounds: [] });
  });

  test('part at the first fact that differs', () => {
    const at = conference.facts.findIndex((fact) => fact.type === 'vote.cast' && fact.round === 2);
    const b = { ...conference, facts: conference.facts.slice(0, at) };
    expect(compare(conference, b).parting).toEqual({ index: at, a: conference.facts[at], b: undefined });
  });

  test('show one row for a vote that was cast otherwise, and it says both votes', () => {
    const b = otherwise((fact) => {
      if (fact.type !== 'vote.cast' || fact.round !== 2 || fact.party !== 'kabul') return fact;
      const { objection: _, ...rest } = fact;
      return { ...rest, accepts: true };
    });
    const rows = rowsOf(b);
    expect(rows).toMatchObject([
      { round: 2, row: { what: 'vote', party: 'kabul', a: { accepts: false }, b: { accepts: true } } },
    ]);
    const [round] = compare(conference, b).rounds;
    const [poll] = contrasts(round!, namesOf(conference.scenario));
    expect(poll).toEqual({
      label: 'poll',
      a: ['Kabul holds out for more, most of all on who owns the process'],
      b: ['Kabul accepts'],
    });
  });

  test('tell of a text in the round in which it comes to differ, not in every round after', () => {
    const b = otherwise((fact) => (fact.type === 'text.drafted' && fact.round === 2 ? { ...fact, changes: [] } : fact));
    const drafted = conference.facts.find((fact) => fact.type === 'text.drafted' && fact.round === 2);
    const issues = rowsOf(b).filter(({ row }) => row.what === 'text');
    expect(issues.filter(({ round }) => round === 2)).toHaveLength(
      drafted?.type === 'text.drafted' ? drafted.changes.length : 0,
    );
    expect(issues.filter(({ round }) => round === 3).every(({ row }) => row.a !== row.b)).toBe(true);
    const perIssue = new Map<string, number>();
    for (const { row } of issues) if (row.what === 'text') perIssue.set(row.issue, (perIssue.get(row.issue) ?? 0) + 1);
    expect(Math.max(...perIssue.values())).toBeLessThan(4);
  });

  test('show who walked out on one side only, and that the other stayed', () => {
    const b = otherwise((fact) => fact);
    const at = b.facts.findIndex((fact) => fact.type === 'round.closed' && fact.round === 1);
    const left: Fact = {
      type: 'party.left',
      round: 1,
      party: 'iran',
      signatory: false,
      private: { iran: { hazard: 1 } },
    };
    const facts = [...b.facts.slice(0, at), left, ...b.facts.slice(at)];
    const [round] = compare(conference, { ...b, facts }).rounds;
    expect(contrasts(round!, namesOf(conference.scenario))).toEqual([
      { label: 'after', a: ['Iran stays'], b: ['Iran walks out'] },
    ]);
  });

  test('say nothing of numbers that no row shows, and yet know that they differ', () => {
    const b = otherwise((fact) =>
      fact.type === 'amendments.tabled' && fact.round === 1
        ? { ...fact, private: { [fact.party]: { utility: 0, target: 0 } } }
        : fact,
    );
    const { same, rounds, parting } = compare(conference, b);
    expect({ same, rounds }).toEqual({ same: false, rounds: [] });
    expect(parting).toBeDefined();
  });

  test('stand row by row in two columns, each side in the words of the other view, with nothing where nothing was', () => {
    const other = told('4');
    const names = namesOf(conference.scenario);
    const { rounds } = compare(conference, other);
    const rows = rounds.flatMap((round) => abreast(round, names));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ a, b }) => a === b)).toEqual([]);
    expect(abreast(rounds.at(-1)!, names).every(({ a }) => a === undefined)).toBe(true);
  });

  test('mark the rounds that only one of them had, and both endings', () => {
    const other = told('4');
    const { rounds, ending } = compare(conference, other);
    expect(ending.a?.round).toBe(5);
    expect(ending.b?.round).toBe(6);
    expect(rounds.at(-1)).toMatchObject({ round: 6, inA: false, inB: true });
    const [first] = contrasts(rounds.at(-1)!, namesOf(conference.scenario));
    expect(first?.a).toEqual([]);
    expect(first?.b.length).toBeGreaterThan(0);
  });

  test('give the same rows with their sides changed when they are compared the other way round', () => {
    const other = told('4');
    const there = compare(conference, other);
    const back = compare(other, conference);
    const swapped = back.rounds.map(({ round, inA, inB, rows }) => ({
      round,
      inA: inB,
      inB: inA,
      rows: rows.map((row) => ({ ...row, a: row.b, b: row.a })),
    }));
    const sorted = (rounds: readonly { readonly rows: readonly unknown[] }[]) =>
      rounds.map(({ rows, ...round }) => ({
        ...round,
        rows: rows.map((row) => JSON.stringify(row, Object.keys(row as object).sort())).sort(),
      }));
    expect(sorted(swapped)).toEqual(sorted(there.rounds));
    expect(back.scores.map(({ a, b }) => ({ a: b, b: a }))).toEqual(there.scores.map(({ a, b }) => ({ a, b })));
  });
});
