import { describe, expect, it } from 'vitest';
import type { IndexReport, ScreeningReport } from '../../../src/study/sensitivity/report.ts';
import { conclusionOf } from '../../../src/views/prose/sensitivity-conclusion.ts';
import { experimentNamed, played } from './played.ts';

const DECIDES = 'parties.buyer.walkAway';

describe('a conference in which one number decides by construction', () => {
  it('screening puts it on top, and nothing else matters', () => {
    const report = played(experimentNamed('screening')) as ScreeningReport;
    const [agreement] = report.measures;
    const [first, ...rest] = agreement!.effects;
    expect(first!.path).toBe(DECIDES);
    expect(first!.clear).toBe(true);
    // From the lowest to the highest level a sale turns into none, as often as the seller comes.
    expect(first!.low).toBeGreaterThan(0.5);
    expect(first!.high).toBeLessThan(first!.low / 2);
    for (const { muStar, beyond } of rest) {
      expect(muStar.value).toBeLessThan(0.05 * first!.muStar.value);
      expect(beyond.value).toBeLessThan(0.05 * first!.beyond.value);
    }
    expect(report.keep[0]).toBe(DECIDES);
    expect(report.tornado[0]!.bars[0]!.path).toBe(DECIDES);
    expect(report.heat.rows[0]!.path).toBe(DECIDES);
    expect(conclusionOf(report, agreement!)).toContain(`first: ${DECIDES} (0.3 in [0.1, 0.9], invented`);
  });

  it('indices give it all that the numbers decide, and chance the rest', () => {
    const report = played(experimentNamed('indices')) as IndexReport;
    const [agreement] = report.measures;
    const [first, ...rest] = agreement!.factors;
    expect(first!.id).toBe(DECIDES);
    // The share of draws with a walk-away of at most 0.5 in [0.1, 0.9] is a half, and comes true if the seller comes.
    const comes = 2 * agreement!.mean.value;
    const decided = (comes * comes) / 4;
    const single = (comes / 2) * (1 - comes / 2);
    expect(agreement!.numbers.first.low).toBeLessThan(decided / single);
    expect(agreement!.numbers.first.high).toBeGreaterThan(decided / single);
    expect(first!.ofExpected.first.low).toBeLessThan(1);
    expect(first!.ofExpected.first.high).toBeGreaterThan(0.97);
    expect(first!.ofExpected.total.value).toBeGreaterThan(0.9);
    for (const { ofExpected } of rest) {
      expect(Math.abs(ofExpected.first.value)).toBeLessThan(0.05);
      expect(ofExpected.total.value).toBeLessThan(0.05);
    }
  });
});
