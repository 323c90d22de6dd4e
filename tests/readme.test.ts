import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The README's shell lines, without comments. */
const lines = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap(([, block]) => block!.split('\n'))
  .map((line) => line.replace(/\s+#.*$/, '').trim())
  .filter((line) => line !== '');

// They write files, so they run in a copy that shares what was built.
const copy = mkdtempSync(join(tmpdir(), 'parley-readme-'));
for (const name of ['package.json', 'dist', 'scenarios'])
  cpSync(join(root, name), join(copy, name), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

describe('the README', () => {
  test('begins with the two commands that a newcomer types', () => {
    expect(lines.slice(0, 2)).toEqual(['npm ci && npm start', 'npm test']);
  });

  test.each(lines.slice(2))('says what works: %s', (line) => {
    expect(line).toMatch(/^npm start --silent -- /);
    const { status, stdout, stderr } = spawnSync(line, { shell: true, cwd: copy, encoding: 'utf8' });
    expect(stderr).not.toMatch(/error|warning/i);
    expect(status).toBe(0);
    expect(stdout.length).toBeGreaterThan(10);
  });

  test('names every command and every bundled scenario, and links to files that exist', () => {
    const help = spawnSync(process.execPath, [join(root, 'dist/cli/parley.js'), '--help'], { encoding: 'utf8' }).stdout;
    const commands = [...help.split('Commands:')[1]!.matchAll(/^ {2}([a-z]+)/gm)]
      .map(([, name]) => name)
      .filter((name) => name !== 'help' && name !== 'parley');
    expect(commands.length).toBeGreaterThan(6);
    for (const command of commands) expect(readme).toContain(`| \`${command} `);
    for (const [, link] of readme.matchAll(/\]\(([^)]+)\)/g)) expect(existsSync(join(root, link!)), link).toBe(true);
  });
});
