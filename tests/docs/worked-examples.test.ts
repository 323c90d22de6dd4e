import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chanceOf } from '../../src/chance/chance.ts';
import type { Grade } from '../../src/model/attendance.ts';
import { attendanceTerms, decideAttendance } from '../../src/rules/attendance.ts';
import { afterLeak } from '../../src/rules/corridor.ts';
import { audienceCost, bestGuarantor, commitmentDiscount } from '../../src/rules/costs.ts';
import { medianOption } from '../../src/rules/median.ts';
import { decideVote, voteTerms } from '../../src/rules/polling.ts';
import { afterPresses, pressOdds, resolvePress } from '../../src/rules/pressure.ts';
import { proposalOf } from '../../src/rules/proposal.ts';
import { durabilityOf, ratificationOdds } from '../../src/rules/ratification.ts';
import { afterOpening } from '../../src/rules/round.ts';
import { settingOf, type Setting } from '../../src/rules/setting.ts';
import { normalisedTime, readiness, targetAt } from '../../src/rules/target.ts';
import { utility, walkAway } from '../../src/rules/utility.ts';
import { viewOf } from '../../src/rules/visibility.ts';
import { worldAtStart, type World } from '../../src/rules/world.ts';
import { load, type Loaded } from '../../src/scenario/load.ts';
import { entry, isMap, valueAt } from '../../src/scenario/tree.ts';
import { untouched, worldFor, type Scene } from '../rules/setting.ts';
import { isTrue, workedOut } from './arithmetic.ts';
import { tablesOf } from './tables.ts';

const tables = tablesOf(readFileSync(new URL('../../docs/worked-examples.md', import.meta.url), 'utf8'));

const loadedMoscow = given('moscow-2018');
const moscow = settingOf(loadedMoscow.scenario);
const loadedWashington = given('washington-attends');
const washington = settingOf(loadedWashington.scenario);

type Row = readonly string[];
const rowsUnder = (heading: string): readonly Row[] => tables.find(({ under }) => under === heading)?.rows ?? [];

/** The texts of the table under “Objections”, by name. */
const texts = new Map(rowsUnder('Objections').map(([name, ...options]) => [name!, options.map(Number)]));
const first = { kabul: texts.get('Kabul first tabled')!, taliban: texts.get('the Taliban first tabled')! };

describe('the options of the worked examples', () => {
  test.each([
    ['Points of Kabul, of 47.5', 'kabul', 47.5],
    ['Points of the Taliban, of 43.5', 'taliban', 43.5],
  ])('%s', (heading, id, total) => {
    const me = partyIn(washington, id);
    const { stances } = loadedWashington.scenario.parties[me.index]!;
    expect(stances.reduce((sum, { salience }) => sum + salience.value, 0)).toBe(total);
    const expected = washington.issues.map((issue, k) => {
      const { preference, salience, voiced } = stances.find((stance) => stance.issue === issue.id)!;
      return [
        voiced === 'public' ? `${issue.id} *` : issue.id,
        preference.kind === 'ideal' ? String(preference.ideal.value) : 'table',
        String(salience.value),
        me.values[k]!.map((value) => (me.weights[k]! * value * total).toFixed(4)).join(' · '),
      ];
    });
    expect(rowsUnder(heading)).toEqual(expected);
  });

  test('what each asks for in round 1 is what is said to be first tabled', () => {
    const opened = afterOpening(washington, worldFor(washington, { round: 0, grades: present }), untouched);
    for (const id of ['kabul', 'taliban'] as const)
      expect(proposalOf(washington, viewOf(washington, opened, partyIn(washington, id).index))).toEqual(first[id]);
    expect(tables.find(({ under }) => under === 'Objections')?.header.slice(1)).toEqual(
      washington.issues.map(({ id }) => id),
    );
  });
});

const hoped = rowsUnder('The text that Kabul can hope for');
/** What Kabul can hope for, as the document says. */
const reachable = hoped.map(([, , , option]) => Number(option));

describe('the text that Kabul can hope for', () => {
  test.each(hoped.map((row, k) => [row[0]!, row, k] as const))('%s', (id, [, weights, half, option], k) => {
    const { id: issue, options, ordered } = moscow.issues[k]!;
    expect(id).toBe(issue);
    if (!ordered) {
      expect([weights, half, Number(option)]).toEqual(['–', '–', moscow.opening[k]]);
      return;
    }
    const list = weights!.split(' · ').map(Number);
    expect(list).toEqual(options.map((_, o) => expect.closeTo(weightOn(k, o), 12)));
    expect(list.reduce((sum, weight) => sum + weight, 0) / 2).toBeCloseTo(Number(half), 12);
    expect(medianOption(list, moscow.opening[k]!)).toBe(Number(option));
  });

  test('is the one by which it decides', () => {
    expect(hoped).toHaveLength(moscow.issues.length);
    const { me, world, view } = startOf(moscow, 'kabul');
    const gain = utility(me, reachable) - walkAway(me, world.parties[me.index]!);
    expect(attendanceTerms(moscow, view).prospects).toBeCloseTo(6 * 0.5 * gain, 12);
  });
});

/** Leverage, threefold of those who must sign, of those whose voiced ideal (or, for Kabul, best option) is nearest. */
function weightOn(k: number, option: number): number {
  const { positions } = moscow.issues[k]!;
  let weight = 0;
  for (const party of moscow.parties) {
    const ideal = party.id === 'kabul' ? positions[party.best[k]!] : party.voiced[k];
    if (ideal === undefined || party.grade === 'absent') continue;
    const off = positions.map((at) => Math.abs(at - ideal).toFixed(9));
    const nearest = off.findIndex((one) => off.every((other) => one <= other));
    if (nearest === option) weight += party.leverage * (party.signatory ? 3 : 1);
  }
  return weight;
}

/** By heading: what the rules make of each row. */
const ruled: Readonly<Record<string, () => Readonly<Record<string, number | string>>>> = {
  'Whether Kabul comes': () => {
    const { me, world, view } = startOf(moscow, 'kabul');
    const terms = attendanceTerms(moscow, view);
    const { ownership, model } = moscow;
    const p = terms.probability;
    return {
      'utility of that text': utility(me, reachable),
      'walk-away': walkAway(me, world.parties[me.index]!),
      expectation: me.expectation,
      intercept: model.attendance.intercept,
      prospects: terms.prospects,
      'value of a regional format': me.values[ownership!.issue]![ownership!.format]!,
      format: terms.format,
      'company: Moscow and China come, Washington declined': terms.company,
      'pressure: Moscow was asked to see to it': terms.pressure,
      exposure: terms.exposure,
      'sum of all': Math.log(p / (1 - p)),
      'probability of coming officially': p,
      'of coming at all': p + (1 - p) * me.delegation,
      'draw of seed 42': chanceOf('42').at('attendance/kabul', 0),
      'Kabul comes': decideAttendance(moscow, view, chanceOf('42')).grade,
    };
  },
  'Pakistan presses the Taliban: it works': () => pressed('pakistan', 'taliban'),
  'Moscow presses Washington: it backfires': () => pressed('moscow', 'washington'),
  'Kabul in round 3': () => {
    const { me, world, view } = startOf(washington, 'kabul');
    const state = world.parties[me.index]!;
    const R = readiness(washington, state);
    const { painHalf } = washington.model.readiness;
    const motivation = me.pain / (me.pain + painHalf);
    const b = walkAway(me, state);
    const target = targetAt(washington, view, 3, untouched);
    const c = 1 - (target - b) / (me.top - b);
    return {
      motivation,
      'optimism, half of it what it expects of this conference': R / motivation,
      readiness: R,
      β: betaOf(me) * (washington.model.concession.readiness + R),
      't′': normalisedTime(washington, 3),
      α: c / (1 - reciprocityOf(me)),
      c,
      'its best text': me.top,
      target,
    };
  },
  'Kabul in the last round': () => {
    const { next, c, threshold } = lastThreshold('kabul');
    return { c, 'next target': next, 'threshold, half of the way being soft': threshold };
  },
  'The Taliban in the last round': () => {
    const { b, top, next, c, threshold } = lastThreshold('taliban');
    return {
      'walk-away, with what Doha is worth': b,
      'its best text': top,
      c,
      'next target': next,
      'threshold, half of the way being soft': threshold,
    };
  },
  'The Taliban on text A: a red line': () => {
    const { vote } = polled('taliban', 'A');
    const k = washington.issueIndex.get('armed-struggle')!;
    const me = partyIn(washington, 'taliban');
    return {
      'what it never signs on the fighting': washington.issues[k]!.options.filter((_, o) => !me.allowed[k]![o]).join(),
      'option 3 of the fighting': washington.issues[k]!.options[texts.get('A')![k]!]!,
      code: vote.code,
    };
  },
  'The Taliban on text B: worse than no agreement': () => {
    const { terms, worth, vote } = polled('taliban', 'B');
    return {
      utility: terms.utility,
      'audience cost: talks, safety, the fighting and standing': terms.audience,
      'commitment discount': terms.commitment,
      worth,
      'with a perfect guarantor still too little': worth + terms.commitment < terms.threshold ? 'too little' : 'enough',
      'without an audience still too little': worth + terms.audience < terms.threshold ? 'too little' : 'enough',
      code: vote.code,
      'most of all over': vote.issue,
    };
  },
  'Kabul on text C: less than it holds out for': () => {
    const { terms, worth, vote } = polled('kabul', 'C');
    return {
      utility: terms.utility,
      'audience cost: the fighting and who owns the process': terms.audience,
      'commitment discount': terms.commitment,
      worth,
      'with a perfect guarantor still too little': worth + terms.commitment < terms.threshold ? 'too little' : 'enough',
      'without an audience still too little': worth + terms.audience < terms.threshold ? 'too little' : 'enough',
      code: vote.code,
      'most of all over': vote.issue,
    };
  },
  'Kabul on text D: its public would not forgive it': () => {
    const { terms, worth, vote } = polled('kabul', 'D');
    return {
      utility: terms.utility,
      'audience cost: the fighting, talks and who owns the process': terms.audience,
      'commitment discount': terms.commitment,
      worth,
      'with a perfect guarantor still too little': worth + terms.commitment < terms.threshold ? 'too little' : 'enough',
      'code: without an audience it would do': vote.code,
    };
  },
  'Kabul on text B: nobody guarantees it': () => {
    const others = { china: 'absent', iran: 'absent', moscow: 'absent', pakistan: 'absent' } as const;
    const most = polled('kabul', 'B');
    const less = polled('kabul', 'B', { washington: 'absent' });
    const least = polled('kabul', 'B', { ...others, washington: 'absent' });
    expect([most, less, least].map(({ guarantor }) => guarantor)).toEqual([0.7, 0.35, 0.05]);
    const { terms } = most;
    const { discount } = washington.model.commitment;
    return {
      utility: terms.utility,
      'audience cost: the fighting and who owns the process': terms.audience,
      'weight × way from the status quo': least.terms.commitment / (discount * (1 - least.guarantor)),
      'discount with Washington': most.terms.commitment,
      'discount with Moscow': less.terms.commitment,
      'discount with the Taliban alone': least.terms.commitment,
      'vote with Washington': most.vote.code,
      'vote with Moscow': less.vote.code,
      'vote with the Taliban alone': least.vote.code,
      'without any discount it would do': terms.utility - terms.audience >= terms.threshold ? 'it would' : 'nor then',
    };
  },
  'Who loses what': () => {
    const before = worldAtStart(moscow);
    const relation = relationIn(moscow, 'washington', 'taliban');
    const after = afterLeak(moscow, before, relation);
    const state = (id: string) => after.parties[partyIn(moscow, id).index]!;
    const trust = (id: string) => after.relations[relationIn(moscow, 'washington', id)]!.trust;
    const channel = (from: string, to: string) => after.relations[relationIn(moscow, from, to)]!.channel;
    const newly = (id: string) =>
      moscow.issues
        .filter((_, k) => state(id).exposed[k] && !before.parties[partyIn(moscow, id).index]!.exposed[k])
        .map((issue) => issue.id)
        .join(', ');
    return {
      'audience of Washington': state('washington').audience,
      'audience of the Taliban': state('taliban').audience,
      'issues on which Washington is watched from now on': newly('washington'),
      'issues on which the Taliban are watched from now on': newly('taliban'),
      'Kabul’s trust in Washington': trust('kabul'),
      'Kabul’s expectation': state('kabul').expectation,
      'Pakistan’s trust in Washington': trust('pakistan'),
      'Pakistan’s expectation': state('pakistan').expectation,
      'channel from Washington to the Taliban': channel('washington', 'taliban'),
      'channel from the Taliban to Washington': channel('taliban', 'washington'),
    };
  },
  'How well the deal may last': () => {
    const [kabul, taliban] = [partyIn(washington, 'kabul'), partyIn(washington, 'taliban')];
    const shift = { taliban: { shift: 0.02 } };
    const text = texts.get('E')!;
    const world = worldFor(washington, {
      round: 8,
      text,
      grades: present,
      states: { kabul: { pained: 0.062, pressed: 0.01 }, taliban: { ...shift.taliban, pained: 0.038, pressed: 0.042 } },
    });
    const margin = (me: typeof kabul) => utility(me, text) - walkAway(me, world.parties[me.index]!);
    const parts = durabilityOf(washington, world);
    return {
      'utility of Kabul': utility(kabul, text),
      'utility of the Taliban': utility(taliban, text),
      'margin of Kabul': margin(kabul),
      'margin of the Taliban': margin(taliban),
      'part of margins': parts.margin,
      'part of the guarantee: Washington, party to the talks': parts.guarantee,
      'part of freedom': parts.freedom,
      index: parts.index,
      'Kabul’s side ratifies with': ratificationOdds(washington, world, kabul.index),
    };
  },
};

const WORKED = ['what', 'by hand', 'value'];
const worked = tables.filter(({ header }) => header.join() === WORKED.join());

test('every table of the document is worked, and every example is in the document', () => {
  expect(worked.map(({ under }) => under)).toEqual(Object.keys(ruled));
  expect(tables.length - worked.length).toBe(4);
});

describe.each(worked)('$under', ({ under, rows }) => {
  const rulesOf = () => ruled[under]?.() ?? {};

  test('has just the rows that the rules know', () => {
    const rules = rulesOf();
    expect(rows.map(([what]) => what)).toEqual(Object.keys(rules));
    for (const row of rows) expect(row).toHaveLength(3);
  });

  test.each(rows.map(([what, hand, value]) => ({ what: what!, hand: hand!, value: value! })))(
    '$what',
    ({ what, hand, value }) => {
      const ruledValue = rulesOf()[what];
      if (typeof ruledValue === 'string') {
        expect(value).toBe(ruledValue);
        const said = byHand(hand);
        if (said !== undefined) expect(said === true ? value : said).toBe(value);
      } else {
        expectPrinted(value, ruledValue);
        const said = byHand(hand);
        if (hand === 'drawn') return;
        if (typeof said !== 'number') throw new Error(`“${hand}” comes to no number`);
        expectPrinted(value, said);
      }
    },
  );
});

/**
 * What a cell under “by hand” comes to: a number, a name of the scenario, true for comparisons that hold; nothing where
 * there is nothing to work out.
 */
function byHand(cell: string): number | string | true | undefined {
  if (cell === '–' || cell === 'drawn') return undefined;
  const path = /^`(.*)`$/.exec(cell)?.[1];
  if (path !== undefined) return inScenario(path);
  const truth = isTrue(cell);
  if (truth === undefined) return workedOut(cell);
  expect(truth, cell).toBe(true);
  return true;
}

/** Equal to the last digit printed. */
function expectPrinted(printed: string, value: number | undefined): void {
  if (value === undefined) throw new Error(`the rules know nothing of the row with ${printed}`);
  expect(printed).toMatch(/^−?\d+(\.\d+)?$/);
  const digits = printed.split('.')[1]?.length ?? 0;
  const off = Math.abs(Number(printed.replace('−', '-')) - value);
  expect(off, `${printed} is printed for ${value}`).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-9);
}

/** A number or a list of the scenario by its path; coefficients are in its model whether the file says so or not. */
function inScenario(path: string): number | string {
  const { scenario, document } = loadedWashington;
  const keys = path.split('.');
  const found = keys[0] === 'model' ? valueAt(scenario, keys) : valueAt(document, keys);
  const value = isMap(found) ? entry(found, 'value') : found;
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return value.join();
  throw new Error(`there is nothing at ${path}`);
}

const present: Readonly<Record<string, Grade>> = { kabul: 'official' };

function given(name: string): Loaded {
  const result = load(name);
  if (!result.ok) throw new Error(name);
  return result.value;
}

function partyIn(setting: Setting, id: string): Setting['parties'][number] {
  return setting.parties[setting.partyIndex.get(id)!]!;
}

function relationIn(setting: Setting, from: string, to: string): number {
  const [i, j] = [partyIn(setting, from).index, partyIn(setting, to).index];
  return setting.relations.findIndex((relation) => relation.from === i && relation.to === j);
}

function startOf(setting: Setting, id: string) {
  const me = partyIn(setting, id);
  const world: World = worldAtStart(setting);
  return { me, world, view: viewOf(setting, world, me.index) };
}

function betaOf({ tactic }: Setting['parties'][number]): number {
  if (tactic.kind !== 'time-dependent') throw new Error('no β');
  return tactic.beta;
}

function reciprocityOf({ tactic }: Setting['parties'][number]): number {
  if (tactic.kind !== 'time-dependent') throw new Error('no ρ');
  return tactic.reciprocity;
}

/** One press of round 2 with the luck of seed 3. */
function pressed(from: string, to: string) {
  const world = worldFor(washington, { round: 2, grades: present });
  const relation = relationIn(washington, from, to);
  const setting = washington.relations[relation]!;
  const { influence, trust } = world.relations[relation]!;
  const odds = pressOdds(washington, setting, world.relations[relation]!);
  const chance = chanceOf('3');
  const press = resolvePress(washington, world, relation, chance);
  const me = partyIn(washington, to);
  const after = afterPresses(washington, world, [press]).world;
  return {
    influence,
    trust,
    'works with': odds.works,
    'backfires with': odds.backfires,
    draw: chance.at(setting.pressStream, 2),
    outcome: press.outcome,
    'walk-away before, with what Doha is worth': walkAway(me, world.parties[me.index]!),
    'walk-away after': walkAway(me, after.parties[me.index]!),
  };
}

/** What a party holds out for in the last round, when nobody has moved. */
function lastThreshold(id: 'kabul' | 'taliban') {
  const { terms } = polled(id, 'B');
  const me = partyIn(washington, id);
  const next = targetAt(washington, viewOf(washington, worldAtStart(washington), me.index), 9, untouched);
  const b = terms.walkAway;
  return { b, top: me.top, next, c: 1 - (next - b) / (me.top - b), threshold: terms.threshold };
}

/** A vote in the last round on one of the texts. */
function polled(id: 'kabul' | 'taliban', text: string, grades: Readonly<Record<string, Grade>> = {}) {
  const scene: Scene = { round: 8, text: texts.get(text)!, grades: { ...present, ...grades }, first, proposals: first };
  const world = worldFor(washington, scene);
  const me = partyIn(washington, id);
  const view = viewOf(washington, world, me.index);
  const terms = voteTerms(washington, view, untouched);
  const cast = decideVote(washington, view, untouched);
  expect(terms.audience).toBe(audienceCost(washington, view, scene.text!));
  expect(terms.commitment).toBe(commitmentDiscount(washington, view, scene.text!));
  return {
    terms,
    worth: terms.utility + terms.promises - terms.audience - terms.commitment,
    vote: cast.accepts ? { code: 'accepts', issue: '' } : cast.objection,
    guarantor: bestGuarantor(washington, world.public.grades, me),
  };
}
