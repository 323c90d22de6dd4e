import type { Consideration, Grade } from '../../model/attendance.ts';
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
