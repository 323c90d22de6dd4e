import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { documentOf } from '../../src/scenario/canonical.ts';
import { load, scenarioFrom } from '../../src/scenario/load.ts';
import { bundled } from '../../src/scenario/bundled.ts';
import { MILL, sound, written } from './written.ts';

/** Maps whose order means something: the agenda, and the options of an issue. */
const ORDERED = /^(\/issues|\/issues\/[^/]+\/options)$/;

/** The same tree with the keys of every other map in an order drawn by `draw`. */
function shuffled(tree: unknown, draw: (count: number) => number, path = ''): unknown {
  if (Array.isArray(tree)) return tree.map((item, index) => shuffled(item, draw, `${path}/${index}`));
  if (typeof tree !== 'object' || tree === null) return tree;
  const left = Object.entries(tree);
  const entries: [string, unknown][] = [];
  while (left.length > 0) entries.push(...left.splice(ORDERED.test(path) ? 0 : draw(left.length), 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, shuffled(value, draw, `${path}/${key}`)]));
}

const bytes = (text: string) => JSON.stringify(sound(written(text)).document);

describe('the order of a file does not matter', () => {
  test.each([
    ['the mill', MILL],
    ['a scenario with every kind of field', JSON.stringify(sound('moscow-2018').document)],
  ])('%s: however its parties, relations and keys are ordered, the canonical document is the same bytes', (_, text) => {
    const tree: unknown = parse(text);
    const expected = bytes(text);
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (draws) => {
        const draw = (count: number) => draws.next().value % count;
        expect(bytes(JSON.stringify(shuffled(tree, draw)))).toBe(expected);
      }),
      { numRuns: 25 },
    );
  });

  test('the order of the issues is the agenda, and nothing else', () => {
    const turned = MILL.replace(/( {2}water:\n[^]*?)( {2}upkeep:\n[^]*?)\nparties:/, '$2$1\nparties:');
    const [before, after] = [sound(written(MILL)).scenario, sound(written(turned)).scenario];
    expect([before.agenda, after.agenda]).toEqual([
      ['water', 'upkeep'],
      ['upkeep', 'water'],
    ]);
    expect({ ...after, agenda: [] }).toEqual({ ...before, agenda: [] });
    expect(before.issues.map((issue) => issue.id)).toEqual(['upkeep', 'water']);
  });
});

describe('a canonical document stands alone', () => {
  test.each(bundled().map(({ id }) => id))('%s: it says the same scenario, and is its own canonical document', (id) => {
    const { scenario, document } = sound(id);
    const embedded: unknown = JSON.parse(JSON.stringify(document));
    const again = scenarioFrom(embedded);
    expect(again).toEqual({ ok: true, value: scenario });
    expect(JSON.stringify(documentOf(scenario))).toBe(JSON.stringify(document));
    expect(scenario.id).toBe(id);
  });

  test('it can be loaded from a file of its own', () => {
    const { document } = sound('moscow-2018');
    expect(sound(written(JSON.stringify(document), 'copy.json')).document).toEqual(document);
  });

  test('a document that is no scenario is refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(scenarioFrom(value).ok).toBe(false);
      }),
    );
  });

  test('a scenario with one thing in it replaced never makes the check throw', () => {
    const { document } = sound(written(MILL));
    const text = JSON.stringify(document);
    const leaves = [...text.matchAll(/:("[^"]*"|[\d.]+|true|false|\{|\[)/g)].map((match) => match.index + 1);
    fc.assert(
      fc.property(
        fc.constantFrom(...leaves),
        fc.constantFrom('null', '-1', '1e9', '"x"', '[]', '{}'),
        (at, replacement) => {
          const rest = text
            .slice(at)
            .replace(/^("[^"]*"|[\d.]+|true|false|\{|\[)/, (start) =>
              start === '{' || start === '[' ? `${replacement},"z":${start}` : replacement,
            );
          expect(typeof load(written(text.slice(0, at) + rest)).ok).toBe('boolean');
        },
      ),
      { numRuns: 200 },
    );
  });
});
