import { join } from 'node:path';
import { openDataset, type DataFault, type Dataset } from '../study/dataset/dataset.ts';
import { BLOCKS } from '../study/dataset/folder.ts';
import { EXIT, Stop } from './exit.ts';

/** The dataset of a folder; stops where there is none that can be used. */
export function givenDataset(command: string, folder: string): Dataset {
  const opened = openDataset(folder);
  if (!opened.ok) throw unusableData(command, folder, [opened.error]);
  return opened.value;
}

/** Names every file that cannot be used; `again` is a command that plays such blocks once more. */
export function unusableData(command: string, folder: string, faults: readonly DataFault[], again?: string): Stop {
  const lines = faults.map(({ file, message }) => `parley ${command}: ${join(folder, file)}: ${message}`);
  const isBlock = faults.every(({ file }) => file.startsWith(`${BLOCKS}/`));
  const sweep = again ?? 'parley sweep with --set-aside';
  const advice = isBlock ? [`nothing was changed; ${sweep} renames what cannot be used and plays it again`] : [];
  return new Stop(EXIT.badInput, [...lines, ...advice].join('\n'));
}
