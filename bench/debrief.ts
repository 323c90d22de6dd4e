import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { conduct } from '../src/cli/conduct.ts';
import { load } from '../src/scenario/load.ts';
import { figure, heading } from './figures.ts';

const BIN = fileURLToPath(new URL('../dist/cli/parley.js', import.meta.url));

/** A debrief of twelve groups with a cloud of five hundred runs, as a teacher types it: the process and all. */
export function bench(): void {
  heading('A debrief of 12 groups of moscow-2018 with a cloud of 500 runs');
  const loaded = load('moscow-2018', []);
  if (!loaded.ok) throw new Error(loaded.error[0]!.message);
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  const files = Array.from({ length: 12 }, (_, n) => join(folder, `group-${n + 1}.jsonl`));
  for (const [n, file] of files.entries())
    writeFileSync(
      file,
      conduct(loaded.value, String(n + 1), [])
        .lines.map((line) => `${line}\n`)
        .join(''),
    );
  const out = join(folder, 'debrief.html');
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [BIN, 'debrief', ...files, '--out', out], {
    encoding: 'utf8',
  });
  const took = performance.now() - start;
  if (status !== 0) throw new Error(stderr);
  figure('from the command to the page', `${(took / 1000).toFixed(2)} s`, 'target: 3 s');
  figure('size of the page', `${(statSync(out).size / 1e6).toFixed(2)} MB`, 'target: 1 MB');
  rmSync(folder, { recursive: true });
}
