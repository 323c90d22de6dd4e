import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { millStudy } from '../cli/mill-study.ts';
import { folder } from '../cli/parley.ts';
import { open, stopAll } from './screen.ts';

afterEach(stopAll);

const BIN = new URL('../../dist/cli/parley.js', import.meta.url).pathname;
const study = millStudy((text) => text.replace('[0.2, 0.3, 0.4, 0.5]', '[0.3, 0.4]').replace('250', '50000'));

function swept(out: string, cols: number) {
  return open(process.execPath, [BIN, 'sweep', study, '--out', out, '--workers', '1'], { cols, rows: 24 });
}

describe('sweep on a terminal', () => {
  it.each([
    [80, /^\[#*\.+\] [\d,]+ of 200,000 runs, [1-9]\d* %, [\d,]+ a second, .* left$/],
    [50, /^[\d,]+ of 200,000 runs, [1-9]\d* %, .* left$/],
  ])('keeps progress on one line of %i columns, and at Ctrl-C says how to go on', async (cols, line) => {
    const screen = swept(join(folder(), 'mill'), cols);
    await screen.until((lines) => line.test(lines[0] ?? ''));
    expect(screen.text().slice(1).join('')).toBe('');
    screen.press('\u0003');
    expect(await screen.exit).toEqual({ code: 130, signal: 0 });
    const after = screen.text().slice(1).join('');
    expect(after).toMatch(/^interrupted: [\d,]+ of 200,000 runs are in .*parley sweep .*goes on from there$/);
  });

  it('goes on where it was, and so does the line', async () => {
    const out = join(folder(), 'mill');
    const first = swept(out, 80);
    await first.until(/ [4-9] %/);
    first.press('\u0003');
    await first.exit;
    const kept = /interrupted: ([\d,]+) of/.exec(first.text().join(' '))![1]!;
    expect(kept).not.toBe('0');
    const again = swept(out, 80);
    await again.until((lines) => (lines[0] ?? '').includes(`] ${kept} of 200,000 runs, `));
  });
});
