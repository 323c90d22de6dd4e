import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { load } from '../../src/scenario/load.ts';
import { openDataset } from '../../src/study/dataset/dataset.ts';
import { dictionaryOf } from '../../src/study/dataset/dictionary.ts';
import { folderStore, makeFolder, type Store } from '../../src/study/dataset/folder.ts';
import { lockFolder } from '../../src/study/dataset/lock.ts';
import { manifestOf, type Manifest } from '../../src/study/dataset/manifest.ts';
import { describe as describeDataset } from '../../src/study/dataset/prepare.ts';
import { rowsOfBlock } from '../../src/study/dataset/rows.ts';
import { overlap, WHOLE, type Shard } from '../../src/study/dataset/shard.ts';
import { playBlock } from '../../src/study/play/play-block.ts';
import { Pool } from '../../src/study/play/pool.ts';
import { Precision } from '../../src/study/play/precision.ts';
import { stopOf } from '../../src/study/play/stop-of.ts';
import { sweep } from '../../src/study/play/sweep.ts';
import { planOf } from '../../src/study/plan.ts';
import type { StopRule, Study } from '../../src/study/study.ts';

const scenario = load('two-valleys');
if (!scenario.ok) throw new Error('two-valleys does not load');
const { document } = scenario.value;

function studyOf(repeats: number, stop?: StopRule): Study {
  return {
    id: 'mill',
    title: 'The mill',
    about: '',
    seed: 'mill',
    repeats,
    metrics: ['ending', 'agreement', 'rounds'],
    ...(stop && { stop }),
    experiments: [0.2, 0.5].map((value) => ({
      id: `walk-away-${10 * value}`,
      title: '',
      scenario: document,
      varies: [{ path: 'parties.upper.walkAway', type: 'list' as const, values: [value] }],
      design: { type: 'grid' as const },
    })),
  };
}

function prepared(study: Study): { readonly folder: string; readonly store: Store; readonly manifest: Manifest } {
  const folder = mkdtempSync(join(tmpdir(), 'parley-'));
  const store = folderStore(folder, 'test');
  const plan = planOf(study);
  makeFolder(folder);
  const manifest = manifestOf(plan, 2);
  describeDataset(folder, plan, manifest, store);
  return { folder, store, manifest };
}

async function swept(
  { folder, store, manifest }: ReturnType<typeof prepared>,
  workers: number,
  signal = new AbortController().signal,
) {
  const players = (blocks: number) => new Pool(manifest, Math.min(workers, blocks));
  const found = await sweep({ folder, shard: WHOLE, workers, players, store, signal, onProgress: () => {} });
  if (!found.ok) throw new Error(found.error[0]!.message);
  return found.value;
}

function bytesIn(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.'));
  return Object.fromEntries(files.sort().map((file) => [file, readFileSync(join(folder, file), 'base64')]));
}

describe('a study that stops when it knows enough', () => {
  const stop = { metric: 'agreement', halfWidth: 0.06, every: 150 };
  const study = studyOf(2000, stop);

  test('stops at the same repeat with the same bytes, however many workers it has and however it came there, and has no row past it', async () => {
    const one = prepared(study);
    const first = await swept(one, 1);
    if (first.type !== 'done') throw new Error(first.type);
    const { ended, rows, complete, present } = first.dataset;
    expect(complete).toBe(true);
    expect(ended!.repeats % stop.every).toBe(0);
    expect(ended!.repeats).toBeLessThan(2000);
    expect(rows).toBe(2 * ended!.repeats);
    expect(await stopOf(first.dataset)).toBe(ended!.repeats);

    const last = await first.dataset.block(first.dataset.blocks - 1, ['rep']);
    if (!last.ok) throw new Error(last.error.message);
    expect(last.value.column('rep').at(-1)).toBe(ended!.repeats);
    expect(last.value.first + last.value.rows).toBe(rows);

    const three = prepared(study);
    await swept(three, 3);
    expect(bytesIn(three.folder)).toEqual(bytesIn(one.folder));

    const resumed = prepared(study);
    const controller = new AbortController();
    const impatient: Store = {
      put(name, bytes) {
        resumed.store.put(name, bytes);
        controller.abort();
      },
    };
    expect(await swept({ ...resumed, store: impatient }, 1, controller.signal)).toMatchObject({ type: 'interrupted' });
    expect(readdirSync(join(resumed.folder, 'blocks')).length).toBeLessThan(present.length);
    await swept(resumed, 2);
    expect(bytesIn(resumed.folder)).toEqual(bytesIn(one.folder));
  });

  test('plays all its repeats where it never knows enough', async () => {
    const done = await swept(prepared(studyOf(150, { ...stop, halfWidth: 0.001 })), 2);
    if (done.type !== 'done') throw new Error(done.type);
    expect(done.dataset).toMatchObject({ ended: undefined, complete: true, rows: 300 });
  });

  test('is judged after complete repeats alone, by its widest cell, and values that are missing do not count', () => {
    const rule = { metric: 'x', halfWidth: 0.2, every: 10 };
    const steady = Array.from({ length: 200 }, (_, n) => (n % 2 === 0 ? 0.5 : n % 4 === 1 ? 0 : 1));
    expect(new Precision(rule, 2).add(steady)).toBe(30);
    expect(new Precision({ ...rule, halfWidth: 0.3 }, 2).add(steady)).toBe(10);
    expect(new Precision(rule, 2).add(steady.map((value, n) => (n % 2 === 0 ? value : Number.NaN)))).toBe(undefined);
    const piecemeal = new Precision(rule, 2);
    const found = steady.map((value) => piecemeal.add([value])).filter((repeats) => repeats !== undefined);
    expect(found[0]).toBe(30);
  });
});

describe('a disk that is full', () => {
  test('ends the sweep with what was written kept, and the same command goes on', async () => {
    const study = studyOf(450);
    const whole = prepared(study);
    await swept(whole, 2);
    const { folder, store, manifest } = prepared(study);
    let room = 2;
    const full: Store = {
      put(name, bytes) {
        if (room-- <= 0) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        store.put(name, bytes);
      },
    };
    const ended = await swept({ folder, store: full, manifest }, 2);
    expect(ended).toMatchObject({
      type: 'unwritable',
      trouble: { error: { code: 'ENOSPC' } },
      progress: { played: 500 },
    });
    expect(readdirSync(join(folder, 'blocks'))).toHaveLength(2);
    await swept({ folder, store, manifest }, 2);
    expect(bytesIn(folder)).toEqual(bytesIn(whole.folder));
  });
});

describe('a thread that runs out of memory', () => {
  test('is started anew with more, and its block is the same', async () => {
    const plan = planOf(studyOf(130));
    const manifest = manifestOf(plan, 2);
    const pool = new Pool(manifest, 1, { maxOldGenerationSizeMb: 12 });
    try {
      const { bytes } = await pool.play({ index: 0, rowsInAll: plan.rows });
      expect(bytes).toEqual(playBlock(plan, manifest, 0).bytes);
    } finally {
      await pool.close();
    }
  });
});

describe('blocks', () => {
  test('give back every value that was played', async () => {
    const { folder, store, manifest } = prepared(studyOf(130));
    await swept({ folder, store, manifest }, 1);
    const opened = openDataset(folder);
    if (!opened.ok) throw new Error(opened.error.message);
    const block = await opened.value.block(0);
    if (!block.ok) throw new Error(block.error.message);
    const { column } = block.value;
    expect(column('experiment').slice(0, 3)).toEqual(['walk-away-2', 'walk-away-5', 'walk-away-2']);
    expect(column('cell').slice(0, 4)).toEqual([0, 1, 0, 1]);
    expect(column('rep').slice(0, 4)).toEqual([1, 1, 2, 2]);
    expect(column('seed').slice(0, 4)).toEqual(['mill/1', 'mill/1', 'mill/2', 'mill/2']);
    expect(column('parties.upper.walkAway').slice(0, 2)).toEqual([0.2, 0.5]);
    expect(column('agreement')).toEqual(column('ending').map((ending) => (ending === 'agreement' ? 1 : 0)));
  });

  test.each([
    [100, undefined, 250],
    [100_000, undefined, 3125],
    [5_000_000, undefined, 5000],
    [5_000_000, { metric: 'agreement', halfWidth: 0.1, every: 200 }, 400],
  ] as const)('of %i repeats of two cells that stop by %j have %i rows', (repeats, stop, rows) => {
    expect(rowsOfBlock(planOf(studyOf(repeats, stop)))).toBe(rows);
  });

  test('every column of them is in the dictionary, with meaning and unit', () => {
    const plan = planOf(studyOf(10));
    const entries = dictionaryOf(plan);
    expect(entries.map(({ name }) => name)).toEqual(manifestOf(plan, 2).columns.map(({ name }) => name));
    for (const { meaning, unit } of entries) expect(`${meaning}${unit}`).toMatch(/\w+/);
    expect(entries.find(({ name }) => name === 'parties.upper.walkAway')).toMatchObject({ low: 0.2, high: 0.5 });
  });
});

describe('shards', () => {
  const at = (index: number, of: number): Shard => ({ index, of });

  test.each([
    [WHOLE, at(2, 3), true],
    [at(0, 3), at(1, 3), false],
    [at(1, 4), at(3, 6), true],
    [at(1, 4), at(2, 6), false],
  ])('%j and %j have blocks in common: %s', (a, b, same) => {
    expect(overlap(a, b)).toBe(same);
    const both = Array.from({ length: 120 }, (_, k) => k).some((k) => k % a.of === a.index && k % b.of === b.index);
    expect(both).toBe(same);
  });

  test('that have none may write into one folder side by side, others not', () => {
    const { folder } = prepared(studyOf(10));
    const self = { pid: 1, host: 'here' };
    const processes = { self, isAlive: () => true };
    const first = lockFolder(folder, at(0, 3), processes);
    expect(first.ok).toBe(true);
    expect(lockFolder(folder, at(1, 3), processes).ok).toBe(true);
    expect(lockFolder(folder, at(0, 3), processes)).toMatchObject({ ok: false, error: { holder: self } });
    expect(lockFolder(folder, WHOLE, processes).ok).toBe(false);
    if (first.ok) first.value.release();
    expect(lockFolder(folder, at(0, 3), processes).ok).toBe(true);
  });
});
