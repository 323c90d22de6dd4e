import { ENDINGS, type Ending } from '../../model/ending.ts';
import { count } from '../prose/amounts.ts';
import { NOT_ESTIMATED } from '../prose/reading.ts';

/** How often each ending came about in so many plays. */
export function endingsTable(endings: Readonly<Partial<Record<Ending, number>>>, plays: number): string {
  const width = Math.max(7, count(plays).length);
  const rows = ENDINGS.map((ending) => {
    const times = endings[ending] ?? 0;
    return `  ${ending.padEnd(14)}${count(times).padStart(width)}  ${((100 * times) / plays).toFixed(1).padStart(5)} %`;
  });
  return [...rows, `  ${NOT_ESTIMATED}`].join('\n');
}
