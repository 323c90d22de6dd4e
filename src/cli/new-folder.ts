import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EXIT, Stop } from './exit.ts';
import { reasonOf } from './output.ts';

/** Writes files into a folder that is new or empty; one that holds anything stays as it was, and the command stops. */
export function writeNewFolder(
  command: string,
  folder: string,
  files: readonly { readonly path: string; readonly text: string }[],
): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (readdirSync(folder).length > 0)
      throw new Stop(EXIT.failed, `parley ${command}: ${folder} is not empty; nothing was changed`);
    for (const { path, text } of files) {
      const file = join(folder, ...path.split('/'));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, { flag: 'wx' });
    }
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(EXIT.failed, `parley ${command}: ${folder} could not be written: ${reasonOf(error)}`);
  }
}
