import { directionOf } from '../html/direction.ts';
import { captionsSaidAbove, type Block, type Cell, type Document, type Sheet, type Told } from './document.ts';

/** A document as Markdown (CommonMark with tables). */
export function asMarkdown({ title, lang, sheets }: Document): string {
  const one = sheets.length === 1;
  const written = sheets.map((sheet) => sheetOf(sheet, one ? 1 : 2)).join('\n\n---\n\n');
  const text = one ? written : `# ${words(title)}\n\n${written}`;
  // Markdown has no words for the direction of writing; readers that know HTML take these.
  return directionOf(lang) === 'rtl' ? `<div dir="rtl" lang="${lang}">\n\n${text}\n\n</div>\n` : `${text}\n`;
}

function sheetOf(sheet: Sheet, level: number): string {
  const { label, title, blocks } = sheet;
  const said = captionsSaidAbove(sheet);
  return [
    ...(label ? [`*${words(label)}*`] : []),
    `${'#'.repeat(level)} ${words(title)}`,
    ...blocks.map((block) => blockOf(block, level, said)),
  ].join('\n\n');
}

function blockOf(block: Block, level: number, said: ReadonlySet<Block>): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(level + block.level - 1)} ${words(block.text)}`;
    case 'text':
      return paragraphsOf(block.text);
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${words(item)}`).join('\n');
    case 'table': {
      const width = Math.max(block.columns.length, ...block.rows.map((cells) => cells.length));
      const heads = Array.from({ length: width }, (_, index) => block.columns[index]?.head);
      const line = heads.map((_, index) => (block.columns[index]?.number ? '---:' : '---')).join(' | ');
      const rows = block.rows.map((cells) => (cells.length === 1 && width > 1 ? overRow(cells[0], width) : row(cells)));
      const caption = said.has(block) ? [] : [`**${words(block.caption)}**`, ''];
      return [...caption, row(heads), `| ${line} |`, ...rows].join('\n');
    }
    case 'box': {
      const inner = [`**${words(block.label)}**`, ...block.blocks.map((one) => blockOf(one, level, said))].join('\n\n');
      return inner
        .split('\n')
        .map((one) => (one === '' ? '>' : `> ${one}`))
        .join('\n');
    }
    case 'lines':
      return [`**${words(block.label)}**`, ...Array.from({ length: block.count }, () => RULE)].join('\n\n');
    case 'quarters':
      return block.parts
        .map(({ title, ask }) => `${'#'.repeat(level + 1)} ${words(title)}\n\n${words(ask)}`)
        .join('\n\n');
    case 'plate':
      return `**${words(block.name)}**\n\n${words(block.below)}`;
    case 'links':
      return block.items.map(({ href, text }) => `- [${words(text)}](<${href.replace(/\.html$/, '.md')}>)`).join('\n');
    case 'command':
      return ['```sh', block.text, '```'].join('\n');
  }
}

function row(cells: readonly Cell[]): string {
  return `| ${cells.map((cell) => (cell && words(cell) !== '' ? words(cell) : ' ')).join(' | ')} |`;
}

/** A row that heads those after it. */
function overRow(cell: Cell, width: number): string {
  return `| ${cell === undefined ? ' ' : `**${words(cell)}**`} |${'  |'.repeat(width - 1)}`;
}

const RULE = '\\_'.repeat(40);

/** What Markdown or HTML would read as a sign stands for itself; on one line. */
function words({ text }: Told): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>|&]/g, (sign) => (sign === '&' ? '&amp;' : `\\${sign}`))
    .replace(/^([#+-]|\d+[.)])(?=\s)/, '\\$1');
}

function paragraphsOf({ text, lang }: Told): string {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((part) => words({ text: part, lang }))
    .join('\n\n');
}
