import { join } from 'node:path';
import { analysisOf } from '../../analysis/analysis.ts';
import { landmarksOf } from '../../analysis/landmarks.ts';
import { chanceOf } from '../../chance/chance.ts';
import type { Briefs } from '../../model/brief.ts';
import type { Scenario } from '../../model/scenario.ts';
import { loadBriefs } from '../../scenario/briefs.ts';
import { evidenceOf } from '../../scenario/evidence.ts';
import { listed } from '../../scenario/problem.ts';
import { printed } from '../../scenario/problem-text.ts';
import { didYouMean } from '../../scenario/spelling.ts';
import type { Paper } from '../../views/html/style.ts';
import { packFiles } from '../../views/pack/pack.ts';
import { groupsFor, seatClass, type Seating } from '../../views/pack/seating.ts';
import { namesOf } from '../../views/prose/names.ts';
import { setWords, shellWord } from '../../views/prose/shell.ts';
import { EXIT, Stop } from '../exit.ts';
import { givenScenario, givenSeed } from '../given.ts';
import { givenNames } from '../names-list.ts';
import { writeNewFolder } from '../new-folder.ts';
import { commandName, note, print, printJson } from '../output.ts';

/** More tables than any hall has. */
const MOST_GROUPS = 200;

interface Options {
  readonly out: string;
  readonly groups?: number;
  readonly list?: string;
  readonly lang?: string;
  readonly paper: Paper;
  readonly seed?: string;
  readonly set?: readonly string[];
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export function pack(nameOrPath: string, options: Options): void {
  const { scenario } = givenScenario(nameOrPath, options);
  const briefs = givenBriefs(nameOrPath, scenario);
  const lang = givenLanguage(nameOrPath, briefs, options.lang);
  const people = options.list === undefined ? [] : givenNames(options.list);
  const groups = options.groups ?? groupsFor(scenario, people.length);
  if (groups > MOST_GROUPS)
    throw new Stop(EXIT.usage, `parley pack: expected at most ${MOST_GROUPS} groups, found ${groups}`);
  if (people.length > 0 && people.length < groups)
    throw new Stop(EXIT.usage, `parley pack: ${people.length} people do not make ${groups} groups`);
  const seed = givenSeed(options.seed);
  const chance = chanceOf(seed);
  const seatings = seatClass(scenario, people, groups, chance);
  const files = packFiles({
    scenario,
    briefs,
    lang,
    paper: options.paper,
    seatings,
    chance,
    reckoned: { analysis: analysisOf(scenario), landmarks: landmarksOf(scenario) },
    bases: countsOf(evidenceOf(scenario).map(({ basis }) => basis.kind)),
    typed: { command: commandName(), name: `${shellWord(nameOrPath)}${setWords(options.set)}` },
  });
  writeNewFolder('pack', options.out, files);
  if (options.json) {
    const paths = files.map(({ path }) => path);
    printJson({ scenario: scenario.id, seed, lang, paper: options.paper, files: paths, groups: seatings });
  } else print(join(options.out, 'index.html'));
  for (const line of notes(scenario, seatings, people, seed)) note(line, options);
}

function givenBriefs(nameOrPath: string, scenario: Scenario): Briefs {
  const briefs = loadBriefs(nameOrPath, scenario);
  if (!briefs.ok) throw new Stop(EXIT.badInput, printed(briefs.error));
  return briefs.value;
}

function givenLanguage(nameOrPath: string, { language, translations }: Briefs, asked: string | undefined): string {
  if (asked === undefined) return language;
  const known = [language, ...Object.keys(translations)];
  const same = known.find((tag) => tag.toLowerCase() === asked.toLowerCase());
  if (same !== undefined) return same;
  const { hint } = didYouMean(asked, known);
  throw new Stop(
    EXIT.usage,
    `parley pack: ${nameOrPath} has no texts in ${JSON.stringify(asked)}\n  expected: ${listed(known)}${hint === undefined ? '' : `\n  ${hint}`}`,
  );
}

function countsOf(kinds: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** What a teacher should know at once: the seed, seats that nobody fills, and names that stand twice. */
function notes(
  scenario: Scenario,
  seatings: readonly Seating[],
  people: readonly string[],
  seed: string,
): readonly string[] {
  const names = namesOf(scenario);
  const twice = [...new Set(people.filter((name, index) => people.indexOf(name) !== index))];
  const short = people.length === 0 ? [] : seatings.filter(({ empty }) => empty.length > 0);
  return [
    ...(people.length === 0
      ? []
      : [
          `${people.length} people in ${seatings.length} ${seatings.length === 1 ? 'group' : 'groups'}, seated with seed ${seed}`,
        ]),
    ...short.map(
      ({ group, empty }) =>
        `${group}: nobody for ${listed(empty.map(names.party), 12, 'and')}: left to the rules, or to you with the score sheet`,
    ),
    ...twice.map((name) => `${JSON.stringify(name)} stands in the list more than once, and is seated each time`),
  ];
}
