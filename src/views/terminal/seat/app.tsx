import { useApp, useInput, useWindowSize } from 'ink';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Screen, TooSmall } from '../components/screen.tsx';
import { useJobControl } from '../job-control.ts';
import { answerOf, type Knowing } from './form.ts';
import { anyPerson, hidesQuestion, pagesOf, scrollable, seatFrame } from './frame.ts';
import { intentOf, type Intent } from './keys.ts';
import type { Sitting } from './sitting.ts';
import { advised, atFirst, filledIn, knowingOf, moved, sceneOf, type Scene, type Seated } from './state.ts';

interface Props {
  readonly sitting: Sitting;
  /** Seconds a round, while the rules hold all seats. */
  readonly pace: number;
}

interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** People at a conference; leaves with `quit` or `interrupted`. */
export function SeatApp({ sitting, pace }: Props) {
  const { columns, rows } = useWindowSize();
  const [seated, setSeated] = useState(() => atFirst(sitting));
  // A key must not act on a screen that another key has already changed.
  const latest = useRef(seated);
  useSyncExternalStore(sitting.subscribe, sitting.version);
  const { exit } = useApp();
  const suspend = useJobControl();
  useRounds(sitting, pace, seated.help || seated.leaving);

  useInput((input, key) => {
    // Keys held down or typed fast arrive together.
    let now = latest.current;
    for (const letter of input === '' || key.return ? [input] : input) {
      const intent = intentOf(letter, key);
      if (intent.type === 'interrupt') return exit('interrupted');
      if (intent.type === 'suspend') return suspend();
      if (intent.type === 'quit' && now.leaving) return exit('quit');
      now = followed(sitting, now, intent, { columns, rows });
    }
    latest.current = now;
    setSeated(now);
  });

  const frame = seatFrame(sitting, seated, columns, rows);
  return frame === undefined ? (
    <TooSmall columns={columns} rows={rows} />
  ) : (
    <Screen frame={frame} columns={columns} rows={rows} />
  );
}

/** Rounds go on by themselves while no person here holds a seat. */
function useRounds(sitting: Sitting, pace: number, paused: boolean): void {
  const waits = sitting.resting() && !anyPerson(sitting) && !paused;
  const version = sitting.version();
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => sitting.resume(), pace * 1000);
    return () => clearTimeout(timer);
  }, [waits, version, sitting, pace]);
}

/** What a key makes of the screen; what it does to the conference is done on the way. */
function followed(sitting: Sitting, before: Seated, intent: Intent, size: Size): Seated {
  const scene = sceneOf(sitting, before);
  const seated: Seated = { ...before, leaving: false };
  switch (intent.type) {
    case 'quit':
      return { ...seated, leaving: true };
    case 'help':
      return { ...seated, help: !before.help };
    case 'escape':
      return { ...seated, help: false };
    default:
      // Below the help nothing moves; a key that stays does nothing else.
      if (before.help || before.leaving) return seated;
      if (intent.type === 'field' && scrollable(sitting, before, size.columns, size.rows) > 0) {
        const most = scrollable(sitting, before, size.columns, size.rows);
        return { ...seated, scroll: Math.min(most, Math.max(0, Math.min(most, before.scroll) + intent.by)) };
      }
      return scene.type === 'seat' ? atSeat(sitting, scene, seated, intent, size) : uncovered(scene, seated, intent);
  }
}

function uncovered(scene: Scene, seated: Seated, intent: Intent): Seated {
  if (intent.type !== 'enter') return seated;
  if (scene.type === 'cover')
    return { ...seated, shown: scene.seat, page: 0, scroll: 0, advice: undefined, notice: undefined };
  return scene.type === 'brief' ? { ...seated, briefed: [...seated.briefed, scene.seat], scroll: 0 } : seated;
}

function atSeat(
  sitting: Sitting,
  { seat, question }: Extract<Scene, { type: 'seat' }>,
  seated: Seated,
  intent: Intent,
  { columns, rows }: Size,
): Seated {
  if (intent.type === 'turn-page') {
    const { length } = pagesOf(columns, rows);
    return { ...seated, page: (seated.page + intent.by + length) % length, scroll: 0 };
  }
  // Nobody answers a question that is not in view.
  if (hidesQuestion(seated, columns, rows)) return { ...seated, page: 0 };
  switch (intent.type) {
    case 'hand-over':
      sitting.hand(seat, 'rule');
      return seated;
    case 'take-back': {
      const own = [seat, ...sitting.seats].find((one) => sitting.holder(one) === 'rule');
      if (own !== undefined) sitting.hand(own, 'person');
      return seated;
    }
    case 'enter':
      if (question === undefined) {
        sitting.resume();
        return seated;
      }
      return answered(sitting, seated, question, knowingOf(sitting, seat));
    default:
      break;
  }
  if (question === undefined) return seated;
  const knowing = knowingOf(sitting, seat);
  switch (intent.type) {
    case 'field':
      return moved(seated, question, knowing, { field: intent.by });
    case 'pick':
      return moved(seated, question, knowing, { pick: intent.by });
    case 'advise':
      return advised(seated, question, knowing, sitting.advice(question.number));
    case 'pass-round':
      sitting.passRound(seat);
      return seated;
    default:
      return seated;
  }
}

function answered(
  sitting: Sitting,
  seated: Seated,
  question: NonNullable<Extract<Scene, { type: 'seat' }>['question']>,
  knowing: Knowing,
): Seated {
  const { picks } = filledIn(question, knowing, seated);
  const answer = answerOf(question, knowing, picks);
  const here: Seated = moved(seated, question, knowing, {});
  if (answer === undefined) return { ...here, notice: 'Choose first, with ← and →.' };
  const why = sitting.answer(question.number, answer);
  if (why !== undefined) return { ...here, notice: `That cannot be: ${why}.` };
  return { ...seated, number: 0, picks: [], field: 0, advice: undefined, notice: undefined };
}
