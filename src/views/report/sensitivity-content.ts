import { count } from '../prose/amounts.ts';
import { listed } from '../prose/names.ts';
import { NOT_ESTIMATED } from '../prose/reading.ts';
import { basisWords, conclusionOf, foremost } from '../prose/sensitivity-conclusion.ts';
import type { Estimate, IndexedMeasure, Measured, ScreenedMeasure, Told } from '../prose/sensitivity-told.ts';
import {
  basisOf,
  factorWords,
  figureWords,
  HEAT_MEANS,
  leftOutWords,
  playedWords,
  rangeWords,
} from '../prose/sensitivity-words.ts';
import type { Block, Cell, Content, Figure, Section, Table } from './content.ts';
import { fitting } from './words.ts';

/** One experiment of a study made for sensitivity, and the measures that the page is about. */
export interface Asked {
  readonly told: Told;
  readonly measures: readonly Measured[];
}

export interface StudyPlayed {
  readonly title: string;
  readonly id: string;
  readonly seed: string;
  readonly rows: number;
  readonly rules: number;
  /** What is not there yet, in a sentence. */
  readonly incomplete: string | undefined;
  /** The command that makes the page again. */
  readonly again: string;
}

/** Numbers of a screening that are listed; it may have hundreds. */
const LISTED = 24;
/** Letters of a path that fit beside its figures, and columns of a map that can be read. */
const [LETTERS, COLUMNS] = [84, 30];

/** What moves the metrics of a study, in words, tables and charts. */
export function sensitivityContent(study: StudyPlayed, asked: readonly Asked[]): Content {
  const titles = [...new Set(asked.map(({ told }) => told.title))];
  return {
    title: `Which numbers matter: ${study.title}`,
    subtitle: `${listed(titles)} · ${count(study.rows)} runs`,
    opening: [
      ...(study.incomplete === undefined
        ? []
        : [{ type: 'box' as const, label: 'Not complete', text: [study.incomplete] }]),
      ...asked.flatMap(({ told, measures }) =>
        measures.map((one): Block => {
          const label = `What follows for ${one.name}, in the experiment ${told.experiment}`;
          return { type: 'box', label, text: [conclusionOf(told, one)] };
        }),
      ),
      { type: 'paragraph', text: NOT_ESTIMATED },
    ],
    sections: [
      ...asked.flatMap(({ told, measures }, e) => [
        ...measures.map((one, m) => measureSection(told, one, `${e + 1}-${m + 1}`)),
        heatSection(told, `${e + 1}`),
      ]),
      made(study),
    ],
  };
}

function measureSection(told: Told, measure: Measured, id: string): Section {
  return {
    id: `measure-${id}`,
    title: `What moves ${measure.name}, in the experiment ${told.experiment}`,
    blocks: [
      { type: 'paragraph', text: playedWords(told, measure) },
      ...(told.leftOut.length === 0 ? [] : [{ type: 'paragraph' as const, text: leftOutWords(told) }]),
      ...tornado(told, measure, id),
      {
        type: 'table',
        table: 'effects' in measure ? effectsTable(told, measure, id) : indicesTable(told, measure, id),
      },
      ...first(told, measure, id),
    ],
  };
}

function tornado(told: Told, { name }: Measured, id: string): readonly Block[] {
  const found = told.tornado.find(({ measure }) => measure === name);
  if (found === undefined || found.bars.length === 0) return [];
  const { mean, bars } = found;
  return [
    {
      type: 'chart',
      spec: {
        type: 'tornado',
        label: `mean of ${name}`,
        mean,
        rows: bars.map(({ path, low, high }) => ({
          name: fitting(path, LETTERS),
          low,
          high,
          says: `${figureWords(low)} → ${figureWords(high)}`,
        })),
      },
      title: `Mean of ${name} where one number is low and where it is high`,
      description: `A bar a number, the widest first. ${bars.map(({ path, low, high }) => `${path} from ${figureWords(low)} to ${figureWords(high)}`).join(', ')}.`,
      legend: [
        `○ where the number is low, ■ where it is high; the broken line is the mean of all, ${figureWords(mean)}. ${LOW_HIGH[told.type]}`,
      ],
      table: {
        id: `path-tornado-${id}`,
        caption: `Mean of ${name}, which is ${figureWords(mean)} over all, where one number is low and where it is high, experiment ${told.experiment}`,
        columns: [
          { head: 'Number' },
          { head: 'Rests on' },
          { head: 'Where it is low', number: true },
          { head: 'Where it is high', number: true },
        ],
        rows: bars.map(({ path, low, high }) => [path, basisOf(told, path), shown(low), shown(high)]),
      },
    },
  ];
}

const LOW_HIGH: Readonly<Record<Told['type'], string>> = {
  morris: 'Low and high are the lower and the higher levels of the walks.',
  sobol: 'Low is below the middle of its draws, high above it.',
};

function effectsTable(told: Told, { name, effects }: ScreenedMeasure, id: string): Table {
  const part = effects.length > LISTED ? `; the ${LISTED} largest of ${effects.length}, all are in the JSON` : '';
  return {
    id: `path-figures-${id}`,
    caption: `Elementary effects on ${name} with 95 % intervals, experiment ${told.experiment}: ● more than chance, ○ not${part}`,
    columns: [
      { head: 'Number' },
      { head: 'Rests on' },
      { head: '●/○' },
      ...['Effect', 'µ*', 'by chance', 'µ', 'σ'].map((head) => ({ head, number: true as const })),
    ],
    rows: effects
      .slice(0, LISTED)
      .map(({ path, beyond, clear, muStar, noise, mu, sigma }): readonly Cell[] => [
        path,
        basisOf(told, path),
        clear ? '●' : '○',
        estimate(beyond),
        estimate(muStar),
        shown(noise),
        estimate(mu),
        estimate(sigma),
      ]),
  };
}

function indicesTable(told: Told, { name, factors }: IndexedMeasure, id: string): Table {
  return {
    id: `path-figures-${id}`,
    caption: `Indices for ${name} with 95 % intervals, experiment ${told.experiment}`,
    columns: [
      { head: 'Number' },
      { head: 'Rests on' },
      ...['Alone', 'In all', 'In all, of a single run'].map((head) => ({ head, number: true as const })),
    ],
    rows: factors.map(({ id: factor, numbers, ofExpected, ofSingle }): readonly Cell[] => [
      factorWords(told, { id: factor, numbers }),
      basisOf(told, factor) || null,
      estimate(ofExpected.first),
      estimate(ofExpected.total),
      estimate(ofSingle.total),
    ]),
  };
}

function first(told: Told, measure: Measured, id: string): readonly Block[] {
  const numbers = foremost(told, measure);
  if (numbers.length === 0) return [];
  return [
    {
      type: 'table',
      table: {
        id: `path-first-${id}`,
        caption: `To find out more about first, for ${measure.name}, experiment ${told.experiment}`,
        columns: [
          { head: 'Number' },
          { head: 'Value', number: true },
          { head: 'Low', number: true },
          { head: 'High', number: true },
          { head: 'Evidence' },
        ],
        rows: numbers.map((row) => [row.path, row.value, row.low, row.high, basisWords(row)]),
      },
    },
  ];
}

function heatSection(told: Told, id: string): Section {
  const { measures, rows } = told.heat;
  const means = `${HEAT_MEANS[told.type]}, in hundredths`;
  const rest = measures.length - COLUMNS;
  const drawn = rows.map(({ path, values }) => ({ name: fitting(path, LETTERS), values: values.slice(0, COLUMNS) }));
  const table: Table = {
    id: `path-heat-${id}`,
    caption: `${HEAT_MEANS[told.type]}, experiment ${told.experiment}`,
    columns: [{ head: 'Number' }, ...measures.map((head) => ({ head, number: true as const }))],
    rows: rows.map(({ path, values }) => [path, ...values.map(shown)]),
  };
  const isDrawn = rows.length > 0 && measures.length > 0;
  return {
    id: `heat-${id}`,
    title: `Every measure of the experiment ${told.experiment}`,
    blocks: isDrawn
      ? [
          {
            type: 'chart',
            spec: { type: 'heat', columns: measures.slice(0, COLUMNS), rows: drawn },
            title: `Which number moves what, in the experiment ${told.experiment}`,
            description: `${means}: a row a number, a column a measure. The first row is ${rows[0]!.path}.`,
            legend: [
              `${means}; a fuller shade is more, · is less than half a hundredth.`,
              ...(rest > 0 ? [`${rest} more measures are in the table.`] : []),
            ],
            table,
          },
        ]
      : [{ type: 'paragraph', text: 'No measure varies with a number, so there is nothing to map.' }],
  };
}

function made({ id, seed, rows, rules, again }: StudyPlayed): Section {
  return {
    id: 'made',
    title: 'How this page was made',
    blocks: [
      {
        type: 'paragraph',
        text: `Made by parley with ${again} from the study ${id}, seed ${seed}, ${count(rows)} runs, rules ${rules}. The same data give the same page. It is about the model: which of its numbers move its results, not what moves the world.`,
      },
    ],
  };
}

function shown(value: number): Figure {
  return { value, shown: figureWords(value) };
}

function estimate(one: Estimate): Figure {
  return { value: one.value, shown: rangeWords(one) };
}
