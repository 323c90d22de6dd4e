import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parley } from '../cli/parley.ts';
import { KEYS, open, stopAll } from './screen.ts';

afterEach(stopAll);

const RECORD = join(mkdtempSync(join(tmpdir(), 'parley-')), 'r.jsonl');
const FORK = RECORD.replace('r.jsonl', 'f.jsonl');
parley(['run', 'two-valleys', '--seed', '1', '--record', RECORD]);
parley([
  'fork',
  RECORD,
  '--round',
  '3',
  '--vote',
  'upper=object',
  '--set',
  'parties.lower.pain=0.02',
  '--record',
  FORK,
]);

const SIZE = { cols: 80, rows: 24 };

describe('replay on a terminal', () => {
  it('opens a record at the round that was asked for, paused, and leaves the command that shows it again', async () => {
    const screen = open('npm', ['start', '--silent', '--', 'replay', RECORD, '--round', '3'], SIZE);
    await screen.until(/round 3 of 6 .*‖ paused/);
    screen.press(KEYS.left);
    await screen.until(/round 2 of 6/);
    screen.press('q');
    expect(await screen.exit).toEqual({ code: 0, signal: 0 });
    expect(screen.buffer()).toBe('normal');
    // A narrow terminal wraps the path.
    expect(screen.text().join('').replaceAll(/\s/g, '')).toContain(`again:npmstart--replay${RECORD}`);
  });

  it('plays a fork from the start, and tells in the wire what was made otherwise', async () => {
    const screen = open('npm', ['start', '--silent', '--', 'replay', FORK, '--round', '3'], { cols: 120, rows: 36 });
    await screen.until(/What if: from here on the lower valley’s pain a.*round is set to 0\.02/s);
    screen.press(KEYS.right);
    await screen.until(/What if: the vote of the upper valley is set/);
    screen.press('q');
    expect((await screen.exit).code).toBe(0);
  });
});
