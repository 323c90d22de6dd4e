import { describe, expect, it } from 'vitest';
import type { Grade } from '../../src/model/attendance.ts';
import { absentSignatories, agreedIssues, isAgreed, isCommunique } from '../../src/rules/endings.ts';
import { settingFor, worldFor, type PartySketch, type Scene, type Sketch } from './setting.ts';

const YES = 'accepts';
const NO = ['below-target', 'land'] as const;

describe('agreement', () => {
  /** Two who must sign and four who need not. */
  const others = ['c', 'd', 'e', 'f'];
  const agreed = (rule: Sketch['rule'], refusals: string[], grades: Record<string, Grade> = {}) => {
    const setting = settingFor({
      issues: { land: 2 },
      parties: { a: {}, b: {}, ...Object.fromEntries(others.map((id) => [id, { signatory: false }])) },
      ...(rule && { rule }),
    });
    const votes: Scene['votes'] = Object.fromEntries(
      ['a', 'b', ...others]
        .filter((id) => !['absent', 'observer'].includes(grades[id] ?? 'official'))
        .map((id) => [id, refusals.includes(id) ? NO : YES]),
    );
    return isAgreed(setting, worldFor(setting, { votes, grades }));
  };

  it.each<[string, Sketch['rule'], string[], Record<string, Grade>, boolean]>([
    ['all accept', { quorum: 1 }, [], {}, true],
    ['a signatory refuses', { quorum: 0 }, ['a'], {}, false],
    ['a signatory came without mandate: it cannot sign', { quorum: 0 }, [], { a: 'unofficial' }, false],
    ['a signatory only observes', { quorum: 0 }, [], { b: 'observer' }, false],
    ['a signatory stayed away', { quorum: 0 }, [], { b: 'absent' }, false],
    ['half of the others are enough: two of four', { quorum: 0.5 }, ['c', 'd'], {}, true],
    ['half of the others are enough: one of four', { quorum: 0.5 }, ['c', 'd', 'e'], {}, false],
    ['only those there officially count: one of two', { quorum: 0.5 }, ['c'], { d: 'unofficial', e: 'absent' }, true],
    ['without mandate a refusal does not count', { quorum: 1 }, ['c'], { c: 'unofficial' }, true],
    ['nor does an acceptance', { quorum: 0.5 }, ['c', 'd'], { e: 'unofficial' }, false],
    [
      'a quorum of nobody is met',
      { quorum: 1 },
      [],
      { c: 'absent', d: 'absent', e: 'observer', f: 'unofficial' },
      true,
    ],
    ['a third of three, in floating point', { quorum: 1 / 3 }, ['c', 'd'], { e: 'absent' }, true],
    ['a quorum of none: the signatories alone', { quorum: 0 }, others, {}, true],
    ['all but one: one refuses', { allBut: 1 }, ['c'], {}, true],
    ['all but one: two refuse', { allBut: 1 }, ['c', 'd'], {}, false],
    ['all but none', { allBut: 0 }, ['c'], {}, false],
    ['all but one says nothing of signatories', { allBut: 1 }, ['a'], {}, false],
    ['a veto', { quorum: 0, vetoes: ['c'] }, ['c'], {}, false],
    ['a veto party that accepts', { quorum: 0, vetoes: ['c'] }, ['d', 'e', 'f'], {}, true],
    [
      'a veto party that is not there officially cannot block',
      { quorum: 0, vetoes: ['c'] },
      ['c'],
      { c: 'unofficial' },
      true,
    ],
    ['all but one with a veto: the one that refuses has it', { allBut: 1, vetoes: ['c'] }, ['c'], {}, false],
  ])('%s', (_, rule, refusals, grades, expected) => {
    expect(agreed(rule, refusals, grades)).toBe(expected);
  });

  it('nobody agrees before anybody was polled', () => {
    const setting = settingFor({ issues: { land: 2 }, parties: { a: {} } });
    expect(isAgreed(setting, worldFor(setting))).toBe(false);
  });
});

describe('all but one with two vetoes, the rule of scorable classroom games', () => {
  // The two that may block must sign; of the five others one may refuse.
  const players = ['council', 'port', 'union', 'fishers', 'rail', 'parks', 'museum'];
  const setting = settingFor({
    issues: { land: 2 },
    parties: Object.fromEntries(players.map((id) => [id, { signatory: id === 'port' || id === 'rail' }])),
    rule: { allBut: 1, vetoes: [] },
  });
  const passes = (refusals: string[]) => {
    const votes = Object.fromEntries(setting.parties.map(({ id }) => [id, refusals.includes(id) ? NO : YES] as const));
    return isAgreed(setting, worldFor(setting, { votes }));
  };

  it.each([
    [[], true],
    [['council'], true],
    [['museum'], true],
    [['council', 'union'], false],
    [['port'], false],
    [['rail'], false],
    [['port', 'rail'], false],
  ])('with refusals of %j: %s', (refusals, expected) => {
    expect(passes(refusals)).toBe(expected);
  });
});

describe('a communiqué', () => {
  /** Two signatories who want the opposite of each other on land, the same on water, and nothing but peace. */
  const setting = (a: PartySketch = {}, b: PartySketch = {}, share = 0.5) =>
    settingFor({
      issues: { land: 3, peace: 3, water: 3 },
      parties: {
        a: {
          wants: {
            land: { ideal: 0, salience: 2 },
            peace: { ideal: 1, salience: 4 },
            water: { ideal: 1, salience: 4 },
          },
          ...a,
        },
        b: {
          wants: {
            land: { ideal: 1, salience: 6 },
            peace: { ideal: 1, salience: 2 },
            water: { ideal: 1, salience: 2 },
          },
          ...b,
        },
        c: { signatory: false, wants: { peace: { ideal: 0, never: [1, 2] } } },
      },
      model: { communique: { share } },
    });
  const agreed = (of: ReturnType<typeof setting>, text: number[]) =>
    agreedIssues(of, worldFor(of, { text })).map((k) => of.issues[k]!.id);

  it.each([
    ['what is as it was is not agreed', [0, 0, 0], []],
    ['an issue on which all have gained', [0, 1, 0], ['peace']],
    ['an issue on which one has lost is not', [1, 1, 2], ['peace', 'water']],
  ])('%s', (_, text, expected) => {
    expect(agreed(setting(), text)).toEqual(expected);
  });

  it('what crosses a signatory’s red line is not agreed, though worth more to it than the status quo', () => {
    const wary = { wants: { peace: { ideal: 1, never: [2] }, water: { ideal: 1 } } };
    expect(agreed(setting(wary), [0, 2, 2])).toEqual(['water']);
    expect(agreed(setting(wary), [0, 1, 2])).toEqual(['peace', 'water']);
  });

  it('what is worth as much to a signatory as the status quo is agreed', () => {
    const indifferent = { wants: { peace: { values: [0.3, 0.3, 0.1] }, water: { ideal: 1 } } };
    expect(agreed(setting(indifferent), [0, 1, 0])).toEqual(['peace']);
    expect(agreed(setting(indifferent), [0, 2, 0])).toEqual([]);
  });

  // Mean weights of the signatories: land (.2 + .6)/2 = .4, peace .3, water .3.
  it.each<[string, number[], number, Record<string, Grade>, boolean]>([
    ['peace and water carry .6', [0, 1, 2], 0.5, {}, true],
    ['peace alone carries .3', [0, 1, 0], 0.5, {}, false],
    ['peace and water just carry .6', [0, 1, 2], 0.6, {}, true],
    ['more than they carry', [0, 1, 2], 0.61, {}, false],
    ['a signatory came without mandate', [0, 1, 2], 0.5, { a: 'unofficial' }, false],
    ['one that need not sign may be away', [0, 1, 2], 0.5, { c: 'absent' }, true],
  ])('%s', (_, text, share, grades, expected) => {
    const of = setting({}, {}, share);
    expect(isCommunique(of, worldFor(of, { text, grades }))).toBe(expected);
  });
});

describe('without its signatories there is no conference', () => {
  it.each<[Grade, string[]]>([
    ['official', []],
    ['unofficial', []],
    ['observer', ['a']],
    ['absent', ['a']],
  ])('one that is %s', (grade, expected) => {
    const setting = settingFor({ issues: { land: 2 }, parties: { a: {}, b: {}, c: { signatory: false } } });
    const world = worldFor(setting, { grades: { a: grade, c: 'absent' } });
    expect(absentSignatories(setting, world).map((i) => setting.parties[i]!.id)).toEqual(expected);
  });
});
