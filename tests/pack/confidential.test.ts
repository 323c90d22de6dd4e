import { describe, expect, test } from 'vitest';
import type { Briefs, PartyTexts } from '../../src/model/brief.ts';
import { BRIEF_SECTIONS } from '../../src/model/brief.ts';
import type { Quantity } from '../../src/model/quantity.ts';
import type { Party, Scenario } from '../../src/model/scenario.ts';
import { bundledNames } from '../../src/scenario/bundled-files.ts';
import { sound } from '../scenario/written.ts';
import { briefsFor, packed } from './packed.ts';

/** A word that stands nowhere else, planted in everything that a party keeps to itself. */
const canary = (id: string) => `canary${id.replaceAll('-', '')}sings`;

describe.each(bundledNames())('in the pack of %s', (name) => {
  const { scenario } = sound(name);
  const briefs = briefsFor(name, scenario);
  const files = packed(planted(scenario), {
    briefs: plantedBriefs(briefs, scenario),
    people: ['Ann', 'Ben'],
    groups: 1,
  });

  const before = packed(scenario, { briefs });

  test.each(scenario.parties.map(({ id }) => id))('what %s keeps to itself stands on its own sheets alone', (id) => {
    const holders = [...files].filter(([, text]) => text.includes(canary(id))).map(([path]) => path);
    expect(holders.filter((path) => !path.startsWith('teacher/'))).toEqual([`seats/${id}.html`, `seats/${id}.md`]);
    expect(holders).toContain('teacher/reveal.html');
  });

  test.each(scenario.parties.map(({ id }) => id))(
    'other numbers, wishes and words of %s change no byte of anything that others read',
    (id) => {
      const after = packed(otherwise(scenario, id), { briefs: briefsOtherwise(briefs, id) });
      const changed = [...before].filter(([path, text]) => after.get(path) !== text).map(([path]) => path);
      expect(changed.filter((path) => !path.startsWith('teacher/'))).toEqual([`seats/${id}.html`, `seats/${id}.md`]);
    },
  );

  test('a line between two changes the sheets of these two alone', () => {
    const relation = scenario.relations[0];
    if (relation === undefined) return expect(scenario.relations).toEqual([]);
    const { from, to } = relation;
    const relations = scenario.relations.map((one) =>
      one === relation ? { ...one, channel: 'back' as const, via: 'canaryline' } : one,
    );
    const holders = [...packed({ ...scenario, relations }, { briefs })]
      .filter(([, text]) => text.includes('canaryline'))
      .map(([path]) => path.replace(/\.\w+$/, ''));
    // An open line the other way hides it from sight; nobody else may see it either way.
    expect([`seats/${from}`, `seats/${to}`]).toEqual(
      expect.arrayContaining(holders.filter((path) => !path.startsWith('teacher/'))),
    );
  });

  test('what is to happen, and what the teacher asks about it, is told to nobody beforehand', () => {
    const events = [{ id: 'canary-event', when: { round: 1 }, headline: 'canaryheadline', effects: [] }];
    const injects = [{ title: 'canarytitle', when: 'canarywhen', text: 'canarytext', ask: 'canaryask' }];
    const told = packed({ ...scenario, events }, { briefs: { ...briefs, injects, questions: ['canaryquestion'] } });
    const holders = [...told].filter(([, text]) => /canary(headline|title|when|text|ask|question)/.test(text));
    expect(holders.length).toBeGreaterThan(0);
    for (const [path] of holders) expect(path).toMatch(/^teacher\//);
  });
});

test.each([
  ['doha-leaks', /talks in Doha come out|papers print/i],
  ['emissions-1994', /8\.833|--set/],
  ['harbour', /of 972/i],
])('nobody reads on a sheet of %s what the scenario says to whoever runs it', (name, told) => {
  const { scenario } = sound(name);
  expect(`${scenario.title} ${scenario.about}`).toMatch(told);
  const holders = [...packed(scenario, { briefs: briefsFor(name, scenario) })].filter(([, text]) => told.test(text));
  for (const [path] of holders) expect(path).toMatch(/^teacher\//);
});

test('a translation keeps its confidences as well', () => {
  const { scenario } = sound('moscow-class');
  const briefs = briefsFor('moscow-class', scenario);
  const dari = briefs.translations['fa-AF']!;
  const parties = Object.fromEntries(
    scenario.parties.map(({ id }) => [
      id,
      { ...dari.parties?.[id], brief: { confidential: canary(id) }, knows: `${canary(id)} knows` },
    ]),
  );
  const translations = { 'fa-AF': { ...dari, parties } };
  const files = packed(scenario, { briefs: { ...briefs, translations }, lang: 'fa-AF' });
  for (const { id } of scenario.parties) {
    const holders = [...files].filter(([, text]) => text.includes(canary(id))).map(([path]) => path);
    expect(holders.filter((path) => !path.startsWith('teacher/'))).toEqual([`seats/${id}.html`, `seats/${id}.md`]);
  }
});

function planted(scenario: Scenario): Scenario {
  return {
    ...scenario,
    parties: scenario.parties.map((party) => {
      const note = (of: Quantity): Quantity => ({ ...of, basis: { kind: 'assumption', reason: canary(party.id) } });
      return {
        ...party,
        walkAway: note(party.walkAway),
        pain: note(party.pain),
        budget: note(party.budget),
        leverage: note(party.leverage),
        stances: party.stances.map((stance) => ({
          ...stance,
          salience: note(stance.salience),
          preference:
            stance.preference.kind === 'ideal'
              ? { ...stance.preference, ideal: note(stance.preference.ideal) }
              : stance.preference,
        })),
        brief: { ...party.brief, confidential: `${party.brief.confidential}\n\n${canary(party.id)}` },
      };
    }),
  };
}

function plantedBriefs(briefs: Briefs, scenario: Scenario): Briefs {
  const secrets = (id: string) =>
    Object.fromEntries(BRIEF_SECTIONS.map((section) => [section, `${canary(id)} ${section}`]));
  const parties = Object.fromEntries(
    scenario.parties.map(({ id }): [string, PartyTexts] => [id, { ...briefs.parties[id], ...secrets(id) }]),
  );
  return { ...briefs, parties };
}

/** The same party to others, and another one to itself. */
function otherwise(scenario: Scenario, id: string): Scenario {
  const to = (of: Quantity, value: number): Quantity => ({ ...of, value });
  const change = (party: Party): Party => ({
    ...party,
    walkAway: to(party.walkAway, party.walkAway.value / 2 + 0.137),
    pain: to(party.pain, 0.031),
    expectation: to(party.expectation, 0.111),
    optimism: to(party.optimism, 0.222),
    patience: to(party.patience, 9),
    audience: to(party.audience, 0.333),
    delegation: to(party.delegation, 0.444),
    home: to(party.home, 0.555),
    budget: to(party.budget, 0.077),
    tactic: { kind: 'hardliner' },
    stances: party.stances.map((stance, index) => ({
      ...stance,
      salience: to(stance.salience, 1 + index),
      ...(index === 0 && {
        redLine: {
          kind: 'never' as const,
          options: [scenario.issues.find((one) => one.id === stance.issue)!.options[0]!.id],
        },
      }),
    })),
    brief: { ...party.brief, confidential: 'Something else.' },
  });
  return { ...scenario, parties: scenario.parties.map((party) => (party.id === id ? change(party) : party)) };
}

function briefsOtherwise(briefs: Briefs, id: string): Briefs {
  const { public: open } = briefs.parties[id] ?? {};
  return {
    ...briefs,
    parties: { ...briefs.parties, [id]: { ...(open !== undefined && { public: open }), knows: 'Other.' } },
  };
}
