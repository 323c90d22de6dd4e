import { readChart, type Candidate, type Chart, type StateNode } from './chart.ts';

/** The pure step of a chart's action. The port is its only way out. Keep every key: live merges, bulk replaces. */
export type Update<C, E, P> = (context: C, event: E, port: P) => NoInfer<C>;
export type Guard<C, E> = (context: C, event: E) => boolean;

/** What the names of a chart stand for. */
export interface Parts<C, E, P, U extends string = string, G extends string = string> {
  readonly updates: Readonly<Record<U, Update<C, E, P>>>;
  readonly guards: Readonly<Record<G, Guard<C, E>>>;
}

/** Where a run of a chart stands: a value, so that it can be kept, and stepped again from there. */
export interface Position<C, E, P> {
  readonly context: C;
  readonly at: Leaf<C, E, P>;
}

/** A state that holds no others, with all that can be done there. */
export interface Leaf<C, E, P> {
  /** `session.polling`. */
  readonly path: string;
  readonly done: boolean;
  /** By event: the candidates of the leaf, then those of its parents. */
  readonly on: ReadonlyMap<string, Row<C, E, P>>;
  readonly always: Row<C, E, P> | undefined;
}

/** A chart as tables. Both functions are pure but for what updates do with the port, and throw what updates throw. */
export interface Compiled<C, E, P> {
  /** Enters the initial states. Updates see the event `xstate.init`, which `E` does not list: XState's own habit. */
  start(context: C, port: P): Position<C, E, P>;
  /** The next position; the same object when no update ran and no state changed, as always once it is done. */
  step(position: Position<C, E, P>, event: E, port: P): Position<C, E, P>;
}

/** Microsteps of one step. Our charts need three; so many mean that an `always` never ends. */
export const MAX_MICROSTEPS = 1000;

interface Row<C, E, P> {
  readonly guard: Guard<C, E> | undefined;
  /** Exits, the transition's own, entries, and at the end of the run the last exits. */
  readonly updates: readonly Update<C, E, P>[];
  readonly to: Leaf<C, E, P>;
  /** Enters a final state that is not the root's: XState then tells itself so. */
  readonly completed: E | undefined;
  /** Whether the step ends with it: it completes nothing on its way and there is no `always` where it leads. */
  readonly settles: boolean;
  /** The candidate to try when this one's guard does not hold. */
  readonly otherwise: Row<C, E, P> | undefined;
}

/** A leaf while it is being filled. */
interface Table<C, E, P> extends Leaf<C, E, P> {
  readonly on: Map<string, Row<C, E, P>>;
  always: Row<C, E, P> | undefined;
}

/**
 * Turns a chart into tables by leaf and event, so that a step is a look-up and a loop. Steps as XState 5.33 does.
 * @throws Error naming the state's path, for all that is outside the subset and for unknown names; while running,
 * for an `always` without end.
 */
export function compile<C, E extends { readonly type: string }, P, U extends string, G extends string>(
  chart: NoInfer<Chart<E['type'], U, G>>,
  parts: Parts<C, E, P, U, G>,
): Compiled<C, E, P> {
  const root = readChart(chart, parts);
  const updates: Readonly<Record<string, Update<C, E, P>>> = parts.updates;
  const guards: Readonly<Record<string, Guard<C, E>>> = parts.guards;
  // Rows lead to leaves, so all leaves are there before the first row is.
  const leaves = new Map(
    leavesOf(root).map((node): [StateNode, Table<C, E, P>] => {
      const done = node.final && node.parent === root;
      return [node, { path: node.path, done, on: new Map(), always: undefined }];
    }),
  );
  for (const [node, table] of leaves) fill(table, node);
  const nowhere: Leaf<C, E, P> = { path: '', done: false, on: new Map(), always: undefined };
  const entering = rowOf(undefined, { source: root, target: root, guard: undefined, actions: [] }, undefined);
  // An event of the machinery, not of the chart, so not in `E`.
  const init = { type: 'xstate.init' } as unknown as E;

  return {
    start: (context, port) => macrostep({ context, at: nowhere }, entering, init, port),
    step(position, event, port) {
      const { done, on, always } = position.at;
      if (done) return position;
      const row = enabled(on.get(event.type), position.context, event);
      if (row?.settles === true) return settled(position, row, event, port);
      // An unknown event, too, makes XState look at `always` again.
      return row === undefined && always === undefined ? position : macrostep(position, row, event, port);
    },
  };

  /** What `macrostep` comes to where one row is all there is to take: nearly every step of a party. */
  function settled(from: Position<C, E, P>, { updates: ran, to }: Row<C, E, P>, event: E, port: P): Position<C, E, P> {
    if (to === from.at && ran.length === 0) return from;
    let { context } = from;
    for (const update of ran) context = update(context, event, port);
    return { context, at: to };
  }

  /** Takes the row, then `always` until nothing moves, and again for each final state entered below the root. */
  function macrostep(from: Position<C, E, P>, first: Row<C, E, P> | undefined, given: E, port: P): Position<C, E, P> {
    let { context, at } = from;
    let row = first;
    let event = given;
    let looksAtAlways = true;
    let hasMoved = false;
    let completed: E[] | undefined;
    for (let microsteps = 0; ; microsteps++) {
      if (row !== undefined) {
        for (const update of row.updates) context = update(context, event, port);
        const moves = row.to !== at || row.updates.length > 0;
        at = row.to;
        // An `always` that does nothing is taken once, where it would else be taken for ever.
        looksAtAlways = moves || microsteps === 0;
        hasMoved ||= moves;
        if (row.completed !== undefined) (completed ??= []).push(row.completed);
      }
      const { path, done, always } = at;
      if (done) break;
      if (microsteps >= MAX_MICROSTEPS) throw new Error(`${chart.id}.${path}: \`always\` without end`);
      row = looksAtAlways ? enabled(always, context, event) : undefined;
      if (row !== undefined) continue;
      const next = completed?.shift();
      if (next === undefined) break;
      event = next;
      looksAtAlways = true;
    }
    return hasMoved ? { context, at } : from;
  }

  function fill(table: Table<C, E, P>, leaf: StateNode): void {
    // From the outside in and from the last to the first, since each row names the one to try after it.
    for (const node of upTo(leaf, undefined).reverse()) {
      table.always = rowsOf(leaf, node.always, table.always);
      for (const [event, candidates] of node.on) {
        const first = rowsOf(leaf, candidates, table.on.get(event));
        if (first !== undefined) table.on.set(event, first);
      }
    }
  }

  /** The first of the candidates; after the last of them come those of the parents. */
  function rowsOf(leaf: StateNode, candidates: readonly Candidate[], parents: Row<C, E, P> | undefined) {
    return candidates.reduceRight<Row<C, E, P> | undefined>((next, one) => rowOf(leaf, one, next), parents);
  }

  /** What taking the candidate from the leaf does; from nowhere, at the start, the root is entered too. */
  function rowOf(
    leaf: StateNode | undefined,
    { source, target, guard, actions }: Candidate,
    otherwise: Row<C, E, P> | undefined,
  ): Row<C, E, P> {
    const to = target === undefined ? leaf! : leafOf(target);
    const kept = leaf === undefined ? undefined : domainOf(source, target ?? source);
    const left = leaf === undefined || target === undefined ? [] : upTo(leaf, kept);
    const entered = target === undefined ? [] : upTo(to, kept).reverse();
    const ends = to.final && entered.includes(to);
    const atLast = ends && to.parent === root ? [to, root] : [];
    const names = [
      ...left.flatMap((node) => node.exit),
      ...actions,
      ...entered.flatMap((node) => node.entry),
      ...atLast.flatMap((node) => node.exit),
    ];
    const completed =
      ends && to.parent !== root ? ({ type: `xstate.done.state.${to.parent!.id}` } as unknown as E) : undefined;
    return {
      guard: guard === undefined ? undefined : guards[guard],
      updates: names.map((name) => updates[name]!),
      to: leaves.get(to)!,
      completed,
      settles: completed === undefined && upTo(to, undefined).every((node) => node.always.length === 0),
      otherwise,
    };
  }
}

function enabled<C, E, P>(first: Row<C, E, P> | undefined, context: C, event: E): Row<C, E, P> | undefined {
  let row = first;
  while (row?.guard !== undefined && !row.guard(context, event)) row = row.otherwise;
  return row;
}

/** The state that a transition does not leave: its source when the target is that or inside it, else what holds both. */
function domainOf(source: StateNode, target: StateNode): StateNode | undefined {
  const above = upTo(target, undefined);
  if (above.includes(source)) return source;
  return upTo(source, undefined).find((node) => node !== target && above.includes(node));
}

/** A state and those that hold it, from the inside out, below `end`. */
function upTo(node: StateNode, end: StateNode | undefined): StateNode[] {
  const path: StateNode[] = [];
  for (let at: StateNode | undefined = node; at !== undefined && at !== end; at = at.parent) path.push(at);
  return path;
}

function leafOf(node: StateNode): StateNode {
  return node.initial === undefined ? node : leafOf(node.initial);
}

function leavesOf(node: StateNode): StateNode[] {
  return node.children.size === 0 ? [node] : [...node.children.values()].flatMap(leavesOf);
}
