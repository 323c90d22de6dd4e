import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundledNames } from '../../src/scenario/bundled-files.ts';
import { describe, expect, test } from 'vitest';
import { load } from '../../src/scenario/load.ts';
import { folderWith, placesOf, problemsOf, written } from './written.ts';

const NINE = (name: string) => `[${Array.from({ length: 9 }, () => name).join(',')}]`;
const BOMB = `a: &a ${NINE('x')}\nb: &b ${NINE('*a')}\nc: &c ${NINE('*b')}\nd: &d ${NINE('*c')}\ne: ${NINE('*d')}\n`;

// prettier-ignore
const ROWS: readonly (readonly [what: string, content: string | Uint8Array, problem: string])[] = [
  ['an empty file', '', '1:1 this file is empty'],
  ['a file with a comment only', '# nothing yet\n', '1:1 this file is empty'],
  ['a list', '- a\n- b\n', '1:1 this file holds a list of 2, not a scenario'],
  ['a text', 'hello\n', '1:1 this file holds "hello", not a scenario'],
  ['a number', '42\n', '1:1 this file holds 42, not a scenario'],
  ['bytes', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1]), 'this is not a text file: it holds zero bytes'],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0]), 'this file is in UTF-16'],
  ['Latin-1', new Uint8Array([0x61, 0x3a, 0x20, 0xe9]), 'this file is not in UTF-8'],
  ['more than 5 MB', 'a'.repeat(5 * 1024 * 1024 + 1), 'this file is too large for a scenario: 5.0 MB'],
  ['an alias bomb', BOMB, '2:8 aliases unfold into more than this may hold'],
  ['an alias inside its own anchor', 'a: &a\n  b: *a\n', '2:6 the alias *a stands inside what it repeats'],
  ['an alias without an anchor', 'a: *b\n', '1:4 no anchor &b stands before the alias *b'],
  ['the same key twice', 'title: x\ntitle: y\n', '2:1 the key "title" stands in the same map twice'],
  ['a tab', 'a:\n\tb: 1\n', '2:1 a tab where YAML wants spaces'],
  ['an open bracket', 'title: [a\nabout: x\n', '2:1 a bracket or brace that was opened is not closed'],
  ['an open quotation mark', 'title: "a\n', '2:1 a quotation mark that was opened is not closed'],
  ['a crooked indent', 'a:\n  b: 1\n c: 2\n', '3:1 this line is not indented like its neighbours'],
  ['a text with a colon', 'basis: source article ¶3: because\n', '1:8 a second ": " in what is not in quotes'],
  ['a text with a colon in braces', 'a: { b: c: d }\n', '1:9 a second ": " in what is not in quotes'],
  ['a text that begins with @', 'a: @b\n', '1:4 not valid YAML: plain value cannot start with reserved character @'],
  ['two documents', 'a: 1\n---\nb: 2\n', '2:1 a second document begins here'],
  ['a tag', 'a: !secret x\n', '1:4 tags (with !) are not used in scenarios'],
  ['a binary value', 'a: !!binary aGVsbG8=\n', '1:4 tags (with !) are not used in scenarios'],
  ['a map as a key', '? [a, b]\n: 1\n', '1:3 a key has to be a word'],
  ['a key that reaches for the prototype', '__proto__: { a: 1 }\n', '1:1 unknown key "__proto__"'],
  ['bottomless nesting', '['.repeat(100_000), '1:1 lists or maps are nested too deeply to be read'],
];

describe('a file that is no scenario is named, with the place and what is wrong', () => {
  test.each(ROWS)('%s', (_, content, problem) => {
    expect(placesOf(content)).toEqual([problem]);
  });

  test('a file that does not exist, with the bundled scenario that was meant', () => {
    const [problem, ...others] = problemsOf('moscow-2081');
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      file: 'moscow-2081',
      message: 'there is no such file, and no bundled scenario of this name',
      expected: `a file, or one of the bundled scenarios: ${bundledNames().join(', ')}`,
      hint: 'did you mean "moscow-2018"?',
    });
  });

  test('a file beside the one that was meant', () => {
    const folder = folderWith({ 'kabul-alone.yaml': '' });
    expect(problemsOf(join(folder, 'kabul-alnoe.yaml'))[0]?.hint).toBe(
      `did you mean "${join(folder, 'kabul-alone.yaml')}"?`,
    );
  });

  test('a directory', () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'case.yaml'));
    expect(problemsOf(join(folder, 'case.yaml'))[0]?.message).toBe('this is a directory, not a scenario file');
  });

  test('nothing that can be written into a file makes the loader throw', () => {
    const odd = [
      '\u0000',
      '%',
      '---',
      '...',
      '&',
      '*',
      '!',
      '{',
      '}',
      '? ',
      ': ',
      '<<: *a',
      '"\\',
      '|',
      '>-',
      'null: null',
      'a: .nan',
      '\uFEFFa: 1',
      '{a: {a: {a: null}}}',
    ];
    for (const content of odd) expect(load(written(content)).ok).toBe(false);
  });
});
