import { readChart, type Candidate, type Chart, type StateNode } from './chart.ts';

/** Longer texts would push the states of a diagram apart. */
const LONGEST_NOTE = 60;

/**
 * The chart as a Mermaid diagram: text for any Markdown page. What an update does is in the outline, not here.
 * @throws Error as `readChart` does.
 */
export function mermaidOf(chart: Chart): string {
  const root = readChart(chart);
  const nodes = nodesBelow(root);
  const ids = mermaidIds([root, ...nodes]);
  const arrows = [root, ...nodes].flatMap((node) => [
    ...node.always.map((candidate) => ({ event: '', candidate })),
    ...[...node.on].flatMap(([event, candidates]) => candidates.map((candidate) => ({ event, candidate }))),
  ]);
  // Mermaid draws no edge of the diagram itself, so a root that takes events is drawn as a state.
  const showsRoot = root.on.size > 0 || root.always.length > 0;
  const body = showsRoot ? [`[*] --> ${ids.get(root)!}`, ...stateLines(root), ...arrowsIn(undefined)] : inside(root);
  return ['stateDiagram-v2', ...indented(body)].join('\n');

  function stateLines(node: StateNode): readonly string[] {
    const id = ids.get(node)!;
    const name = id === node.key ? id : `state "${node.key.replaceAll('"', "'")}" as ${id}`;
    if (node.children.size === 0) return [name];
    return [`${name.startsWith('state ') ? name : `state ${name}`} {`, ...indented(inside(node)), '}'];
  }

  function inside(node: StateNode): readonly string[] {
    const children = [...node.children.values()];
    return [
      `[*] --> ${ids.get(node.initial!)!}`,
      ...children.flatMap(stateLines),
      ...arrowsIn(node),
      ...children.filter((child) => child.final).map((child) => `${ids.get(child)!} --> [*]`),
      ...children.filter(hasNote).map((child) => `note right of ${ids.get(child)!} : ${child.description!}`),
    ];
  }

  /** A state belongs to the last block that names it, so an arrow goes into the innermost that holds both its ends. */
  function arrowsIn(block: StateNode | undefined): readonly string[] {
    return arrows.flatMap(({ event, candidate: { source, target, guard, actions } }) => {
      // With neither, it only keeps the event from the states around it.
      if (target === undefined && actions.length === 0) return [];
      const to = target ?? source;
      const held = pathTo(to.parent);
      if (pathTo(source.parent).find((node) => held.includes(node)) !== block) return [];
      const label = [event, guard === undefined ? '' : `[${guard}]`].filter((part) => part !== '').join(' ');
      return [`${ids.get(source)!} --> ${ids.get(to)!}${label === '' ? '' : ` : ${label}`}`];
    });
  }
}

/**
 * The chart as the JSON that Stately Studio and `createMachine` take: itself.
 * @throws Error as `readChart` does, since JSON would lose in silence what is not a name.
 */
export function statelyOf(chart: Chart): object {
  readChart(chart);
  return JSON.parse(JSON.stringify(chart)) as object;
}

/**
 * The chart as sentences, to be read aloud: a line for each state.
 * @throws Error as `readChart` does.
 */
export function outlineOf(chart: Chart): string {
  const root = readChart(chart);
  const keys = nodesBelow(root).map((node) => node.key);
  return [line(root), ...indented([...root.children.values()].flatMap(lines))].join('\n');

  function lines(node: StateNode): readonly string[] {
    return [line(node), ...indented([...node.children.values()].flatMap(lines))];
  }

  function line(node: StateNode): string {
    const parts = [
      node.description ?? '',
      doings(node.entry),
      node.initial === undefined ? '' : `begins with ${node.initial.key}`,
      ...[...node.on].map(([event, candidates]) => choice(whenIt(event), node, candidates)),
      node.always.length === 0 ? '' : choice('at once', node, node.always),
      node.exit.length === 0 ? '' : `when left, ${doings(node.exit)}`,
      node.final ? 'the end' : '',
    ].filter((part) => part !== '');
    return parts.length === 0 ? node.key : `${node.key}: ${parts.join('; ')}`;
  }

  function choice(occasion: string, node: StateNode, candidates: readonly Candidate[]): string {
    const choices = candidates
      .map(({ target, guard, actions }, i) => {
        const condition = guard === undefined ? (i === 0 ? '' : 'otherwise') : ifIt(guard);
        const going = target === undefined ? 'stays' : `→ ${nameOf(target, node)}`;
        const acts = [doings(actions), going].filter((part) => part !== '').join(target === undefined ? ' and ' : ' ');
        return [condition, acts].filter((part) => part !== '').join(' ');
      })
      .join(', ');
    return choices.startsWith('→') ? `${occasion} ${choices}` : `${occasion}, ${choices}`;
  }

  function nameOf(target: StateNode, from: StateNode): string {
    const isPlain = target.parent === from.parent || keys.filter((key) => key === target.key).length === 1;
    return isPlain || target.parent === root ? target.key : `${target.key} of ${target.parent!.key}`;
  }
}

/** `settleVotes` as `settles votes`: the chart's actions are imperatives. */
function doings(actions: readonly string[]): string {
  return actions
    .map((action) => {
      const [verb = '', ...rest] = words(action).split(' ');
      return [thirdPerson(verb), ...rest].join(' ');
    })
    .join(', ');
}

function thirdPerson(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

/** `answers.in` as a state of affairs, `table.vote` as a call. */
function whenIt(event: string): string {
  const [subject = '', ...rest] = event.split('.').map(words);
  const last = rest.join(' ');
  if (rest.length === 0) return `on “${subject}”`;
  if (!/^(in|out|up|over|done|open|closed)$/.test(last)) return `when the ${subject} says “${last}”`;
  return `when the ${subject} ${subject.endsWith('s') ? 'are' : 'is'} ${last}`;
}

/** `isAgreed` lacks its subject, `timeIsUp` has it. */
function ifIt(guard: string): string {
  const text = words(guard);
  const lacksSubject =
    /^(is|has|was|may|can|must|will)\b/.test(text) || /^\w+s\b(?!.*\b(is|are|has|have)\b)/.test(text);
  return lacksSubject ? `if it ${text}` : `if ${text}`;
}

function words(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .toLowerCase();
}

/** The key where it is the only one of its kind, else the path; Mermaid's ids have one space and few characters. */
function mermaidIds(nodes: readonly StateNode[]): ReadonlyMap<StateNode, string> {
  const plain = (text: string) => text.replace(/[^A-Za-z0-9]+/g, '_');
  const taken = new Set<string>();
  const ids = new Map<StateNode, string>();
  for (const node of nodes) {
    const isAlone = nodes.filter((other) => plain(other.key) === plain(node.key)).length === 1;
    let id = plain(isAlone ? node.key : node.path || node.key);
    while (taken.has(id) || RESERVED.test(id)) id += '_';
    taken.add(id);
    ids.set(node, id);
  }
  return ids;
}

/** Words of Mermaid's own. */
const RESERVED = /^(state|note|end|as|direction|default|class|classDef|style|click|href|hide|scale)$/i;

function hasNote({ description }: StateNode): boolean {
  return description !== undefined && description.length <= LONGEST_NOTE && !/[\n;#:{}]/.test(description);
}

function nodesBelow(node: StateNode): readonly StateNode[] {
  return [...node.children.values()].flatMap((child) => [child, ...nodesBelow(child)]);
}

/** From the inside out. */
function pathTo(node: StateNode | undefined): readonly StateNode[] {
  return node === undefined ? [] : [node, ...pathTo(node.parent)];
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((text) => `  ${text}`);
}
