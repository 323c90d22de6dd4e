import { analysisOf } from '../../src/analysis/analysis.ts';
import { landmarksOf } from '../../src/analysis/landmarks.ts';
import { chanceOf } from '../../src/chance/chance.ts';
import { NO_BRIEFS, type Briefs } from '../../src/model/brief.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { loadBriefs } from '../../src/scenario/briefs.ts';
import { printed } from '../../src/scenario/problem-text.ts';
import type { Paper } from '../../src/views/html/style.ts';
import { packFiles } from '../../src/views/pack/pack.ts';
import { seatClass } from '../../src/views/pack/seating.ts';
import { sound } from '../scenario/written.ts';

export function briefsFor(name: string, scenario: Scenario = sound(name).scenario): Briefs {
  const briefs = loadBriefs(name, scenario);
  if (!briefs.ok) throw new Error(printed(briefs.error));
  return briefs.value;
}

interface Asked {
  readonly briefs?: Briefs;
  readonly lang?: string;
  readonly paper?: Paper;
  readonly people?: readonly string[];
  readonly groups?: number;
}

const reckonedOf = new Map<string, ReturnType<typeof reckon>>();

/** Every file of a pack by its path. What is reckoned for the teacher is taken from the first pack of that name. */
export function packed(scenario: Scenario, asked: Asked = {}): ReadonlyMap<string, string> {
  const { briefs = NO_BRIEFS, lang = briefs.language, paper = 'a4', people = [], groups = 1 } = asked;
  const chance = chanceOf('test');
  const reckoned = reckonedOf.get(scenario.id) ?? reckon(scenario);
  reckonedOf.set(scenario.id, reckoned);
  const files = packFiles({
    scenario,
    briefs,
    lang,
    paper,
    seatings: seatClass(scenario, people, groups, chance),
    chance,
    reckoned,
    bases: { source: 1, assumption: 2 },
    typed: { command: 'parley', name: scenario.id },
  });
  return new Map(files.map(({ path, text }) => [path, text]));
}

function reckon(scenario: Scenario) {
  return { analysis: analysisOf(scenario), landmarks: landmarksOf(scenario) };
}
