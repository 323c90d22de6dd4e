import type { Consideration, Grade } from '../../model/attendance.ts';
import type { Loss } from '../../model/choices.ts';
import type { Ending } from '../../model/ending.ts';
import type { ObjectionCode } from '../../model/question.ts';
import type { PressOutcome } from '../../model/fact.ts';

/** Codes in plain English. */
export const CONSIDERATION: Record<Consideration, string> = {
  prospects: 'what it can hope for weighed most',
  format: 'the format weighed most',
  company: 'who else is coming weighed most',
  pressure: 'the host’s urging weighed most',
  exposure: 'being seen there weighed most',
};

export const GRADE: Record<Grade, string> = {
  official: 'comes officially',
  unofficial: 'sends a delegation without mandate',
  observer: 'comes to observe',
  absent: 'stays away',
};

export const OBJECTION: Record<ObjectionCode, string> = {
  'red-line': 'a red line',
  'below-walk-away': 'worse than no agreement',
  'below-target': 'it holds out for more',
  audience: 'its public would not forgive the retreat',
  'no-guarantor': 'nobody guarantees that it is kept',
};

/** Why a turn, or a seat, went from a program to the rule. */
export const LOSS: Record<Loss, string> = {
  'too-slow': 'its program was too slow',
  crashed: 'its program has ended',
  flooded: 'its program said too much',
  'not-reading': 'its program did not read what it was told',
  'not-json': 'its program’s answer was not JSON',
  'not-an-answer': 'its program gave no answer',
  'wrong-number': 'its program answered another question',
  illegal: 'its program answered what may not be answered',
};

export const PRESS: Record<PressOutcome, string> = {
  worked: 'it works',
  failed: 'nothing moves',
  backfired: 'it backfires',
};

export const ENDING: Record<Ending, string> = {
  agreement: 'an agreement',
  communique: 'a communiqué',
  consultations: 'a promise to consult again',
  collapse: 'a collapse',
  'no-conference': 'no conference at all',
};
