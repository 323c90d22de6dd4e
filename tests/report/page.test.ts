import { parseHTML } from 'linkedom';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw } from '../../src/views/report/charts/draw.ts';
import { percent, shownCell, type Table } from '../../src/views/report/content.ts';
import { labelled } from '../../src/views/report/charts/labels.ts';
import { toHtml } from '../../src/views/report/to-html.ts';
import { toMarkdown } from '../../src/views/report/to-markdown.ts';
import { toCsv } from '../../src/views/report/to-csv.ts';
import { made, playedGroups, scenarioNamed } from './class.ts';

const scenario = scenarioNamed('moscow-2018');
const { content, debrief } = made(scenario, playedGroups(scenario, 4));
const page = toHtml(content, draw);
const { document } = parseHTML(page);

describe('the page', () => {
  test('needs nothing besides itself and runs nothing', () => {
    expect(document.querySelectorAll('script, link, iframe, object, embed, img, image, use').length).toBe(0);
    expect(page).not.toMatch(/(?:src|href|action)="(?!#)/);
    expect(page).not.toMatch(/url\(|@import|https?:(?!\/\/www\.w3\.org\/)/);
    expect(page).not.toMatch(/\son[a-z]+=/);
    expect(document.querySelector('meta[http-equiv]')!.getAttribute('content')).toContain("default-src 'none'");
  });

  test('puts many runs together where nobody would read them all, on paper and in Markdown, and loses none', () => {
    const { rows, inShort } = tableOf('outcome-points');
    const runs = (cells: typeof rows) =>
      cells.filter(([what]) => /^runs?\b/.test(shownCell(what!))).map((one) => Number(one.at(-1)));
    const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
    expect(sum(runs(rows))).toBe(40);
    expect(sum(runs(inShort!.rows))).toBe(40);
    expect(runs(inShort!.rows).length).toBeLessThan(runs(rows).length);
    const table = document.querySelector('#table-outcome-points')!;
    expect(table.querySelectorAll('tbody.screen tr').length).toBe(rows.length - inShort!.from);
    expect(table.querySelectorAll('tbody.paper tr').length).toBe(inShort!.rows.length);
    const markdown = toMarkdown(content);
    expect(markdown).toContain('runs, the middle');
    expect(markdown).not.toContain('| run |');
  });

  test('has behind every chart the numbers that it shows, and says what it is to those who do not see it', () => {
    const figures = [...document.querySelectorAll('figure')];
    expect(figures.length).toBe(5);
    for (const figure of figures) {
      expect(figure.querySelector('details table tbody tr')).not.toBeNull();
      const svg = figure.querySelector('svg')!;
      expect(svg.querySelector('title')!.textContent).toBe(figure.querySelector('figcaption')!.textContent);
      expect(svg.querySelector('desc')!.textContent!.length).toBeGreaterThan(20);
      expect(svg.getAttribute('role')).toBe('img');
    }
  });

  test('takes every colour from the page, so that dark is dark and print is black', () => {
    for (const [, , colour] of page.matchAll(/ (fill|stroke)="([^"]+)"/g))
      expect(colour).toMatch(/^(none|currentColor|var\(--[a-z]+\))$/);
  });

  test('rounds coordinates, and says every number that it draws as it is', () => {
    for (const [tag] of page.matchAll(/<(path|circle|rect|text|line|g)\b[^>]*>/g))
      expect(tag).not.toMatch(/\d\.\d{2,}/);
    expect([...document.querySelectorAll('svg text')].map((one) => one.textContent)).toContain('0.65');
  });

  test('names every group, and where several ended at one place draws them with one label', () => {
    for (const { label, name } of debrief.groups) {
      expect([...document.querySelectorAll('#table-groups th[scope=row]')].map((one) => one.textContent)).toContain(
        label,
      );
      expect(page).toContain(name);
    }
  });

  test('does not take for markup what people call themselves', () => {
    const [group] = playedGroups(scenario, 1);
    const hostile = { ...group!, name: '<script>alert(1)</script>"\'&\u0007', file: '`|[x](y)' };
    const { content: named } = made(scenario, [hostile], 1);
    const html = toHtml(named, draw);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('\u0007');
    const markdown = toMarkdown(named);
    expect(markdown).not.toContain('\u0007');
    expect(markdown).toContain('\\<script\\>');
    expect(markdown).not.toContain('| `|[x](y)');
  });

  test('comes out the same from the same conferences', () => {
    expect(toHtml(made(scenario, playedGroups(scenario, 4)).content, draw)).toBe(page);
  });
});

function tableOf(id: string): Table {
  const blocks = content.sections.flatMap((section) => section.blocks);
  return blocks.flatMap((block) => ('table' in block && block.table.id === id ? [block.table] : []))[0]!;
}

test.each([
  [0, '0 %'],
  [0.002, '0.2 %'],
  [0.5, '50 %'],
  [0.998, '99.8 %'],
  [1, '100 %'],
])('a share of %d is shown as %s: nearly all is not all', (share, shown) => {
  expect(percent(share).shown).toBe(shown);
});

describe('Markdown and data', () => {
  const markdown = toMarkdown(content);

  test('have every section, every question and every table of the page', () => {
    for (const { title, blocks } of content.sections) {
      expect(markdown).toContain(`## ${title}`);
      for (const block of blocks) if (block.type === 'question') expect(markdown).toContain(block.question);
    }
    const captions = [...document.querySelectorAll('caption')].map((one) => one.textContent!);
    const tables = toCsv(content);
    expect(tables.length).toBe(captions.length);
    expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
  });

  test('have rows as wide as their header', () => {
    for (const line of markdown.split('\n').filter((one) => one.startsWith('|')))
      expect(line.split(/(?<!\\)\|/).length).toBeGreaterThan(3);
  });
});

describe('labels of groups', () => {
  const edge = { left: 50, right: 740, top: 20, bottom: 450 };
  const points = fc.array(
    fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1, noNaN: true }) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  );

  test('cover neither one another nor a point, however the groups ended', () => {
    fc.assert(
      fc.property(points, (places) => {
        const anchors = places.map((place, n) => ({ ...place, label: 'ABCDEFGHIJKL'[n]!, bold: true }));
        const across = (x: number) => 50 + x * 690;
        const up = (y: number) => 450 - y * 430;
        const labels = labelled(anchors, across, up, edge).map(({ toX, toY }) => [across(toX), up(toY)] as const);
        for (const [n, [x, y]] of labels.entries()) {
          for (const [ox, oy] of labels.slice(n + 1))
            expect(Math.abs(x - ox) >= 8.9 || Math.abs(y - oy) >= 14.9).toBe(true);
          expect(x).toBeGreaterThan(edge.left);
          expect(y).toBeLessThan(edge.bottom);
        }
      }),
    );
  });
});
