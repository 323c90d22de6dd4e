/** A table of a Markdown document: its header and its rows, cell by cell. */
export interface Table {
  /** The heading that it stands under. */
  readonly under: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** All tables of a document, in order. */
export function tablesOf(markdown: string): readonly Table[] {
  const tables: { under: string; header: string[]; rows: string[][] }[] = [];
  let under = '';
  let open = false;
  for (const line of markdown.split('\n')) {
    const heading = /^#+ (.*)$/.exec(line);
    if (heading) under = heading[1]!;
    if (!line.startsWith('|')) {
      open = false;
      continue;
    }
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (!open) tables.push({ under, header: cells, rows: [] });
    else if (!cells.every((cell) => /^:?-+:?$/.test(cell))) tables.at(-1)!.rows.push(cells);
    open = true;
  }
  return tables;
}
