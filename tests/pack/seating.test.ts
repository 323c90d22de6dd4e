import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceOf } from '../../src/chance/chance.ts';
import { bundledNames } from '../../src/scenario/bundled-files.ts';
import { namesIn } from '../../src/cli/names-list.ts';
import { clock, LESSONS, minutePlan } from '../../src/views/pack/minute-plan.ts';
import { groupsFor, seatClass, seatsOf } from '../../src/views/pack/seating.ts';
import { sound } from '../scenario/written.ts';

const scenarios = bundledNames().map((name) => sound(name).scenario);
const people = (count: number) => Array.from({ length: count }, (_, n) => `p${n}`);

describe('a class is seated', () => {
  const classes = fc.record({
    scenario: fc.constantFrom(...scenarios),
    count: fc.integer({ min: 1, max: 120 }),
    groups: fc.integer({ min: 1, max: 12 }),
    seed: fc.string(),
  });

  test('everybody once, in groups whose sizes differ by one at most', () => {
    fc.assert(
      fc.property(classes, ({ scenario, count, groups, seed }) => {
        const seatings = seatClass(scenario, people(count), groups, chanceOf(seed));
        const members = seatings.map(({ seats, chair, observers, mirrors }) => [
          ...seats.map(({ person }) => person),
          ...(chair === undefined ? [] : [chair]),
          ...observers,
          ...mirrors.map(({ person }) => person),
        ]);
        expect(members.flat().toSorted()).toEqual(people(count).toSorted());
        const sizes = members.map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('each seat once in a group, filled or empty, and nobody is left over while one is empty', () => {
    fc.assert(
      fc.property(classes, ({ scenario, count, groups, seed }) => {
        for (const { seats, empty, chair, observers, mirrors } of seatClass(
          scenario,
          people(count),
          groups,
          chanceOf(seed),
        )) {
          expect([...seats.map(({ party }) => party), ...empty]).toEqual(seatsOf(scenario));
          if (empty.length > 0) expect([chair, observers, mirrors]).toEqual([undefined, [], []]);
        }
      }),
    );
  });

  test('alike with the same seed, and otherwise with another', () => {
    const seat = (seed: string) => JSON.stringify(seatClass(scenarios[0]!, people(30), 4, chanceOf(seed)));
    expect(seat('monday')).toBe(seat('monday'));
    expect(seat('monday')).not.toBe(seat('tuesday'));
  });

  test('those who must sign first, then who holds the chair; nobody for those who stay away', () => {
    const { scenario } = sound('moscow-2018');
    expect(seatsOf(scenario)).toEqual(['kabul', 'taliban', 'moscow', 'pakistan', 'china', 'iran']);
    expect(seatsOf(sound('moscow-class').scenario)).toContain('washington');
    expect(seatsOf(sound('november-2018').scenario).at(-1)).toBe('washington');
  });

  test('of those left over the first takes a chair that no party holds, the next observes, the others mirror', () => {
    const [village] = seatClass(sound('two-valleys').scenario, people(6), 1, chanceOf('s'));
    expect([
      village!.chair === undefined,
      village!.observers.length,
      village!.mirrors.map(({ party }) => party),
    ]).toEqual([false, 1, ['lower', 'upper']]);
    const [moscow] = seatClass(sound('moscow-class').scenario, people(9), 1, chanceOf('s'));
    expect([moscow!.chair, moscow!.observers.length, moscow!.mirrors.map(({ party }) => party)]).toEqual([
      undefined,
      1,
      ['kabul'],
    ]);
  });

  test('in as many groups as it fills', () => {
    const { scenario } = sound('moscow-class');
    expect([0, 3, 7, 13, 14, 30].map((count) => groupsFor(scenario, count))).toEqual([1, 1, 1, 1, 2, 4]);
  });
});

describe('a list of names', () => {
  test.each([
    ['a name a line, a comma being part of it', 'Ann Lee\nMoe, Joe\n\n  Zahra  \n', ['Ann Lee', 'Moe, Joe', 'Zahra']],
    ['a line in quotes', '"Ann ""A"" Lee"\r\n"Moe, Joe"\r\n', ['Ann "A" Lee', 'Moe, Joe']],
    ['the column of a table', 'id,Name,mail\n1,"Lee, Ann",a@b\n2,Moe,\n', ['Lee, Ann', 'Moe']],
    ['a table of another country', 'Name;Class\nÅsa;7b\nÖzge;7b\n', ['Åsa', 'Özge']],
    ['a table with a mark of its encoding', '\u{feff}name\nزهرا احمدی\n', ['زهرا احمدی']],
    ['names from right to left', 'زهرا احمدی\nدانیال کوهن\n', ['زهرا احمدی', 'دانیال کوهن']],
    ['letters put together', 'Ame\u0301lie\n', ['Amélie']],
    ['a name on two lines of a cell', 'name\n"Ann\nLee"\n', ['Ann Lee']],
    ['no end of line', 'Ann', ['Ann']],
  ])('%s', (_, text, names) => {
    expect(namesIn(text, 'names.csv')).toEqual(names);
  });

  test.each([
    ['nothing', '\n \n', 'this list holds no names', undefined],
    ['a head alone', 'name\n', 'this list holds no names', undefined],
    ['a cell that does not end', 'name\nAnn\n"Moe\n', 'this is not CSV', 3],
    ['another kind of file', `a\n${'x'.repeat(500)}\n`, 'this is no name: 500 characters', 2],
  ])('%s is refused', (_, text, message, line) => {
    const problem = namesIn(text, 'names.csv');
    expect(problem).toMatchObject({ file: 'names.csv', message: expect.stringContaining(message) });
    if (line !== undefined) expect(problem).toHaveProperty('line', line);
  });
});

describe.each(LESSONS)('a lesson of %i minutes', (lesson) => {
  test.each([1, 2, 3, 5, 6, 8, 12, 30])('with %i rounds at most has no gap, and ends when the bell rings', (rounds) => {
    const plan = minutePlan(lesson, rounds);
    expect(plan[0]!.from).toBe(0);
    for (const [index, step] of plan.entries()) {
      expect(step.to).toBeGreaterThan(step.from);
      if (index > 0) expect(step.from).toBe(plan[index - 1]!.to);
    }
    expect(plan.at(-1)).toMatchObject({ to: lesson, what: 'Debrief.' });
    expect(plan.at(-1)!.to - plan.at(-1)!.from).toBeGreaterThanOrEqual(Math.floor(0.2 * lesson));
    expect(plan.filter(({ what }) => what.startsWith('Round')).length).toBeLessThanOrEqual(rounds);
  });

  test('tells the time as a clock does', () => {
    expect([0, 5, 60, 75, 120].map(clock)).toEqual(['0:00', '0:05', '1:00', '1:15', '2:00']);
  });
});
