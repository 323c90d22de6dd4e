import { describe, expect, it } from 'vitest';
import { cardOf } from '../../src/scenario/bundled.ts';
import { atTheWall, browse } from '../../src/views/terminal/gallery-state.ts';
import { galleryFrame } from '../../src/views/terminal/view-model/gallery.ts';

const NAME = 'moscow-2018';

/** The words on the first screen of the gallery. */
function wall(seed: string, width: number, height: number): string {
  const browsing = browse(atTheWall([{ name: NAME, bundled: true }], seed), {
    type: 'read',
    name: NAME,
    card: cardOf(NAME),
  });
  const { columns } = galleryFrame(browsing, 'npm start --', width, height)!;
  const rows = columns.flatMap((column) => column.flatMap((pane) => pane.rows));
  return rows
    .map((row) => row.map(({ text }) => text).join(''))
    .join(' ')
    .replaceAll(/\s+/g, ' ');
}

describe('the gallery', () => {
  it.each([
    [60, 16],
    [80, 24],
    [120, 36],
    [200, 50],
  ])('says without scrolling how to play a seat at %i×%i', (width, height) => {
    const text = wall('42', width, height);
    expect(text).toContain('npm start -- play moscow-2018 --as kabul --seed 42 --record kabul.jsonl');
  });

  it('quotes a seed as a shell reads it back', () => {
    expect(wall('a b', 120, 36)).toContain("--seed 'a b'");
  });
});
