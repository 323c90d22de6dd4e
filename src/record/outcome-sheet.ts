import type { IssueId, OptionId, PartyId, Scenario } from '../model/scenario.ts';

/**
 * What became of a group that negotiated on paper, as `outcomes.csv` tells it: one row a group with its final outcome,
 * where its `round` is empty, and, if somebody noted them, more rows of the same group with the text that lay on the
 * table in a round. Columns: `group`, `round`, one an issue (its id), `signed`, `note`.
 */
export interface OutcomeRow {
  readonly group: string;
  /** The round whose text this is; nothing for the final outcome. */
  readonly round?: number;
  /** What is agreed, or lay on the table; an issue on which nothing was is left out. */
  readonly text: Readonly<Record<IssueId, OptionId>>;
  /** Who signed, or accepted the text of the round. */
  readonly signed: readonly PartyId[];
  readonly note: string;
}

const FIRST = ['group', 'round'] as const;
const LAST = ['signed', 'note'] as const;
/** Column names that mean something else than an issue. */
const RESERVED: readonly string[] = [...FIRST, ...LAST];

/** The column of an issue: its id, unless that is the name of another column. */
export function issueColumn(issue: IssueId): string {
  return RESERVED.includes(issue) ? `issue ${issue}` : issue;
}

/** The header; issues stand in the order of the agenda. */
export function outcomeColumns({ agenda }: Pick<Scenario, 'agenda'>): readonly string[] {
  return [...FIRST, ...agenda.map(issueColumn), ...LAST];
}

/** The sheet as CSV (RFC 4180, UTF-8, lines that end in LF). */
export function outcomeSheet(scenario: Pick<Scenario, 'agenda'>, rows: readonly OutcomeRow[]): string {
  const lines = rows.map(({ group, round, text, signed, note }) => [
    group,
    round === undefined ? '' : String(round),
    ...scenario.agenda.map((issue) => text[issue] ?? ''),
    signed.join(' '),
    note,
  ]);
  return [outcomeColumns(scenario), ...lines].map((cells) => `${cells.map(cell).join(',')}\n`).join('');
}

/** The sheet to be filled in: a row a group. */
export function emptyOutcomeSheet(scenario: Pick<Scenario, 'agenda'>, groups: readonly string[]): string {
  return outcomeSheet(
    scenario,
    groups.map((group) => ({ group, text: {}, signed: [], note: '' })),
  );
}

function cell(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
