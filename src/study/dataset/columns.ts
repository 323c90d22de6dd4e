import type { Plan } from '../plan.ts';

/** A column of a dataset. Only parameters and metrics may have no value in a row. */
export interface Column {
  readonly name: string;
  readonly type: 'integer' | 'number' | 'text';
  readonly role: 'key' | 'parameter' | 'metric';
}

/** The columns of a study's dataset, in the order in which they stand there. */
export function columnsOf({ study, columns, metrics }: Plan): readonly Column[] {
  const experiment: readonly Column[] =
    study.experiments.length > 1 ? [{ name: 'experiment', type: 'text', role: 'key' }] : [];
  return [
    ...experiment,
    { name: 'cell', type: 'integer', role: 'key' },
    { name: 'rep', type: 'integer', role: 'key' },
    { name: 'seed', type: 'text', role: 'key' },
    ...columns.map(({ path, type }): Column => ({ name: path, type, role: 'parameter' })),
    ...metrics.map(({ name, type }): Column => ({ name, type, role: 'metric' })),
  ];
}
