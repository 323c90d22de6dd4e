import type { Answer } from '../src/model/question.ts';
import { playBulk } from '../src/conference/bulk.ts';
import { playLive } from '../src/conference/live.ts';
import { SINGLE_TEXT, type Protocol } from '../src/conference/protocol.ts';
import type { ConferenceContext } from '../src/conference/conference.updates.ts';
import type { ConferenceEvent, ConferencePort, Question } from '../src/conference/port.ts';
import { settingOf } from '../src/rules/setting.ts';
import { viewOf } from '../src/rules/visibility.ts';
import { load } from '../src/scenario/load.ts';
import { figure, heading, latencies } from './figures.ts';

const SCENARIO = 'moscow-2018';

/** Conferences by both drivers, with the real rules and with rules that cost nothing. */
export async function bench(): Promise<void> {
  const loaded = load(SCENARIO);
  if (!loaded.ok) throw new Error(`${SCENARIO} does not load`);
  const setting = settingOf(loaded.value.scenario);
  let n = 0;
  let messages = 0;
  const seed = () => `bench/${(n = (n + 1) % 500)}`;
  const onFact = () => {};
  playLive(setting, 'bench/1', {
    onFact,
    protocol: FREE,
    inspect: (event) => (messages += event.type === '@xstate.event' ? 1 : 0),
  });

  const conferences = {
    live: () => playLive(setting, seed(), { onFact }),
    bulk: () => void playBulk(setting, seed()),
  };
  // Conferences differ in length, so their number a second rests on the mean.
  const real = await latencies(conferences, 'mean');
  const free = await latencies({
    live: () => playLive(setting, 'bench/1', { onFact, protocol: FREE }),
    bulk: () => void playBulk(setting, 'bench/1', { protocol: FREE }),
  });

  heading(`Conferences of ${SCENARIO}`);
  figure('live, real rules', `${(1000 / real.live).toFixed(0)} a second`, 'target: 300 on one core');
  figure(
    'bulk, real rules',
    `${(1000 / real.bulk).toFixed(0)} a second`,
    `${(real.live / real.bulk).toFixed(1)} times live`,
  );
  figure(
    'live, rules that cost nothing',
    `${(free.live * 1000).toFixed(0)} µs`,
    `${messages} messages: ${((free.live * 1000) / messages).toFixed(1)} µs each (target: about 4)`,
  );
  figure(
    'bulk, rules that cost nothing',
    `${(free.bulk * 1000).toFixed(0)} µs`,
    `${(free.live / free.bulk).toFixed(1)} times live (target: 25)`,
  );
}

/** The same charts, messages and number of rounds; nothing is decided and no fact is made. */
const FREE: Protocol = {
  ...SINGLE_TEXT,
  conference: { ...SINGLE_TEXT.conference, updates: freeUpdates(), guards: freeGuards() },
  byRule: () => NOTHING,
};

const NOTHING: Answer = { type: 'stay', stays: true };

type Updates = Protocol['conference']['updates'];

function freeUpdates(): Updates {
  const same = (context: ConferenceContext) => context;
  const ask = (type: Question['type']) => (context: ConferenceContext, _: ConferenceEvent, port: ConferencePort) => {
    const { setting, world } = context;
    port.ask(
      setting.parties.map(({ index, id }) => ({
        number: index + 1,
        type,
        party: index,
        id,
        round: world.public.round,
        view: viewOf(setting, world, index),
      })),
    );
    return context;
  };
  return {
    ...SINGLE_TEXT.conference.updates,
    ...Object.fromEntries(Object.keys(SINGLE_TEXT.conference.updates).map((name) => [name, same])),
    askAttendance: (context, _, port) => {
      port.ask([]);
      return context;
    },
    settleAttendance: (context, _, port) => {
      for (const party of context.setting.parties) port.tell(party, { type: 'table.seated', grade: 'official' });
      return context;
    },
    openRound: (context) => ({
      ...context,
      world: { ...context.world, public: { ...context.world.public, round: context.world.public.round + 1 } },
    }),
    askAmendments: ask('amendments'),
    askCaucus: ask('caucus'),
    askDraft: (context, _, port) => {
      port.ask([]);
      return context;
    },
    askVotes: ask('vote'),
    askWhoStays: ask('stay'),
  };
}

function freeGuards(): Protocol['conference']['guards'] {
  const never = () => false;
  return { ...SINGLE_TEXT.conference.guards, aSignatoryStayedAway: never, isAgreed: never, aSignatoryLeft: never };
}
