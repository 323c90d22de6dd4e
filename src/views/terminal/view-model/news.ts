import type { Fact } from '../../../model/fact.ts';
import { ENDING } from '../../prose/codes.ts';
import { capitalised, type Names } from '../../prose/names.ts';
import { returnsIn, sentence } from '../../prose/sentences.ts';
import type { Stop } from './stops.ts';

/** One sentence of the wire. */
export interface News {
  /** Index of the stop that brings it. */
  readonly stop: number;
  readonly round: number;
  /** Whether it is the first of its round. */
  readonly first: boolean;
  readonly text: string;
}

export function newsOf(facts: readonly Fact[], stops: readonly Stop[], names: Names): readonly News[] {
  const news: News[] = [];
  const returns = returnsIn(facts);
  stops.forEach(({ moment, round }, stop) => {
    for (const fact of facts.slice(stops[stop - 1]?.moment ?? 0, moment)) {
      if (returns.has(fact)) continue;
      const text = fact.type === 'conference.ended' ? `It ends in ${ENDING[fact.ending]}` : sentence(fact, names);
      if (text !== undefined)
        news.push({ stop, round, first: round > 0 && news.at(-1)?.round !== round, text: capitalised(text) });
    }
  });
  return news;
}
