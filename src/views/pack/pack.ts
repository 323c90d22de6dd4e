import { scoreSheet } from '../../analysis/score-sheet.ts';
import type { Briefs } from '../../model/brief.ts';
import type { Chance } from '../../model/chance.ts';
import type { PartyId, Scenario } from '../../model/scenario.ts';
import { emptyOutcomeSheet } from '../../record/outcome-sheet.ts';
import { seenBriefs } from '../../record/seen-briefs.ts';
import { seenScenario } from '../../record/seen-scenario.ts';
import type { Paper } from '../html/style.ts';
import { asHtml } from './as-html.ts';
import { asMarkdown } from './as-markdown.ts';
import type { Document, Sheet, Told } from './document.ts';
import { groupSheets, groupTitle, seatingCsv } from './group-sheets.ts';
import { guideSheets, type Reckoned, type Typed } from './guide.ts';
import { indexSheet } from './index-sheet.ts';
import { injectSheets } from './inject-sheets.ts';
import { injectsOf } from './injects.ts';
import { publicSheet } from './public-sheet.ts';
import { revealSheets } from './reveal.ts';
import { chairSheet, mirrorSheet, noteSheet, observerSheet, outcomeForm } from './role-sheets.ts';
import { needsChair, type Seating } from './seating.ts';
import { seatSheets } from './seat-sheets.ts';
import { wordingOf } from './wording.ts';

export interface PackOptions {
  readonly scenario: Scenario;
  readonly briefs: Briefs;
  /** A language of the briefs. */
  readonly lang: string;
  readonly paper: Paper;
  readonly seatings: readonly Seating[];
  readonly chance: Chance;
  readonly reckoned: Reckoned;
  /** How many numbers of the scenario there are by the kind of their basis. */
  readonly bases: Readonly<Record<string, number>>;
  readonly typed: Typed;
}

/** A file of the pack, by its path in the folder, with `/`. */
export interface PackFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Everything that a class is played with on paper. What a seat reads is made of what that seat may know and of nothing
 * else, what everybody reads of what nobody's seat may know; only files under `teacher/` hold more.
 */
export function packFiles(options: PackOptions): readonly PackFile[] {
  const { scenario, paper, seatings } = options;
  const documents = documentsOf(options);
  return [
    ...documents.flatMap((document) => [
      { path: `${document.path}.html`, text: asHtml(document, paper) },
      { path: `${document.path}.md`, text: asMarkdown(document) },
    ]),
    {
      path: 'teacher/outcomes.csv',
      text: emptyOutcomeSheet(
        scenario,
        seatings.map(({ group }) => group),
      ),
    },
    { path: 'groups/seating.csv', text: seatingCsv(seatings) },
  ];
}

function documentsOf(options: PackOptions): readonly Document[] {
  const { scenario, briefs, lang, seatings, chance, reckoned, bases, typed } = options;
  const teacher = wordingOf(scenario, briefs, briefs.language);
  const openScenario = seenScenario(scenario, []);
  const open = wordingOf(openScenario, seenBriefs(briefs, []), lang);
  const scores = new Map(scenario.parties.map((party) => [party.id, scoreSheet(scenario, party)]));
  const seat = (id: PartyId) => {
    const seen = seenScenario(scenario, [id]);
    return seatSheets(seen, wordingOf(seen, seenBriefs(briefs, [id]), lang), id, scores.get(id)!);
  };
  const everyone: readonly (readonly [string, Sheet])[] = [
    ['background', publicSheet(openScenario, open)],
    ['note-sheet', noteSheet(open)],
    ['observer', observerSheet(openScenario, open)],
    ['mirror', mirrorSheet(openScenario, open)],
    ...(needsChair(scenario) ? [['chair', chairSheet(openScenario, open)] as const] : []),
    ['outcome-form', outcomeForm(openScenario, open)],
  ];
  const seats = scenario.parties.map(({ id }) => ({ id, sheets: seat(id) }));
  const cards = injectsOf(
    scenario,
    briefs,
    seatings.map(({ group }) => group),
    chance,
  );
  const forTeacher = (path: string, title: string, sheets: readonly Sheet[]): Document =>
    one(`teacher/${path}`, teacher.own(`${title} · ${teacher.title.text}`), briefs.language, sheets);
  const documents: readonly Document[] = [
    ...everyone.map(([name, sheet]) =>
      one(`everyone/${name}`, titled(name === 'background' ? open.say('background') : sheet.title, open.title), lang, [
        sheet,
      ]),
    ),
    ...seats.map(({ id, sheets }) => one(`seats/${id}`, titled(open.party(id), open.title), lang, sheets)),
    ...seatings.map((seating) =>
      one(`groups/${seating.group}`, groupTitle(seating, open), lang, groupSheets(openScenario, open, seating, typed)),
    ),
    forTeacher('guide', 'Facilitator’s guide', guideSheets(scenario, briefs, teacher, reckoned, typed)),
    forTeacher('injects', 'Injects', injectSheets(cards, teacher)),
    forTeacher('reveal', 'Reveal', revealSheets(scenario, briefs, teacher, scores, bases)),
    {
      ...one('teacher/print-all', titled(open.title, open.own('all sheets')), lang, [
        ...everyone.map(([, sheet]) => sheet),
        ...seats.flatMap(({ sheets }) => sheets),
      ]),
      isBundle: true,
    },
  ];
  return [...documents, one('index', teacher.title, briefs.language, [indexSheet(teacher, documents, seatings)])];
}

function one(path: string, title: Told, lang: string, sheets: readonly Sheet[]): Document {
  return { path, title, lang, sheets };
}

function titled(what: Told, of: Told): Told {
  return { text: `${what.text} · ${of.text}`, lang: what.lang };
}
