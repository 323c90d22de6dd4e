import { ok, type Result } from '../../scenario/result.ts';
import type { DataFault, Dataset } from '../dataset/dataset.ts';
import type { Manifest } from '../dataset/manifest.ts';
import { combinationsOf } from '../design/combinations.ts';
import type { Experiment } from '../study.ts';
import type { MetricRuns } from './measures.ts';
import type { SensitivityDesign, SensitivityRuns } from './report.ts';

/** An experiment that asks for sensitivity, and where its cells lie in the study. */
interface Part {
  readonly experiment: Experiment;
  readonly design: SensitivityDesign;
  readonly first: number;
  readonly cells: number;
}

/** What is known of each experiment that asks for sensitivity. */
export interface ReadRuns {
  readonly runs: SensitivityRuns;
  readonly design: SensitivityDesign;
}

/**
 * The runs of those experiments, from the repeats of which every cell is there: an interrupted study is read as far as it
 * has come. `repeats` is 0 where there is none.
 */
export async function runsIn(dataset: Dataset): Promise<Result<readonly ReadRuns[], DataFault>> {
  const { plan, manifest } = dataset;
  const { study } = manifest;
  const { metrics, cells } = plan;
  const repeats = Math.ceil(dataset.rows / cells);
  const counted = new Uint32Array(repeats);
  const values = metrics.map((): (number | string | null)[] => Array.from({ length: repeats * cells }, () => null));
  for (const index of dataset.present) {
    const block = await dataset.block(
      index,
      metrics.map(({ name }) => name),
    );
    if (!block.ok) return block;
    const { first, rows } = block.value;
    const columns = metrics.map(({ name }) => block.value.column(name));
    for (let row = 0; row < rows; row++) {
      counted[Math.floor((first + row) / cells)]! += 1;
      columns.forEach((column, n) => (values[n]![first + row] = column[row]!));
    }
  }
  const whole = [...counted.keys()].filter((repeat) => counted[repeat] === cells);
  return ok(
    partsOf(dataset).map(({ experiment, design, first, cells: own }): ReadRuns => {
      const runs = metrics.map((metric, n): MetricRuns => {
        const at = (cell: number, repeat: number) => values[n]![repeat * cells + first + cell]!;
        const ofCell = (cell: number) => whole.map((repeat) => at(cell, repeat));
        return { metric, values: Array.from({ length: own }, (_, cell) => ofCell(cell)).flat() };
      });
      const drawn = drawnIn(experiment, study.seed, own);
      return {
        design,
        runs: { experiment, seed: study.seed, cells: own, repeats: whole.length, metrics: runs, drawn },
      };
    }),
  );
}

/** Whether an experiment of the study has such a design. */
export function asksForSensitivity({ study }: Pick<Manifest, 'study'>): boolean {
  return study.experiments.some(({ design }) => design.type === 'morris' || design.type === 'sobol');
}

function partsOf({ manifest: { study } }: Dataset): readonly Part[] {
  let first = 0;
  return study.experiments.flatMap((experiment): readonly Part[] => {
    const { cells } = combinationsOf(experiment, study.seed);
    const part = { experiment, first, cells };
    first += cells;
    const { design } = experiment;
    return design.type === 'morris' || design.type === 'sobol' ? [{ ...part, design }] : [];
  });
}

function drawnIn(experiment: Experiment, seed: string, cells: number): (path: string) => readonly number[] {
  const combinations = combinationsOf(experiment, seed);
  const points = Array.from({ length: cells }, (_, cell) => combinations.at(cell));
  return (path) => {
    const n = experiment.varies.findIndex((variation) => variation.path === path);
    return points.map((values) => values[n] as number);
  };
}
