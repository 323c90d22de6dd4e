import { writeFileSync } from 'node:fs';
import { EXIT, Stop } from './exit.ts';
import { reasonOf } from './output.ts';

/** Writes a file that is not there yet; one that is stays as it was, and the command stops. */
export function writeNewFile(command: string, file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new Stop(
      EXIT.failed,
      exists
        ? `parley ${command}: ${file} exists already; nothing was changed`
        : `parley ${command}: ${file} could not be written: ${reasonOf(error)}`,
    );
  }
}
