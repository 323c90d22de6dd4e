import type { Fact } from '../../model/fact.ts';
import { load, type Loaded } from '../../scenario/load.ts';
import { withOverrides } from '../../scenario/overrides.ts';
import type { DataValue } from '../../study/dataset/block.ts';
import type { Dataset } from '../../study/dataset/dataset.ts';
import { blockFile } from '../../study/dataset/folder.ts';
import { rowAt, type Row } from '../../study/dataset/rows.ts';
import type { Cell } from '../../study/study.ts';
import { settingOf } from '../../rules/setting.ts';
import { setWords, shellWord } from '../../views/prose/shell.ts';
import type { Suggestion } from '../../views/terminal/view-model/programme.ts';
import { transcript } from '../../views/transcript/transcript.ts';
import { conduct } from '../conduct.ts';
import { EXIT, Stop } from '../exit.ts';
import { givenDataset, unusableData } from '../given-dataset.ts';
import { programmeOf } from '../house.ts';
import { commandName, hasScreen, note, print } from '../output.ts';
import { RELEASE_OF_RULES, RULES } from '../version.ts';

interface Options {
  readonly row?: number;
  readonly cell?: number;
  readonly rep?: number;
  readonly pace: number;
  readonly plain?: boolean;
  readonly quiet?: boolean;
  /** False where nothing may wait for a key. */
  readonly input?: boolean;
}

/** A command with more `--set`s than this is no help to anybody. */
const FEW = 8;

/** One run of a dataset in the terminal view; without a terminal, or with --plain, its transcript. */
export async function open(folder: string, options: Options): Promise<void> {
  const dataset = givenDataset('open', folder);
  const { manifest, plan } = dataset;
  const row = chosen(dataset, options);
  if (manifest.rules !== RULES) {
    const release = RELEASE_OF_RULES[manifest.rules];
    const who = release === undefined ? '' : `; parley-sim ${release} opens them`;
    throw new Stop(
      EXIT.failed,
      `parley open: the runs of ${folder} were made by rules ${manifest.rules} and these are rules ${RULES}${who}`,
    );
  }
  const cell = plan.cell(row.cell);
  const sets = plan.overrides(cell);
  const loaded = withOverrides(cell.experiment.scenario, sets);
  if (!loaded.ok) throw new Error(`a cell is not sound: ${loaded.error[0]?.message}`);
  const { facts } = conduct(loaded.value, row.seed, sets);
  await compare(dataset, row, loaded.value, facts);
  const { study } = manifest;
  const experiment = study.experiments.length > 1 ? `, experiment ${cell.experiment.id}` : '';
  note(`${folder}: row ${row.row} of ${study.id}${experiment}, cell ${row.cell}, repeat ${row.rep}`, options);
  const same = runCommand(cell, row, sets);
  if (options.plain || options.input === false || !hasScreen(process.env)) {
    print(transcript(loaded.value.scenario, row.seed, facts, sets));
  } else {
    const programme = programmeOf(loaded.value, cell.experiment.scenario['id'] as string, row.seed, sets);
    const replay = `${commandName()} open ${shellWord(folder)} --row ${row.row}`;
    const { view } = await import('./watch.ts');
    const next = neighbours(dataset, row);
    await view({ programme: { ...programme, replay, next }, pace: options.pace, start: 'playing' });
  }
  if (same !== undefined) note(`${same} shows this run too`, options);
}

function chosen({ plan, rows }: Dataset, { row, cell, rep }: Options): Row {
  const usage = (message: string) => new Stop(EXIT.usage, `parley open: ${message}`);
  if (row !== undefined) {
    if (cell !== undefined || rep !== undefined) throw usage('--row alone says which run; leave out --cell and --rep');
    if (row >= rows) throw usage(`there is no row ${row}: the last is row ${rows - 1}`);
    return rowAt(plan, row);
  }
  if (cell === undefined || rep === undefined) throw usage('which run? --row N, or --cell C with --rep R');
  if (cell >= plan.cells) throw usage(`there is no cell ${cell}: the last is cell ${plan.cells - 1}`);
  const repeats = rows / plan.cells;
  if (rep > repeats) throw usage(`there is no repeat ${rep}: the last is repeat ${repeats}`);
  return rowAt(plan, (rep - 1) * plan.cells + cell);
}

/** What the dataset says of the run must be what comes out; a block that is not there yet says nothing. */
async function compare(dataset: Dataset, row: Row, { scenario }: Loaded, facts: readonly Fact[]): Promise<void> {
  const { folder, manifest, plan, present } = dataset;
  const index = Math.floor(row.row / manifest.blockRows);
  if (!present.includes(index)) return;
  const block = await dataset.block(index);
  if (!block.ok) throw unusableData('open', folder, [block.error]);
  const place = row.row - block.value.first;
  const found = plan.measure(facts, settingOf(scenario));
  for (const [n, { name }] of plan.metrics.entries()) {
    const [kept, now] = [block.value.column(name)[place], found[n] ?? null];
    if (kept === now) continue;
    const message = `row ${row.row}, ${name}: ${shown(kept)} is written and ${shown(now)} comes out; parley verify says more`;
    throw unusableData('open', folder, [{ file: blockFile(index), type: 'damaged', message }]);
  }
}

function shown(value: DataValue | undefined): string {
  return value === null || value === undefined ? 'nothing' : String(value);
}

/** Rows to look at next: what was set in a cell is often too much for a command of its own. */
function neighbours({ folder, plan, rows }: Dataset, { cell, rep }: Row): readonly Suggestion[] {
  const opening = (c: number, r: number) => `${commandName()} open ${shellWord(folder)} --cell ${c} --rep ${r}`;
  const luck = rep < rows / plan.cells ? rep + 1 : 1;
  return [
    ...(luck === rep ? [] : [{ what: 'the same cell, other luck', command: opening(cell, luck) }]),
    ...(plan.cells === 1
      ? []
      : [{ what: 'the same luck in the next cell', command: opening((cell + 1) % plan.cells, rep) }]),
    { what: 'what all the runs say together', command: `${commandName()} stats ${shellWord(folder)}` },
  ];
}

/** The run without the dataset, where its scenario is one that comes with the package. */
function runCommand({ experiment }: Cell, { seed }: Row, sets: readonly string[]): string | undefined {
  const name = String(experiment.scenario['id']);
  if (sets.length > FEW) return undefined;
  const bundled = load(name);
  if (!bundled.ok || JSON.stringify(bundled.value.document) !== JSON.stringify(experiment.scenario)) return undefined;
  return `${commandName()} run ${shellWord(name)} --seed ${shellWord(seed)}${setWords(sets)}`;
}
