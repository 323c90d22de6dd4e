import { describe, expect, it } from 'vitest';
import { conduct } from '../../src/cli/conduct.ts';
import { load } from '../../src/scenario/load.ts';
import { atFirst } from '../../src/views/terminal/state.ts';
import { frameOf } from '../../src/views/terminal/view-model/frame.ts';
import { showingOf, stateInView } from '../../src/views/terminal/view-model/showing.ts';
import { tablePane } from '../../src/views/terminal/view-model/table.ts';
import { textPane } from '../../src/views/terminal/view-model/text.ts';
import type { Line } from '../../src/views/terminal/widgets/line.ts';

const result = load('two-valleys', ['conference.protocol=alternating-offers']);
if (!result.ok) throw new Error('two-valleys does not load');
const { scenario } = result.value;
const { facts } = conduct(result.value, '1', []);
const showing = showingOf({ scenario, seed: '1', facts, replay: 'parley watch two-valleys --seed 1' });
const shown = (rows: readonly Line[]) => rows.map((row) => row.map((span) => span.text).join('')).join('\n');

describe('alternating offers in the terminal view', () => {
  it('rest before each new offer', () => {
    const offers = facts.filter((fact) => fact.type === 'offer.made').length;
    expect(offers).toBeGreaterThan(4);
    expect(showing.stops.filter((stop) => stop.phase === 'bargaining')).toHaveLength(offers);
  });

  it('show the offer on the table as the text, and who has accepted it', () => {
    showing.stops.forEach((stop, n) => {
      const state = stateInView(showing, n);
      const last = facts.slice(0, stop.moment).findLast((fact) => fact.type === 'offer.made');
      const text = shown(textPane(showing, state, { issue: 0, chooses: 'party' }, 100, 20).rows);
      for (const { issue, to } of last?.changes ?? []) {
        const { name } = scenario.issues.find((one) => one.id === issue)!.options.find((one) => one.id === to)!;
        expect(text).toContain(name);
        expect(state.text[issue]).toBe(to);
      }
    });
    const signed = stateInView(showing, showing.stops.length - 1);
    expect(signed.ending?.ending).toBe('agreement');
    const table = shown(tablePane(showing, signed, { party: 0, chooses: 'party' }, 100, 20).rows);
    expect(table.match(/✓ accepts/g)).toHaveLength(2);
  });

  it.each([
    [60, 16],
    [80, 24],
    [140, 45],
  ])('fit a terminal of %i × %i at every stop', (width, height) => {
    showing.stops.forEach((_, stop) => {
      const frame = frameOf(showing, { ...atFirst('paused'), stop }, width, height);
      expect(frame).toBeDefined();
    });
  });
});
