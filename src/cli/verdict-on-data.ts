import { chanceOf } from '../chance/chance.ts';
import { type DataValue } from '../study/dataset/block.ts';
import { openDataset, type DataFault, type Dataset } from '../study/dataset/dataset.ts';
import { blockFile } from '../study/dataset/folder.ts';
import { manifestOf, manifestText } from '../study/dataset/manifest.ts';
import { rowAt } from '../study/dataset/rows.ts';
import { playRows } from '../study/play/play-block.ts';
import { stopOf } from '../study/play/stop-of.ts';
import { count } from '../views/prose/amounts.ts';
import { RELEASE_OF_RULES, RULES } from './version.ts';

/** What became of one dataset: `verified`, or why not and where. */
export interface DataVerdict {
  readonly dataset: string;
  readonly verified: boolean;
  /** The folder holds nothing that can be read as a dataset. */
  readonly unreadable?: true;
  readonly hash?: string;
  readonly rows?: number;
  /** Rows that were played again. */
  readonly replayed?: number;
  /** Inside the folder. */
  readonly file?: string;
  readonly message: string;
}

/** Played again where nobody says how many. */
export const SOME_ROWS = 1000;

/**
 * Proves a dataset: its manifest by its hash, every block by its digest, and rows by playing them again, all or so many
 * that are drawn from its hash.
 */
export async function verdictOnData(folder: string, rows: number | 'all'): Promise<DataVerdict> {
  const opened = openDataset(folder);
  if (!opened.ok) return doubted(folder, opened.error);
  const dataset = opened.value;
  const { manifest, present, blocks, complete } = dataset;
  const found = { dataset: folder, hash: manifest.hash, rows: 0 };
  for (const index of present) {
    const head = dataset.head(index);
    if (!head.ok) return { ...found, verified: false, file: head.error.file, message: head.error.message };
    found.rows += head.value.rows;
  }
  if (manifest.rules !== RULES) return { ...found, verified: false, message: otherRules(manifest.rules) };
  if (manifestText(manifestOf(dataset.plan, RULES)) !== manifestText(manifest))
    return {
      ...found,
      verified: false,
      file: 'manifest.json',
      message: 'its study does not give the cells and columns it names',
    };
  const chosen = rows === 'all' || rows >= found.rows ? undefined : drawn(dataset, rows);
  const doubt = (await doubtOnRows(dataset, chosen)) ?? (await doubtOnStop(dataset));
  if (doubt !== undefined) return { ...found, verified: false, ...doubt };
  const replayed = chosen === undefined ? found.rows : [...chosen.values()].reduce((sum, one) => sum + one.length, 0);
  const far = complete ? '' : ` so far (${count(present.length)} of ${count(blocks)} blocks)`;
  const message = `verified: ${count(found.rows)} rows${far}, ${count(replayed)} of them played again, hash ${manifest.hash}`;
  return { ...found, verified: true, replayed, message };
}

function doubted(dataset: string, { file, message, type }: DataFault): DataVerdict {
  const unreadable = type === 'no-dataset' || type === 'unreadable';
  return { dataset, verified: false, ...(unreadable && { unreadable }), ...(file !== '' && { file }), message };
}

function otherRules(rules: number): string {
  const release = RELEASE_OF_RULES[rules];
  const newer = rules > RULES ? 'a newer release of parley-sim' : 'no release of parley-sim that is known';
  const who = release === undefined ? newer : `parley-sim ${release}`;
  return `all its bytes are those that were written, but its rows were made by rules ${rules} and these are rules ${RULES}; ${who} can play them again`;
}

type Doubt = Pick<DataVerdict, 'file' | 'message'>;

async function doubtOnRows(dataset: Dataset, chosen: Chosen | undefined): Promise<Doubt | undefined> {
  const { plan, manifest, present } = dataset;
  for (const index of present) {
    if (chosen !== undefined && !chosen.has(index)) continue;
    const block = await dataset.block(index);
    if (!block.ok) return block.error;
    const { first, rows: length, column } = block.value;
    const these = chosen === undefined ? Array.from({ length }, (_, n) => n) : (chosen.get(index) ?? []);
    const again = playRows(
      plan,
      these.map((n) => first + n),
    ).values;
    for (const [c, { name }] of manifest.columns.entries()) {
      const kept = column(name);
      const at = these.findIndex((n, place) => kept[n] !== again[c]![place]);
      if (at < 0) continue;
      const { row, cell, rep } = rowAt(plan, first + these[at]!);
      const said = `${shown(kept[these[at]!])} is written and ${shown(again[c]![at])} comes out when it is played again`;
      return { file: blockFile(index), message: `row ${row} (cell ${cell}, repeat ${rep}), ${name}: ${said}` };
    }
  }
  return undefined;
}

function shown(value: DataValue | undefined): string {
  return value === null || value === undefined ? 'nothing' : String(value);
}

/** By block, the places of rows in it, in order. */
type Chosen = ReadonlyMap<number, readonly number[]>;

/** Drawn with replacement, and the same each time. */
function drawn({ manifest, present, rows }: Dataset, wanted: number): Chosen {
  const draw = chanceOf(manifest.hash);
  const chosen = new Map<number, Set<number>>();
  const { blockRows } = manifest;
  for (let n = 0; n < wanted && present.length > 0; n++) {
    const index = present[Math.floor(draw.at('verify/block', n) * present.length)]!;
    const length = Math.min(blockRows, rows - index * blockRows);
    const places = chosen.get(index) ?? new Set();
    chosen.set(index, places.add(Math.floor(draw.at('verify/row', n) * length)));
  }
  return new Map([...chosen].map(([index, places]) => [index, [...places].sort((a, b) => a - b)]));
}

/** Whether a study that may stop did so where its rows say. */
async function doubtOnStop(dataset: Dataset): Promise<Doubt | undefined> {
  const { manifest, ended, complete } = dataset;
  if (manifest.study.stop === undefined || !complete) return undefined;
  const repeats = await stopOf(dataset);
  if (repeats === (ended?.repeats ?? manifest.study.repeats)) return undefined;
  return { file: 'ended.json', message: `by its rows the study stops after ${repeats} repeats` };
}
