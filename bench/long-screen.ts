import { PassThrough } from 'node:stream';
import type { ComponentType } from 'react';
import type { Scenario } from '../src/model/scenario.ts';
import { load } from '../src/scenario/load.ts';
import type { House } from '../src/views/terminal/house.ts';
import type { Programme } from '../src/views/terminal/view-model/programme.ts';
import type { Showing } from '../src/views/terminal/view-model/showing.ts';
import type { WatchOptions } from '../src/views/terminal/watch.tsx';
import { ids, longRecord, ROUNDS } from './long-record.ts';

/** An hour at the usual pace of three seconds a round. */
const HOUR_ROUNDS = 1200;

/** What `bench/terminal.ts` puts on a terminal: the built view with a long record; after `q`, memory in bytes as JSON. */
const { watch } = (await built('watch')) as { watch: (options: WatchOptions) => Promise<unknown> };
const programme = longProgramme();
const house: House = {
  command: 'parley',
  exhibits: [],
  card: () => ({ title: '', about: '', parties: [], seats: [], issues: 0, rounds: 0 }),
  open: () => Promise.reject(new Error('there is nothing to open')),
  firstSeed: '1',
  drawSeed: () => '1',
};
await watch({ house, programme, pace: 3, start: 'paused' });
console.log(JSON.stringify(await hourOfPlayback()));

/** The same stances for many parties under other names. */
function longProgramme(): Programme {
  const loaded = load('moscow-2018');
  if (!loaded.ok) throw new Error('moscow-2018 does not load');
  const { scenario } = loaded.value;
  const parties = ids().map((id, n) => ({ ...scenario.parties[n % scenario.parties.length]!, id, name: `Party ${n}` }));
  const rounds = { ...scenario.conference.rounds, value: ROUNDS };
  const long: Scenario = { ...scenario, parties, relations: [], conference: { ...scenario.conference, rounds } };
  return { scenario: long, seed: '1', facts: longRecord(), replay: 'parley' };
}

/** As many frames as an hour shows, drawn without a terminal. */
async function hourOfPlayback() {
  const { render } = await import('ink');
  const { createElement } = await import('react');
  const { App } = (await built('app')) as {
    App: ComponentType<{ showing: Showing; pace: number; start: 'playing'; onStop: (stop: number) => void }>;
  };
  const { showingOf } = (await built('view-model/showing')) as { showingOf: (of: Programme) => Showing };
  const showing = showingOf(programme);
  const stdout = Object.assign(new PassThrough(), { columns: 200, rows: 50, isTTY: true });
  stdout.resume();
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {}, ref: () => {}, unref: () => {} });
  const before = heap();
  let ticks = 0;
  for (let rounds = 0; rounds < HOUR_ROUNDS; rounds += ROUNDS) {
    await new Promise<void>((resolve) => {
      const onStop = (stop: number) => {
        ticks++;
        if (stop === showing.stops.length - 1) setTimeout(() => (screen.unmount(), resolve()), 100);
      };
      const screen = render(createElement(App, { showing, pace: 0.001, start: 'playing', onStop }), {
        stdout: stdout as unknown as NodeJS.WriteStream,
        stdin: stdin as unknown as NodeJS.ReadStream,
        alternateScreen: true,
        incrementalRendering: true,
        maxFps: 15,
        interactive: true,
      });
    });
  }
  return { before, after: heap(), ticks };
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function built(module: string): Promise<unknown> {
  return import(new URL(`../dist/views/terminal/${module}.js`, import.meta.url).href);
}
