import { conduct, recordHash } from '../../src/cli/conduct.ts';
import { playBulk } from '../../src/conference/bulk.ts';
import { settingOf } from '../../src/rules/setting.ts';
import { bundledNames } from '../../src/scenario/bundled-files.ts';
import { load, type Loaded } from '../../src/scenario/load.ts';
import { transcript } from '../../src/views/transcript/transcript.ts';

/** Playthroughs that are kept to be read: one for each ending that a bundled scenario has at its defaults. */
const PLAYTHROUGHS: readonly (readonly [scenario: string, seed: string])[] = [
  ['moscow-2018', '42'], // consultations
  ['moscow-2018', '1'], // no conference
  ['moscow-2018', '4'], // agreement
  ['moscow-2018', '10'], // collapse
  ['moscow-presses', '11'], // agreement, pressed for
  ['washington-attends', '3'], // agreement, with a guarantor
  ['doha-leaks', '4'], // a leak, and an agreement
  ['november-2018', '2'], // consultations, without mandate
  ['neutral-host', '3'], // agreement, under a chair from outside
  ['moscow-class', '1'], // agreement of all seven
  ['two-valleys', '2'], // agreement
  ['two-valleys', '4'], // consultations
  ['common-pasture', '1'], // communiqué
  ['harbour', '3'], // agreement, with a quota and two vetoes
  ['emissions-1994', '1'], // ten parties and one issue
];

/** Seeds whose runs are kept as hashes alone, for every bundled scenario. */
const HASHED = Array.from({ length: 40 }, (_, n) => `golden/${n + 1}`);

/** Every golden by file name. */
export function goldens(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [scenario, seed] of PLAYTHROUGHS) files.set(`${scenario}.${seed}.txt`, playthrough(scenario, seed));
  files.set('hashes.txt', hashes());
  return files;
}

function playthrough(name: string, seed: string): string {
  const loaded = given(name);
  const { facts, hash } = conduct(loaded, seed, []);
  return `${transcript(loaded.scenario, seed, facts)}\n\n${facts.length} facts, hash ${hash}\n`;
}

function hashes(): string {
  const lines = bundledNames().flatMap((id) => {
    const loaded = given(id);
    const setting = settingOf(loaded.scenario);
    return HASHED.map((seed) => {
      const facts = playBulk(setting, seed);
      const last = facts.at(-1)!;
      return `${id} ${seed} ${last.type === 'conference.ended' ? last.ending : '?'} ${recordHash(loaded, seed, facts)}`;
    });
  });
  return `${lines.join('\n')}\n`;
}

function given(name: string): Loaded {
  const result = load(name);
  if (!result.ok) throw new Error(`${name} does not load: ${result.error[0]?.message}`);
  return result.value;
}
