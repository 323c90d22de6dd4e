import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import headless from '@xterm/headless';
import { describe, expect, it } from 'vitest';
import { SHOTS } from '../../scripts/pictures/shots.ts';
import { svgOf } from '../../scripts/pictures/svg.ts';
import { runsOf } from './screen.ts';

const docs = (path: string) => readFileSync(fileURLToPath(new URL(`../../docs/${path}`, import.meta.url)), 'utf8');

/** What a terminal of 20×2 holds after some bytes. */
async function rowsAfter(written: string) {
  const term = new headless.Terminal({ cols: 20, rows: 2, allowProposedApi: true });
  await new Promise<void>((resolve) => {
    term.write(written, resolve);
  });
  return [0, 1].map((row) => runsOf(term, row));
}

describe('a picture of a screen', () => {
  it('holds every stretch of text to its cells, with its look', async () => {
    const rows = await rowsAfter('a <b>  \x1b[1mc & d\x1b[0m\r\n\x1b[38;2;0;121;184m━━\x1b[0m \x1b[7mfound\x1b[0m');
    const svg = svgOf(rows, 20, 'A “test” <screen>');
    expect(svg.split('\n')).toEqual([
      expect.stringContaining('role="img" aria-label="A “test” &lt;screen&gt;"'),
      '<title>A “test” &lt;screen&gt;</title>',
      expect.stringContaining('<rect width="192"'),
      expect.stringContaining('font-size="14"'),
      '<text x="12" y="24.88" textLength="42" lengthAdjust="spacingAndGlyphs" xml:space="preserve">a &lt;b&gt;</text>',
      '<text x="70.8" y="24.88" textLength="42" lengthAdjust="spacingAndGlyphs" font-weight="bold" xml:space="preserve">c &amp; d</text>',
      '<text x="12" y="41.26" textLength="16.8" lengthAdjust="spacingAndGlyphs" fill="#0079b8" xml:space="preserve">━━</text>',
      '<rect x="37.2" y="28.38" width="42" height="16.38" fill="#1b1f24"/>',
      '<text x="37.2" y="41.26" textLength="42" lengthAdjust="spacingAndGlyphs" fill="#ffffff" xml:space="preserve">found</text>',
      '</g>',
      '</svg>',
      '',
    ]);
  });

  it('is the same for the same cells', async () => {
    const [one, two] = await Promise.all([rowsAfter('Москва 中国'), rowsAfter('Москва 中国')]);
    expect(svgOf(one, 20, 'x')).toBe(svgOf(two, 20, 'x'));
  });
});

describe('the pictures in the repository', () => {
  it.each(SHOTS)('$name says what it shows', ({ name, title }) => {
    expect(docs(`pictures/${name}.svg`)).toContain(`<title>${title}</title>`);
  });
});
