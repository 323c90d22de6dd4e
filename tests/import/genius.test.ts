import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { analysisOf } from '../../src/analysis/analysis.ts';
import { playBulk } from '../../src/conference/bulk.ts';
import { settingOf } from '../../src/rules/setting.ts';
import { utility } from '../../src/rules/utility.ts';
import { evidenceOf } from '../../src/scenario/evidence.ts';
import { gameText } from '../../src/scenario/import/game-text.ts';
import { importGenius } from '../../src/scenario/import/genius.ts';
import { scenarioFrom } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { BUYER, DOMAIN, files, SELLER } from './written.ts';

function imported(contents: Readonly<Record<string, string>>): {
  readonly scenario: Scenario;
  readonly notes: readonly string[];
} {
  const { '.': _, ...paths } = files(contents);
  const [domain, ...profiles] = Object.values(paths);
  const game = importGenius(domain!, profiles);
  if (!game.ok) throw new Error(game.error.map((problem) => problem.message).join('; '));
  const scenario = scenarioFrom(parse(gameText(game.value)));
  if (!scenario.ok) throw new Error(scenario.error.map((problem) => problem.message).join('; '));
  return { scenario: scenario.value, notes: game.value.notes };
}

const boat = () => imported({ 'boat.xml': DOMAIN, 'buyer.xml': BUYER, 'seller.xml': SELLER });

/** Utility of a text by the values it names. */
function worth(scenario: Scenario, party: string, text: Readonly<Record<string, string>>): number {
  const setting = settingOf(scenario);
  const options = setting.issues.map((issue) => issue.optionIndex.get(text[issue.id]!)!);
  return utility(
    setting.parties.find(({ id }) => id === party)!,
    options,
  );
}

describe('a domain of Genius and its profiles become a scenario', () => {
  test('with its issues, values and parties, all of whom must sign', () => {
    const { scenario } = boat();
    expect(scenario.agenda).toEqual(['colour', 'delivery', 'oars']);
    expect(scenario.issues.map((issue) => [issue.id, issue.ordered, issue.options.map(({ id }) => id)])).toEqual([
      ['colour', false, ['red', 'option-2-blues']],
      ['delivery', false, ['spring', 'summer', 'autumn']],
      ['oars', true, ['option-2', 'option-3', 'option-4']],
    ]);
    expect(scenario.issues[0]!.options[0]!.meaning).toBe('as the buyer’s house'.replace('’', "'"));
    expect(scenario.parties.map(({ id, name, signatory }) => [id, name, signatory])).toEqual([
      ['buyer', 'buyer', true],
      ['seller', 'seller', true],
    ]);
  });

  // Evaluations ÷ the greatest of the issue; whole numbers by offset + slope × (value − lower bound), clipped.
  test.each([
    ['buyer', 'red', 'spring', 'option-4', 0.2 + 0.5 + 0.3],
    ['buyer', 'option-2-blues', 'summer', 'option-2', 0.2 / 4 + 0.5 / 2 + 0.3 * 0.2],
    ['seller', 'red', 'autumn', 'option-2', 0 + 0.5 + 0.25],
    ['seller', 'option-2-blues', 'spring', 'option-3', 0 + 0.5 / 4 + 0.25 * 0.75],
  ])('the %s values %s, %s, %s as Genius does', (party, colour, delivery, oars, expected) => {
    expect(worth(boat().scenario, party, { colour, delivery, oars })).toBeCloseTo(expected, 12);
  });

  test('with the reservation as walk-away, nothing where there is none, and the discount in a note', () => {
    const { scenario, notes } = boat();
    expect(scenario.parties.map((party) => party.walkAway.value)).toEqual([0.4, 0]);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/buyer\.xml: the discount factor 0\.9 is left out/);
  });

  test('that says of each number whether it was imported or assumed', () => {
    const rows = evidenceOf(boat().scenario);
    const basis = (path: string) => rows.find((row) => row.path === path)!.basis;
    expect(basis('parties.buyer.walkAway')).toMatchObject({ kind: 'imported', file: 'buyer.xml' });
    expect(basis('parties.seller.stances.delivery.values.autumn')).toMatchObject({
      kind: 'imported',
      file: 'seller.xml',
    });
    expect(basis('parties.seller.pain').kind).toBe('assumption');
  });

  test('that plays and can be analysed', () => {
    const { scenario } = boat();
    expect(playBulk(settingOf(scenario), '1').at(-1)!.type).toBe('conference.ended');
    const analysis = analysisOf(scenario);
    expect([analysis.outcomes, analysis.parties]).toEqual([18, ['buyer', 'seller']]);
    // The buyer falls to 0.4 or more in ten of the eighteen, and the seller takes anything.
    expect(analysis.rational).toBe(
      [0.2, 0.05]
        .flatMap((a) => [0.5, 0.25, 0.05].flatMap((b) => [0.06, 0.18, 0.3].map((c) => a + b + c)))
        .filter((u) => u >= 0.4 - 1e-9).length,
    );
  });

  test('in which ids keep the order of the profiles, for turns and sums run in it', () => {
    const { scenario } = imported({ 'boat.xml': DOMAIN, 'zoe.xml': BUYER, 'amir.xml': SELLER });
    expect(scenario.parties.map(({ id, name }) => [id, name])).toEqual([
      ['p1-zoe', 'zoe'],
      ['p2-amir', 'amir'],
    ]);
  });

  test('weights that sum to less than 1 by rounding lower every utility, as they do in Genius', () => {
    const rounded = BUYER.replace('index="1" value="0.2"', 'index="1" value="0.1995"');
    const { scenario } = imported({ 'boat.xml': DOMAIN, 'buyer.xml': rounded, 'seller.xml': SELLER });
    const best = { colour: 'red', delivery: 'spring', oars: 'option-4' };
    expect(worth(scenario, 'buyer', best)).toBeCloseTo(0.9995, 12);
  });

  test('an issue with one value is decided, and what it is worth stays', () => {
    const without = (text: string) => text.replace(/ *<item index="2" value="2 blues"[^>]*>\n/, '');
    const { scenario, notes } = imported({
      'boat.xml': without(DOMAIN),
      'buyer.xml': without(BUYER),
      'seller.xml': without(SELLER),
    });
    expect(scenario.agenda).toEqual(['delivery', 'oars']);
    expect(worth(scenario, 'buyer', { delivery: 'summer', oars: 'option-2' })).toBeCloseTo(0.2 + 0.25 + 0.06, 12);
    expect(worth(scenario, 'seller', { delivery: 'spring', oars: 'option-3' })).toBeCloseTo(0.125 + 0.1875, 12);
    expect(notes.some((note) => note.includes('Colour has one value'))).toBe(true);
  });
});
