import { bundledNames, fileLabel, scenarioFiles } from '../scenario/bundled-files.ts';
import { cardOf, isScenarioFile } from '../scenario/bundled.ts';
import { evidenceOf } from '../scenario/evidence.ts';
import type { Loaded } from '../scenario/load.ts';
import type { House } from '../views/terminal/house.ts';
import type { Programme } from '../views/terminal/view-model/programme.ts';
import { givenScenario, givenSeed } from './given.ts';
import { commandName, setWords, shellWord } from './output.ts';
import { Stop } from './exit.ts';
import { conduct } from './conduct.ts';

/** What the terminal view asks for: the list of scenarios, and conferences played from them. */
export function house(): House {
  const yours = scenarioFiles(process.cwd()).filter(isScenarioFile).map(fileLabel).sort();
  return {
    command: commandName(),
    exhibits: [
      ...inOrder(bundledNames()).map((name) => ({ name, bundled: true })),
      ...yours.map((name) => ({ name: `./${name}`, bundled: false })),
    ],
    card: cardOf,
    open: async (name, seed) => {
      try {
        return { type: 'opened', programme: programmeOf(givenScenario(name, { quiet: true }), name, seed) };
      } catch (error) {
        if (error instanceof Stop)
          return { type: 'refused', why: `${name} cannot be played: parley check ${name} says why` };
        throw error;
      }
    },
    drawSeed: () => givenSeed(undefined),
  };
}

/** Plays a scenario for the view. */
export function programmeOf(loaded: Loaded, nameOrPath: string, seed: string, sets: readonly string[] = []): Programme {
  const name = `${shellWord(nameOrPath)}${setWords(sets)}`;
  return {
    scenario: loaded.scenario,
    seed,
    facts: conduct(loaded, seed, sets).facts,
    replay: `${commandName()} watch ${name} --seed ${shellWord(seed)}`,
    command: commandName(),
    name,
    evidence: () => evidenceOf(loaded.scenario),
  };
}

/** The first case, then the tutorial, then the others by name. */
const FIRST = ['moscow-2018', 'two-valleys'];

function inOrder(names: readonly string[]): readonly string[] {
  return [...FIRST.filter((name) => names.includes(name)), ...names.filter((name) => !FIRST.includes(name))];
}
