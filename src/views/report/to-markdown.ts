import { rowsInShort, shownCell, type Block, type Content, type Table } from './content.ts';

/** The same content without pictures: of a chart its table. */
export function toMarkdown({ title, subtitle, opening, sections }: Content): string {
  const blocks = [
    `# ${escaped(title)}`,
    escaped(subtitle),
    ...opening.map(blockText),
    ...sections.flatMap((section) => [`## ${escaped(section.title)}`, ...section.blocks.map(blockText)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return escaped(block.text);
    case 'heading':
      return `### ${escaped(block.text)}`;
    case 'list':
      return block.items.map((item, n) => `${block.ordered === true ? `${n + 1}.` : '-'} ${escaped(item)}`).join('\n');
    case 'box':
      return [`**${escaped(block.label)}**`, ...block.text.map(escaped)].map((line) => `> ${line}`).join('\n>\n');
    case 'question':
      return `- **${escaped(block.question)}**\n  Why this question: ${escaped(block.because)}`;
    case 'table':
      return tableText(block.table);
    case 'chart':
      return [`**${escaped(block.title)}**`, tableText(block.table), ...block.legend.map(escaped)].join('\n\n');
  }
}

function tableText(table: Table): string {
  const { caption, columns } = table;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `${escaped(caption)}:`,
    '',
    line(columns.map(({ head }) => escaped(head))),
    line(columns.map(({ number }) => (number === true ? '---:' : '---'))),
    ...rowsInShort(table).map((cells) => line(cells.map((cell) => escaped(shownCell(cell))))),
  ].join('\n');
}

/** What would be read as markup is not: names and notes are written by others. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[\\`*_[\]<>|#]/g, (character) => `\\${character}`)
    .replaceAll(/&/g, '&amp;');
}
