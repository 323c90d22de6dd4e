import type { GivenGroup } from '../../src/analysis/debrief/groups.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { draw } from '../../src/views/report/charts/draw.ts';
import { sensitivityContent } from '../../src/views/report/sensitivity-content.ts';
import { toHtml } from '../../src/views/report/to-html.ts';
import { briefsFor, packed } from '../pack/packed.ts';
import { experimentNamed, played } from '../study/sensitivity/played.ts';
import { made, playedGroups, scenarioNamed } from './class.ts';

/** What is looked at in a browser: a name, and the page when it is wanted. */
export type LookedAt = readonly [name: string, page: () => string];

const LONG =
  'The delegation of Alexandria Cunningham-Featherstonehaugh from the third row by the window, second sitting';
const FROM_THE_RIGHT = 'گروه میز سوم کنار پنجره، نوبت دوم';

const moscow = scenarioNamed('moscow-2018');
const valleys = scenarioNamed('two-valleys');

/** Pages with charts. */
export const REPORTS: readonly LookedAt[] = [
  ['a debrief of 1 group', () => pageOf(valleys, playedGroups(valleys, 1))],
  ['a debrief of 12 groups', () => pageOf(moscow, named(playedGroups(moscow, 12), LONG, FROM_THE_RIGHT))],
  [
    'a debrief with names from right to left',
    () => pageOf(foreign(valleys), named(playedGroups(foreign(valleys), 3), FROM_THE_RIGHT, LONG)),
  ],
  ['a study of sensitivity', () => sensitivityPage()],
];

/** Every kind of page of a pack. The page of all sheets is that of the smallest scenario: it holds every sheet there is. */
const PAGES: readonly (readonly [scenario: string, path: string, lang?: string])[] = [
  ['two-valleys', 'index'],
  ['two-valleys', 'teacher/print-all'],
  ['harbour', 'everyone/chair'],
  ['moscow-class', 'everyone/background'],
  ['moscow-class', 'seats/kabul'],
  ['moscow-class', 'groups/group-1'],
  ['moscow-class', 'teacher/guide'],
  ['moscow-class', 'teacher/injects'],
  ['moscow-class', 'teacher/reveal'],
  ['moscow-class', 'everyone/background', 'fa-AF'],
  ['moscow-class', 'everyone/outcome-form', 'fa-AF'],
  ['moscow-class', 'seats/kabul', 'fa-AF'],
  ['moscow-class', 'groups/group-1', 'fa-AF'],
];

export const SHEETS: readonly LookedAt[] = PAGES.map(([name, path, lang = 'en']) => [
  `${path} of ${name} in ${lang}`,
  () => sheetOf(name, path, lang),
]);

function named(groups: readonly GivenGroup[], ...names: readonly string[]): readonly GivenGroup[] {
  return groups.map((group, n) => ({ ...group, name: names[n] ?? group.name }));
}

/** The same scenario with names written from right to left, and long ones. */
function foreign(scenario: Scenario): Scenario {
  return {
    ...scenario,
    title: 'کنفرانس دو دره',
    parties: scenario.parties.map((party, n) => ({
      ...party,
      name: n === 0 ? 'هیئت نمایندگی دره پایین' : LONG,
      spokenOf: n === 0 ? 'هیئت نمایندگی دره پایین' : LONG,
    })),
    issues: scenario.issues.map((issue) => ({ ...issue, name: 'آب و چراگاه' })),
  };
}

function pageOf(scenario: Scenario, groups: readonly GivenGroup[]): string {
  return toHtml(made(scenario, groups, 12).content, draw);
}

function sensitivityPage(): string {
  const asked = ['screening', 'indices'].map((id) => {
    const told = played(experimentNamed(id));
    return { told, measures: told.measures.slice(0, 1) };
  });
  const study = { id: 'study', title: 'Which number?', seed: '1', rows: 1, rules: 1 };
  return toHtml(sensitivityContent({ ...study, incomplete: undefined, again: 'parley stats' }, asked), draw);
}

const packs = new Map<string, ReadonlyMap<string, string>>();

/** A page of a class of twelve with long names, so that there are an observer and mirrors. */
function sheetOf(name: string, path: string, lang: string): string {
  const key = `${name} ${lang}`;
  const scenario = scenarioNamed(name);
  const people = [LONG, FROM_THE_RIGHT, ...Array.from({ length: 10 }, (_, n) => `Person ${n + 1}`)];
  const files = packs.get(key) ?? packed(scenario, { briefs: briefsFor(name, scenario), lang, people, groups: 1 });
  packs.set(key, files);
  const page = files.get(`${path}.html`);
  if (page === undefined) throw new Error(`no page ${path} in the pack of ${name}`);
  return page;
}
