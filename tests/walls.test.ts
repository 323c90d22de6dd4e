import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseAst } from 'vitest/node';

interface Wall {
  /** The folders of `src/` that this one may import, itself aside. */
  readonly folders: readonly string[];
  /** The packages it may import; `any` leaves out those that have another home. */
  readonly packages: readonly RegExp[] | 'any';
}

const MATHS = /^@stdlib\/math-base-special-/;
const NODE = /^node:(?!process$|os$|perf_hooks$)/;
const STUDY = ['model', 'scenario', 'chance', 'rules', 'conference', 'record', 'analysis'];
const VIEW: Wall = { folders: ['model', 'record', 'analysis', 'views/prose', 'views/html'], packages: 'any' };

/** The table of CONTRIBUTING.md; .oxlintrc.json says the same to the editor. */
const WALLS: Readonly<Record<string, Wall>> = {
  model: { folders: [], packages: [] },
  scenario: { folders: ['model'], packages: 'any' },
  chance: { folders: ['model'], packages: [/^seedrandom$/, /^node:crypto$/] },
  rules: { folders: ['model'], packages: [MATHS] },
  conference: { folders: ['model', 'rules', 'chance'], packages: [/^xstate(\/|$)/, NODE] },
  record: { folders: ['model'], packages: [/^immer$/, NODE] },
  analysis: { folders: ['model', 'rules', 'record'], packages: [MATHS] },
  study: { folders: STUDY, packages: 'any' },
  seats: { folders: ['model', 'rules', 'conference', 'record'], packages: [/^node:/] },
  'views/prose': { folders: ['model', 'record', 'analysis'], packages: 'any' },
  'views/html': { folders: [], packages: 'any' },
  'views/terminal': VIEW,
  'views/transcript': VIEW,
  'views/report': VIEW,
  'views/pack': VIEW,
  cli: {
    folders: [
      ...STUDY,
      'study',
      'seats',
      'views/prose',
      'views/html',
      'views/terminal',
      'views/transcript',
      'views/report',
      'views/pack',
    ],
    packages: 'any',
  },
};

/** Packages with one home, so that what they do can be changed in one place. */
const HOMES: ReadonlyArray<readonly [RegExp, string]> = [
  [/^seedrandom$/, 'chance'],
  [/^@?xstate(\/|$)/, 'conference'],
  [/^immer$/, 'record'],
  [/^(ink|ink-.*|@inkjs\/.*|react)(\/|$)/, 'views/terminal'],
  [/^commander$/, 'cli'],
];

/** Where the same seed must give the same bytes on every machine and every Node. */
const ENGINE = STUDY;

/** What every machine computes alike. The language leaves the last bits of the others open. */
const EXACT_MATH = /^(abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|E|PI|SQRT2|SQRT1_2)$/;
const SURROUNDINGS = /^(Date|Intl|Temporal|performance|globalThis|crypto)$/;
const MOODS = /^(env|hrtime|uptime|pid|ppid)$/;
const RANDOM = /^(random|getRandomValues|webcrypto|default)/;
const SHAPELESS = /^(utils?|helpers?|common)$/;
const DOOR = 'index.ts';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** What a source file at `path`, relative to `src/`, does that the architecture forbids, as `line: sentence`. */
function violations(path: string, source: string): string[] {
  const program = parseAst(source, { lang: path.endsWith('x') ? 'tsx' : 'ts' }, path) as unknown as Node;
  const found: string[] = [];
  const report = (node: Node, sentence: string) =>
    found.push(`${source.slice(0, node.start).split('\n').length}: ${sentence}`);
  const folder = folderOf(path);
  const wall = WALLS[folder];

  if (path.split('/').some((part) => SHAPELESS.test(part.split('.')[0]!))) report(program, 'a name that says nothing');
  if (wall === undefined && path !== DOOR) report(program, `${folder} is not in the table`);
  if (path !== DOOR && isBarrel(program)) report(program, 'only re-exports');

  walk(program, undefined, (node, parent) => {
    const specifier = specifierOf(node);
    if (specifier === 'computed') {
      if (ENGINE.includes(folder)) report(node, 'imports what cannot be read here');
    } else if (specifier !== undefined) {
      const fault = faultOfImport(path, specifier);
      if (fault !== undefined) report(node, fault);
    }
    if (ENGINE.includes(folder)) {
      const fault = faultOfEngine(node, parent);
      if (fault !== undefined) report(node, fault);
    }
  });
  return found;
}

function folderOf(path: string): string {
  const parts = path.split('/');
  return parts.slice(0, Math.min(parts[0] === 'views' ? 2 : 1, parts.length)).join('/');
}

/** The module a node imports, with `import type`, `import()`, `typeof import()`, `require` and re-exports. */
function specifierOf(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return literal(node['source']) ?? 'computed';
    case 'ExportNamedDeclaration':
      return literal(node['source']);
    case 'TSExternalModuleReference':
      return literal(node['expression']);
    case 'CallExpression':
      return nameOf(node['callee']) === 'require'
        ? (literal((node['arguments'] as Node[])[0]) ?? 'computed')
        : undefined;
    default:
      return undefined;
  }
}

function faultOfImport(path: string, specifier: string): string | undefined {
  const from = folderOf(path);
  const wall = WALLS[from];
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(path), specifier);
    if (target.startsWith('..')) return `${specifier} is outside src/`;
    if (path === DOOR) return undefined;
    const to = folderOf(target);
    return to === from || wall?.folders.includes(to) ? undefined : `${from} may not import ${to}`;
  }
  const home = HOMES.find(([name]) => name.test(specifier))?.[1];
  if (home !== undefined && home !== from) return `${specifier} is for ${home} alone`;
  if (wall === undefined) return `${from} may not import ${specifier}`;
  if (wall.packages === 'any') {
    return ENGINE.includes(from) && specifier.startsWith('node:') && !NODE.test(specifier)
      ? `${from} may not import ${specifier}`
      : undefined;
  }
  return wall.packages.some((name) => name.test(specifier)) ? undefined : `${from} may not import ${specifier}`;
}

function faultOfEngine(node: Node, parent: Node | undefined): string | undefined {
  switch (node.type) {
    case 'BinaryExpression':
    case 'AssignmentExpression':
      return String(node['operator']).startsWith('**') ? 'raises to a power by **' : undefined;
    case 'MemberExpression': {
      const object = nameOf(node['object']);
      const property = node['computed'] === true ? literal(node['property']) : nameOf(node['property']);
      if (object === 'Math' && !(property !== undefined && EXACT_MATH.test(property)))
        return `Math.${property ?? '[…]'}`;
      if (object === 'process' && (property === undefined || MOODS.test(property)))
        return `process.${property ?? '[…]'}`;
      if (property === 'localeCompare' || property?.startsWith('toLocale')) return `asks the locale by ${property}`;
      return undefined;
    }
    case 'Identifier': {
      const name = nameOf(node)!;
      if (isOnlyAName(node, parent)) return undefined;
      if (SURROUNDINGS.test(name)) return `asks the surroundings by ${name}`;
      const member = parent?.type === 'MemberExpression' && parent['object'] === node;
      return (name === 'Math' || name === 'process') && !member ? `hands ${name} on` : undefined;
    }
    case 'ImportSpecifier': {
      const from = literal(parent?.['source']);
      const name = nameOf(node['imported']) ?? '';
      return from === 'node:crypto' && RANDOM.test(name) ? `draws by ${name}` : undefined;
    }
    case 'ImportNamespaceSpecifier':
    case 'ImportDefaultSpecifier':
      return literal(parent?.['source']) === 'node:crypto' ? 'imports all of node:crypto' : undefined;
    default:
      return undefined;
  }
}

/** A key or a member's name, which refers to no variable. */
function isOnlyAName(node: Node, parent: Node | undefined): boolean {
  if (parent === undefined) return false;
  if (parent.type === 'MemberExpression') return parent['property'] === node && parent['computed'] !== true;
  if (parent.type === 'TSQualifiedName') return parent['right'] === node;
  return parent['key'] === node && parent['computed'] !== true && parent['shorthand'] !== true;
}

function isBarrel(program: Node): boolean {
  const body = program['body'] as Node[];
  const exports = body.filter((statement) => statement.type !== 'ImportDeclaration');
  return (
    exports.length > 0 &&
    exports.every(
      (statement) =>
        statement.type === 'ExportAllDeclaration' ||
        (statement.type === 'ExportNamedDeclaration' && statement['declaration'] === null),
    )
  );
}

function walk(node: Node, parent: Node | undefined, visit: (node: Node, parent: Node | undefined) => void): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, node, visit);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function nameOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Identifier' ? String(node['name']) : undefined;
}

function literal(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined;
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /\.tsx?$/.test(path))
    .sort();
}

describe('the walls of the house', () => {
  const files = sources('src');

  it('has read the sources', () => {
    expect(files.length).toBeGreaterThan(30);
  });

  it('stand in every source file', () => {
    const found = files.flatMap((path) =>
      violations(path, readFileSync(join(root, 'src', path), 'utf8')).map((fault) => `src/${path}:${fault}`),
    );
    expect(found).toEqual([]);
  });

  it('leave no file beside them a name that says nothing', () => {
    const shapeless = ['tests', 'bench', 'scripts']
      .flatMap(sources)
      .filter((path) => SHAPELESS.test(basename(path).split('.')[0]!));
    expect(shapeless).toEqual([]);
  });
});

describe('a breach is seen', () => {
  it.each([
    ['model/a.ts', `import type { World } from '../rules/world.ts';`, 'model may not import rules'],
    ['model/a.ts', `import { z } from 'zod';`, 'model may not import zod'],
    ['scenario/a.ts', `export const load = () => import('../rules/world.ts');`, 'scenario may not import rules'],
    ['scenario/a.ts', `import { cpus } from 'node:os';`, 'scenario may not import node:os'],
    ['rules/a.ts', `import { chanceOf } from '../chance/chance.ts';`, 'rules may not import chance'],
    ['rules/a.ts', `import { readFileSync } from 'node:fs';`, 'rules may not import node:fs'],
    ['rules/a.ts', `type T = import('xstate').AnyActor;`, 'xstate is for conference alone'],
    ['rules/a.ts', `const name = 'x'; await import(name);`, 'imports what cannot be read here'],
    ['rules/deep/a.ts', `export * from '../../record/evolve.ts'; const x = 1;`, 'rules may not import record'],
    ['conference/a.ts', `import alea from 'seedrandom';`, 'seedrandom is for chance alone'],
    ['conference/a.ts', `import { env } from 'node:process';`, 'conference may not import node:process'],
    ['record/a.ts', `import x = require('../conference/desk.ts');`, 'record may not import conference'],
    ['analysis/a.ts', `import { produce } from 'immer';`, 'immer is for record alone'],
    ['study/a.ts', `import { Box } from 'ink';`, 'ink is for views/terminal alone'],
    ['views/report/a.ts', `import { line } from '../terminal/line.ts';`, 'views/report may not import views/terminal'],
    ['views/prose/a.ts', `import { line } from '../report/line.ts';`, 'views/prose may not import views/report'],
    ['views/html/a.ts', `import { namesOf } from '../prose/names.ts';`, 'views/html may not import views/prose'],
    [
      'views/transcript/a.ts',
      `import { utility } from '../../rules/utility.ts';`,
      'views/transcript may not import rules',
    ],
    ['cli/a.ts', `import { createActor } from 'xstate';`, 'xstate is for conference alone'],
    ['cli/a.ts', `import { run } from '../index.ts';`, 'cli may not import index.ts'],
    ['cli/a.ts', `import pack from '../../package.json' with { type: 'json' };`, '../../package.json is outside src/'],
    ['attic/a.ts', `export const a = 1;`, 'attic is not in the table'],
    ['rules/helpers.ts', `export const a = 1;`, 'a name that says nothing'],
    ['rules/utils/median.ts', `export const a = 1;`, 'a name that says nothing'],
    ['rules/a.ts', `export { median } from './median.ts';`, 'only re-exports'],
    ['rules/a.ts', `import { median } from './median.ts'; export { median };`, 'only re-exports'],
    ['rules/a.ts', `export const a = Math.random();`, 'Math.random'],
    ['rules/a.ts', `export const a = Math['pow'](2, 0.5);`, 'Math.pow'],
    ['rules/a.ts', `const { exp } = Math;`, 'hands Math on'],
    ['rules/a.ts', `export const a = 2 ** 0.5;`, 'raises to a power by **'],
    ['rules/a.ts', `let a = 2; a **= 0.5;`, 'raises to a power by **'],
    ['record/a.ts', `export const at = new Date();`, 'asks the surroundings by Date'],
    ['record/a.ts', `import { hash, randomUUID } from 'node:crypto';`, 'draws by randomUUID'],
    ['record/a.ts', `import * as crypto from 'node:crypto';`, 'imports all of node:crypto'],
    ['conference/a.ts', `export const at = globalThis.performance.now();`, 'asks the surroundings by globalThis'],
    [
      'analysis/a.ts',
      `export const by = (a: string, b: string) => a.localeCompare(b);`,
      'asks the locale by localeCompare',
    ],
    ['analysis/a.ts', `export const say = (n: number) => n.toLocaleString();`, 'asks the locale by toLocaleString'],
    ['scenario/a.ts', `export const say = new Intl.NumberFormat();`, 'asks the surroundings by Intl'],
    ['scenario/a.ts', `export const home = process.env['HOME'];`, 'process.env'],
  ])('%s: %s', (path, source, sentence) => {
    expect(violations(path, source)).toContain(`1: ${sentence}`);
  });

  it('at its line', () => {
    expect(violations('rules/a.ts', '// Math.random() is forbidden\n\nexport const a = 2 ** 3;\n')).toEqual([
      '3: raises to a power by **',
    ]);
  });
});

describe('what is allowed passes', () => {
  it.each([
    ['rules/a.ts', `import exp from '@stdlib/math-base-special-exp'; export const a = exp(Math.sqrt(2)); // 2 ** 3`],
    ['rules/a.ts', `import type { Chance } from '../model/chance.ts'; export const a = (c: Chance) => c.at('x', 1);`],
    ['rules/a.ts', `export const a = { Date: 1, Math: 2 }.Date; export const b = 'Math.random() ** Date';`],
    [
      'chance/a.ts',
      `import { hash } from 'node:crypto'; import alea from 'seedrandom'; export const a = [hash, alea];`,
    ],
    [
      'conference/deep/a.ts',
      `import { setup } from 'xstate'; import { b } from '../b.ts'; export const a = [setup, b];`,
    ],
    [
      'record/a.ts',
      `import { produce } from 'immer'; import type { Fact } from '../model/fact.ts'; export const a = produce;`,
    ],
    ['study/a.ts', `import { run } from '../conference/bulk.ts'; export const took = Date.now(); export { run };`],
    [
      'views/terminal/a.tsx',
      `import { Text } from 'ink'; import { say } from '../prose/say.ts'; export const A = () => <Text>don't {say}</Text>;`,
    ],
    ['cli/a.ts', `export const watch = () => import('../views/terminal/watch.tsx');`],
    ['cli/parley.ts', `await import('./main.js');`],
    ['index.ts', `export { run } from './conference/bulk.ts';`],
  ])('%s: %s', (path, source) => {
    expect(violations(path, source)).toEqual([]);
  });
});
