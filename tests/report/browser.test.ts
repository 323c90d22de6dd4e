import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GivenGroup } from '../../src/analysis/debrief/groups.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { draw } from '../../src/views/report/charts/draw.ts';
import { sensitivityContent } from '../../src/views/report/sensitivity-content.ts';
import { toHtml } from '../../src/views/report/to-html.ts';
import { CHROMIUM } from './chromium.ts';
import { experimentNamed, played } from '../study/sensitivity/played.ts';
import { made, playedGroups, scenarioNamed } from './class.ts';

const LONG =
  'The delegation of Alexandria Cunningham-Featherstonehaugh from the third row by the window, second sitting';
const FROM_THE_RIGHT = 'گروه میز سوم کنار پنجره، نوبت دوم';

function named(groups: readonly GivenGroup[], ...names: readonly string[]): readonly GivenGroup[] {
  return groups.map((group, n) => ({ ...group, name: names[n] ?? group.name }));
}

/** The same scenario with names written from right to left, and long ones. */
function foreign(scenario: Scenario): Scenario {
  return {
    ...scenario,
    title: 'کنفرانس دو دره',
    parties: scenario.parties.map((party, n) => ({
      ...party,
      name: n === 0 ? 'هیئت نمایندگی دره پایین' : LONG,
      spokenOf: n === 0 ? 'هیئت نمایندگی دره پایین' : LONG,
    })),
    issues: scenario.issues.map((issue) => ({ ...issue, name: 'آب و چراگاه' })),
  };
}

const moscow = scenarioNamed('moscow-2018');
const valleys = scenarioNamed('two-valleys');
const CASES: readonly (readonly [string, () => string])[] = [
  ['1 group', () => pageOf(valleys, playedGroups(valleys, 1))],
  ['12 groups', () => pageOf(moscow, named(playedGroups(moscow, 12), LONG, FROM_THE_RIGHT))],
  [
    'names from right to left',
    () => pageOf(foreign(valleys), named(playedGroups(foreign(valleys), 3), FROM_THE_RIGHT, LONG)),
  ],
  ['a study of sensitivity', () => sensitivityPage()],
];

interface Found {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

function pageOf(scenario: Scenario, groups: readonly GivenGroup[]): string {
  return toHtml(made(scenario, groups, 12).content, draw);
}

function sensitivityPage(): string {
  const asked = ['screening', 'indices'].map((id) => {
    const told = played(experimentNamed(id));
    return { told, measures: told.measures.slice(0, 1) };
  });
  const study = { id: 'study', title: 'Which number?', seed: '1', rows: 1, rules: 1 };
  return toHtml(sensitivityContent({ ...study, incomplete: undefined, again: 'parley stats' }, asked), draw);
}

// In CI the page must have been looked at; elsewhere a machine without Chromium is told what was left out.
test.runIf(process.env['CI'] !== undefined)('CI has a Chromium to look at the page with', () => {
  expect(CHROMIUM).toBeDefined();
});

describe.skipIf(CHROMIUM === undefined)('a page in Chromium (skipped where there is none)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());

  const open = async (html: string, colorScheme: 'light' | 'dark', width = 1000): Promise<Page> => {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    await page.setContent(html);
    return page;
  };

  describe.each(CASES)('of %s', (_, make) => {
    const html = make();

    test('has nothing that axe-core objects to, light and dark', { timeout: 300_000 }, async () => {
      const page = await open(html, 'light');
      await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
      await page.evaluate(axe.source);
      const objections = async (run: string) =>
        (await page.evaluate<Found>(run)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`);
      expect(await objections('axe.run()')).toEqual([]);
      // Of what else is there nothing depends on the colours.
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await objections("axe.run({ runOnly: ['color-contrast'] })")).toEqual([]);
      await page.close();
    });

    test('fits a window 360 pixels wide', async () => {
      const page = await open(html, 'light', 360);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      await page.close();
    });

    test('cuts no text of a chart, and covers none with another', async () => {
      const page = await open(html, 'light');
      const faults = await page.evaluate(`[...document.querySelectorAll('.chart svg')].flatMap((svg, n) => {
        const frame = svg.getBoundingClientRect();
        const boxes = [...svg.querySelectorAll('text')].filter((one) => one.textContent !== '').map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }));
        const cut = boxes.filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1);
        const covered = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a.box.left < b.box.right - 2 && b.box.left < a.box.right - 2 && a.box.top < b.box.bottom - 5 && b.box.top < a.box.bottom - 5).map((b) => a.text + ' / ' + b.text));
        return [...cut.map(({ text }) => 'chart ' + n + ' cuts ' + text), ...covered.map((text) => 'chart ' + n + ' covers ' + text)];
      })`);
      expect(faults).toEqual([]);
      await page.close();
    });

    test('prints on A4 with nothing wider than the paper', async () => {
      const page = await open(html, 'dark', 650);
      await page.emulateMedia({ media: 'print' });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(650);
      expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
      await page.close();
    });
  });
});
