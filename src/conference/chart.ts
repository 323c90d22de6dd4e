/**
 * The part of a statechart that we use: names, nothing else. What a chart claims is typed here; `readChart` checks it
 * and gives the tree that is run and printed. All that is outside this part is refused, not ignored, since the two
 * drivers would else differ in silence.
 */
export type Names<Name extends string = string> = Name | readonly Name[];

export interface Transition<Action extends string = string, Guard extends string = string> {
  /** A sibling (`draft`), what is inside (`.draft`), an `#id`, each with a dotted path after it. None: nothing is left. */
  readonly target?: string;
  readonly guard?: Guard;
  readonly actions?: Names<Action>;
}

/** The first candidate whose guard holds is taken. */
export type Transitions<Action extends string = string, Guard extends string = string> =
  string | Transition<Action, Guard> | ReadonlyArray<string | Transition<Action, Guard>>;

export interface ChartState<
  Event extends string = string,
  Action extends string = string,
  Guard extends string = string,
> {
  readonly id?: string;
  readonly description?: string;
  readonly type?: 'final';
  readonly initial?: string;
  readonly states?: { readonly [key: string]: ChartState<Event, Action, Guard> };
  readonly entry?: Names<Action>;
  readonly exit?: Names<Action>;
  readonly on?: { readonly [E in Event]?: Transitions<Action, Guard> };
  readonly always?: Transitions<Action, Guard>;
}

export interface Chart<
  Event extends string = string,
  Action extends string = string,
  Guard extends string = string,
> extends Omit<ChartState<Event, Action, Guard>, 'type'> {
  readonly id: string;
  readonly initial: string;
  readonly states: { readonly [key: string]: ChartState<Event, Action, Guard> };
}

/** A state of a chart that has been checked. */
export interface StateNode {
  readonly key: string;
  /** Keys from below the root: `session.polling`; empty for the root. */
  readonly path: string;
  /** As XState has it: the given one, or the chart's id and the path. */
  readonly id: string;
  readonly parent: StateNode | undefined;
  readonly children: ReadonlyMap<string, StateNode>;
  readonly initial: StateNode | undefined;
  readonly final: boolean;
  readonly description: string | undefined;
  readonly entry: readonly string[];
  readonly exit: readonly string[];
  readonly on: ReadonlyMap<string, readonly Candidate[]>;
  readonly always: readonly Candidate[];
}

export interface Candidate {
  readonly source: StateNode;
  readonly target: StateNode | undefined;
  readonly guard: string | undefined;
  readonly actions: readonly string[];
}

/** The names that a chart may use, when they are known. */
export interface KnownNames {
  readonly updates: Readonly<Record<string, unknown>>;
  readonly guards: Readonly<Record<string, unknown>>;
}

interface Draft extends StateNode {
  readonly config: Readonly<Record<string, unknown>>;
  readonly parent: Draft | undefined;
  readonly children: Map<string, Draft>;
  readonly on: Map<string, readonly Candidate[]>;
  initial: Draft | undefined;
  always: readonly Candidate[];
}

const STATE_KEYS = ['id', 'description', 'type', 'initial', 'states', 'entry', 'exit', 'on', 'always'];
const FINAL_KEYS = ['id', 'description', 'type', 'entry', 'exit'];
const TRANSITION_KEYS = ['target', 'guard', 'actions'];

const WHY: Readonly<Record<string, string>> = {
  after: 'time passes by events, not by `after`',
  invoke: 'actors are spawned with the context, not by `invoke`',
  onDone: '`onDone` is not part of a chart; use a guarded `always`',
  history: 'history is not part of a chart',
  reenter: '`reenter` is not part of a chart; target the state from outside',
  context: 'the context is given beside the chart',
};

/**
 * Checks a chart and resolves its targets.
 * @throws Error naming the state's path, for all that is outside the subset, and for names that are not `known`.
 */
export function readChart(chart: Chart, known?: KnownNames): StateNode {
  const ids = new Map<string, Draft>();
  if (typeof chart.id !== 'string' || !isKey(chart.id)) throw new Error('A chart needs an `id`: a plain name');
  const root = readState(chart, chart.id, '', undefined);
  resolve(root);
  return root;

  function readState(config: unknown, key: string, path: string, parent: Draft | undefined): Draft {
    const at = placeOf(path);
    if (!isRecord(config)) refuse(at, 'is not a state');
    const { type, initial, states, description, id = at } = config;
    if (type !== undefined && type !== 'final') refuse(at, `type ${JSON.stringify(type)} is not part of a chart`);
    refuseKeys(at, config, STATE_KEYS);
    const final = type === 'final';
    if (final && parent === undefined) refuse(at, 'the root cannot be final');
    if (final) refuseKeys(at, config, FINAL_KEYS, 'a final state has no ');
    if (!isKey(key)) refuse(at, 'a key is a plain name');
    if (description !== undefined && typeof description !== 'string') refuse(at, 'a description is a text');
    if (config['id'] !== undefined && (typeof id !== 'string' || !isKey(id))) refuse(at, 'an id is a plain name');
    if (ids.has(String(id))) refuse(at, `the id \`${String(id)}\` is taken by \`${ids.get(String(id))!.path}\``);

    const draft: Draft = {
      config,
      key,
      path,
      id: String(id),
      parent,
      children: new Map(),
      initial: undefined,
      final,
      description,
      entry: names(at, 'entry', config['entry'], known?.updates),
      exit: names(at, 'exit', config['exit'], known?.updates),
      on: new Map(),
      always: [],
    };
    ids.set(draft.id, draft);
    if (states === undefined) {
      if (parent === undefined) refuse(at, 'a chart needs states');
      if (initial !== undefined) refuse(at, '`initial` without states');
      return draft;
    }
    if (!isRecord(states) || Object.keys(states).length === 0) refuse(at, '`states` is empty');
    for (const [name, child] of Object.entries(states)) {
      draft.children.set(name, readState(child, name, path === '' ? name : `${path}.${name}`, draft));
    }
    if (initial === undefined) refuse(at, '`initial` is missing');
    if (typeof initial !== 'string') refuse(at, '`initial` is the plain key of a child');
    draft.initial = draft.children.get(initial) ?? refuse(at, `\`initial\` names no child: \`${initial}\``);
    return draft;
  }

  function placeOf(path: string): string {
    return path === '' ? chart.id : `${chart.id}.${path}`;
  }

  /** Targets may point ahead, so they are resolved when all the states are known. */
  function resolve(node: Draft): void {
    const at = placeOf(node.path);
    const { on, always } = node.config;
    if (on !== undefined && !isRecord(on)) refuse(at, '`on` is not a table of events');
    for (const [event, given] of Object.entries(on ?? {})) {
      if (event === '' || event.includes('*')) refuse(at, `events are named exactly, not by \`${event}\``);
      if (event.startsWith('xstate.')) refuse(at, `\`${event}\` is an event of XState's own`);
      node.on.set(event, candidates(node, at, given));
    }
    if (always !== undefined) node.always = candidates(node, at, always);
    node.children.forEach(resolve);
  }

  function candidates(source: Draft, at: string, given: unknown): readonly Candidate[] {
    return (Array.isArray(given) ? given : [given]).map((one: unknown) => {
      const config = typeof one === 'string' ? { target: one } : one;
      if (!isRecord(config)) refuse(at, 'a transition is a target or an object');
      refuseKeys(at, config, TRANSITION_KEYS);
      const { target, guard, actions } = config;
      if (guard !== undefined && typeof guard !== 'string') refuse(at, notAName('guard', guard));
      if (guard !== undefined && known && !Object.hasOwn(known.guards, guard)) refuse(at, `no guard \`${guard}\``);
      return {
        source,
        target: target === undefined ? undefined : targetOf(source, at, target),
        guard,
        actions: names(at, 'actions', actions, known?.updates),
      };
    });
  }

  function targetOf(source: Draft, at: string, target: unknown): StateNode {
    if (typeof target !== 'string') refuse(at, 'a target is one text');
    const [first = '', ...rest] = target.split('.');
    const isId = first.startsWith('#');
    const isInside = target.startsWith('.');
    const from = isId ? ids.get(first.slice(1)) : isInside ? source : source.parent;
    let node: Draft | undefined = from;
    for (const key of isId || isInside ? rest : [first, ...rest]) node = node?.children.get(key);
    if (node === undefined) refuse(at, `no state \`${target}\` to go to`);
    if (node.parent === undefined) refuse(at, `\`${target}\` is the root, to which nothing goes back`);
    return node;
  }
}

function names(
  at: string,
  key: string,
  given: unknown,
  updates?: Readonly<Record<string, unknown>>,
): readonly string[] {
  const list: readonly unknown[] = given === undefined ? [] : Array.isArray(given) ? given : [given];
  return list.map((name) => {
    if (typeof name !== 'string') refuse(at, notAName(key, name));
    if (updates && !Object.hasOwn(updates, name)) refuse(at, `no update \`${name}\``);
    return name;
  });
}

function notAName(key: string, given: unknown): string {
  if (typeof given === 'function') {
    // Those of XState's own (raise, assign, and, not) are functions too.
    const builtIn = 'type' in given ? String(given.type).replace('xstate.', '') : given.name;
    return 'resolve' in given || 'check' in given
      ? `\`${key}\` are plain names, not \`${builtIn}(…)\``
      : `\`${key}\` are plain names, not inline functions`;
  }
  const withParams = isRecord(given) && 'params' in given ? ' with `params`' : '';
  return `\`${key}\` are plain names, not ${Array.isArray(given) ? 'lists' : typeof given}s${withParams}`;
}

function refuseKeys(at: string, config: object, allowed: readonly string[], prefix = ''): void {
  const key = Object.keys(config).find((name) => !allowed.includes(name));
  if (key !== undefined)
    refuse(at, prefix === '' ? (WHY[key] ?? `\`${key}\` is not part of a chart`) : `${prefix}\`${key}\``);
}

function refuse(at: string, why: string): never {
  throw new Error(`${at}: ${why}`);
}

/** In a target, dots part the keys, `#` begins an id and a backslash escapes: a name has none of them. */
function isKey(text: string): boolean {
  return /^[^.#\\]+$/.test(text);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
