import type { Plan } from '../plan.ts';
import { experimentsOf, isSampled, type By, type ExperimentTold, type Question } from './report.ts';

/** Cells told one by one where nothing else is asked: so many in an experiment, and so many groups by path. */
const MOST_CELLS = 20;
const MOST_PATHS = 6;

/** What is told of a study to somebody who reads it, when nothing is asked but what is given. */
export function readersQuestion(plan: Plan, given: Partial<Question>): Question {
  const experiments = experimentsOf(plan);
  const asked = given.told !== undefined || given.by !== undefined;
  const told = experiments.flatMap((one) => (isSampled(one) || one.cells > MOST_CELLS || asked ? [] : cellsOf(one)));
  const by = asked ? [] : experiments.flatMap((one) => tablesOf(plan, one));
  const metrics = given.metrics ?? plan.metrics.map(({ name }) => name);
  return { metrics, compared: [], told, by, simultaneous: false, ...given };
}

/** For other programs: every cell, all metrics, all differences. */
export function programsQuestion(plan: Plan, given: Partial<Question>): Question {
  const question = readersQuestion(plan, given);
  const all = experimentsOf(plan).flatMap(cellsOf);
  return { ...question, told: given.told ?? all, compared: question.metrics };
}

function cellsOf({ first, cells }: ExperimentTold): readonly number[] {
  return cells === 1 ? [] : Array.from({ length: cells }, (_, n) => first + n);
}

/** A grid of two paths as one table; a larger design path by path. */
function tablesOf({ study }: Plan, one: ExperimentTold): readonly By[] {
  const { experiment } = one;
  const paths = study.experiments.find(({ id }) => id === experiment)!.varies.map(({ path }) => path);
  if (isSampled(one)) return [];
  const both = one.design === 'grid' && paths.length === 2 ? [{ experiment, paths }] : [];
  if (both.length > 0 || one.cells <= MOST_CELLS || paths.length > MOST_PATHS) return both;
  return paths.map((path) => ({ experiment, paths: [path] }));
}
