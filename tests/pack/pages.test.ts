import { describe, expect, test } from 'vitest';
import { directionOf } from '../../src/views/html/direction.ts';
import { html, paragraphs } from '../../src/views/html/html.ts';
import { bundledNames } from '../../src/scenario/bundled-files.ts';
import { sound } from '../scenario/written.ts';
import { briefsFor, packed } from './packed.ts';

const langs = [...bundledNames().map((name) => [name, undefined] as const), ['moscow-class', 'fa-AF'] as const];

describe.each(langs)('the pages of %s (%s)', (name, lang) => {
  const { scenario } = sound(name);
  const people = Array.from({ length: 20 }, (_, n) => `Person ${n + 1}`);
  const files = packed(scenario, { briefs: briefsFor(name, scenario), people, groups: 2, ...(lang && { lang }) });
  const pages = [...files].filter(([path]) => path.endsWith('.html'));

  test('need nothing but themselves: no script, no address, no picture from elsewhere', () => {
    expect(pages.length).toBeGreaterThan(10);
    for (const [path, text] of pages) {
      expect(text, path).not.toMatch(/<script|<link|<iframe|<img|\son\w+=|url\(|@import|javascript:|https?:\/\//i);
      for (const [, href] of text.matchAll(/(?:href|src)="([^"]*)"/g))
        expect(files.has(href!), `${path} → ${href}`).toBe(true);
    }
  });

  test('say their language and direction, and so does what is in another one', () => {
    for (const [path, text] of pages) {
      const [, of, dir] = /<html lang="([^"]+)" dir="([^"]+)">/.exec(text)!;
      expect([path, dir]).toEqual([path, directionOf(of!)]);
      expect([path, of]).toEqual([path, /^(teacher\/(guide|injects|reveal)|index)/.test(path) ? 'en' : (lang ?? 'en')]);
      for (const [, inner, way] of text.matchAll(/<(?:span|div|pre|ul|ol|li)[^>]* lang="([^"]+)" dir="([^"]+)"/g))
        expect(way).toBe(directionOf(inner!));
    }
  });

  test('have one heading of the first level and skip none', () => {
    for (const [path, text] of pages) {
      const levels = [...text.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
      expect(
        levels.filter((level) => level === 1),
        path,
      ).toHaveLength(1);
      expect(levels[0], path).toBe(1);
      for (const [index, level] of levels.entries())
        if (index > 0) expect(level - levels[index - 1]!, `${path}, heading ${index + 1}`).toBeLessThanOrEqual(1);
    }
  });

  test('have tables with a caption, and a scope on every head', () => {
    for (const [path, text] of pages) {
      expect(text.match(/<table/g)?.length ?? 0, path).toBe(text.match(/<caption\b/g)?.length ?? 0);
      for (const [head] of text.matchAll(/<th\b[^>]*>/g)) expect(head, path).toMatch(/scope="(col|row|rowgroup)"/);
    }
  });

  test('are there as Markdown too, with the same tables', () => {
    for (const [path, text] of pages) {
      const markdown = files.get(path.replace(/\.html$/, '.md'));
      expect(markdown, path).toBeDefined();
      const rows = (text.match(/<tr\b/g)?.length ?? 0) - (text.match(/<thead>/g)?.length ?? 0);
      const written = markdown!.split('\n').filter((line) => /^>? ?\|/.test(line));
      const rules = written.filter((line) => /^>? ?\|( -+:? \|)+$/.test(line)).length;
      expect([path, written.length - 2 * rules]).toEqual([path, rows]);
      expect(markdown).not.toMatch(/undefined|\[object|NaN/);
    }
    for (const [path, text] of files)
      expect(text, path).not.toMatch(/undefined|\[object|NaN|\{\w+\}(?![^<]*<\/style>)/);
  });
});

test.each([
  ['a4', 'size: A4'],
  ['letter', 'size: letter'],
] as const)('are printed on %s', (paper, rule) => {
  const files = packed(sound('two-valleys').scenario, { paper });
  const pages = [...files].filter(([path]) => path.endsWith('.html'));
  expect(pages.filter(([, text]) => !text.includes(rule))).toEqual([]);
});

test('what others write is shown and never obeyed', () => {
  const { scenario } = sound('two-valleys');
  const nasty = `<script>alert("x")</script> & 'q' [a](b) | *c* \u0007`;
  const parties = scenario.parties.map((party) => ({
    ...party,
    name: nasty,
    brief: { public: nasty, confidential: nasty },
  }));
  const files = packed(
    { ...scenario, id: 'nasty', title: nasty, parties },
    { people: [nasty, '=1+1', 'b'], groups: 1 },
  );
  for (const [path, text] of files) {
    expect(text, path).not.toContain('\u0007');
    if (path.endsWith('.html')) expect(text, path).not.toContain('<script');
    if (path.endsWith('.md')) expect(text, path).not.toMatch(/(?<!\\)<script|(?<!\\)\[a\\?\]\(b\)/);
  }
  expect(files.get('groups/seating.csv')).toContain("'=1+1");
});

describe('HTML', () => {
  test('is escaped in elements and in attributes, lists are joined, nothing is nothing', () => {
    const nasty = `<a href="x" title='y'>&`;
    expect(html`<p title="${nasty}">${nasty}</p>`.toString()).toBe(
      '<p title="&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;">&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;</p>',
    );
    expect(html`${[1, html`<b>${'<'}</b>`, undefined, false]}`.toString()).toBe('1<b>&lt;</b>');
    expect(paragraphs('a\nb\n\n \nc').toString()).toBe('<p>a\nb</p> <p>c</p> ');
    expect(html`${'a\u0000b\ud800'}`.toString()).toBe('a\u{fffd}b\u{fffd}');
  });

  test.each([
    ['en', 'ltr'],
    ['fa-AF', 'rtl'],
    ['prs', 'rtl'],
    ['ps', 'rtl'],
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['ru', 'ltr'],
    ['uz-Arab', 'rtl'],
    ['az-Latn-IR', 'ltr'],
    ['far', 'ltr'],
  ])('%s is written %s', (lang, direction) => {
    expect(directionOf(lang)).toBe(direction);
  });
});
