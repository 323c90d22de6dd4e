import { z } from 'zod';
import { CHAIR_STYLES, PROTOCOLS } from '../model/scenario.ts';
import * as may from './bounds.ts';
import { quantity } from './quantity.ts';
import { byId, id, list, sectionBasis, text } from './schema-parts.ts';

export const Source = z
  .strictObject({
    citation: text('Author, title, publisher, date.'),
    paragraphs: z
      .record(z.string(), z.string())
      .meta({ propertyNames: { pattern: '^[1-9][0-9]*$' } })
      .describe('Our paraphrase of each paragraph, by its number.'),
  })
  .describe('Something that numbers are taken from.');

const Chair = z
  .strictObject({
    party: id('The party that holds the chair, when one does; it must have accepted to come.').optional(),
    name: text('Who is in the chair.'),
    style: z.enum(CHAIR_STYLES).describe('How the chair works on the text.'),
    skill: quantity(may.SHARE, 'How well the chair reads the parties; 1 is without error'),
    pace: quantity(may.PACE, 'Issues the chair changes at most in one round'),
  })
  .describe('Who drafts the text, and how.');

const Rule = z
  .strictObject({
    quorum: quantity(may.SHARE, 'Share of the other official parties whose acceptance is needed').optional(),
    allBut: quantity(may.ALL_BUT, 'How many of the other official parties may refuse').optional(),
    vetoes: list('Parties whose objection blocks when they are there officially.'),
  })
  .describe('Who must assent besides every signatory: either `quorum` or `allBut`.');

export const Conference = z
  .strictObject({
    basis: sectionBasis,
    protocol: z
      .enum(PROTOCOLS)
      .describe('Over a text that a chair redrafts, or by offers in turns; single-text by default.')
      .optional(),
    order: list('alternating-offers: every party, in the order of their turns; that of their ids by default.'),
    place: text('Where it is held.'),
    date: text('When it is held.'),
    host: text('Who hosts it.'),
    hostParty: id('The party that hosts, when the host has a stake.').optional(),
    chair: Chair,
    rounds: quantity(may.ROUNDS, 'How many rounds there are at most'),
    roundStandsFor: text('What one round stands for, such as half a day.'),
    ownership: z
      .strictObject({
        issue: id('The issue about who owns the process.'),
        format: id('The option of that issue that this conference’s format embodies.'),
      })
      .describe('What the format of the conference says about who owns the process.')
      .optional(),
    pressureToCome: quantity(
      may.SHARE,
      'How hard the host was asked to press the undecided to come; 0 by default',
    ).optional(),
    deadlineHardness: quantity(
      may.SHARE,
      '1 means that there is no later date, 0 that the parties can always meet again',
    ),
    consultations: z.boolean().describe('Whether the parties may agree to consult again when time is up.'),
    rival: z
      .strictObject({
        name: text('What it is called.'),
        draws: byId(quantity(may.SHARE, 'Walk-away gained while the rival forum is open'), 'By party.'),
      })
      .describe('A second forum that some prefer; an event may close it.')
      .optional(),
    rule: Rule,
  })
  .describe('The meeting itself.');

const Option = z
  .strictObject({
    name: text('The option in a word or two.'),
    meaning: text('One line: what adopting it would mean.'),
    position: z.number().min(0).max(1).describe('Where it lies from 0 to 1; evenly spaced by default.').optional(),
  })
  .describe('One way to settle the issue.');

export const Issue = z
  .strictObject({
    name: text('The issue in a few words.'),
    about: text('One line: what is to be settled.'),
    ordered: z.boolean().describe('Whether the options lie on a line in the order given; true by default.').optional(),
    options: byId(Option, 'At least two options; on an ordered issue from one end to the other.'),
    statusQuo: id('The option that holds without an agreement.'),
    opening: id('The option in the opening text; the status quo by default.').optional(),
    guarantee: z
      .boolean()
      .describe('Whether its options say how far the deal is guaranteed, from not at all to fully.')
      .optional(),
    commitment: z.boolean().describe('Whether what is promised here must be kept later.').optional(),
  })
  .describe('Something to be settled.');

export type ConferenceDraft = z.output<typeof Conference>;
export type IssueDraft = z.output<typeof Issue>;
