import { EXIT, Stop } from './exit.ts';
import { reasonOf } from './output.ts';

/** Writes a file that may be there already; a disk that refuses ends the command in one line. */
export function writing(command: string, file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new Stop(EXIT.failed, `parley ${command}: ${file} could not be written: ${reasonOf(error)}`);
  }
}
