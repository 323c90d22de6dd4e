import type { FactOf } from '../../model/fact.ts';
import { table, type DataTable, type Row, type Take } from './table.ts';

export function seats(rows: readonly Row[], named: boolean): DataTable {
  const all = rows.flatMap((row) =>
    row.of.facts
      .filter((fact): fact is FactOf<'seat.held'> => fact.type === 'seat.held')
      .map((seat) => ({ ...row, seat })),
  );
  type One = (typeof all)[number];
  const takes: readonly Take<One>[] = [
    ['round', 'integer', 'the round', ({ seat }) => seat.round],
    ['party', 'text', 'id of the party', ({ seat }) => seat.party],
    ['question', 'text', 'at which question the seat changed hands', ({ seat }) => seat.question],
    ['holder', 'text', 'who holds it from there on: rule, person, program or script', ({ seat }) => seat.holder],
    ['gave_reason', 'boolean', 'whether a reason was given', ({ seat }) => seat.reason !== undefined],
    ...(named ? [['reason', 'text', 'the reason', ({ seat }: One) => seat.reason] as Take<One>] : []),
  ];
  return table('seats', 'a seat that changed hands', takes, all);
}
