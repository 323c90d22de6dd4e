import { acts } from './acts.ts';
import { conferences, outcomes } from './conferences.ts';
import { rounds, votes } from './rounds.ts';
import { seats } from './seats.ts';
import type { DataTable, Exported, Row } from './table.ts';
import { texts } from './texts.ts';

/**
 * The data of a class as tidy tables. Whoever took part goes by a number: names of groups, files, seeds, notes and reasons
 * were chosen by people and stand only where `named` asks for them; the hash still says which conference it is.
 */
export function classTables(all: readonly Exported[], named: boolean): readonly DataTable[] {
  const width = String(all.length).length;
  const rows = all.map((of, n): Row => ({ conference: `c${String(n + 1).padStart(width, '0')}`, of }));
  return [
    conferences(rows, named),
    outcomes(rows),
    rounds(rows),
    votes(rows),
    acts(rows),
    texts(rows),
    seats(rows, named),
  ];
}
