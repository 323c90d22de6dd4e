import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  and,
  assign,
  createActor,
  createMachine,
  initialTransition,
  not,
  raise,
  transition,
  type AnyActorRef,
  type StateValue,
} from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import type { Chart } from '../../src/conference/chart.ts';
import { compile, type Guard, type Parts, type Update } from '../../src/conference/compile.ts';
import { machineOf } from '../../src/conference/machine.ts';
import { mermaidOf, outlineOf, statelyOf } from '../../src/conference/print.ts';
import { samples, updateOf, type Notebook, type Sample, type Signal, type Trail } from './charts.arbitrary.ts';

const CHARTS = 5000;
/** In milliseconds. A run takes a small part of it; a fault may take it all, to be shrunk. */
const LONGEST_WAIT = 300_000;
const EVENTS = ['x', 'y', 'answers.in'];

/** Shares of the charts below which the property would prove little. */
const OFTEN_ENOUGH: ReadonlyArray<readonly [string, number]> = [
  ['moved', 0.5],
  ['ran an update of a transition', 0.6],
  ['bubbled', 0.4],
  ['stayed inside', 0.3],
  ['left several states', 0.15],
  ['asked several guards', 0.35],
  ['ran an always', 0.25],
  ['went on by a completion', 0.01],
  ['went on by an unknown event', 0.01],
  ['ended', 0.05],
  ['heard an event after its end', 0.05],
];

const START: Trail = { count: 0, ran: [] };
const silent: Notebook = { fact: () => {} };

/** `table.resume` is not in the chart: nobody heeds it. */
type CouncilEvent = { readonly type: 'answers.in' | 'table.closed' | 'table.resume' };

const council = {
  id: 'council',
  initial: 'session',
  states: {
    session: {
      initial: 'polling',
      on: { 'table.closed': { target: 'no-agreement', actions: 'tellThePress' } },
      states: {
        polling: {
          description: 'every party says yes or no',
          entry: 'askVotes',
          exit: 'carryBallotsAway',
          on: { 'answers.in': { target: 'polled', actions: ['settleVotes', 'publish'] } },
        },
        polled: {
          description: 'the chair looks at what it has, which is a text far too long for a diagram',
          always: [{ guard: 'isAgreed', target: '#agreement' }, { guard: 'timeIsUp', target: '#end' }, 'polling'],
        },
      },
    },
    agreement: { id: 'agreement', type: 'final', entry: 'endInAgreement' },
    'no-agreement': { id: 'end', type: 'final' },
  },
} as const satisfies Chart;

type CouncilUpdate = 'askVotes' | 'carryBallotsAway' | 'settleVotes' | 'publish' | 'tellThePress' | 'endInAgreement';

const updates: Readonly<Record<CouncilUpdate, Update<Trail, CouncilEvent, Notebook>>> = {
  askVotes: updateOf('askVotes'),
  carryBallotsAway: updateOf('carryBallotsAway'),
  settleVotes: updateOf('settleVotes'),
  publish: updateOf('publish'),
  tellThePress: updateOf('tellThePress'),
  endInAgreement: updateOf('endInAgreement'),
};

const guards = {
  isAgreed: ({ count }: Trail) => count > 7,
  timeIsUp: () => false,
};

/** For charts that are made up on the spot. */
function partsFor(...names: string[]): Parts<Trail, Signal, Notebook> {
  return { updates: Object.fromEntries(names.map((name) => [name, updateOf(name)])), guards };
}

function liveOf(chart: Chart, parts: Parts<Trail, Signal, Notebook>) {
  return machineOf(chart, {
    ...parts,
    port: (enqueue): Notebook => ({ fact: (text) => enqueue.emit({ type: text }) }),
    context: () => START,
  });
}

/** All that can be seen of a run at rest. */
interface Moment {
  readonly state: string;
  readonly done: boolean;
  readonly ran: readonly string[];
  readonly facts: readonly string[];
  /** Guards, in the order asked. */
  readonly asked: readonly string[];
}

function compiledRun({ chart, signals, ...parts }: Sample): readonly Moment[] {
  const facts: string[] = [];
  const asked: string[] = [];
  const port: Notebook = { fact: (text) => facts.push(text) };
  const compiled = compile(chart, { ...parts, guards: listening(parts.guards, asked) });
  let position = compiled.start(START, port);
  const moment = () => momentOf(position.at.path, position.at.done, position.context, facts, asked);
  const moments = [moment()];
  for (const signal of signals) {
    position = compiled.step(position, signal, port);
    moments.push(moment());
  }
  return moments;
}

function xstateRun({ chart, signals, ...parts }: Sample): readonly Moment[] {
  const facts: string[] = [];
  const asked: string[] = [];
  const actor = createActor(liveOf(chart, { ...parts, guards: listening(parts.guards, asked) }));
  actor.on('*', ({ type }) => facts.push(type));
  actor.start();
  const moment = () => {
    const { value, status, context } = actor.getSnapshot();
    expect(['active', 'done']).toContain(status);
    return momentOf(pathOf(value), status === 'done', context, facts, asked);
  };
  const moments = [moment()];
  for (const signal of signals) {
    actor.send(signal);
    moments.push(moment());
  }
  return moments;
}

function momentOf(state: string, done: boolean, { ran }: Trail, facts: string[], asked: string[]): Moment {
  return { state, done, ran, facts: facts.splice(0), asked: asked.splice(0) };
}

function listening(heard: Sample['guards'], asked: string[]): Sample['guards'] {
  const entries = Object.entries(heard).map(([name, guard]): [string, Guard<Trail, Signal>] => [
    name,
    (context, event) => {
      asked.push(`${name} on ${event.type}`);
      return guard(context, event);
    },
  ]);
  return Object.fromEntries(entries);
}

function pathOf(value: StateValue): string {
  if (typeof value === 'string') return value;
  const [[key, inner]] = Object.entries(value) as [[string, StateValue]];
  return `${key}.${pathOf(inner)}`;
}

/** What happened at least once in a run, as far as its moments show. */
function happenings({ signals }: Sample, moments: readonly Moment[]): ReadonlySet<string> {
  const seen = new Set<string>();
  moments.slice(1).forEach(({ state, done, ran, asked }, i) => {
    const before = moments[i]!;
    const { type } = signals[i]!;
    if (before.done) return seen.add('heard an event after its end');
    const news = ran.slice(before.ran.length);
    const left = news.filter((name) => name.includes('|exit|')).length;
    const taken = news.find((name) => name.includes(`|on ${type}|`));
    if (state !== before.state) seen.add('moved');
    if (done) seen.add('ended');
    if (left > 1) seen.add('left several states');
    if (asked.length > 1) seen.add('asked several guards');
    if (news.some((name) => name.includes('|always|'))) seen.add('ran an always');
    if (news.some((name) => name.includes('on xstate.done.state.'))) seen.add('went on by a completion');
    if (news.length > 0 && !EVENTS.includes(type)) seen.add('went on by an unknown event');
    if (taken === undefined) return;
    seen.add('ran an update of a transition');
    if (!taken.startsWith(`${before.state}|`)) seen.add('bubbled');
    if (left === 0 && state === before.state) seen.add('stayed inside');
  });
  return seen;
}

describe('a compiled chart', () => {
  it(
    'is at every rest where XState is, by the same updates, facts and guards',
    () => {
      // XState warns of events after the end; that they are ignored is what is compared.
      const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
      const counts = new Map<string, number>();
      fc.assert(
        fc.property(samples, (sample) => {
          const moments = compiledRun(sample);
          expect(moments).toEqual(xstateRun(sample));
          for (const seen of happenings(sample, moments)) counts.set(seen, (counts.get(seen) ?? 0) + 1);
        }),
        { numRuns: CHARTS, plugins: [fc.interruptAfterTimeLimit(LONGEST_WAIT, { failOnInterrupt: true })] },
      );
      warn.mockRestore();
      for (const [what, share] of OFTEN_ENOUGH) {
        expect((counts.get(what) ?? 0) / CHARTS, `share of charts that ${what}`).toBeGreaterThan(share);
      }
    },
    2 * LONGEST_WAIT,
  );

  it('keeps its positions: the same step from the same place leads to the same place', () => {
    const { start, step } = compile(council, { updates, guards });
    const polling = start(START, silent);
    const verdict = step(polling, { type: 'answers.in' }, silent);
    expect(step(polling, { type: 'answers.in' }, silent)).toEqual(verdict);
    expect(polling).toMatchObject({ at: { path: 'session.polling', done: false }, context: { count: 1 } });
    expect(verdict).toMatchObject({ at: { path: 'session.polling', done: false }, context: { count: 5 } });
  });

  it('gives the same position for an event that nobody heeds', () => {
    const { start, step } = compile(council, { updates, guards });
    const polling = start(START, silent);
    expect(step(polling, { type: 'table.resume' }, silent)).toBe(polling);
    const closed = step(polling, { type: 'table.closed' }, silent);
    expect(closed).toMatchObject({ at: { path: 'no-agreement', done: true } });
    expect(step(closed, { type: 'answers.in' }, silent)).toBe(closed);
  });

  it('runs the exits of its last state and of its root when it ends', () => {
    const chart = {
      id: 'chart',
      initial: 'open',
      exit: 'leaveChart',
      states: { open: { exit: 'leaveOpen', on: { close: 'closed' } }, closed: { type: 'final', exit: 'leaveClosed' } },
    } as const satisfies Chart;
    const { start, step } = compile(chart, partsFor('leaveChart', 'leaveOpen', 'leaveClosed'));
    const { context } = step(start(START, silent), { type: 'close' }, silent);
    expect(context.ran).toEqual(['leaveOpen, on close', 'leaveClosed, on close', 'leaveChart, on close']);
  });
});

describe('an `always` without end', () => {
  const endless = {
    id: 'chart',
    initial: 'rest',
    states: { rest: { on: { go: 'turning' } }, turning: { always: 'again' }, again: { always: 'turning' } },
  } satisfies Chart;

  it('throws where it turns', () => {
    const { start, step } = compile(endless, partsFor());
    const rest = start(START, silent);
    expect(() => step(rest, { type: 'go' }, silent)).toThrow(/^chart\.(turning|again): `always` without end$/);
    const restless = compile({ ...endless, initial: 'again' }, partsFor());
    expect(() => restless.start(START, silent)).toThrow('`always` without end');
  });

  it('leaves the actor in error', () => {
    const actor = createActor(liveOf(endless, partsFor()));
    actor.subscribe({ error: () => {} });
    actor.start();
    actor.send({ type: 'go' });
    expect(actor.getSnapshot().status).toBe('error');
    expect(String(actor.getSnapshot().error)).toContain('Infinite loop');
  });
});

describe('a chart with', () => {
  const inner = (state: object): object => ({
    id: 'chart',
    initial: 'a',
    states: { a: { id: 'here', initial: 'b', states: { b: state, c: {} } } },
  });
  const root = (state: object): object => ({ id: 'chart', initial: 'a', states: { a: {} }, ...state });
  const onX = (candidate: unknown): object => inner({ on: { x: candidate } });
  const compound = { initial: 'd', states: { d: {} } };

  it.each<[string, object, string]>([
    ['a parallel state', inner({ type: 'parallel', states: { d: {} } }), 'chart.a.b: type "parallel" is not part of'],
    ['a history state', inner({ type: 'history' }), 'chart.a.b: type "history" is not part of a chart'],
    ['a history', inner({ history: 'deep' }), 'chart.a.b: history is not part of a chart'],
    ['a type that goes without saying', inner({ type: 'atomic' }), 'chart.a.b: type "atomic" is not part of a chart'],
    ['a delay', inner({ after: { 10: 'c' } }), 'chart.a.b: time passes by events, not by `after`'],
    ['an invoked actor', inner({ invoke: { src: 'clerk' } }), 'chart.a.b: actors are spawned with the context'],
    ['an onDone', inner({ ...compound, onDone: 'c' }), 'chart.a.b: `onDone` is not part of a chart'],
    ['a raise', inner({ entry: raise({ type: 'x' }) }), 'chart.a.b: `entry` are plain names, not `raise(…)`'],
    ['an assign', inner({ exit: ['note', assign({})] }), 'chart.a.b: `exit` are plain names, not `assign(…)`'],
    ['an inline action', onX({ actions: () => {} }), 'chart.a.b: `actions` are plain names, not inline functions'],
    ['an inline guard', onX({ guard: () => true }), 'chart.a.b: `guard` are plain names, not inline functions'],
    ['an action object', inner({ entry: { type: 'note' } }), 'chart.a.b: `entry` are plain names, not objects'],
    [
      'params of an action',
      onX({ actions: [{ type: 'note', params: { by: 1 } }] }),
      'chart.a.b: `actions` are plain names, not objects with `params`',
    ],
    [
      'params of a guard',
      inner({ always: { guard: { type: 'isAgreed', params: {} } } }),
      'chart.a.b: `guard` are plain names, not objects with `params`',
    ],
    [
      'a combined guard',
      onX({ guard: and(['isAgreed', 'isAgreed']) }),
      'chart.a.b: `guard` are plain names, not `and(…)`',
    ],
    ['a negated guard', onX({ guard: not('isAgreed') }), 'chart.a.b: `guard` are plain names, not `not(…)`'],
    ['a wildcard', inner({ on: { '*': 'c' } }), 'chart.a.b: events are named exactly, not by `*`'],
    ['a partial wildcard', inner({ on: { 'x.*': 'c' } }), 'chart.a.b: events are named exactly, not by `x.*`'],
    ['a nameless event', inner({ on: { '': 'c' } }), 'chart.a.b: events are named exactly, not by ``'],
    [
      'an event of XState',
      inner({ on: { 'xstate.done.state.here': 'c' } }),
      'chart.a.b: `xstate.done.state.here` is an event of XState',
    ],
    ['a re-entry', onX({ target: 'c', reenter: true }), 'chart.a.b: `reenter` is not part of a chart'],
    ['a way back to the root', onX('#chart'), 'chart.a.b: `#chart` is the root, to which nothing goes back'],
    ['a target that is not there', onX('elsewhere'), 'chart.a.b: no state `elsewhere` to go to'],
    ['a target two levels up', onX('a'), 'chart.a.b: no state `a` to go to'],
    ['a target of the language', onX('toString'), 'chart.a.b: no state `toString` to go to'],
    ['an id that is not there', onX('#there'), 'chart.a.b: no state `#there` to go to'],
    ['several targets', onX({ target: ['c', 'b'] }), 'chart.a.b: a target is one text'],
    ['an empty target', onX(''), 'chart.a.b: no state `` to go to'],
    ['a sibling of the root', root({ on: { x: 'a' } }), 'chart: no state `a` to go to'],
    ['no transition where one should be', onX(undefined), 'chart.a.b: a transition is a target or an object'],
    ['an unknown key', inner({ tags: ['x'] }), 'chart.a.b: `tags` is not part of a chart'],
    ['an unknown key of a transition', onX({ cond: 'isAgreed' }), 'chart.a.b: `cond` is not part of a chart'],
    ['an unknown update', inner({ entry: 'forget' }), 'chart.a.b: no update `forget`'],
    ['an unknown update of the language', onX({ actions: 'toString' }), 'chart.a.b: no update `toString`'],
    ['an unknown guard', inner({ always: { guard: 'isLate' } }), 'chart.a.b: no guard `isLate`'],
    ['a missing initial', inner({ states: { d: {} } }), 'chart.a.b: `initial` is missing'],
    ['an initial that is not there', inner({ ...compound, initial: 'c' }), 'chart.a.b: `initial` names no child: `c`'],
    [
      'an initial transition',
      inner({ ...compound, initial: { target: 'd' } }),
      'chart.a.b: `initial` is the plain key',
    ],
    ['an initial without states', inner({ initial: 'd' }), 'chart.a.b: `initial` without states'],
    ['empty states', inner({ initial: 'd', states: {} }), 'chart.a.b: `states` is empty'],
    ['a state that is a text', inner({ initial: 'd', states: { d: 'd' } }), 'chart.a.b.d: is not a state'],
    ['a final state that takes events', inner({ type: 'final', on: {} }), 'chart.a.b: a final state has no `on`'],
    ['a final state with states', inner({ type: 'final', ...compound }), 'chart.a.b: a final state has no `initial`'],
    ['an id given twice', inner({ id: 'here' }), 'chart.a.b: the id `here` is taken by `a`'],
    ['an id with a dot', inner({ id: 'h.e' }), 'chart.a.b: an id is a plain name'],
    ['a key with a dot', inner({ initial: 'd.e', states: { 'd.e': {} } }), 'chart.a.b.d.e: a key is a plain name'],
    ['a description that is no text', inner({ description: 1 }), 'chart.a.b: a description is a text'],
    ['a table of events that is none', inner({ on: 'x' }), 'chart.a.b: `on` is not a table of events'],
    ['a context of its own', root({ context: {} }), 'chart: the context is given beside the chart'],
    ['a final root', root({ type: 'final' }), 'chart: the root cannot be final'],
    ['a parallel root', root({ type: 'parallel' }), 'chart: type "parallel" is not part of a chart'],
    ['no states', { id: 'chart' }, 'chart: a chart needs states'],
    ['no id', { initial: 'a', states: { a: {} } }, 'A chart needs an `id`'],
  ])('%s is refused, by state and reason', (_, refused, message) => {
    const chart = refused as Chart;
    expect(() => compile(chart, partsFor('note'))).toThrow(message);
    expect(() => liveOf(chart, partsFor('note'))).toThrow(message);
  });

  it('a function in it is not printed either, where JSON would drop it in silence', () => {
    const chart = inner({ entry: () => {} }) as Chart;
    for (const print of [mermaidOf, outlineOf, statelyOf]) expect(() => print(chart)).toThrow('chart.a.b: `entry` are');
  });

  it('a misspelt name does not even pass the type check', () => {
    const parts = { updates, guards };
    // @ts-expect-error No update has this name.
    expect(() => compile({ ...council, exit: 'forgetVotes' }, parts)).toThrow('council: no update `forgetVotes`');
    // @ts-expect-error No guard has this name.
    expect(() => compile({ ...council, always: { guard: 'isLate' } }, parts)).toThrow('council: no guard `isLate`');
    // @ts-expect-error No event has this name; a chart may well name events that are not for it, so this is all.
    expect(compile({ ...council, on: { 'answer.in': '.agreement' } }, parts)).toBeDefined();
  });
});

describe('the machine of a chart', () => {
  const machine = machineOf(council, {
    updates,
    guards,
    port: (enqueue) => ({ fact: (text) => enqueue.emit({ type: text }) }),
    context: () => START,
  });

  it('is stepped by `transition`, which says what would be done', () => {
    const [start, actions] = initialTransition(machine);
    const value: { session: 'polling' | 'polled' } | 'agreement' | 'no-agreement' = start.value;
    expect(value).toEqual({ session: 'polling' });
    expect(actions.map(({ type, params }) => [type, params])).toEqual([
      ['xstate.emit', { event: { type: '0: askVotes' } }],
      ['xstate.emit', { event: { type: '0: askVotes, and again' } }],
    ]);
    const [next] = transition(machine, start, { type: 'table.closed' });
    expect(next).toMatchObject({ value: 'no-agreement', status: 'done', context: { count: 3 } });
  });

  it('is walked by `xstate/graph`', () => {
    const paths = getShortestPaths(machine, {
      events: [{ type: 'answers.in' }, { type: 'table.closed' }],
      serializeState: (state) => JSON.stringify(state.value),
    });
    expect(paths.map(({ state }) => state.value)).toEqual([{ session: 'polling' }, 'no-agreement']);
  });

  it('spawns its children in the context, by their key', () => {
    const parent = machineOf(
      { id: 'parent', initial: 'open', states: { open: { on: { close: { actions: 'tellChild' } } } } },
      {
        actors: { council: machine },
        updates: {
          tellChild: (context: { readonly told: number }, event: Signal, tell: (event: CouncilEvent) => void) => {
            if (event.type === 'close') tell({ type: 'table.closed' });
            return { told: context.told + 1 };
          },
        },
        guards: {},
        port:
          (enqueue, { system }) =>
          (event) =>
            enqueue.sendTo(system.get('council') as AnyActorRef, event),
        context: ({ spawn, input }: { spawn: (key: 'council', options: object) => unknown; input: number }) => {
          spawn('council', { id: 'council', systemId: 'council' });
          return { told: input };
        },
      },
    );
    const actor = createActor(parent, { input: 1 }).start();
    actor.send({ type: 'close' });
    expect(actor.getSnapshot().context).toEqual({ told: 2 });
    expect(actor.getSnapshot().children['council']?.getSnapshot()).toMatchObject({ value: 'no-agreement' });
    expect(actor.getPersistedSnapshot()).toMatchObject({ children: { council: { src: 'council' } } });
  });

  it('does not call a function that a context holds', () => {
    const held = vi.fn<() => number>();
    const keeping = machineOf(
      { id: 'chart', initial: 'a', states: { a: { entry: 'keep' } } },
      {
        updates: { keep: (context: { held: () => number }, _event: Signal, _port: undefined) => ({ ...context }) },
        guards: {},
        port: () => undefined,
        context: () => ({ held }),
      },
    );
    expect(initialTransition(keeping)[0].context).toEqual({ held });
    expect(held).not.toHaveBeenCalled();
  });
});

describe('a printed chart', () => {
  it('is a Mermaid diagram, where every arrow is in the innermost block that holds both its ends', () => {
    expect(mermaidOf(council).split('\n')).toEqual([
      'stateDiagram-v2',
      '  [*] --> session',
      '  state session {',
      '    [*] --> polling',
      '    polling',
      '    polled',
      '    polling --> polled : answers.in',
      '    polled --> polling',
      '    note right of polling : every party says yes or no',
      '  }',
      '  agreement',
      '  state "no-agreement" as no_agreement',
      '  session --> no_agreement : table.closed',
      '  polled --> agreement : [isAgreed]',
      '  polled --> no_agreement : [timeIsUp]',
      '  agreement --> [*]',
      '  no_agreement --> [*]',
    ]);
  });

  it('gives Mermaid one name a state, and none of its own words', () => {
    const chart = {
      id: 'chart',
      initial: 'end',
      on: { x: [{ guard: 'isAgreed', target: '.state.end' }, '.end'], y: { actions: 'note' } },
      states: {
        end: {},
        state: { initial: 'a-b', on: { z: 'state' }, states: { end: {}, 'a-b': {}, a_b: { on: { x: {} } } } },
      },
    } as const satisfies Chart;
    expect(mermaidOf(chart).split('\n')).toEqual([
      'stateDiagram-v2',
      '  [*] --> chart',
      '  state chart {',
      '    [*] --> end_',
      '    state "end" as end_',
      '    state "state" as state_ {',
      '      [*] --> state_a_b',
      '      state "end" as state_end',
      '      state "a-b" as state_a_b',
      '      state "a_b" as state_a_b_',
      '    }',
      '    state_ --> state_ : z',
      '  }',
      '  chart --> state_end : x [isAgreed]',
      '  chart --> end_ : x',
      '  chart --> chart : y',
    ]);
  });

  it('can be read aloud', () => {
    expect(outlineOf(council).split('\n')).toEqual([
      'council: begins with session',
      '  session: begins with polling; when the table is closed, tells the press → no-agreement',
      '    polling: every party says yes or no; asks votes; when the answers are in, settles votes, publishes → polled; when left, carries ballots away',
      '    polled: the chair looks at what it has, which is a text far too long for a diagram; at once, if it is agreed → agreement, if time is up → no-agreement, otherwise → polling',
      '  agreement: ends in agreement; the end',
      '  no-agreement: the end',
    ]);
  });

  it('goes to Stately Studio, and to XState, as it is', () => {
    expect(statelyOf(council)).toEqual(council);
    expect(createMachine(statelyOf(council)).root.initial.target.map(({ key }) => key)).toEqual(['session']);
  });

  it('follows the chart: a transition that goes elsewhere is printed elsewhere', () => {
    const { session } = council.states;
    const redirected = {
      ...council,
      states: { ...council.states, session: { ...session, on: { 'table.closed': '#agreement' } } },
    };
    expect(mermaidOf(redirected)).toContain('session --> agreement : table.closed');
    expect(outlineOf(redirected)).toContain('when the table is closed → agreement');
    expect(statelyOf(redirected)).toMatchObject({ states: { session: { on: { 'table.closed': '#agreement' } } } });
  });
});
