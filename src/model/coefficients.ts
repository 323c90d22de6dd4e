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
      0.02,
      0.01,
      0.05,
      'by how much it is set beyond the estimated worth of a text when a vote contradicts it',
      'small against the distance between options',
    ],
    blur: [
      0.3,
      0.1,
      0.5,
      'greatest error of a salience as read by a chair of no skill, as a share of it',
      'who sees what is asked for may still be wrong by a third about how much it matters',
    ],
    mention: [
      1,
      0.5,
      2,
      'amendments that one objection over an issue counts as',
      'what a text is refused for says as much as what is asked for',
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
  promise: {
    step: [
      0.02,
      0.01,
      0.05,
      'utility by which a promise is raised at each poll that it did not move',
      'a promise grows in small steps',
    ],
    worth: [
      0.8,
      0.5,
      1.2,
      'utility gained by the one per unit that it costs the other',
      'a gift is worth a little less than it costs',
    ],
  },
  reassure: {
    lean: [
      0.3,
      0.1,
      0.6,
      'trust in the other from which a reassurance is believed',
      'one that leans its way would say so only if it were true (Kydd 2003)',
    ],
    trust: [0.03, 0.01, 0.08, 'trust gained by a credible reassurance', 'words win less than deeds lose'],
    expectation: [0.03, 0.01, 0.08, 'expectation gained by a credible reassurance', 'as trust'],
  },
  warn: {
    effect: [
      0.15,
      0.05,
      0.3,
      'share of the way from target to walk-away that a credible warning moves a party that trusts fully',
      'a conference about to fail is a reason to settle',
    ],
  },
  leak: {
    hazard: [
      0.03,
      0.01,
      0.1,
      'probability that a back channel used in a round leaks',
      'secrets of two are kept for a while',
    ],
    exposure: [0.2, 0.1, 0.4, 'by how much the public of each end watches more', 'a scandal draws a crowd'],
    trust: [
      0.3,
      0.15,
      0.5,
      'trust lost in the one who kept it secret, by each that was left out; half of that in expectation',
      'to be gone behind one’s back',
    ],
  },
  audience: {
    cost: [
      0.3,
      0.1,
      0.6,
      'a: utility lost per unit of audience and of weighted retreat from what was first tabled',
      'a third of what is given up in public is paid again at home (Fearon 1994)',
    ],
  },
  commitment: {
    discount: [
      0.3,
      0.1,
      0.5,
      'd: utility lost without any guarantor to a text as far as can be from the status quo where promises must be kept later',
      'few deals survive on a promise alone (Walter 1997)',
    ],
  },
  spoilers: {
    outside: [
      0.5,
      0.2,
      1,
      'by how much each spoiler that stayed away multiplies the hazard of shocks, less one',
      'spoilers outside have their own means (Stedman 1997)',
    ],
  },
  ratification: {
    width: [
      0.1,
      0.05,
      0.2,
      'utility above what its own side would ratify at which ratification is certain, and below it impossible',
      'home is not sure of its own mind',
    ],
  },
  durability: {
    margin: [
      0.15,
      0.1,
      0.25,
      'least margin over the walk-aways at which that part is full',
      'a signatory that gains this much will not soon regret it',
    ],
    marginShare: [0.4, 0.3, 0.5, 'share of the index that rests on the least margin', 'interests first'],
    guaranteeShare: [
      0.3,
      0.2,
      0.4,
      'share of the index that rests on the guarantee (Walter 1997)',
      'as much as freedom from pressure',
    ],
    freedomShare: [
      0.3,
      0.2,
      0.4,
      'share of the index that rests on freedom from pressure (Beardsley 2011)',
      'as much as the guarantee',
    ],
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
