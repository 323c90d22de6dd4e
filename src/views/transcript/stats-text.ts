import stringWidth from 'string-width';
import { count } from '../prose/amounts.ts';
import { printableLines } from '../prose/printable.ts';
import { NOT_ESTIMATED } from '../prose/reading.ts';
import { padded } from './analysis-plot.ts';
import { cellLabels, groupLabels, heatTable, measureTable, runs, valueTable } from './stats-cells.ts';
import type { LabelColumn } from './stats-labels.ts';
import { figuresOf, NOTHING } from './stats-figures.ts';
import { axisLine, histogram, intervalPlot } from './stats-plot.ts';
import type { ComparedTold, MeasureTold, StatsReport, TableAt } from './stats-report.ts';
import { paragraph } from './wrap.ts';

export interface How {
  /** Columns of the screen. */
  readonly width: number;
  /** Names of the metrics that get tables and plots of their own. */
  readonly detailed: readonly string[];
  readonly rules: number;
  /** Of the whole dataset, and whether all of it is there. */
  readonly wanted: number;
  readonly complete: boolean;
  /** Whether the study stopped because it knew enough. */
  readonly stopped: boolean;
  /** What to do next: commands, each with what it does. */
  readonly next: readonly (readonly [string, string])[];
}

/** The statistics of a study to read: how it ended, by what varies, what differs, and what that is worth. */
export function statsText(report: StatsReport, how: How): string {
  const texts = [...new Set(report.metrics.filter(({ value }) => value !== undefined).map(({ metric }) => metric))];
  const detailed = (name: string) => how.detailed.includes(name);
  const sections = [
    head(report, how),
    ...texts.filter(detailed).flatMap((name) => valuesOf(report, name, how)),
    numbers(report, how),
    ...report.metrics
      .filter((measure) => detailed(nameOf(measure)) && !texts.includes(nameOf(measure)))
      .flatMap((measure) => detailOf(report, measure, how)),
    ...spreads(report, how),
    notes(report, how),
    next(how),
  ];
  const lines = sections
    .filter((section) => section.length > 0)
    .flatMap((section, n) => (n > 0 ? ['', ...section] : section));
  return printableLines(lines.join('\n'));
}

function head({ study, title, scenarios, seed, cells, planned, repeats, rows }: StatsReport, how: How): string[] {
  const size = `${count(cells)} ${cells === 1 ? 'cell' : 'cells'} × ${repeatsText(planned)} = ${runs(cells * planned)}`;
  const played = `${runs(rows)} of ${count(how.wanted)} are there (${((100 * rows) / how.wanted).toFixed(1)} %)`;
  const state = how.stopped
    ? `Complete: it knew enough after ${repeatsText(repeats)}, ${runs(rows)}.`
    : how.complete
      ? 'Complete.'
      : `Not complete: ${played}. All below rests on the ${repeatsText(repeats)} that ${repeats === 1 ? 'is' : 'are'} there in every cell.`;
  return [
    ...paragraph(title, how.width),
    ...paragraph(
      `${study}, of ${scenarios.join(', ')}: ${size}, seed ${seed}, rules ${how.rules}. ${state}`,
      how.width,
    ),
  ];
}

/** A text: how often each value came about, in all cells and by what is told. */
function valuesOf(report: StatsReport, name: string, { width }: How): string[][] {
  const measures = report.metrics.filter(({ metric }) => metric === name);
  const title = name === 'ending' ? 'Endings' : `${measures[0]!.meaning} (${name})`;
  const label = Math.min(width - 42, Math.max(...measures.map(({ value }) => stringWidth(value!))));
  const plot = Math.min(50, width - label - 30);
  const axis = { low: 0, high: 1 };
  const headings = [`${title}, all cells`, `${name}, all cells`];
  const shown = headings.find((text) => stringWidth(text) < label + 30) ?? name;
  const whole = [
    `${padded(shown, label + 29, 'left')} ${axisLine('0', '100 %', plot)}`,
    ...measures.map((measure) => {
      const figures = figuresOf(measure);
      const share = `${figures.plain(measure.whole.mean)} %`;
      const text = `  ${padded(measure.value!, label, 'left')}  ${padded(share, 7, 'right')}  ${padded(figures.interval(measure.whole), 15, 'left')}`;
      return `${padded(text, label + 30, 'left')}${intervalPlot(measure.whole, axis, plot)}`.trimEnd();
    }),
  ];
  return [
    whole,
    ...tablesOf(report).flatMap(({ heading, labels, paths, of }) =>
      paths === 2
        ? []
        : [
            [
              ...paragraph(`${title} ${heading}, % with 95 % intervals`, width),
              ...valueTable(measures, labels, of, width),
            ],
          ],
    ),
  ];
}

/** Lines that belong together: the cells of an experiment that are told, or groups of cells. */
interface Table {
  readonly heading: string;
  readonly labels: readonly LabelColumn[];
  readonly of: (measure: MeasureTold) => readonly ComparedTold[];
  /** What the others are compared to. */
  readonly against: string;
  /** Paths by which the cells are put together; none where they stand alone. */
  readonly paths: number;
  readonly at?: TableAt;
}

function tablesOf({ told, by, parameters, experiments }: StatsReport): readonly Table[] {
  const alone = experiments.length === 1;
  const within = (id: string | null) => {
    const title = experiments.find(({ experiment }) => experiment === id)?.title;
    return alone || title === undefined ? '' : `: ${title}`;
  };
  const groups = by.map((at, n): Table => ({
    heading: `by ${at.paths.join(' and ')}${within(at.experiment)}`,
    labels: groupLabels(at.paths[0]!, at.groups),
    of: ({ groups: all }) => all[n]!,
    against: 'less the first, same seeds',
    paths: at.paths.length,
    at,
  }));
  const cells = experiments.flatMap(({ experiment }): readonly Table[] => {
    const places = told.flatMap((at, n) => (at.experiment === experiment ? [n] : []));
    if (places.length === 0) return [];
    const these = places.map((n) => told[n]!);
    const against = these.find((at) => at.against !== null)?.against;
    return [
      {
        heading: `by cell${within(experiment)}`,
        labels: cellLabels(these, parameters),
        of: (measure) => places.map((n) => measure.cells[n]!),
        against: against === undefined ? '' : `less cell ${against}, same seeds`,
        paths: 0,
      },
    ];
  });
  // First the experiments beside one another, then each.
  return [
    ...groups.filter(({ at }) => at!.experiment === null),
    ...experiments.flatMap(({ experiment }, n) => [
      ...cells.filter(({ heading }) => heading === `by cell${within(experiment)}` && (n === 0 || !alone)),
      ...groups.filter(({ at }) => at!.experiment === experiment),
    ]),
  ];
}

/** All numbers in all cells, one line each. */
function numbers({ metrics }: StatsReport, { width }: How): string[] {
  const measures = metrics.filter(({ value }) => value === undefined);
  if (measures.length === 0) return [];
  const names = measures.map(({ metric }) => metric);
  const label = Math.min(Math.max(...names.map((text) => stringWidth(text))), 28);
  const rows = measures.map((measure) => {
    const figures = figuresOf(measure);
    const mean = `${figures.plain(measure.whole.mean)}${figures.unit && ` ${figures.unit}`}`;
    return { measure, mean, interval: figures.interval(measure.whole) };
  });
  const [mean, interval] = [
    Math.max(...rows.map((row) => stringWidth(row.mean))),
    Math.max(...rows.map((row) => stringWidth(row.interval)), 13),
  ];
  const meaning = width - label - mean - interval - 8;
  const gaps = measures
    .filter(({ whole }) => whole.missing > 0)
    .map(({ metric, whole }) => `${metric} has none in ${count(whole.missing)} of ${runs(whole.missing + whole.n)}`);
  return [
    `${padded('Means, all cells', label + mean + 4, 'left')}  95 % interval`,
    ...rows.map((row) => {
      const { metric, meaning: text } = row.measure;
      return `  ${padded(metric, label, 'left')}  ${padded(row.mean, mean, 'right')}  ${padded(row.interval, interval, 'left')}  ${padded(text, meaning, 'left')}`.trimEnd();
    }),
    ...(gaps.length > 0 ? paragraph(`A mean is over the runs with a value: ${gaps.join('; ')}.`, width, '  ') : []),
  ];
}

/** One measure: by cell, by what is asked for, and as a table of two paths. */
function detailOf(report: StatsReport, measure: MeasureTold, { width }: How): string[][] {
  return tablesOf(report).map(({ heading, labels, of, against, at }) => [
    ...paragraph(`${nameOf(measure)} ${heading}`, width),
    ...(at !== undefined && at.paths.length === 2
      ? heatTable(measure, at.paths, at.groups, of(measure), width)
      : measureTable(measure, labels, of(measure), { width, against })),
  ]);
}

function repeatsText(number: number): string {
  return `${count(number)} ${number === 1 ? 'repeat' : 'repeats'}`;
}

function nameOf({ metric, value }: MeasureTold): string {
  return value === undefined ? metric : `${metric}=${value}`;
}

/** Of cells drawn from ranges: how much rests on what was drawn. */
function spreads({ metrics, experiments }: StatsReport, { width }: How): string[][] {
  return experiments.flatMap(({ experiment, title, cells }) => {
    const found = metrics.flatMap((measure) =>
      measure.spread.filter((one) => one.experiment === experiment).map((one) => ({ measure, spread: one })),
    );
    if (found.length === 0) return [];
    const most = found
      .filter(({ measure, spread }) => measure.metric === 'ending' && (spread.foremost ?? 0) > 0)
      .toSorted((a, b) => b.spread.foremost! - a.spread.foremost!)
      .map(({ measure, spread }) => [measure.value!, spread.foremost!] as const);
    const tied = 1 - most.reduce((sum, [, share]) => sum + share, 0);
    const foremost = [...most, ...(tied > 1e-9 ? [['a tie', tied] as const] : [])].map(
      ([name, share]) => `${name} in ${(100 * share).toFixed(1)} %`,
    );
    const rows = found
      .filter(({ measure }) => measure.value === undefined)
      .map(({ measure, spread: { quantiles, bins, luck } }) => {
        const { plain, unit } = figuresOf(measure);
        return {
          name: `${measure.metric}${unit && ` ${unit}`}`,
          values: QUANTILES.map((name) => plain(quantiles[name])),
          plot: histogram(bins),
          luck: luck === null ? NOTHING : `${(100 * luck).toFixed(0)} %`,
        };
      });
    const widest = Math.max(...rows.flatMap(({ values }) => values.map((value) => stringWidth(value))), 6);
    const names = Math.max(...rows.map(({ name }) => stringWidth(name)), 8);
    const around = (gap: number) => QUANTILES.length * (widest + gap) + 8;
    const column = widest + (names + around(2) + 18 <= width ? 2 : 1);
    const isPlotted = names + around(1) + 18 <= width;
    const label = Math.min(names, width - around(1));
    const line = (name: string, values: readonly string[], plot: string, luck: string) =>
      [
        `  ${padded(name, label, 'left')}`,
        ...values.map((value) => padded(value, column, 'right')),
        ...(isPlotted ? [`  ${padded(plot, 16, 'left')}`] : []),
        padded(luck, 6, 'right'),
      ].join('');
    const of = experiments.length > 1 ? `${title}: ` : '';
    return [
      [
        ...paragraph(`${of}from cell to cell, ${count(cells)} of them drawn from the ranges`, width),
        ...(most.length > 0
          ? paragraph(`Most frequent ending: ${foremost.join(', ')} of the cells.`, width, '  ')
          : []),
        line('means of', ['5 %', '25 %', 'median', '75 %', '95 %'], 'least to most', 'luck'),
        ...rows.map(({ name, values, plot, luck }) => line(name, values, plot, luck)),
        ...paragraph(
          '5 % of the cells have a mean below the first figure, and so on: this is what rests on the numbers drawn. Luck is the part of the variance over cells that comes of few repeats instead.',
          width,
          '  ',
        ),
      ],
    ];
  });
}

const QUANTILES = ['p05', 'p25', 'median', 'p75', 'p95'] as const;

function notes(report: StatsReport, { width }: How): string[] {
  const { count: shown, level, simultaneous } = report.differences;
  const sections = [
    'An interval says how far luck alone may have moved a figure: of 100 such studies of this model, about 95 have the model’s own figure inside. It says nothing of whether the model is right.',
  ];
  if (report.repeats === 1 && report.cells > 1)
    sections.push(
      'All cells are played on the same seeds, and here on a single one: of luck it says nothing, so that what is told of several cells has no interval. Two repeats are the least, and dozens are better.',
    );
  if (report.metrics.some(isWithoutWidth))
    sections.push(
      'An interval of no width says that all these runs gave one number, and not that the number is certain.',
    );
  if (shown > 0)
    sections.push(
      '↑ and ↓ mark what is clearly more or less than the first of its table, or than the cell named, on the same seeds; · what is not.',
    );
  if (shown > 1)
    sections.push(
      simultaneous
        ? `The ${count(shown)} differences shown hold together in 95 of 100 such studies: each is at ${levelText(level)}.`
        : `Each of the ${count(shown)} differences shown is at ${levelText(level)}: if nothing differed, luck alone would mark one in ${Math.round(1 / (1 - level))}; --simultaneous lets them hold together.`,
    );
  sections.push(NOT_ESTIMATED);
  return sections.flatMap((text) => paragraph(text, width));
}

/** Whether a mean or a difference that is told has an interval of one point. */
function isWithoutWidth({ whole, cells, groups }: MeasureTold): boolean {
  const told = [...cells, ...groups.flat()];
  const intervals = [whole, ...told, ...told.map(({ difference }) => difference)];
  return intervals.some((interval) => interval !== null && interval.low !== null && interval.low === interval.high);
}

function levelText(level: number): string {
  return `${Number((100 * level).toPrecision(6))} %`;
}

function next({ next: steps, width }: How): string[] {
  if (steps.length === 0) return [];
  const widest = Math.max(...steps.map(([command]) => stringWidth(command)));
  const narrow = widest + 34 > width;
  return [
    'Next',
    ...steps.flatMap(([command, what]) =>
      narrow ? [`  ${command}`, `      ${what}`] : [`  ${padded(command, widest, 'left')}  ${what}`],
    ),
  ];
}
