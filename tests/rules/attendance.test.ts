import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Invitation } from '../../src/model/attendance.ts';
import type { AttendanceTerms } from '../../src/model/fact.ts';
import { attendanceTerms, decideAttendance } from '../../src/rules/attendance.ts';
import { viewOf } from '../../src/rules/visibility.ts';
import { disguised } from './secrets.ts';
import { always, settingFor, worldFor, type PartySketch, type RelationSketch, type Sketch } from './setting.ts';
import { sketches, tenths } from './sketches.arbitrary.ts';

/**
 * The capital weighs whether to come to a conference on three grades of autonomy: it wants the last, the rebels say
 * that they want the first, and the format embodies the middle. All leverages are ½, so that the middle is within reach.
 */
interface Change {
  readonly capital?: PartySketch;
  readonly rebels?: PartySketch;
  readonly patron?: PartySketch;
  readonly fromHost?: RelationSketch;
  readonly fromPatron?: RelationSketch;
  readonly more?: Partial<Sketch>;
}

function talks({ capital, rebels, patron, fromHost, fromPatron, more }: Change = {}) {
  return settingFor({
    issues: { autonomy: { options: 3, opening: 1 } },
    parties: {
      capital: {
        attendance: 'undecided',
        walkAway: 0.3,
        expectation: 0.5,
        audience: 0.5,
        delegation: 0.5,
        wants: { autonomy: { ideal: 1 } },
        ...capital,
      },
      host: { signatory: false, wants: { autonomy: { ideal: 0.5, voiced: 'private' } } },
      patron: { signatory: false, wants: { autonomy: { ideal: 0.5, voiced: 'private' } }, ...patron },
      rebels: { wants: { autonomy: { ideal: 0 } }, ...rebels },
    },
    relations: {
      'host>capital': { influence: 0.6, trust: 0.2, ...fromHost },
      'patron>capital': { influence: 0.5, trust: 0.4, ...fromPatron },
    },
    host: 'host',
    pressureToCome: 0.5,
    ownership: { issue: 'autonomy', format: 'o1' },
    ...more,
  });
}

function terms(change?: Change): AttendanceTerms {
  const setting = talks(change);
  return attendanceTerms(setting, viewOf(setting, worldFor(setting), 0));
}

describe('what speaks for coming and against it, worked out by hand', () => {
  // Prospects: 4 × ½ × (½ − .3). Format: the middle is worth ½. Company: 2 × (.6 × .2 + .5 × .4).
  // Pressure: ½ × .6. Exposure: ½ × (1 − .2)/2. Sum: .4 − .5 + .64 + .3 − .2 = .64.
  it('each term, and the probability', () => {
    const found = terms();
    expect(found.prospects).toBeCloseTo(0.4, 12);
    expect(found.format).toBeCloseTo(-0.5, 12);
    expect(found.company).toBeCloseTo(0.64, 12);
    expect(found.pressure).toBeCloseTo(0.3, 12);
    expect(found.exposure).toBeCloseTo(-0.2, 12);
    expect(found.probability).toBeCloseTo(0.6547534606, 9);
  });

  it.each<[string, Change, keyof AttendanceTerms, number]>([
    ['no hope in this conference', { capital: { expectation: 0 } }, 'prospects', 0],
    ['more to lose than to win', { capital: { walkAway: 0.8 } }, 'prospects', -0.6],
    [
      'a format as far from its wishes as can be',
      { more: { ownership: { issue: 'autonomy', format: 'o0' } } },
      'format',
      -1,
    ],
    ['the format it wants', { more: { ownership: { issue: 'autonomy', format: 'o2' } } }, 'format', 0],
    ['a patron that only observes pulls half', { patron: { attendance: 'observer' } }, 'company', 0.44],
    ['a patron without mandate pulls like one with', { patron: { attendance: 'unofficial' } }, 'company', 0.64],
    [
      'a patron that declined pushes as much as it would have pulled',
      { patron: { attendance: 'declined' } },
      'company',
      -0.16,
    ],
    ['a patron that is undecided itself is not seen', { patron: { attendance: 'undecided' } }, 'company', 0.24],
    ['one whom it distrusts neither pulls', { fromPatron: { trust: -0.4 } }, 'company', 0.24],
    ['nor pushes', { fromPatron: { trust: -0.4 }, patron: { attendance: 'declined' } }, 'company', 0.24],
    ['nobody asked the host to press', { more: { pressureToCome: 0 } }, 'pressure', 0],
    ['a host without influence presses in vain', { fromHost: { influence: 0 } }, 'pressure', 0],
    ['nobody is watching', { capital: { audience: 0 } }, 'exposure', 0],
    ['all watch, and the host is an old enemy', { capital: { audience: 1 }, fromHost: { trust: -1 } }, 'exposure', -1],
    ['all watch, and the host is trusted', { capital: { audience: 1 }, fromHost: { trust: 1 } }, 'exposure', 0],
  ])('%s', (_, change, term, expected) => {
    expect(terms(change)[term]).toBeCloseTo(expected, 12);
  });

  // JSON knows no −0: a record that is read back would differ from the one that was written.
  it('what does not count is nothing, not minus nothing', () => {
    const found = terms({ capital: { audience: 0 }, more: { ownership: { issue: 'autonomy', format: 'o2' } } });
    expect(Object.values(found).some((value) => Object.is(value, -0))).toBe(false);
  });

  it('a host from outside neither presses nor shames', () => {
    const setting = talks();
    const outside = { ...setting, host: -1 };
    const found = attendanceTerms(outside, viewOf(outside, worldFor(outside), 0));
    expect([found.pressure, found.exposure]).toEqual([0, 0]);
  });

  it('the probability is the logistic of the sum', () => {
    fc.assert(
      fc.property(tenths, tenths, tenths, (expectation, walkAway, audience) => {
        const { probability, ...parts } = terms({ capital: { expectation, walkAway, audience } });
        const logit = Object.values(parts).reduce((sum, part) => sum + part, 0);
        expect(probability).toBeCloseTo(1 / (1 + Math.exp(-logit)), 12);
      }),
    );
  });
});

describe('it comes more readily', () => {
  const p = (change: Change) => terms(change).probability;

  it.each<[string, Change, Change]>([
    ['the more it expects', { capital: { expectation: 0.4 } }, { capital: { expectation: 0.6 } }],
    ['the worse it fares without', { capital: { walkAway: 0.35 } }, { capital: { walkAway: 0.25 } }],
    ['the less its public watches', { capital: { audience: 0.6 } }, { capital: { audience: 0.4 } }],
    ['the more it trusts the host', { fromHost: { trust: -0.5 } }, { fromHost: { trust: 0.5 } }],
    ['the harder the host presses', { more: { pressureToCome: 0.2 } }, { more: { pressureToCome: 0.8 } }],
    ['with a trusted patron there', { patron: { attendance: 'observer' } }, { patron: { attendance: 'accepted' } }],
    [
      'with a rival who asks for less',
      { rebels: { wants: { autonomy: { ideal: 0 } }, leverage: 0.6 } },
      { rebels: { wants: { autonomy: { ideal: 0.5 } }, leverage: 0.6 } },
    ],
  ])('%s', (_, less, more) => {
    expect(p(more)).toBeGreaterThan(p(less));
  });
});

describe('what it can hope for is made of what is said in public', () => {
  const prospects = (change: Change) => terms(change).prospects;
  // 4 × ½ × (utility − .3) = 2 (utility − .3), where the lower, middle and upper grade are worth 0, ½ and 1.
  it.each<[string, Change, number]>([
    ['two of equal weight: the opening text between them stands', {}, 0.4],
    ['a stronger rival has its way', { rebels: { leverage: 0.6 } }, -0.6],
    ['a weaker rival does not', { rebels: { leverage: 0.4 } }, 1.4],
    ['a rival that need not sign weighs a third', { rebels: { signatory: false, leverage: 1 } }, 1.4],
    [
      'what a rival wants but does not say is not reckoned with',
      { rebels: { leverage: 1, wants: { autonomy: { ideal: 0, voiced: 'private' } } } },
      1.4,
    ],
    ['a rival that declined is not reckoned with', { rebels: { leverage: 1, attendance: 'declined' } }, 1.4],
    ['a rival that is undecided too is', { rebels: { leverage: 1, attendance: 'undecided' } }, -0.6],
    [
      'its own wish counts, said in public or not',
      { capital: { wants: { autonomy: { ideal: 1, voiced: 'private' } } }, rebels: { leverage: 0.4 } },
      1.4,
    ],
  ])('%s', (_, change, expected) => {
    expect(prospects(change)).toBeCloseTo(expected, 12);
  });

  it('where options have no order, the opening text', () => {
    const more: Partial<Sketch> = { issues: { autonomy: { options: 3, ordered: false, opening: 0 } } };
    expect(prospects({ more, rebels: { leverage: 0 } })).toBeCloseTo(-0.6, 12);
  });

  // On four options ½ lies as far from ⅓ as from ⅔, and ties go to the lower; in floating point ⅔ seems nearer.
  it('a position half-way between two options does not turn on rounding', () => {
    const more: Partial<Sketch> = { issues: { autonomy: { options: 4, opening: 0 } } };
    const rebels = { leverage: 1, wants: { autonomy: { ideal: 0.5 } } };
    expect(prospects({ more, rebels })).toBeCloseTo(2 * (1 / 3 - 0.3), 12);
  });
});

describe('one draw decides: official, without mandate, or not at all', () => {
  // p = .6547…, and q = ½ of the rest: without mandate up to .8273…
  const p = terms().probability;
  const decide = (draw: number, change?: Change) => {
    const setting = talks(change);
    return decideAttendance(setting, viewOf(setting, worldFor(setting), 0), always(draw));
  };

  it.each([
    [0, 'official'],
    [0.6547, 'official'],
    [0.6548, 'unofficial'],
    [0.8273, 'unofficial'],
    [0.8274, 'absent'],
    [0.9999, 'absent'],
  ])('a draw of %d: %s', (draw, grade) => {
    expect(decide(draw).grade).toBe(grade);
  });

  it('one that never sends such a delegation stays away', () => {
    expect(decide(0.6548, { capital: { delegation: 0 } }).grade).toBe('absent');
    expect(decide(0.9999, { capital: { delegation: 1 } }).grade).toBe('unofficial');
  });

  it('the bands are as wide as their probabilities say', () => {
    const grades = Array.from({ length: 10_000 }, (_, n) => decide((n + 0.5) / 10_000).grade);
    const share = (grade: string) => grades.filter((one) => one === grade).length / 10_000;
    expect(share('official')).toBeCloseTo(p, 4);
    expect(share('unofficial')).toBeCloseTo((1 - p) / 2, 4);
  });

  it('the draw is its own, from the time before the first round', () => {
    const drawn: string[] = [];
    const setting = talks();
    decideAttendance(setting, viewOf(setting, worldFor(setting), 0), {
      at: (label, round) => (drawn.push(`${label} ${round}`), 0),
    });
    expect(drawn).toEqual(['attendance/capital 0']);
  });

  it.each<[string, number, Change, string]>([
    ['comes, for the company most of all', 0, {}, 'company'],
    ['comes, for its prospects', 0, { rebels: { leverage: 0.4 } }, 'prospects'],
    ['stays away, for the format most of all', 0.9999, {}, 'format'],
    ['stays away, as there is more to lose', 0.9999, { capital: { walkAway: 0.8 } }, 'prospects'],
    ['stays away, for fear of its public', 0.9999, { capital: { audience: 1 }, fromHost: { trust: -0.4 } }, 'exposure'],
    ['comes, though pressed', 0, { fromHost: { influence: 1, trust: 0 }, fromPatron: { trust: 0 } }, 'pressure'],
  ])('what weighed: %s', (_, draw, change, weighed) => {
    expect(decide(draw, change).weighed).toBe(weighed);
  });
});

describe('the undecided decide all at once', () => {
  it.each<Invitation>(['accepted', 'declined', 'observer', 'unofficial'])(
    'a patron that is %s is seen, one that is undecided is not',
    (attendance) => {
      const before = terms({ patron: { attendance: 'undecided' } });
      expect(terms({ patron: { attendance } }).company).not.toBe(before.company);
      const setting = talks({ patron: { attendance: 'undecided' } });
      // Whatever the world says of it by then.
      for (const grade of ['official', 'absent'] as const) {
        const world = worldFor(setting, { grades: { patron: grade } });
        expect(attendanceTerms(setting, viewOf(setting, world, 0))).toEqual(before);
      }
    },
  );
});

it('coming or not turns on nothing that another party keeps to itself', () => {
  fc.assert(
    fc.property(sketches(), tenths, (sketch, draw) => {
      const setting = settingFor({
        ...sketch,
        host: 'p1',
        pressureToCome: 0.5,
        ownership: { issue: 'i0', format: 'o0' },
      });
      const decide = (of: typeof setting) => decideAttendance(of, viewOf(of, worldFor(of), 0), always(draw));
      expect(decide(disguised(setting, 1))).toEqual(decide(setting));
    }),
  );
});
