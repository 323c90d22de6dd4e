import type { Run } from '../../tests/terminal/screen.ts';

/** A cell in pixels; rows of 1.17 em close the gaps that higher ones leave in borders. */
const EM = 14;
const CELL = 8.4;
const ROW = 1.17 * EM;
const MARGIN = 12;

const PAPER = '#ffffff';
const INK = '#1b1f24';
const DIM = '#5b6570';
const FONTS = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace';

/** A screen as a picture: the same cells give the same bytes. */
export function svgOf(rows: readonly (readonly Run[])[], columns: number, title: string): string {
  const width = pixels(columns * CELL + 2 * MARGIN);
  const height = pixels(rows.length * ROW + 2 * MARGIN);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="6" fill="${PAPER}" stroke="#c9d1d9"/>`,
    `<g font-family="${escaped(FONTS)}" font-size="${EM}" fill="${INK}">`,
    ...rows.flatMap((runs, row) =>
      runs.flatMap((run) => [...ground(run, row), ...blocks(run, row), ...words(run, row)]),
    ),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** What stands out by exchanged colours needs a ground. */
function ground({ column, cells, inverse }: Run, row: number): readonly string[] {
  if (!inverse) return [];
  return [
    `<rect x="${x(column)}" y="${pixels(MARGIN + row * ROW)}" width="${pixels(cells * CELL)}" height="${pixels(ROW)}" fill="${INK}"/>`,
  ];
}

/** Lower eighths of a cell, and the lower left quarter: fonts differ on their height, and bars must stand on one line. */
const BLOCKS = '▁▂▃▄▅▆▇█';
const QUARTER = '▖';
const DRAWN = /[▁-█▖]/g;

/** Bars and histories, drawn rather than written. */
function blocks(run: Run, row: number): readonly string[] {
  if (run.text.length !== run.cells) return [];
  const bottom = MARGIN + (row + 1) * ROW - 2;
  const fill = run.color ?? (run.dim ? DIM : INK);
  return [...run.text.matchAll(/([▁-█])\1*|▖/g)].map(({ 0: text, index }) => {
    const level = text[0] === QUARTER ? 4 : BLOCKS.indexOf(text[0]!) + 1;
    const high = (level / BLOCKS.length) * (ROW - 4);
    const wide = text[0] === QUARTER ? CELL / 2 : text.length * CELL;
    return `<rect x="${x(run.column + index)}" y="${pixels(bottom - high)}" width="${pixels(wide)}" height="${pixels(high)}" fill="${fill}"/>`;
  });
}

/** Stretches between wide gaps, each held to its cells whatever the font. */
function words(run: Run, row: number): readonly string[] {
  const y = pixels(MARGIN + row * ROW + 0.92 * EM);
  // A run with wide characters has fewer characters than cells, and is placed as a whole.
  const whole = run.text.length !== run.cells;
  const found = whole
    ? [{ text: run.text.trimEnd(), at: 0, cells: run.cells }]
    : stretches(run.text.replaceAll(DRAWN, ' '));
  return found
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, at, cells }) => {
      const length = pixels(cells * CELL);
      return `<text x="${x(run.column + at)}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${look(run)} xml:space="preserve">${escaped(text)}</text>`;
    });
}

function stretches(text: string): readonly { text: string; at: number; cells: number }[] {
  return [...text.matchAll(/\S+(?: \S+)*/g)].map((match) => ({
    text: match[0],
    at: match.index,
    cells: match[0].length,
  }));
}

function look({ color, bold, dim, inverse }: Run): string {
  const fill = inverse ? PAPER : (color ?? (dim ? DIM : undefined));
  return `${fill === undefined ? '' : ` fill="${fill}"`}${bold ? ' font-weight="bold"' : ''}`;
}

function x(column: number): string {
  return pixels(MARGIN + column * CELL);
}

function pixels(value: number): string {
  return String(Number(value.toFixed(2)));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
