import { courseOf } from '../../analysis/course.ts';
import type { Debrief, DebriefInput } from '../../analysis/debrief/debrief.ts';
import { reading } from '../prose/reading.ts';
import type { Block, Content } from './content.ts';
import { isolatedNamesOf } from './isolated-names.ts';
import { blocked } from './sections/blocks.ts';
import { concessions } from './sections/concessions.ts';
import { course } from './sections/course.ts';
import { models } from './sections/models.ts';
import { movers } from './sections/movers.ts';
import { nearest } from './sections/nearest.ts';
import { outcomes } from './sections/outcomes.ts';
import { questions } from './sections/questions.ts';
import { reveal } from './sections/reveal.ts';
import { made, sources, troubleWords } from './sections/sources.ts';
import { untried } from './sections/untried.ts';
import type { Names } from '../prose/names.ts';

/** A debrief in words, tables and charts, before it is written as HTML or Markdown. `again` is the command that makes it. */
export function debriefContent(debrief: Debrief, input: DebriefInput, again: string): Content {
  const names = isolatedNamesOf(debrief.scenario);
  const { groups, scenario, troubles } = debrief;
  return {
    title: `Debrief: ${scenario.title}`,
    subtitle: `${groups.length === 1 ? 'One conference' : `${groups.length} groups`} · ${scenario.conference.place}, ${scenario.conference.date}`,
    opening: [
      {
        type: 'box',
        label: 'Before you show this page',
        text: ['It lays open every party’s confidential stance. Show it when everybody has finished.'],
      },
      ...(troubles.length === 0 ? [] : [doubts(troubles)]),
    ],
    sections: [
      outcomes(debrief, names),
      questions(debrief, names),
      course(debrief, readingsOf(input, debrief, names), names),
      concessions(debrief, names),
      movers(debrief, names),
      blocked(debrief, names),
      nearest(debrief, names),
      untried(debrief, names),
      reveal(debrief, names),
      models(debrief, names),
      sources(debrief),
      made(debrief, input, again),
    ],
  };
}

function doubts(troubles: Debrief['troubles']): Block {
  return {
    type: 'box',
    label: 'Not everything that was handed in is as it should be',
    text: troubles.map(troubleWords),
  };
}

function readingsOf(input: DebriefInput, { groups }: Debrief, names: Names): Readonly<Record<string, string>> {
  return Object.fromEntries(
    input.groups.flatMap((given, n) => {
      if (given.source !== 'record') return [];
      const ended = given.facts.findLast((fact) => fact.type === 'conference.ended');
      const text =
        ended === undefined
          ? `The record stops in round ${given.facts.at(-1)?.round ?? 0}, before the conference ended.`
          : reading(given.scenario, ended, courseOf(given.scenario, given.facts), names);
      return [[groups[n]!.label, text]];
    }),
  );
}
