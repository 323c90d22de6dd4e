import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { and, assign, createActor, initialTransition, not, raise, transition, type StateValue } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import type { Chart } from '../../src/conference/chart.ts';
import { compile, type Guard } from '../../src/conference/compile.ts';
import { machineOf } from '../../src/conference/machine.ts';
import { mermaidOf, outlineOf, statelyOf } from '../../src/conference/print.ts';
import { samples, type Notebook, type Sample, type Signal, type Trail } from './charts.arbitrary.ts';

const CHARTS = 6000;
const START: Trail = { count: 0, ran: [] };

/** All that can be seen of a run at rest. */
interface Moment {
  readonly state: string;
  readonly done: boolean;
  readonly ran: readonly string[];
  readonly facts: readonly string[];
  /** Guards, in the order asked. */
  readonly asked: readonly string[];
}

function compiledRun({ chart, updates, guards, signals }: Sample): readonly Moment[] {
  const facts: string[] = [];
  const asked: string[] = [];
  const port: Notebook = { fact: (text) => facts.push(text) };
  const compiled = compile(chart, { updates, guards: listening(guards, asked) });
  let position = compiled.start(START, port);
  const moment = () => momentOf(position.state, position.done, position.context, facts, asked);
  const moments = [moment()];
  for (const signal of signals) {
    position = compiled.step(position, signal, port);
    moments.push(moment());
  }
  return moments;
}

function xstateRun({ chart, updates, guards, signals }: Sample): readonly Moment[] {
  const facts: string[] = [];
  const asked: string[] = [];
  const machine = machineOf(chart, {
    updates,
    guards: listening(guards, asked),
    port: (enqueue): Notebook => ({ fact: (text) => enqueue.emit({ type: text }) }),
    context: () => START,
  });
  const actor = createActor(machine);
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

function listening(guards: Sample['guards'], asked: string[]): Sample['guards'] {
  const entries = Object.entries(guards).map(([name, guard]): [string, Guard<Trail, Signal>] => [
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

describe('a compiled chart', () => {
  it('is at every rest where XState is, by the same updates, facts and guards', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(samples, (sample) => {
        const compiled = compiledRun(sample);
        expect(compiled).toEqual(xstateRun(sample));
        for (const what of happenings(sample, compiled)) seen.set(what, (seen.get(what) ?? 0) + 1);
      }),
      { numRuns: CHARTS },
    );
    console.log(Object.fromEntries([...seen].map(([k, v]) => [k, v / CHARTS])));
  }, 60_000);
});

/** What happened in a run at least once, as far as its moments show. */
function happenings({ signals }: Sample, moments: readonly Moment[]): ReadonlySet<string> {
  const seen = new Set<string>();
  moments.forEach(({ state, done, ran, asked }, i) => {
    const before = moments[i - 1];
    const news = ran.slice(before?.ran.length ?? 0);
    if (before !== undefined && state !== before.state) seen.add('moved');
    if (done) seen.add('ended');
    if (before?.done && i > 0) seen.add('heard an event after the end');
    if (news.some((name) => name.includes('|always|'))) seen.add('ran an always');
    if (news.some((name) => name.includes('on xstate.done.state.'))) seen.add('went on by a completion');
    if (asked.length > 1) seen.add('asked several guards');
    if (before !== undefined && !before.done && !['x', 'y', 'answers.in'].includes(signals[i - 1]!.type) && news.length > 0) seen.add('always by an unknown event');
    const own = news.find((name) => name.includes('|on '));
    if (own !== undefined && before !== undefined) {
      const source = own.slice(0, own.indexOf('|'));
      seen.add('ran an update of a transition');
      if (source !== before.state) seen.add('bubbled');
      const left = news.filter((name) => name.includes('|exit|')).length;
      if (left === 0 && state === before.state) seen.add('stayed inside');
      if (left > 1) seen.add('left several states');
    }
  });
  return seen;
}
void [and, assign, initialTransition, not, raise, transition, getShortestPaths, mermaidOf, outlineOf, statelyOf];
export type { Chart };
