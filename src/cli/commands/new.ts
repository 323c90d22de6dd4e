import { constants, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLED_FOLDER } from '../../scenario/bundled-files.ts';
import { templateFor } from '../../scenario/template.ts';
import { EXIT, Stop } from '../exit.ts';
import { givenScenario } from '../given.ts';
import { writeNewFile } from '../new-file.ts';
import { commandName, note, print, reasonOf } from '../output.ts';

const SCHEMA = 'scenario.schema.json';

export function create(name: string, options: { readonly from: string; readonly quiet?: boolean }): void {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    throw new Stop(
      EXIT.usage,
      `parley new: a name is lower-case letters, digits and hyphens, such as kabul-stays-away; found ${JSON.stringify(name)}`,
    );
  }
  const base = givenScenario(options.from, options);
  const file = `${name}.yaml`;
  const text = templateFor(name, options.from, base.scenario);
  writeNewFile('new', file, text);
  print(file);
  if (text.startsWith(`# yaml-language-server: $schema=./${SCHEMA}`)) addSchema(options);
  note(`next: edit ${file}, then ${commandName()} check ${file} --play 100`, options);
}

/** The schema that the first line names, so that an editor completes and checks while one types. */
function addSchema(options: { readonly quiet?: boolean }): void {
  try {
    copyFileSync(join(BUNDLED_FOLDER, SCHEMA), SCHEMA, constants.COPYFILE_EXCL);
    note(`${SCHEMA} is beside it, for editors that complete and check as you type`, options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      note(`${SCHEMA} could not be written beside it: ${reasonOf(error)}`, options);
  }
}
