import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/research.md'), 'utf8');

function blocks(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block]) => block!);
}

/** The page's commands write files, so they run in a copy that shares what was built. */
const copy = mkdtempSync(join(tmpdir(), 'parley-research-'));
for (const name of ['package.json', 'dist', 'scenarios'])
  cpSync(join(root, name), join(copy, name), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
writeFileSync(join(copy, 'pain.yaml'), blocks('yaml')[0]!);

const lines = blocks('sh').flatMap((block) => block.split('\n').filter((line) => line !== ''));

function run(command: string) {
  return spawnSync(command, { shell: true, cwd: copy, encoding: 'utf8' });
}

describe('the page for researchers', () => {
  test.each(lines)('says what works: %s', (line) => {
    expect(line).toMatch(/^npm start --silent -- /);
    const { status, stdout, stderr } = run(line);
    expect(stderr).not.toMatch(/error|warning/i);
    expect(status).toBe(0);
    expect(stdout.length).toBeGreaterThan(10);
  });

  const hasPandas = run('python3 -c "import pandas, pyarrow"').status === 0;

  test.skipIf(!hasPandas)('(only where pandas and pyarrow are) has a notebook that gives what stats gives', () => {
    writeFileSync(join(copy, 'figure.py'), blocks('python')[0]!);
    const { status, stdout } = run('python3 figure.py');
    expect(status).toBe(0);
    const told = JSON.parse(run('npm start --silent -- stats pain --json --metric agreement').stdout);
    const difference = Number(stdout.trim().split('\n').at(-1));
    expect(difference).toBeCloseTo(told.metrics[0].cells[8].difference.mean, 12);
  });

  const hasPlots = hasPandas && run('python3 -c "import matplotlib"').status === 0;

  test.skipIf(!hasPlots)('(only where matplotlib is too) has a picture', () => {
    writeFileSync(join(copy, 'picture.py'), blocks('python').join(''));
    expect(run('MPLBACKEND=Agg python3 picture.py').status).toBe(0);
    expect(existsSync(join(copy, 'pain.png'))).toBe(true);
  });

  const hasR = run('Rscript -e "library(dplyr)"').status === 0;

  test.skipIf(!hasR)('(only where R and dplyr are) reads the CSV in R', () => {
    const [script] = blocks('r');
    writeFileSync(
      join(copy, 'figure.R'),
      script!
        .split('\n')
        .filter((line) => !/arrow|open_dataset/.test(line))
        .join('\n'),
    );
    const { status, stdout } = run('Rscript figure.R');
    expect(status).toBe(0);
    expect(stdout).toContain('# A tibble: 9');
  });

  test('puts shards together into the dataset that one machine makes', () => {
    for (const n of [0, 1])
      expect(run(`npm start --silent -- sweep pain.yaml --out shard-${n} --shard ${n}/2`).status).toBe(0);
    expect(run('cp -r shard-0 together && cp shard-*/blocks/*.parquet together/blocks/').status).toBe(0);
    const [together, alone] = ['together', 'pain'].map(
      (name) => run(`npm start --silent -- stats ${name} --csv`).stdout,
    );
    expect(together).toBe(alone);
  });

  test('links to files that exist', () => {
    for (const [, link] of page.matchAll(/\]\(([^)]+)\)/g))
      expect(existsSync(join(root, 'docs', link!)), link).toBe(true);
  });
});
