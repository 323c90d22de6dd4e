import { statSync } from 'node:fs';
import { parse } from 'yaml';
import { gameText } from '../../scenario/import/game-text.ts';
import { importGenius } from '../../scenario/import/genius.ts';
import { importScorable } from '../../scenario/import/scorable.ts';
import { scenarioFrom } from '../../scenario/load.ts';
import { printed } from '../../scenario/problem-text.ts';
import { EXIT, Stop } from '../exit.ts';
import { writeNewFile } from '../new-file.ts';
import { commandName, note, print } from '../output.ts';
import { shellWord } from '../../views/prose/shell.ts';

/** Makes a scenario file of a Genius domain with its profiles, or of the folder of a scorable game. */
export function importGame(
  source: string,
  profiles: readonly string[],
  options: { readonly out: string; readonly quiet?: boolean },
): void {
  const folder = isFolder(source);
  if (folder && profiles.length > 0)
    throw new Stop(
      EXIT.usage,
      `parley import: ${source} is a folder, which is imported alone; found ${profiles[0]} too`,
    );
  if (!folder && profiles.length < 2)
    throw new Stop(
      EXIT.usage,
      'parley import: a conference needs at least two parties: name a domain and two profiles or more',
    );
  const game = folder ? importScorable(source) : importGenius(source, profiles);
  if (!game.ok) throw new Stop(EXIT.badInput, printed(game.error));
  const text = gameText(game.value);
  const checked = scenarioFrom(parse(text), options.out);
  if (!checked.ok) throw new Stop(EXIT.badInput, printed(checked.error));
  writeNewFile('import', options.out, text);
  for (const line of game.value.notes) note(`parley import: ${line}`, options);
  print(options.out);
  note(`next: ${commandName()} analyse ${shellWord(options.out)}`, options);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
