import type { FactOf } from '../../model/fact.ts';
import { ENDING } from '../prose/codes.ts';
import { printable } from '../prose/printable.ts';
import type { Programme } from './view-model/programme.ts';
import { stopsOf } from './view-model/stops.ts';
import { PHASE } from './view-model/words.ts';

/** What stays behind on the shell's own screen: two lines, what was seen up to a moment and how to see it again. */
export function farewell({ scenario, seed, facts, replay }: Programme, moment: number): string {
  const what = printable(`${scenario.title}, seed ${seed}`);
  const rounds = Math.round(scenario.conference.rounds.value);
  const ended = facts
    .slice(0, moment)
    .find((fact): fact is FactOf<'conference.ended'> => fact.type === 'conference.ended');
  if (ended !== undefined)
    return `${what}: ended in ${ENDING[ended.ending]}${ended.round === 0 ? '' : `, round ${ended.round} of ${rounds}`}\nagain: ${replay}`;
  const { round, phase } = stopsOf(facts).findLast((stop) => stop.moment <= moment)!;
  return `${what}: left ${round === 0 ? 'before round 1' : `in round ${round}`} of ${rounds} (${PHASE[phase]})\nagain: ${replay}`;
}
