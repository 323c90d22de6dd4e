import { namedTactic, TACTIC_NAMES } from '../../rules/tactics/named.ts';
import { settingOf } from '../../rules/setting.ts';
import { tournament as play, type Entrant } from '../../study/tournament.ts';
import { tournamentTable } from '../../views/transcript/tournament-table.ts';
import { EXIT, Stop } from '../exit.ts';
import { givenScenario, givenSeed } from '../given.ts';
import { note, print, printJson } from '../output.ts';
import { RULES } from '../version.ts';

interface Options {
  readonly tactics: string;
  readonly repeats: number;
  readonly seed?: string;
  readonly set?: readonly string[];
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Tactics against one another, by alternating offers whatever the scenario's own protocol. */
export function tournament(nameOrPath: string, options: Options): void {
  const entrants = entrantsOf(options.tactics);
  const set = [...(options.set ?? []), 'conference.protocol=alternating-offers'];
  const { scenario } = givenScenario(nameOrPath, { ...options, set });
  const seed = givenSeed(options.seed);
  const result = play(settingOf(scenario), entrants, options.repeats, seed);
  if (result.sampled)
    note(`${result.possible} assignments are too many to play: ${result.assignments} are drawn from the seed`, options);
  const told = { scenario: scenario.id, seed, repeats: options.repeats, ...result };
  if (options.json) printJson({ ...told, rules: RULES });
  else print(tournamentTable(scenario.title, told));
}

function entrantsOf(list: string): readonly Entrant[] {
  const names = list.split(',').map((name) => name.trim());
  const twice = names.find((name, n) => names.indexOf(name) < n);
  if (twice !== undefined) throw new Stop(EXIT.usage, `parley tournament: ${twice} is named twice`);
  return names.map((name) => {
    const tactic = namedTactic(name);
    if (tactic !== undefined) return { name, tactic };
    const known = `one of ${TACTIC_NAMES.join(', ')}, and after a slash next, time or combi (not for micro)`;
    throw new Stop(EXIT.usage, `parley tournament: there is no tactic ${JSON.stringify(name)}; ${known}`);
  });
}
