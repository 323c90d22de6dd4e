import { partText } from './stats-figures.ts';
import type { EstimateTold, MeasureTold, PartTold, StatsReport } from './stats-report.ts';

/**
 * The statistics as a table for other programs, a line for each measure of each cell, of each group and of the whole.
 * `less` says of a difference what is taken away: the baseline cell, or the first group.
 */
export function statsCsv(report: StatsReport): string {
  const { parameters, told, by, metrics } = report;
  const columns = ['scope', 'cell', 'experiment', ...parameters.map((path) => path), 'metric', 'value', 'n', 'missing'];
  const rest = ['mean', 'low', 'high', 'pairs', 'difference', 'difference_low', 'difference_high', 'less'];
  const lines: string[] = [row([...columns, ...rest])];
  const blank = parameters.map(() => undefined);
  for (const measure of metrics) {
    const name = [measure.metric, measure.value];
    lines.push(row(['whole', undefined, undefined, ...blank, ...name, ...figures(measure.whole)]));
    measure.cells.forEach((cell, n) => {
      const at = told[n]!;
      const less = cell.difference === null ? undefined : `cell ${at.against}`;
      lines.push(row(['cell', at.cell, at.experiment, ...at.values, ...name, ...compared(cell, less)]));
    });
    by.forEach(({ experiment, paths, groups }, n) => {
      groups.forEach(({ values }, g) => {
        const at = parameters.map((path) => (paths.includes(path) ? values[paths.indexOf(path)] : undefined));
        const of = experiment ?? values[paths.indexOf('experiment')];
        const group = measure.groups[n]![g]!;
        const less = group.difference === null ? undefined : groups[0]!.values.map(partText).join(' ');
        lines.push(row([`by ${paths.join(' ')}`, undefined, of, ...at, ...name, ...compared(group, less)]));
      });
    });
  }
  return lines.join('\n');
}

type Field = PartTold | null;

function figures({ n, missing, mean, low, high }: EstimateTold): readonly Field[] {
  return [n, missing, mean, low, high, undefined, undefined, undefined, undefined, undefined];
}

function compared(told: MeasureTold['cells'][number], less: string | undefined): readonly Field[] {
  const { pairs, mean, low, high } = told.difference ?? {};
  return [...figures(told).slice(0, 5), pairs, mean ?? undefined, low ?? undefined, high ?? undefined, less];
}

/** Numbers in full; a range of values by its ends. */
function row(fields: readonly Field[]): string {
  return fields
    .map((field) => {
      if (field === null || field === undefined) return '';
      const text = typeof field === 'object' ? partText(field) : String(field);
      return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',');
}
