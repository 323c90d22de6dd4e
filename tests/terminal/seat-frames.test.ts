import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sittingOf } from '../../src/cli/sit.ts';
import type { SeatQuestion } from '../../src/model/choices.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { load, scenarioFrom } from '../../src/scenario/load.ts';
import { Table } from '../../src/seats/table.ts';
import { answerOf, formOf, picksOf, scoreOf } from '../../src/views/terminal/seat/form.ts';
import { seatFrame } from '../../src/views/terminal/seat/frame.ts';
import type { Sitting } from '../../src/views/terminal/seat/sitting.ts';
import { advised, atFirst, knowingOf, moved, sceneOf, type Seated } from '../../src/views/terminal/seat/state.ts';
import { lineWidth } from '../../src/views/terminal/widgets/line.ts';

const SIZES = [
  [60, 16],
  [80, 24],
  [120, 36],
  [200, 50],
  [119, 29],
] as const;

/** A bundled scenario with a word in each party's confidential brief and private reasons that stands nowhere else. */
function withCanaries(name: string): Scenario {
  const loaded = load(name);
  if (!loaded.ok) throw new Error('no scenario');
  const document = structuredClone(loaded.value.document) as Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- a document is unchecked by nature
  for (const [id, party] of Object.entries(document['parties'] as Record<string, any>)) {
    party.brief.confidential = `canary-${id} ${party.brief.confidential}`;
    for (const stance of Object.values(party.stances as Record<string, any>))
      if (stance.salience?.basis !== undefined) stance.salience.basis = `assumption: canary-${id}`;
  }
  const scenario = scenarioFrom(document);
  if (!scenario.ok) throw new Error(scenario.error[0]!.message);
  return scenario.value;
}

function opened(scenario: Scenario, people: readonly string[], seed = '1'): { table: Table; sitting: Sitting } {
  const table = new Table({ scenario, seed, people, programs: {}, within: 1000, onFact: () => {}, onNote: () => {} });
  return { table, sitting: sittingOf(table, scenario, people, undefined) };
}

/** All that a frame shows, and whether it fits. */
function drawn(sitting: Sitting, seated: Seated): readonly string[] {
  return SIZES.map(([width, height]) => {
    const frame = seatFrame(sitting, seated, width, height)!;
    const bodies = frame.columns.map((column) => column.flatMap((pane) => pane.rows));
    const rows = Math.max(...bodies.map((body) => body.length));
    expect(frame.header.length + rows + frame.footer.length).toBeLessThanOrEqual(height);
    for (const line of [...frame.header, ...frame.footer]) expect(lineWidth(line)).toBeLessThanOrEqual(width - 2);
    const across = frame.columns.map((column) => Math.max(...column.map((pane) => pane.width)));
    expect(across.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(width - 2);
    for (const pane of frame.columns.flat())
      for (const row of pane.rows) expect(lineWidth(row)).toBeLessThanOrEqual(pane.width);
    return [...frame.header, ...bodies.flat(), ...frame.footer]
      .map((row) => row.map((one) => one.text).join(''))
      .join('\n');
  });
}

/** Plays to the end as the rule advises, and shows every screen on the way. */
function* screens(table: Table, sitting: Sitting): Generator<{ seat: string | undefined; text: string }> {
  let seated = atFirst(sitting);
  for (;;) {
    const scene = sceneOf(sitting, seated);
    const seat = scene.type === 'seat' || scene.type === 'brief' ? scene.seat : undefined;
    for (let page = 0; page < 5; page++) for (const text of drawn(sitting, { ...seated, page })) yield { seat, text };
    if (scene.type === 'ended') return;
    if (scene.type === 'cover') seated = { ...seated, shown: scene.seat };
    else if (scene.type === 'brief') seated = { ...seated, briefed: [...seated.briefed, scene.seat] };
    else if (scene.question === undefined) sitting.resume();
    else {
      const knowing = knowingOf(sitting, scene.seat);
      const advice = sitting.advice(scene.question.number);
      seated = advised(seated, scene.question, knowing, advice);
      for (const text of drawn(sitting, seated)) yield { seat, text };
      seated = advised(seated, scene.question, knowing, advice);
      expect(sitting.answer(scene.question.number, answerOf(scene.question, knowing, seated.picks)!)).toBeUndefined();
    }
    expect(table.facts.length).toBeLessThan(5000);
  }
}

describe('the screens of a seat', () => {
  test.each([
    ['moscow-class', ['kabul', 'taliban', 'moscow']],
    ['moscow-2018', ['taliban']],
    ['two-valleys', ['lower', 'upper']],
  ])('fit, and hold no canary of another seat, in %s as %j', (name, people) => {
    const scenario = withCanaries(name);
    const { table, sitting } = opened(scenario, people, '42');
    const own = new Set<string>();
    let covers = 0;
    for (const { seat, text } of screens(table, sitting)) {
      for (const { id } of scenario.parties) if (id !== seat) expect(text).not.toContain(`canary-${id}`);
      if (seat !== undefined && text.includes(`canary-${seat}`)) own.add(seat);
      if (text.includes('Pass the keyboard')) covers++;
    }
    expect([...own].sort()).toEqual(people.toSorted());
    expect(covers > 0).toBe(people.length > 1);
    expect(table.facts.at(-1)!.type).toBe('conference.ended');
  });

  test('are the same for one seat, whatever another that acts the same wants and feels', () => {
    const loaded = load('two-valleys');
    const changed = load('two-valleys', ['parties.upper.walkAway=0.401', 'parties.upper.pain=0.011']);
    if (!loaded.ok || !changed.ok) throw new Error('no scenario');
    const shown = [loaded.value.scenario, changed.value.scenario].map((scenario) => {
      const { table, sitting } = opened(scenario, ['lower']);
      const texts = [...screens(table, sitting)].map(({ text }) => text);
      return { texts, facts: JSON.stringify(table.facts) };
    });
    expect(shown[1]!.facts).not.toBe(shown[0]!.facts);
    expect(shown[1]!.texts).toEqual(shown[0]!.texts);
    expect(shown[0]!.texts.length).toBeGreaterThan(100);
  });

  test('say nothing of what any seat keeps to itself at the end of a conference of several', () => {
    const { table, sitting } = opened(withCanaries('two-valleys'), ['lower', 'upper']);
    const last = [...screens(table, sitting)].at(-1)!;
    expect(last.text).toContain('How it ended');
    expect(last.text).not.toMatch(/worth|canary/);
  });
});

describe('a form', () => {
  /** The first question of each kind that a seat is asked in a bundled scenario. */
  function questions(name: string, seat: string): readonly { question: SeatQuestion; sitting: Sitting }[] {
    const loaded = load(name);
    if (!loaded.ok) throw new Error('no scenario');
    const { sitting } = opened(loaded.value.scenario, [seat], '42');
    const found = new Map<string, { question: SeatQuestion; sitting: Sitting }>();
    while (!sitting.ended()) {
      const [question] = sitting.questions();
      if (question === undefined) {
        sitting.resume();
        continue;
      }
      if (!found.has(question.question)) found.set(question.question, { question, sitting });
      sitting.answer(question.number, sitting.advice(question.number)!);
    }
    return [...found.values()];
  }

  const asked = [
    ...questions('moscow-2018', 'moscow'),
    ...questions('moscow-2018', 'kabul'),
    ...questions('moscow-2018', 'taliban'),
  ];

  test('has been tried on every kind of question', () => {
    expect(new Set(asked.map(({ question }) => question.question))).toEqual(
      new Set(['attendance', 'amendments', 'caucus', 'draft', 'vote', 'stay']),
    );
  });

  test('gives back the answer that was filled into it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...asked), fc.array(fc.nat(60), { minLength: 40, maxLength: 40 }), (one, numbers) => {
        const { question, sitting } = one;
        const knowing = knowingOf(sitting, question.party);
        const { fields } = formOf(question, knowing);
        const picks = fields.map((field, n) => numbers[n]! % field.choices.length);
        const answer = answerOf(question, knowing, picks)!;
        expect(answerOf(question, knowing, picksOf(question, knowing, answer))).toEqual(answer);
      }),
      { numRuns: 300 },
    );
  });

  test('is worth what the text is worth before anything is chosen', () => {
    for (const { question, sitting } of asked) {
      const knowing = knowingOf(sitting, question.party);
      expect(scoreOf(question, knowing, formOf(question, knowing).start)).toBeCloseTo(question.own.utility, 12);
    }
  });

  test('never leaves its lines and choices, whatever keys are pressed', () => {
    const key = fc.record({ field: fc.integer({ min: -1, max: 1 }), pick: fc.constantFrom(undefined, -1, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...asked), fc.array(key, { maxLength: 60 }), ({ question, sitting }, keys) => {
        const knowing = knowingOf(sitting, question.party);
        let seated = atFirst(sitting);
        for (const { field, pick } of keys)
          seated = moved(seated, question, knowing, { field, ...(pick !== undefined && { pick }) });
        const { fields } = formOf(question, knowing);
        if (keys.length === 0 || fields.length === 0) return;
        expect(fields[seated.field]).toBeDefined();
        for (const [n, pick] of seated.picks.entries()) expect(pick).toBeLessThan(fields[n]!.choices.length);
      }),
      { numRuns: 300 },
    );
  });
});
