import { z } from 'zod';
import { ID, text } from '../../scenario/schema-parts.ts';
import { design } from './design-schema.ts';
import { variation } from './variation-schema.ts';
import { readBy, writtenValue } from './written-value.ts';

/** Whose ranges vary all at once. */
export const RANGES = ['assumptions', 'sources', 'invented', 'all'] as const;
export type Ranges = (typeof RANGES)[number];

const parts = {
  scenario: text('A bundled scenario, or a file beside this one.').optional(),
  set: z
    .record(z.string(), writtenValue)
    .describe('What holds in every cell: path: value, as --set takes it.')
    .optional(),
  vary: z.record(z.string(), variation).describe('What varies: path: list, range or distribution.').optional(),
  ranges: z
    .enum(RANGES)
    .describe(
      'Every number with such a basis and a range varies too, triangular within it, the mode at its value. What is set or varied by name stays as said.',
    )
    .optional(),
  design: design.optional(),
};

const ExperimentPart = z
  .strictObject({ title: text('The experiment in a few words.').optional(), ...parts })
  .describe('A part of the study; what it leaves out is as the study has it.');

const Stop = z
  .strictObject({
    metric: text('A metric of this study that is a number.'),
    halfWidth: z.number().gt(0).describe('Half the width of the interval that is narrow enough.'),
    every: z.int().min(2).describe('Judged after so many complete repeats, and after every so many more.'),
  })
  .describe('Stop once the 95 % interval of the metric’s mean is that narrow in every cell.');

const seed = readBy<string>(
  (input, report) => {
    if ((typeof input === 'string' && input !== '') || typeof input === 'number') return String(input);
    report({ path: [], message: 'not a seed', expected: 'a word or a number' });
    return undefined;
  },
  {
    description: 'Repeat n of every cell has the seed SEED/n; the name of the file by default.',
    type: ['string', 'number'],
  },
);

/** A study file. */
export const StudyFile = z.strictObject({
  title: text('The title.'),
  about: text('The question, and how the study asks it, in a paragraph or two.'),
  seed: seed.optional(),
  ...parts,
  repeats: z.int().min(1).max(1_000_000).describe('How often each cell is played; with a stop rule, at most.'),
  metrics: z.array(z.string()).min(1).describe('What is noted of each conference, by name.'),
  stop: Stop.optional(),
  experiments: z
    .record(z.string(), ExperimentPart)
    .meta({ description: 'The study in parts, by id; without them it is one.', propertyNames: { pattern: ID.source } })
    .optional(),
});

export type StudyDraft = z.output<typeof StudyFile>;
export type ExperimentDraft = z.output<typeof ExperimentPart>;
