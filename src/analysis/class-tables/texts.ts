import { table, type DataTable, type Row, type Take } from './table.ts';

export function texts(rows: readonly Row[]): DataTable {
  const all = rows.flatMap((row) => {
    const { texts: put, ending, rounds: last, text: final } = row.of.group;
    const polled = put.flatMap(({ round, text, offeredBy }) =>
      row.of.scenario.agenda.map((issue) => ({
        ...row,
        round,
        stage: offeredBy === undefined ? 'put' : 'offered',
        issue,
        option: text[issue],
      })),
    );
    const ended = row.of.scenario.agenda.map((issue) => ({
      ...row,
      round: last,
      stage: 'final',
      issue,
      option: final[issue],
    }));
    return ending === undefined ? polled : [...polled, ...ended];
  });
  type One = (typeof all)[number];
  const takes: readonly Take<One>[] = [
    ['stage', 'text', 'put to the parties, offered by one of them, or final', ({ stage }) => stage],
    ['round', 'integer', 'the round', ({ round }) => round],
    ['issue', 'text', 'id of the issue', ({ issue }) => issue],
    ['option', 'text', 'id of the option; empty where nothing was agreed', ({ option }) => option],
  ];
  return table('texts', 'an issue of a text', takes, all);
}
