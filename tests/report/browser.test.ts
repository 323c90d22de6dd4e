import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from './chromium.ts';
import { REPORTS, SHEETS } from './looked-at.ts';

interface Found {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

// In CI the page must have been looked at; elsewhere a machine without Chromium is told what was left out.
test.runIf(process.env['CI'] !== undefined)('CI has a Chromium to look at the page with', () => {
  expect(CHROMIUM).toBeDefined();
});

describe.skipIf(CHROMIUM === undefined)('a page in Chromium (skipped where there is none)', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
    page = await browser.newPage({ bypassCSP: true });
  });
  afterAll(() => browser?.close());

  /** One window for all pages: to open another one takes longer than most looks. */
  const show = async (html: string, width: number, colorScheme: 'light' | 'dark', media: 'screen' | 'print') => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, media });
    await page.setContent(html);
  };

  describe.each([...REPORTS, ...SHEETS])('%s', (_, make) => {
    const html = make();

    test('has nothing that axe-core objects to, light and dark', { timeout: 300_000 }, async () => {
      await show(html, 1000, 'light', 'screen');
      await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
      await page.evaluate(axe.source);
      const objections = async (run: string) =>
        (await page.evaluate<Found>(run)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`);
      expect(await objections('axe.run()')).toEqual([]);
      // Of what else is there nothing depends on the colours.
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await objections("axe.run({ runOnly: ['color-contrast'] })")).toEqual([]);
    });

    test('fits a window 360 pixels wide', async () => {
      await show(html, 360, 'light', 'screen');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    });

    test('prints on A4 with nothing wider than the paper', async () => {
      await show(html, 650, 'dark', 'print');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(650);
      expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
    });
  });

  test.each(REPORTS)('%s prints the numbers behind every chart, which on screen are folded', async (_, make) => {
    const hidden = `[...document.querySelectorAll('details.numbers table')].filter((one) => !one.checkVisibility()).length`;
    await show(make(), 1000, 'light', 'screen');
    const charts = await page.evaluate(`document.querySelectorAll('.chart').length`);
    expect(await page.evaluate(hidden)).toBe(charts);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(hidden)).toBe(0);
  });

  test.each(REPORTS)('%s cuts no text of a chart, and covers none with another', async (_, make) => {
    await show(make(), 1000, 'light', 'screen');
    const faults = await page.evaluate(`[...document.querySelectorAll('.chart svg')].flatMap((svg, n) => {
        const frame = svg.getBoundingClientRect();
        const boxes = [...svg.querySelectorAll('text')].filter((one) => one.textContent !== '').map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }));
        const cut = boxes.filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1);
        const covered = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a.box.left < b.box.right - 2 && b.box.left < a.box.right - 2 && a.box.top < b.box.bottom - 5 && b.box.top < a.box.bottom - 5).map((b) => a.text + ' / ' + b.text));
        return [...cut.map(({ text }) => 'chart ' + n + ' cuts ' + text), ...covered.map((text) => 'chart ' + n + ' covers ' + text)];
      })`);
    expect(faults).toEqual([]);
  });
});
