import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ENDINGS } from '../../src/model/ending.ts';
import { ENDING } from '../../src/views/prose/codes.ts';
import { goldens } from './goldens.ts';

const folder = new URL('.', import.meta.url);
const files = goldens();

describe('what was played once is played again, on every Node', () => {
  for (const [name, text] of files) {
    test(name, () => {
      // `npm run goldens` rewrites these files; a change of results raises RULES in src/cli/version.ts.
      expect(text).toBe(readFileSync(new URL(name, folder), 'utf8'));
    });
  }

  test('and every way to end is among them, in words', () => {
    const told = [...files.values()].join('\n');
    for (const ending of ENDINGS) expect(told).toContain(`It ends in ${ENDING[ending]}`);
  });

  test('and no golden is left over', () => {
    const kept = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    expect(kept.toSorted()).toEqual([...files.keys()].toSorted());
  });
});
