import { z } from 'zod';
import { INVITATIONS } from '../model/attendance.ts';
import * as may from './bounds.ts';
import { quantity } from './quantity.ts';
import { ACCEPTANCES, SPOILERS, TACTICS, YARDSTICKS } from '../model/scenario.ts';
import { TACTIC_DEFAULTS, type TacticField } from '../model/tactics.ts';
import { byId, id, list, prose, section, sectionBasis, text } from './schema-parts.ts';

const RedLine = z
  .strictObject({
    atLeast: quantity(may.SHARE, 'Accepts no option that lies lower').optional(),
    atMost: quantity(may.SHARE, 'Accepts no option that lies higher').optional(),
    never: list('Options it never accepts.'),
  })
  .describe('What the party never signs: bounds on an ordered issue, or a list of options.');

export const Stance = z
  .strictObject({
    ideal: quantity(may.SHARE, 'Where on an ordered issue the party would have it').optional(),
    curvature: quantity(may.EXPONENT, 'How fast value falls with the distance from the ideal; 1 is evenly').optional(),
    values: byId(
      quantity(may.SHARE, 'What the option is worth to the party'),
      'A value for every option, instead of an ideal.',
    ).optional(),
    salience: quantity(may.SALIENCE, 'How much the issue matters to the party, beside its other issues'),
    redLine: RedLine.optional(),
    voiced: z.enum(['public', 'private']).describe('Whether its public knows; public by default.').optional(),
  })
  .describe('What a party wants on one issue: an `ideal`, or `values` of the options.');

const Spoiler = z
  .strictObject({
    type: z.enum(SPOILERS).describe('limited, greedy or total (Stedman 1997).'),
    issue: id('limited: the issue it rejects every text over,').optional(),
    within: list('unless it holds one of these options.'),
    step: quantity(
      may.SHARE,
      'greedy: by how much its target rises after each concession of another signatory',
    ).optional(),
  })
  .describe('One who may wreck a settlement.');

const field = (bounds: may.Bounds, name: TacticField, of: string) =>
  quantity(bounds, `${of}: ${TACTIC_DEFAULTS[name][3]}; ${TACTIC_DEFAULTS[name][0]} by default`).optional();

const Acceptance = z
  .strictObject({
    kind: z
      .enum(ACCEPTANCES)
      .describe(
        'next: an offer as good as its own next; time: late, any; combi: the first, and late the best of late.',
      ),
    factor: field(may.FACTOR, 'factor', 'next, combi'),
    margin: field(may.CHANGE, 'margin', 'next, combi'),
    after: field(may.SHARE, 'after', 'time, combi'),
    against: z
      .enum(YARDSTICKS)
      .describe('combi: what an offer must then reach, of those received; best-of-window by default.')
      .optional(),
  })
  .describe('When it accepts the offer on the table (alternating-offers); next by default.');

export const Party = z
  .strictObject({
    basis: sectionBasis,
    name: text('What the party is called.'),
    spokenOf: text('How a sentence speaks of it, where its name alone will not do: the lower valley.').optional(),
    head: text('Who speaks for it.').optional(),
    signatory: z.boolean().describe('Whether there is no agreement without its signature.'),
    attendance: z.enum(INVITATIONS).describe('What is known of its coming.'),
    walkAway: quantity(may.SHARE, 'Utility of no agreement (BATNA)'),
    pain: quantity(may.SHARE, 'Walk-away lost a round'),
    expectation: quantity(may.SHARE, 'How much it expects of this conference'),
    optimism: quantity(may.SHARE, 'How far it believes that a settlement is possible at all'),
    patience: quantity(may.PATIENCE, 'Rounds with a text below its walk-away that it sits through'),
    leverage: quantity(may.SHARE, 'Its weight where weights are needed'),
    audience: quantity(may.SHARE, 'How much its public watches'),
    delegation: quantity(
      may.SHARE,
      'Probability that it sends a delegation without mandate when it does not come officially; 0 by default',
    ).optional(),
    home: quantity(may.SHARE, 'Lowest utility that its own side would ratify; 0 by default').optional(),
    budget: quantity(may.SHARE, 'Utility it can spend on promises to others; 0 by default').optional(),
    guarantor: quantity(may.SHARE, 'How far its word guarantees that a deal is kept; 0 by default').optional(),
    spoiler: Spoiler.optional(),
    tactic: z
      .strictObject({
        kind: z.enum(TACTICS).describe('How it concedes; time-dependent by default.').optional(),
        beta: quantity(
          may.EXPONENT,
          'β: below 1 it concedes late (Boulware), 1 evenly, above 1 early (Conceder)',
        ).optional(),
        reciprocity: quantity(may.SHARE, 'ρ: share of its concession that answers the others’ concessions').optional(),
        floor: field(may.SHARE, 'floor', 'time-dependent, alternating-offers'),
        lookBack: field(may.LOOK_BACK, 'lookBack', 'tit-for-tat'),
        reach: field(may.FACTOR, 'reach', 'nice-tit-for-tat'),
        gap: field(may.SHARE, 'gap', 'nice-tit-for-tat'),
        least: field(may.SHARE, 'least', 'nice-tit-for-tat'),
        hurry: field(may.SHARE, 'hurry', 'nice-tit-for-tat'),
        rush: field({ ...may.SHARE, above: true }, 'rush', 'nice-tit-for-tat'),
        band: field(may.SHARE, 'band', 'nice-tit-for-tat'),
        acceptance: Acceptance.optional(),
      })
      .describe('How it concedes. A time-dependent tactic has `beta` and, over a single text, `reciprocity`.'),
    stances: section(Stance, 'What it wants, issue by issue.'),
    brief: z
      .strictObject({
        public: prose('What it says to everybody.'),
        confidential: prose('What only its own delegation knows.'),
      })
      .describe('In prose, for a person who takes its seat.')
      .optional(),
  })
  .describe('A party to the conference.');

const StanceFragment = Stance.partial();
/** A party as far as its fields are sound. */
export const PartyFragment = Party.partial().extend({ stances: section(StanceFragment, '').optional() });

export type StanceDraft = z.output<typeof Stance>;
export type PartyDraft = z.output<typeof Party>;
export type StanceFragment = z.output<typeof StanceFragment>;
export type PartyFragment = z.output<typeof PartyFragment>;
