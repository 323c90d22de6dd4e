export const LESSONS = [50, 75, 120] as const;
export type Lesson = (typeof LESSONS)[number];

export interface Step {
  /** Minutes from the start of the lesson. */
  readonly from: number;
  readonly to: number;
  readonly what: string;
}

/** How long the fixed parts of a lesson take and how long a round needs at least, in minutes. */
const PARTS: Readonly<
  Record<Lesson, Readonly<Record<'opening' | 'reading' | 'caucus' | 'form' | 'debrief' | 'round', number>>>
> = {
  50: { opening: 3, reading: 9, caucus: 4, form: 3, debrief: 12, round: 4 },
  75: { opening: 4, reading: 12, caucus: 7, form: 4, debrief: 18, round: 5 },
  120: { opening: 5, reading: 18, caucus: 10, form: 5, debrief: 30, round: 7 },
};

/** A lesson minute by minute: as many rounds as fit, at most those of the scenario; what is left goes to the debrief. */
export function minutePlan(lesson: Lesson, mostRounds: number): readonly Step[] {
  const parts = PARTS[lesson];
  const left = lesson - parts.opening - parts.reading - parts.caucus - parts.form - parts.debrief;
  const rounds = Math.max(1, Math.min(mostRounds, Math.floor(left / parts.round)));
  // A longer round than twice the least is idle; the time is better spent on talking about it afterwards.
  const each = Math.min(2 * parts.round, Math.floor(left / rounds));
  const plan: readonly (readonly [number, string])[] = [
    [parts.opening, 'You explain the setting, the rule of agreement and how a round goes; groups sit down.'],
    [parts.reading, 'Everybody reads the public brief, then the own seat’s sheets, in silence.'],
    [parts.caucus, 'Each seat fills in its walk-away sheet and settles what it will ask for first.'],
    ...Array.from({ length: rounds }, (_, n): readonly [number, string] => [
      each,
      `Round ${n + 1}${n === 0 ? ', with one sentence from each seat first' : ''}.`,
    ]),
    [parts.form, 'Time is up. Each group fills in the outcome form; each seat adds up its points.'],
    [parts.debrief + left - rounds * each, 'Debrief.'],
  ];
  let at = 0;
  return plan.map(([minutes, what]) => {
    const from = at;
    at += minutes;
    return { from, to: at, what };
  });
}

/** "0:05". */
export function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
