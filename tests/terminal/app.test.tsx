import { cleanup, render } from 'ink-testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { conduct } from '../../src/cli/conduct.ts';
import { load } from '../../src/scenario/load.ts';
import { App } from '../../src/views/terminal/app.tsx';
import { showingOf } from '../../src/views/terminal/view-model/showing.ts';
import { KEYS } from './screen.ts';

const result = load('two-valleys', []);
if (!result.ok) throw new Error('two-valleys does not load');
const { facts } = conduct(result.value, '1', []);
const showing = showingOf({ scenario: result.value.scenario, seed: '1', facts, replay: 'parley watch two-valleys' });

afterEach(cleanup);

/** The view on a screen of 100×24, and what it shows after some keys. */
async function viewed(start: 'playing' | 'paused' = 'paused', pace = 3) {
  const view = render(<App showing={showing} pace={pace} start={start} />);
  const until = (wanted: RegExp) =>
    vi.waitFor(() => expect(view.lastFrame()).toMatch(wanted), { timeout: 20_000, interval: 20 });
  await until(/q quit/);
  const press = async (keys: string, wanted: RegExp) => {
    // Ink listens one turn after the frame is there.
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    view.stdin.write(keys);
    await until(wanted);
  };
  return { frame: () => view.lastFrame()!, press, until };
}

describe('the view', () => {
  it('plays until the end and says how it ended', async () => {
    const { frame, until } = await viewed('playing', 0.05);
    await until(/■ end/);
    expect(frame()).toMatch(/How it ended/);
  });

  it('fills the screen and no more', async () => {
    const { frame, press } = await viewed();
    expect(frame().split('\n')).toHaveLength(24);
    await press(KEYS.end, /■ end/);
    expect(frame().split('\n')).toHaveLength(24);
    await press('?', /Ctrl-Z/);
    expect(frame().split('\n')).toHaveLength(24);
  });

  it('takes several keys at once', async () => {
    const { frame, press } = await viewed();
    await press('.', /who comes/);
    await press('..', /round 1 of 6/);
    await press(KEYS.right.repeat(20), /■ end/);
    await press(KEYS.left.repeat(20), /6 rounds/);
    expect(frame()).toMatch(/‖ paused/);
  });

  it('turns its pages and comes round', async () => {
    const { frame, press } = await viewed();
    await press('.', /who comes/);
    await press('.', /round 1 of 6/);
    await press(KEYS.tab, /Lower valley: why/);
    await press(KEYS.down, /Upper valley: why/);
    await press(KEYS.tab, /The corridor/);
    await press(KEYS.tab, /The wire/);
    await press(KEYS.tab, /The text/);
    expect(frame()).toMatch(/The table/);
  });

  it('lists every key in its help', async () => {
    const { frame, press } = await viewed();
    await press('?', /Keys/);
    for (const key of ['space', '←/→', ',/.', 'Home/End', '↑/↓', '−/+', 'Tab', '?', 'q', 'Ctrl-C', 'Ctrl-Z']) {
      expect(frame()).toContain(key);
    }
    await press(KEYS.escape, /The table/);
  });
});
