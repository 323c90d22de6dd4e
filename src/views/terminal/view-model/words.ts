import type { Ending } from '../../../model/ending.ts';
import type { ObjectionCode } from '../../../model/question.ts';
import type { Party, Scenario } from '../../../model/scenario.ts';
import type { ConferenceState, Phase, PartyTrace } from '../../../record/state.ts';

/** Words of a cell or two: shorter than a sentence has them. */

export const PHASE: Readonly<Record<Phase, string>> = {
  convening: 'who comes',
  proposing: 'amendments',
  caucus: 'in the corridor',
  drafting: 'the chair redrafts',
  polling: 'the text is polled',
  bargaining: 'offers',
  leaving: 'who stays',
  recess: 'recess',
  ended: 'ended',
};

export const ENDING_WORD: Readonly<Record<Ending, string>> = {
  agreement: 'agreement',
  communique: 'communiqué',
  consultations: 'consultations',
  collapse: 'collapse',
  'no-conference': 'no conference',
};

const OBJECTION: Readonly<Record<ObjectionCode, string>> = {
  'red-line': 'red line',
  'below-walk-away': 'below walk-away',
  'below-target': 'below target',
  audience: 'its public',
  'no-guarantor': 'no guarantor',
};

export function voteWord(trace: PartyTrace): string {
  const { vote } = trace;
  if (vote === undefined) return '–';
  if (vote.objection === undefined) return vote.adReferendum ? '✓ ad referendum' : '✓ accepts';
  return `✗ ${OBJECTION[vote.objection.code]}`;
}

/** How it is there, as one word. */
export function gradeWord({ conference }: Scenario, { parties }: ConferenceState, { id }: Party): string {
  const { grade, left } = parties[id]!;
  if (left) return 'left';
  if (grade === undefined) return '–';
  return conference.chair.party === id ? 'chair' : grade;
}

/** Two decimals, or a dash where there is no number yet. */
export function number(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(2);
}
