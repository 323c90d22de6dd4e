import { z } from 'zod';
import { CHANNELS, PARTY_EFFECTS, RELATION_EFFECTS } from '../model/scenario.ts';
import * as may from './bounds.ts';
import { Conference, Issue, Source } from './conference-schema.ts';
import { Party, PartyFragment } from './party-schema.ts';
import { quantity } from './quantity.ts';
import { byId, id, list, section, sectionBasis, text } from './schema-parts.ts';

const Relation = z
  .strictObject({
    influence: quantity(may.SHARE, 'Influence of the first over the second'),
    trust: quantity(may.TRUST, 'Trust of the second in the first'),
    channel: z.enum(CHANNELS).describe('Whether and how the first can speak to the second.'),
    via: text('A name for the channel, such as the city it runs through.').optional(),
    serves: list('Issues that a back channel serves: when it leaks, both ends stand exposed on them.'),
  })
  .describe('What runs from the first party to the second.');

const Effect = z
  .strictObject({
    on: z
      .enum(['party', 'relation', 'channel', 'rival'])
      .describe('Which of the forms follows; the other keys say it too.')
      .optional(),
    party: id('The party that changes.').optional(),
    from: id('Or the party that a relation runs from,').optional(),
    to: id('and the party that it runs to.').optional(),
    what: z
      .enum([...PARTY_EFFECTS, ...RELATION_EFFECTS])
      .describe('What changes.')
      .optional(),
    change: quantity(may.CHANGE, 'Added to the present value').optional(),
    channel: z.enum(CHANNELS).describe('Or what the channel becomes: a back channel made open has leaked.').optional(),
    rival: z.enum(['closed']).describe('Or that the rival forum closes.').optional(),
  })
  .describe('{ party, what, change }, { from, to, what, change }, { from, to, channel } or { rival: closed }.');

const Event = z
  .strictObject({
    round: z.int().min(1).max(may.ROUNDS.max).describe('It strikes in the recess of this round;').optional(),
    hazard: quantity(may.SHARE, 'or the probability, in each recess, that it strikes, once').optional(),
    shock: z.boolean().describe('Whether spoilers who stay outside make it likelier; false by default.').optional(),
    headline: text('What the papers say.'),
    effects: z.array(Effect).min(1).describe('What it changes.'),
  })
  .describe('Something that happens outside the room.');

const groups = Object.entries(may.COEFFICIENT_TABLE).map(([group, rows]) => {
  const fields = Object.entries(rows).map(([name, row]) => {
    const [value, low, high, meaning] = row;
    const description = `${meaning}; ${value} by default, plausibly ${low} to ${high}`;
    return [name, quantity(may.coefficientBounds(group, name, row), description).optional()] as const;
  });
  return [group, z.strictObject(Object.fromEntries(fields)).optional()] as const;
});
const Model = z
  .strictObject({ basis: sectionBasis })
  .extend(Object.fromEntries(groups))
  .describe('Coefficients of the rules that this scenario sets otherwise.');

/** A scenario file, once `extends` is resolved. */
export const Document = z.strictObject({
  id: text('What the scenario is called where it is embedded; otherwise the name of its file.').optional(),
  extends: text(
    'A bundled scenario or a file beside this one that this one changes; `key: null` removes a key.',
  ).optional(),
  title: text('The title.'),
  about: text('What it is about, in a paragraph or two.'),
  basis: sectionBasis,
  sources: byId(Source, 'What the numbers are taken from.').optional(),
  conference: Conference,
  issues: section(Issue, 'The issues, in the order of the agenda.'),
  parties: section(Party, 'The parties; their order does not matter.'),
  relations: section(
    byId(Relation, 'By the party that it runs to.'),
    'By the party that it runs from. What is not named does not exist.',
  ).optional(),
  events: section(Event, 'What happens outside the room.').optional(),
  model: Model.optional(),
});

/** What the check reads where parts of a file are broken: the fields that are not. */
export const Fragment = Document.partial().extend({
  conference: Conference.partial().optional(),
  parties: section(PartyFragment, '').optional(),
});

export type DocumentDraft = z.output<typeof Document>;
export type FragmentDraft = z.output<typeof Fragment>;
export type RelationDraft = z.output<typeof Relation>;
export type EffectDraft = z.output<typeof Effect>;
export type EventDraft = z.output<typeof Event>;
