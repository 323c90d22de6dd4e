import { enqueueActions, setup } from 'xstate';
import type { ContextFactory, EventObject, MachineContext, UnknownActorLogic } from 'xstate';
import { readChart, type Chart } from './chart.ts';
import { MAX_MICROSTEPS, type Guard, type Parts, type Update } from './compile.ts';

/** Actors by registered key, which XState can persist and restore; inline logic it cannot. */
type Actors = Record<string, UnknownActorLogic>;
type Actor = { src: string; logic: UnknownActorLogic; id: string | undefined };
/** Actions and guards are plain names, without parameters. */
type Named = { type: string; params: undefined };

/** What XState hands to an action that enqueues others. */
type Surroundings<C extends MachineContext, E extends EventObject> = Parameters<
  Parameters<typeof enqueueActions<C, E, undefined, E, Actor, Named, Named>>[0]
>[0];

export type Enqueue<C extends MachineContext, E extends EventObject> = Surroundings<C, E>['enqueue'];

export type PortOf<C extends MachineContext, E extends EventObject, P> = (
  enqueue: Enqueue<C, E>,
  around: Pick<Surroundings<C, E>, 'self' | 'system'>,
) => P;

export interface LiveParts<
  C extends MachineContext,
  E extends EventObject,
  P,
  U extends string,
  G extends string,
  I,
> extends Parts<C, E, P, U, G> {
  /** The port of one update: what goes into it is enqueued, and leaves in that order when XState runs its actions. */
  readonly port: PortOf<C, E, P>;
  /** Makes the context when the actor starts; may spawn children, inline or by the key of one of `actors`. */
  readonly context: ContextFactory<NoInfer<C>, Actor, I, E>;
  readonly actors?: Actors;
}

/**
 * The chart as an XState machine, which steps as `compile` does and refuses what it refuses.
 * @throws Error naming the state's path, for all that is outside the subset and for unknown names. An actor of it is
 * left in `error` when an update or a guard throws, or when an `always` is without end.
 */
export function machineOf<
  C extends MachineContext,
  E extends EventObject,
  P,
  U extends string,
  G extends string,
  const Given extends Chart<E['type'], U, G>,
  I = undefined,
>(chart: Given, parts: LiveParts<C, E, P, U, G, I>) {
  readChart(chart, parts);
  // XState reads only the type of this.
  const types: { context?: C; events?: E; input?: I } = {};
  return setup({
    types,
    actors: parts.actors ?? {},
    guards: mapped(parts.guards, guardOf<C, E>),
    actions: mapped(parts.updates, (update: Update<C, E, P>) => actionOf(update, parts.port)),
  }).createMachine({ ...chart, context: parts.context, options: { maxIterations: MAX_MICROSTEPS } });
}

function guardOf<C, E>(guard: Guard<C, E>) {
  return ({ context, event }: { context: C; event: E }) => guard(context, event);
}

function actionOf<C extends MachineContext, E extends EventObject, P>(update: Update<C, E, P>, port: PortOf<C, E, P>) {
  return enqueueActions<C, E, undefined, E, Actor, Named, Named>(({ context, event, enqueue, self, system }) => {
    const next = update(context, event, port(enqueue, { self, system }));
    // A function, since `assign` would call functions that it found as values.
    enqueue.assign(() => next);
  });
}

function mapped<A, B>(table: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, change(value)]));
}
