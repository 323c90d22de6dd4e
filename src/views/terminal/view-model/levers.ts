import { CHANNELS } from '../../../model/scenario.ts';
import type { FactOf } from '../../../model/fact.ts';
import type { WhatIf } from '../../../model/what-if.ts';
import { quantityName } from '../../prose/quantities.ts';
import type { Viewing } from '../state.ts';
import type { Showing } from './showing.ts';

/** Something that could have been otherwise: a number or a channel of the chosen party, or its vote in this round. */
export interface Lever {
  readonly what: string;
  /** As it was, in words or digits. */
  readonly was: string;
  /** What it can be turned to, in order; typed numbers need not be among them. */
  readonly choices: readonly string[];
  /** Where it lies, as `--set` takes it; nothing for a vote. */
  readonly path: string | undefined;
}

export const ACCEPTS = 'accepts';
export const OBJECTS = 'objects';

/** Its vote first, then its own numbers, then what runs from it to others. */
export function leversOf(showing: Showing, viewing: Viewing): readonly Lever[] {
  const { id } = showing.parties[viewing.party]!;
  const { names, scenario } = showing;
  const numbers = showing
    .evidence()
    .filter(({ path }) => !path.includes('.stances.'))
    .filter(({ path }) => path.startsWith(`parties.${id}.`) || path.startsWith(`relations.${id}.`))
    .map(({ path, value, low, high }): Lever => ({
      what: quantityName(path, names).what,
      was: figure(value),
      choices: choicesOf(value, low, high, path.endsWith('.trust') ? -1 : 0, path.endsWith('.patience')),
      path,
    }));
  const channels = scenario.relations
    .filter((relation) => relation.from === id)
    .map(({ to, channel }): Lever => ({
      what: `channel to ${names.party(to)}`,
      was: channel,
      choices: CHANNELS,
      path: `relations.${id}.${to}.channel`,
    }));
  return [...voteLever(showing, viewing, id), ...numbers, ...channels];
}

/** The round from whose start on things are otherwise: the one in view. */
export function roundInView({ stops }: Showing, { stop }: Viewing): number {
  return stops[stop]!.round;
}

/** What is asked when a lever stands at a value; nothing while it stands where it was. */
export function whatIfOf(showing: Showing, viewing: Viewing): WhatIf | undefined {
  const { lever, value } = viewing.whatIf;
  const chosen = leversOf(showing, viewing)[lever];
  if (chosen === undefined || value === undefined || value === '' || value === chosen.was) return undefined;
  const round = roundInView(showing, viewing);
  if (chosen.path !== undefined) return { round, sets: [`${chosen.path}=${value}`], votes: {} };
  const { id } = showing.parties[viewing.party]!;
  return { round, sets: [], votes: { [id]: { accepts: value === ACCEPTS } } };
}

function voteLever(showing: Showing, viewing: Viewing, id: string): readonly Lever[] {
  const round = roundInView(showing, viewing);
  const vote = showing.timeline.facts.find(
    (fact): fact is FactOf<'vote.cast'> => fact.type === 'vote.cast' && fact.round === round && fact.party === id,
  );
  if (vote === undefined) return [];
  const was = vote.accepts ? ACCEPTS : OBJECTS;
  return [{ what: `vote in round ${round}`, was, choices: [OBJECTS, ACCEPTS], path: undefined }];
}

/** Ten steps through the range that would be fair; where there is none, from the least to the most there can be. */
function choicesOf(value: number, low: number, high: number, least: number, whole: boolean): readonly string[] {
  const from = low < high ? low : whole ? 1 : least;
  const to = low < high ? high : whole ? value + 5 : Math.max(1, value);
  const steps = Array.from({ length: 11 }, (_, n) => from + ((to - from) * n) / 10);
  const figures = [...steps, value].toSorted((a, b) => a - b).map((step) => figure(whole ? Math.round(step) : step));
  return [...new Set(figures)];
}

function figure(value: number): string {
  return String(Number(value.toFixed(4)));
}
