import type { SeatQuestion } from '../../../model/choices.ts';
import type { Answer } from '../../../model/question.ts';
import type { PartyId } from '../../../model/scenario.ts';
import { formOf, picksOf, type Form, type Knowing, type Picks } from './form.ts';
import type { Sitting } from './sitting.ts';

/** What somebody at a seat looks at and has filled in. */
export interface Seated {
  /** Whose screen is drawn; nothing before anybody has said that only they look. */
  readonly shown: PartyId | undefined;
  /** Seats whose briefs have been opened: nobody decides before reading what it wants. */
  readonly briefed: readonly PartyId[];
  /** The question that the picks belong to. */
  readonly number: number;
  readonly picks: Picks;
  readonly field: number;
  readonly advice: Answer | undefined;
  readonly notice: string | undefined;
  readonly page: number;
  /** Rows of the brief above the screen. */
  readonly scroll: number;
  readonly help: boolean;
  /** Whether the next q leaves. */
  readonly leaving: boolean;
}

export function atFirst({ seats }: Sitting): Seated {
  const [only] = seats;
  return {
    shown: seats.length === 1 ? only : undefined,
    briefed: [],
    number: 0,
    picks: [],
    field: 0,
    advice: undefined,
    notice: undefined,
    page: 0,
    scroll: 0,
    help: false,
    leaving: false,
  };
}

/** What is to be shown: a cover when the keyboard has to change hands, a brief, a seat's own screen, or the end. */
export type Scene =
  | { readonly type: 'cover'; readonly seat: PartyId }
  | { readonly type: 'ended'; readonly seat: PartyId | undefined }
  | { readonly type: 'brief'; readonly seat: PartyId }
  | { readonly type: 'seat'; readonly seat: PartyId; readonly question: SeatQuestion | undefined };

/** Whoever is shown answers first, so that the keyboard changes hands as seldom as can be. */
export function sceneOf(sitting: Sitting, { shown, briefed }: Seated): Scene {
  const { seats } = sitting;
  // What is at the end is for all who look, so with several seats it holds nothing of any.
  if (sitting.ended()) return { type: 'ended', seat: seats.length === 1 ? seats[0] : undefined };
  const open = sitting.questions();
  const question = open.find((one) => one.party === shown) ?? open[0];
  const seat = question?.party ?? shown ?? seats[0]!;
  if (seat !== shown) return { type: 'cover', seat };
  return briefed.includes(seat) ? { type: 'seat', seat, question } : { type: 'brief', seat };
}

export function knowingOf(sitting: Sitting, seat: PartyId): Knowing {
  return { scenario: sitting.scenario(seat), values: sitting.values(seat) };
}

/** The form of a question with what has been picked so far. */
export function filledIn(question: SeatQuestion, knowing: Knowing, seated: Seated): { form: Form; picks: Picks } {
  const form = formOf(question, knowing);
  return { form, picks: seated.number === question.number ? seated.picks : form.start };
}

/** Another line, or another choice on it; a first choice is the first there is, from whichever side. */
export function moved(
  seated: Seated,
  question: SeatQuestion,
  knowing: Knowing,
  by: { readonly field?: number; readonly pick?: number },
): Seated {
  const { form, picks } = filledIn(question, knowing, seated);
  const fresh = seated.number !== question.number;
  const at = Math.min(fresh ? 0 : seated.field, Math.max(0, lastOpen(form, picks)));
  const field = between(0, at + (by.field ?? 0), Math.max(0, lastOpen(form, picks)));
  const { length } = form.fields[field]?.choices ?? [];
  const next = by.pick === undefined ? picks : picks.with(field, picked(picks[field] ?? -1, by.pick, length));
  return {
    ...seated,
    number: question.number,
    picks: length === 0 ? picks : next,
    field,
    advice: fresh ? undefined : seated.advice,
    notice: undefined,
  };
}

/** Shows advice; with advice in view, fills it in. */
export function advised(seated: Seated, question: SeatQuestion, knowing: Knowing, advice: Answer | undefined): Seated {
  const { picks } = filledIn(question, knowing, seated);
  const again = seated.number === question.number && seated.advice !== undefined;
  return {
    ...seated,
    number: question.number,
    picks: again && advice !== undefined ? picksOf(question, knowing, advice) : picks,
    field: seated.number === question.number ? seated.field : 0,
    advice,
    notice: undefined,
  };
}

/** Fields that do not matter come last. */
function lastOpen({ fields }: Form, picks: Picks): number {
  return fields.findLastIndex((field) => field.open(picks));
}

function picked(pick: number, by: number, length: number): number {
  if (pick < 0) return by > 0 ? 0 : length - 1;
  return between(0, pick + by, length - 1);
}

function between(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
