import { Parley } from './parley.tsx';
import { takeScreen } from './take-screen.ts';
import type { Left, WatchOptions } from './watch.tsx';

/** Plays a conference on the screen, or shows the gallery, until somebody leaves. */
export async function play({ house, programme, pace, start = 'playing' }: WatchOptions): Promise<Left> {
  let seen: Left['seen'];
  const first = programme === undefined ? {} : { programme };
  const how = await takeScreen(
    <Parley
      house={house}
      {...first}
      pace={pace}
      start={start}
      onView={(conference, moment) => void (seen = { programme: conference, moment })}
    />,
  );
  return { how, seen };
}
