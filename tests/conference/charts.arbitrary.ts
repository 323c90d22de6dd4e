import fc from 'fast-check';
import type { Chart, ChartState, Names, Transition, Transitions } from '../../src/conference/chart.ts';
import type { Guard, Update } from '../../src/conference/compile.ts';

/** Counts the updates that ran, and keeps what ran on which event. */
export interface Trail {
  readonly count: number;
  readonly ran: readonly string[];
}

export interface Signal {
  readonly type: string;
}

export interface Notebook {
  fact(text: string): void;
}

/** A chart, what its names stand for, and a run of events. */
export interface Sample {
  readonly chart: Chart;
  readonly updates: Readonly<Record<string, Update<Trail, Signal, Notebook>>>;
  readonly guards: Readonly<Record<string, Guard<Trail, Signal>>>;
  readonly signals: readonly Signal[];
}

const EVENTS = ['x', 'y', 'answers.in'];
/** The last three are in no chart and must do nothing, whatever they are called. */
const SIGNALS = [...EVENTS, ...EVENTS, 'answers', 'x.y', 'toString'];
const LONGEST_RUN = 16;

const LASTING: Readonly<Record<string, Guard<Trail, Signal>>> = {
  odd: ({ count }) => count % 2 === 1,
  third: ({ count }) => count % 3 === 0,
  onX: (_, { type }) => type === 'x',
  never: () => false,
};

/** An `always` so guarded may go anywhere if it runs an update: it is over after so many of them. */
const PASSING: Readonly<Record<string, Guard<Trail, Signal>>> = {
  early: ({ count }) => count < 10,
  earlyAndOdd: ({ count }) => count < 40 && count % 2 === 1,
  earlyOnX: ({ count }, { type }) => count < 40 && type === 'x',
  earlyOnStrange: ({ count }, { type }) => count < 40 && !EVENTS.includes(type),
  earlyOnCompletion: ({ count }, { type }) => count < 40 && type.startsWith('xstate.done.state.'),
};
const GUARDS = { ...LASTING, ...PASSING };

/** A state while its chart is being made. */
interface Sketch {
  readonly path: readonly string[];
  readonly id: string | undefined;
  readonly final: boolean;
  readonly parent: Sketch | undefined;
  readonly children: Sketch[];
}

/** Read off a tape of numbers where 0 is the plainest choice, so that a fault shrinks to a small chart. */
export const samples: fc.Arbitrary<Sample> = fc
  .noBias(fc.array(fc.nat(255), { minLength: 150, maxLength: 600, size: 'max' }))
  .map(sampleOf);

function sampleOf(tape: readonly number[]): Sample {
  let position = 0;
  const pick = (choices: number): number => (tape[position++] ?? 0) % choices;
  const oneOf = <T>(list: readonly T[]): T => list[pick(list.length)]!;
  const updates: Record<string, Update<Trail, Signal, Notebook>> = {};
  /** All states in the document's order. */
  const all: Sketch[] = [];

  const signals = Array.from({ length: 4 + pick(LONGEST_RUN - 3) }, () => ({ type: oneOf(SIGNALS) }));
  const root = sketch([], undefined);
  const { initial = '', states = {}, ...rest } = stateOf(root);
  const { type: _, ...ofRoot } = rest;
  return { chart: { ...ofRoot, id: 'chart', initial, states }, updates, guards: GUARDS, signals };

  function sketch(path: readonly string[], parent: Sketch | undefined): Sketch {
    const size = parent === undefined ? 2 + pick(3) : path.length < 4 && pick(5) > 2 ? 1 + pick(3) : 0;
    const id = parent !== undefined && pick(3) === 1 ? `id${all.length}` : undefined;
    const made: Sketch = { path, id, parent, children: [], final: parent !== undefined && size === 0 && pick(5) === 4 };
    all.push(made);
    // The same few keys at every level, so that a target looked up in the wrong place finds another state.
    for (const key of ['a', 'b', 'c', 'd'].slice(0, size)) made.children.push(sketch([...path, key], made));
    return made;
  }

  function stateOf(node: Sketch): ChartState {
    const at = node.path.join('.');
    const { children, id, final } = node;
    const entry = names(`${at}|entry`, pick(2));
    const exit = names(`${at}|exit`, pick(2));
    const ends = { ...(id === undefined ? {} : { id }), ...(entry && { entry }), ...(exit && { exit }) };
    if (final) return { ...ends, type: 'final' };
    const on = Object.fromEntries(
      EVENTS.filter(() => pick(3) > 0).map((event) => [
        event,
        listOf((n) => transitionFrom(node, `${at}|on ${event}|${n}`)),
      ]),
    );
    const always = pick(3) === 2 ? { always: listOf((n) => alwaysFrom(node, `${at}|always|${n}`)) } : {};
    const inside =
      children.length === 0
        ? {}
        : {
            initial: oneOf(children).path.at(-1)!,
            states: Object.fromEntries(children.map((child) => [child.path.at(-1)!, stateOf(child)])),
          };
    return { ...ends, ...(pick(4) === 3 && Object.keys(on).length === 0 ? {} : { on }), ...always, ...inside };
  }

  function transitionFrom(node: Sketch, name: string): string | Transition {
    const target = pick(5) === 4 ? undefined : spelled(node, oneOf(all.slice(1)));
    const guard = pick(5) > 2 ? oneOf(Object.keys(GUARDS)) : undefined;
    const actions = names(name, pick(3));
    // With nothing in it, a transition only keeps the event from the states around.
    return target !== undefined && guard === undefined && actions === undefined && pick(2) === 1
      ? target
      : transition(target, guard, actions);
  }

  /** None of them can go on for ever: see each case. */
  function alwaysFrom(node: Sketch, name: string): string | Transition {
    const after = all.slice(1 + Math.max(...nodesIn(node).map((inside) => all.indexOf(inside))));
    const guard = pick(5) > 2 ? oneOf(Object.keys(GUARDS)) : undefined;
    const kind = pick(8);
    if (kind === 7) {
      // Runs nothing and comes back, so XState takes it once.
      const itself = node.children.length === 0 && node.parent !== undefined && pick(2) === 1;
      return transition(itself ? spelled(node, node) : undefined, guard, undefined);
    }
    if (kind > 3 && after.length > 0) {
      // Only forward, beyond all that is in its source.
      const target = spelled(node, oneOf(after));
      const actions = names(name, pick(3));
      return guard === undefined && actions === undefined && pick(2) === 1
        ? target
        : transition(target, guard, actions);
    }
    const target = pick(4) === 3 ? undefined : spelled(node, oneOf(all.slice(1)));
    return transition(target, oneOf(Object.keys(PASSING)), names(name, 1 + pick(2)));
  }

  function transition(target?: string, guard?: string, actions?: Names): Transition {
    return { ...(target && { target }), ...(guard && { guard }), ...(actions && { actions }) };
  }

  /** One of the ways to write the target. */
  function spelled(from: Sketch, to: Sketch): string {
    const ways = [`#chart.${to.path.join('.')}`];
    for (let above: Sketch | undefined = to; above !== undefined; above = above.parent) {
      const below = to.path.slice(above.path.length);
      if (above.id !== undefined) ways.push([`#${above.id}`, ...below].join('.'));
      if (above === from && to !== from) ways.push(`.${below.join('.')}`);
      if (above === from.parent && to !== above) ways.push(below.join('.'));
    }
    return oneOf(ways);
  }

  function listOf(make: (n: number) => string | Transition): Transitions {
    const list = Array.from({ length: [1, 2, 3, 1, 2, 0][pick(6)]! }, (_none, n) => make(n));
    return list.length === 1 && pick(2) === 0 ? list[0]! : list;
  }

  function names(name: string, size: number): Names | undefined {
    const list = Array.from({ length: size }, (_none, n) => `${name}|${n}`);
    for (const each of list) updates[each] = updateOf(each);
    return list.length === 1 && pick(2) === 0 ? list[0]! : list.length === 0 ? undefined : list;
  }
}

/** Reports a fact or two, and leaves its name. */
export function updateOf(name: string): Update<Trail, Signal, Notebook> {
  return ({ count, ran }, { type }, port) => {
    port.fact(`${count}: ${name}`);
    if (count % 3 === 0) port.fact(`${count}: ${name}, and again`);
    return { count: count + 1, ran: [...ran, `${name}, on ${type}`] };
  };
}

function nodesIn(node: Sketch): readonly Sketch[] {
  return [node, ...node.children.flatMap(nodesIn)];
}
