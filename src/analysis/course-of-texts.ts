import type { Ending } from '../model/ending.ts';
import type { Fact } from '../model/fact.ts';
import type { IssueId, OptionId, PartyId, Scenario } from '../model/scenario.ts';
import { evolve } from '../record/evolve.ts';
import { stateAtStart } from '../record/state.ts';
import { settingOf } from '../rules/setting.ts';
import { distancesOf, placeOf, type Distances, type Landmarks, type Place } from './landmarks.ts';

/** A text that was polled, or an offer that was made, and where it lies. */
export interface PlacedText extends Place {
  readonly round: number;
  /** The number of the draft. */
  readonly version: number;
  /** Whose offer it is, where the parties bargained by offers. */
  readonly offeredBy?: PartyId;
  readonly text: Readonly<Record<IssueId, OptionId>>;
}

/**
 * What the parties were left with: the text that was signed, or without an agreement their walk-aways at the end, with
 * all pain and pressure. A communiqué and consultations bind nobody to a text.
 */
export interface PlacedOutcome extends Distances {
  readonly ending: Ending;
  readonly of: 'text' | 'walk-aways';
  readonly utilities: readonly number[];
}

/** Every text that was put to the parties, in order, and the outcome; no outcome where the record stops before it. */
export interface CourseOfTexts {
  readonly texts: readonly PlacedText[];
  readonly outcome: PlacedOutcome | null;
}

/** Measured with the numbers of the scenario as it is given: where a what-if changed them on the way, those it set. */
export function courseOfTexts(scenario: Scenario, facts: readonly Fact[], landmarks: Landmarks): CourseOfTexts {
  const setting = settingOf(scenario);
  const state = stateAtStart(scenario);
  const texts: PlacedText[] = [];
  let polled = 0;
  for (const fact of facts) {
    evolve(state, fact);
    const isPoll = fact.type === 'vote.cast' && fact.round !== polled;
    if (isPoll) polled = fact.round;
    if (!isPoll && fact.type !== 'offer.made') continue;
    texts.push({
      round: fact.round,
      version: state.version,
      ...(fact.type === 'offer.made' && { offeredBy: fact.party }),
      text: { ...state.text },
      ...placeOf(setting, landmarks, state.text),
    });
  }
  const { ending } = state;
  if (ending === undefined) return { texts, outcome: null };
  const signed = ending.ending === 'agreement';
  const utilities = signed
    ? placeOf(setting, landmarks, state.text).utilities
    : landmarks.parties.map((party) => ending.private[party]!.walkAway);
  return {
    texts,
    outcome: {
      ending: ending.ending,
      of: signed ? 'text' : 'walk-aways',
      utilities,
      ...distancesOf(landmarks, utilities),
    },
  };
}
