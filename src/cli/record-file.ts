import { writeFileSync } from 'node:fs';
import type { Conducted } from './conduct.ts';
import { EXIT, Stop } from './exit.ts';
import { commandName, note, reasonOf } from './output.ts';
import { shellWord } from '../views/prose/shell.ts';

/** Writes a record, also one that stops before its conference has ended, and says how to prove it. */
export function writeRecord(
  command: string,
  file: string,
  { facts, lines, hash }: Conducted,
  options: { readonly quiet?: boolean },
): void {
  try {
    writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  } catch (error) {
    throw new Stop(EXIT.failed, `parley ${command}: the record could not be written to ${file}: ${reasonOf(error)}`);
  }
  const verify = `${commandName()} verify ${shellWord(file)}`;
  const says =
    facts.at(-1)?.type === 'conference.ended' ? `${verify} proves it` : `unfinished; ${verify} says how far it goes`;
  note(`record ${file}: ${facts.length} facts, hash ${hash.slice(0, 16)}; ${says}`, options);
}
