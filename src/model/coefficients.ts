/**
 * Every coefficient of the rules: `[value, low, high, meaning with unit, why this value]`.
 * A scenario's `model:` section replaces what it names; the rest stands as it is here.
 * None of them is estimated from data.
 */
type Row = readonly [value: number, low: number, high: number, meaning: string, reason: string];

export const COEFFICIENTS = {
  attendance: {
    intercept: [
      -0.4,
      -1.5,
      0.5,
      'logit of coming officially when nothing speaks for or against',
      'to go is a step that needs a reason',
    ],
    prospects: [
      6,
      3,
      10,
      'logit per unit of expectation × (reachable utility − walk-away)',
      'a fifth of utility in prospect, half believed, moves the odds by about two',
    ],
    format: [
      1.5,
      0.5,
      3,
      'logit lost when the format is as far as can be from what it wants of ownership',
      'a wrong format is a reason to stay away, seldom the only one',
    ],
    company: [
      0.8,
      0.2,
      2,
      'logit per unit of influence × trust of those who come (or decline)',
      'one trusted patron weighs less than good prospects',
    ],
    observerPull: [
      0.5,
      0.25,
      0.75,
      'pull of an observer as a share of that of an official party',
      'half, as the model says',
    ],
    pressure: [1, 0.3, 2, 'logit per unit of pressure asked of the host × its influence', 'a host can urge, not order'],
    exposure: [
      1,
      0.3,
      2,
      'logit lost when a public that watches all distrusts the host altogether',
      'to be seen at an old enemy’s table costs about what a wrong format does',
    ],
  },
  readiness: {
    painHalf: [
      0.02,
      0.01,
      0.05,
      'pain a round at which motivation is one half',
      'a stalemate that costs a fiftieth a round is felt',
    ],
    expectation: [
      0.5,
      0.2,
      0.8,
      'share of optimism that rests on this conference rather than on settlement at all',
      'no ground to prefer either',
    ],
  },
  concession: {
    floor: [0.02, 0, 0.1, 'κ: share conceded at the start', 'a first proposal that asks for all but everything'],
    readiness: [
      0.5,
      0.3,
      0.8,
      'factor on β at readiness 0; at readiness 1 it is this plus one',
      'from Boulware to Conceder within one party’s range',
    ],
    scale: [
      0.05,
      0.02,
      0.1,
      'least utility that the others’ concessions are measured against',
      'keeps reciprocity finite when the first offer was nearly ideal',
    ],
  },
  estimates: {
    silence: [
      0.15,
      0.05,
      0.4,
      'share of full salience that an issue has which a party never amended',
      'silence is low salience, not firmness',
    ],
    walkAway: [0.45, 0.3, 0.6, 'walk-away supposed before a party has voted', 'the middle of most cases'],
    step: [
      0.05,
      0.02,
      0.1,
      'by how much one vote that contradicts it moves it',
      'small against the distance between options',
    ],
    blur: [
      0.3,
      0.1,
      0.5,
      'greatest error of a position as read by a chair of no skill',
      'about one option on a scale of four',
    ],
    mention: [
      0.5,
      0.2,
      1,
      'amendments that one objection over an issue counts as',
      'a complaint says less than a proposal',
    ],
  },
  press: {
    strength: [
      0.9,
      0.5,
      1,
      'probability that full influence with full trust works',
      'nobody is quite at another’s command',
    ],
    effect: [
      0.01,
      0.005,
      0.03,
      'walk-away lost to one press that works',
      'a third of a step between options on an issue of middling weight',
    ],
    cap: [
      0.05,
      0.02,
      0.1,
      'walk-away lost to pressure in all, or gained from it',
      'pressure moves a party, it does not replace its interests',
    ],
    backfire: [
      0.15,
      0.05,
      0.3,
      'probability that pressure without any trust backfires on a quiet channel',
      'resentment is rarer than indifference',
    ],
    exposure: [
      1,
      0.5,
      2,
      'by how much a watching public multiplies that on an open channel, less one',
      'yielding in public costs face',
    ],
    backlash: [0.008, 0.003, 0.02, 'walk-away gained when pressure backfires', 'somewhat less than a press that works'],
  },
  drafting: {
    signatoryWeight: [3, 2, 5, 'factor on the weight of a signatory’s wish', 'a text needs them first'],
    floor: [
      0.02,
      0.005,
      0.05,
      'ε: least gain counted in the Nash product',
      'keeps the product from vanishing while one party still loses',
    ],
    signatoryExponent: [3, 2, 4, 'λ of a signatory in the Nash product (whole number)', 'as its weight'],
    lean: [
      0.5,
      0.3,
      0.8,
      'trust of the chair in a party from which its exponent is one greater',
      'a chair with a friend at the table',
    ],
  },
  manipulation: {
    leverage: [
      0.5,
      0.2,
      0.8,
      'share of its leverage that a manipulating chair adds to its influence when it presses',
      'carrots and sticks at hand are seldom all used',
    ],
  },
  leaving: {
    hazard: [
      0.06,
      0.02,
      0.15,
      'probability of leaving per round spent beyond patience',
      'most parties sulk before they go',
    ],
    cap: [0.5, 0.3, 0.8, 'greatest probability of leaving in one round', 'there is always a night to sleep over it'],
  },
  pain: {
    cap: [0.1, 0.05, 0.2, 'walk-away lost to pain in all', 'a conference is short against a war'],
  },
  recess: {
    accepted: [0.02, 0, 0.05, 'trust gained in a party that accepted the text', 'small and steady'],
    pressed: [0.03, 0, 0.08, 'trust lost in a party that pressed', 'somewhat more than an acceptance wins'],
    left: [0.2, 0.1, 0.4, 'trust lost in a party that left', 'a walk-out is remembered'],
    expectation: [
      0.2,
      0.1,
      0.4,
      'share of the way that expectation moves to the share of acceptances seen',
      'a few rounds to change one’s mind',
    ],
  },
  communique: {
    share: [
      0.5,
      0.35,
      0.65,
      'share of the signatories’ mean weight that the agreed issues must carry',
      'less than half is not worth a paper',
    ],
  },
} as const satisfies Record<string, Record<string, Row>>;

export type Coefficients = {
  readonly [G in keyof typeof COEFFICIENTS]: { readonly [N in keyof (typeof COEFFICIENTS)[G]]: number };
};
