/** Words and the language that they are in, which need not be that of the page. */
export interface Told {
  readonly text: string;
  readonly lang: string;
}

export interface Column {
  readonly head: Told;
  readonly number?: boolean;
}

/** A cell to read, or one to write in. */
export type Cell = Told | undefined;

/** What stands on a sheet; printed as HTML and as Markdown alike. */
export type Block =
  | { readonly type: 'heading'; readonly level: 2 | 3; readonly text: Told }
  | { readonly type: 'text'; readonly text: Told; readonly quiet?: boolean }
  | { readonly type: 'list'; readonly items: readonly Told[]; readonly ordered?: boolean }
  /** The first cell of a row heads it; a cell alone in its row heads the rows after it. Without columns there is no head. */
  | {
      readonly type: 'table';
      readonly caption: Told;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
      /** Many rows to look through, or much to write into each. */
      readonly room?: 'dense' | 'roomy';
    }
  | { readonly type: 'box'; readonly label: Told; readonly blocks: readonly Block[] }
  /** Room to write. */
  | { readonly type: 'lines'; readonly label: Told; readonly count: number }
  /** Four fields to write in, on what is left of the page. */
  | { readonly type: 'quarters'; readonly parts: readonly { readonly title: Told; readonly ask: Told }[] }
  /** A name to be folded and put on the table. */
  | { readonly type: 'plate'; readonly name: Told; readonly below: Told }
  | { readonly type: 'links'; readonly items: readonly { readonly href: string; readonly text: Told }[] }
  | { readonly type: 'command'; readonly text: string };

/** What begins on a page of its own in print. */
export interface Sheet {
  /** What kind of sheet it is, and whose. */
  readonly label?: Told;
  readonly title: Told;
  readonly blocks: readonly Block[];
}

/** A file of the pack, written as HTML and as Markdown. */
export interface Document {
  /** Without its ending. */
  readonly path: string;
  readonly title: Told;
  readonly lang: string;
  readonly sheets: readonly Sheet[];
  /** Sheets for different readers, to be sorted when they are printed: the title of them all is on no paper. */
  readonly isBundle?: true;
}

export const heading = (text: Told, level: 2 | 3 = 2): Block => ({ type: 'heading', level, text });
export const paragraph = (text: Told): Block => ({ type: 'text', text });
export const remark = (text: Told): Block => ({ type: 'text', text, quiet: true });
/** A heading with a text under it; nothing where there is no text. */
export const section = (title: Told, text: Told | undefined, level: 2 | 3 = 2): readonly Block[] =>
  text === undefined || text.text.trim() === '' ? [] : [heading(title, level), paragraph(text)];

/** The tables whose caption says no more than the heading above them: it need not be seen twice. */
export function captionsSaidAbove({ title, blocks }: Sheet): ReadonlySet<Block> {
  const said = new Set<Block>();
  let above = title.text;
  for (const block of blocks) {
    if (block.type === 'heading') above = block.text.text;
    else if (block.type === 'table' && block.caption.text === above) said.add(block);
  }
  return said;
}
