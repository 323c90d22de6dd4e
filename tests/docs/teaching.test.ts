import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadBriefs } from '../../src/scenario/briefs.ts';
import { sound } from '../scenario/written.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/teaching.md'), 'utf8');

const lines = [...page.matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap(([, block]) => block!.split('\n'))
  .map((line) => line.replace(/\s{2,}#.*$/, '').trim())
  .filter((line) => line !== '');

// They write files, one after another, so they run in a copy that shares what was built.
const copy = mkdtempSync(join(tmpdir(), 'parley-teaching-'));
for (const name of ['package.json', 'dist', 'scenarios'])
  cpSync(join(root, name), join(copy, name), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

describe('the page for teachers', () => {
  test.each(lines)('says what works: %s', (line) => {
    const { status, stderr } = spawnSync(line, { shell: true, cwd: copy, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, expect.not.stringMatching(/error|warning/i)]);
  });

  test('names files that a pack has', () => {
    const cited = [...page.matchAll(/`((?:teacher|everyone)\/[\w-]+)`/g)].map(([, path]) => path!);
    expect(cited.length).toBeGreaterThan(3);
    for (const path of cited) expect(existsSync(join(copy, 'class', `${path}.html`)), path).toBe(true);
  });

  test('shows briefs that are sound', () => {
    const [, yaml] = /```yaml\n([\s\S]*?)```/.exec(page)!;
    const folder = mkdtempSync(join(tmpdir(), 'parley-briefs-'));
    cpSync(join(root, 'scenarios/two-valleys.yaml'), join(folder, 'two-valleys.yaml'));
    mkdirSync(join(folder, 'briefs'));
    writeFileSync(join(folder, 'briefs', 'two-valleys.yaml'), yaml!);
    const path = join(folder, 'two-valleys.yaml');
    const briefs = loadBriefs(path, sound(path).scenario);
    expect(briefs.ok ? Object.keys(briefs.value.translations) : briefs.error).toEqual(['fa-AF']);
  });
});
