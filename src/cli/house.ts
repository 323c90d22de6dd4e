import type { Fact } from '../model/fact.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Fork, WhatIf } from '../model/what-if.ts';
import type { Header } from '../record/journal.ts';
import { bundledNames, fileLabel, scenarioFiles } from '../scenario/bundled-files.ts';
import { cardOf, isScenarioFile } from '../scenario/bundled.ts';
import { evidenceOf } from '../scenario/evidence.ts';
import type { Loaded } from '../scenario/load.ts';
import { namesOf } from '../views/prose/names.ts';
import { whatIfLabel } from '../views/prose/quantities.ts';
import type { House } from '../views/terminal/house.ts';
import type { Future, Programme } from '../views/terminal/view-model/programme.ts';
import { FIRST_SEED, givenScenario, givenSeed } from './given.ts';
import { commandName } from './output.ts';
import { setWords, shellWord } from '../views/prose/shell.ts';
import { Stop } from './exit.ts';
import { conduct, headerOf } from './conduct.ts';
import { forkFrom } from './fork-from.ts';
import type { GivenRecord } from './given-record.ts';
import { RULES } from './version.ts';

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
    firstSeed: FIRST_SEED,
    drawSeed: () => givenSeed(undefined),
  };
}

/** Plays a scenario for the view. */
export function programmeOf(loaded: Loaded, nameOrPath: string, seed: string, sets: readonly string[] = []): Programme {
  const name = `${shellWord(nameOrPath)}${setWords(sets)}`;
  const { facts } = conduct(loaded, seed, sets);
  const replay = `watch ${name} --seed ${shellWord(seed)}`;
  return forkable({ header: headerOf(loaded, seed, sets), scenario: loaded.scenario, facts }, { replay, name });
}

/** A record for the view; one of other rules cannot be played otherwise. */
export function programmeOfRecord({ header, scenario, facts, file }: GivenRecord): Programme {
  const how = {
    replay: `replay ${shellWord(file)}`,
    name: `${shellWord(scenario.id)}${setWords(header.overrides)}`,
  };
  const played = { header, scenario, facts };
  return header.rules === RULES ? forkable(played, how) : programme(played, how);
}

interface Played {
  readonly header: Header;
  readonly scenario: Scenario;
  readonly facts: readonly Fact[];
}

interface How {
  /** The command that shows it again, and the scenario as a shell reads it back. */
  readonly replay: string;
  readonly name: string;
}

function programme({ header, scenario, facts }: Played, { replay, name }: How): Programme {
  const command = commandName();
  const evidence = () => evidenceOf(scenario);
  return { scenario, seed: header.seed, facts, replay: `${command} ${replay}`, command, name, evidence };
}

function forkable(played: Played, how: How): Programme {
  const parent = programme(played, how);
  return { ...parent, fork: forkOf(parent, played.header) };
}

/** Plays the rest of a conference otherwise; of what comes out the same can be asked again. */
export function forkOf(parent: Programme, header: Header): (whatIf: WhatIf) => Future {
  const fork: Fork = (whatIf) => forkFrom({ header, facts: parent.facts }, whatIf);
  return (whatIf) => {
    const forked = fork(whatIf);
    if (!forked.ok) return forked;
    const { facts, scenario, warnings } = forked.branch;
    const changes = whatIfLabel(whatIf, namesOf(scenario));
    const branch: Programme = {
      ...parent,
      scenario,
      facts,
      whatIf: parent.whatIf === undefined ? changes : `${parent.whatIf}, and ${changes}`,
      replay: `${parent.replay}, then f: ${changes}`,
      evidence: () => evidenceOf(scenario),
    };
    return { ok: true, programme: { ...branch, fork: forkOf(branch, header) }, warnings };
  };
}

/** The first case, then the tutorial, then the others by name. */
const FIRST = ['moscow-2018', 'two-valleys'];

function inOrder(names: readonly string[]): readonly string[] {
  return [...FIRST.filter((name) => names.includes(name)), ...names.filter((name) => !FIRST.includes(name))];
}
