import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/model/fact.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { evidenceOf } from '../../src/scenario/evidence.ts';
import { load } from '../../src/scenario/load.ts';
import { conduct } from '../../src/cli/conduct.ts';
import { farewell } from '../../src/views/terminal/farewell.ts';
import { KEYS } from '../../src/views/terminal/keys.ts';
import { atFirst, reduce, type Page, type Viewing } from '../../src/views/terminal/state.ts';
import { matchesOf } from '../../src/views/terminal/view-model/matches.ts';
import { headerRows } from '../../src/views/terminal/view-model/header.ts';
import { helpPane } from '../../src/views/terminal/view-model/help.ts';
import { issuePane } from '../../src/views/terminal/view-model/issue.ts';
import { endingPane } from '../../src/views/terminal/view-model/ending.ts';
import { corridorPane } from '../../src/views/terminal/view-model/corridor.ts';
import { frameOf, pagesOf } from '../../src/views/terminal/view-model/frame.ts';
import { newsOf } from '../../src/views/terminal/view-model/news.ts';
import type { Pane } from '../../src/views/terminal/view-model/pane.ts';
import { showingOf, stateInView, type Showing } from '../../src/views/terminal/view-model/showing.ts';
import { nextRound, previousRound, restAt, stopsOf } from '../../src/views/terminal/view-model/stops.ts';
import { tablePane } from '../../src/views/terminal/view-model/table.ts';
import { textPane } from '../../src/views/terminal/view-model/text.ts';
import { whyPane } from '../../src/views/terminal/view-model/why.ts';
import { wirePane } from '../../src/views/terminal/view-model/wire.ts';
import { lineWidth, type Line } from '../../src/views/terminal/widgets/line.ts';

function loaded(name: string) {
  const result = load(name, []);
  if (!result.ok) throw new Error(`${name} does not load`);
  return result.value;
}

const { scenario } = loaded('two-valleys');

const numbers = { walkAway: 0.4, target: 0.8, readiness: 0.25 };
const ofVote = (utility: number) => ({
  utility,
  promises: 0,
  audience: 0,
  commitment: 0,
  threshold: 0.7,
  walkAway: 0.4,
});

/** Two rounds at the mill: no in the first, and in the second a pressed upper valley that signs. */
const FACTS: readonly Fact[] = [
  { type: 'attendance.settled', round: 0, party: 'lower', grade: 'official', decided: false },
  { type: 'attendance.settled', round: 0, party: 'upper', grade: 'official', decided: false },
  {
    type: 'round.opened',
    round: 1,
    private: { lower: { utility: 0.3, ...numbers }, upper: { utility: 0.6, ...numbers } },
  },
  {
    type: 'amendments.tabled',
    round: 1,
    party: 'lower',
    changes: [{ issue: 'water', from: 'trickle', to: 'most' }],
    private: { lower: { utility: 0.9, target: 0.8 } },
  },
  {
    type: 'amendments.tabled',
    round: 1,
    party: 'upper',
    changes: [],
    private: { upper: { utility: 0.6, target: 0.5 } },
  },
  {
    type: 'text.drafted',
    round: 1,
    version: 2,
    style: 'facilitation',
    reason: 'median',
    changes: [{ issue: 'water', from: 'trickle', to: 'half' }],
  },
  { type: 'vote.cast', round: 1, party: 'lower', accepts: true, adReferendum: false, private: { lower: ofVote(0.75) } },
  {
    type: 'vote.cast',
    round: 1,
    party: 'upper',
    accepts: false,
    adReferendum: false,
    objection: { code: 'below-walk-away', issue: 'water' },
    private: { upper: ofVote(0.35) },
  },
  { type: 'walk-out.threatened', round: 1, party: 'upper', private: { upper: { hazard: 0.1 } } },
  {
    type: 'round.closed',
    round: 1,
    private: {
      lower: { walkAway: 0.39, expectation: 0.5, strain: 0, trust: {} },
      upper: { walkAway: 0.38, expectation: 0.5, strain: 1, trust: {} },
    },
  },
  {
    type: 'round.opened',
    round: 2,
    private: { lower: { utility: 0.75, ...numbers }, upper: { utility: 0.35, ...numbers } },
  },
  {
    type: 'party.pressed',
    round: 2,
    from: 'lower',
    to: 'upper',
    channel: 'open',
    over: 'water',
    outcome: 'worked',
    private: { lower: { probability: 0.3 }, upper: { walkAwayBy: -0.02 } },
  },
  { type: 'vote.cast', round: 2, party: 'lower', accepts: true, adReferendum: true, private: { lower: ofVote(0.75) } },
  { type: 'vote.cast', round: 2, party: 'upper', accepts: true, adReferendum: false, private: { upper: ofVote(0.41) } },
  {
    type: 'conference.ended',
    round: 2,
    ending: 'agreement',
    closing: 'signed',
    parties: ['lower', 'upper'],
    settled: ['upkeep', 'water'],
    private: { lower: { utility: 0.75, walkAway: 0.39 }, upper: { utility: 0.41, walkAway: 0.38 } },
  },
];

const evidence = () => evidenceOf(scenario);
const programme = { scenario, seed: '1', facts: FACTS, replay: 'parley watch two-valleys --seed 1', evidence };
const showing = showingOf(programme);
const stopAt = (round: number, phase: string) =>
  showing.stops.findIndex((stop) => stop.round === round && stop.phase === phase);
const stateAt = (round: number, phase: string) => stateInView(showing, stopAt(round, phase));
const choosing = (party: number) => ({ ...atFirst('paused'), party });
const textOf = (line: Line) => line.map((span) => span.text).join('');
const linesOf = (pane: Pane) => pane.rows.map((row) => textOf(row).trimEnd());

describe('playback', () => {
  it('rests after each phase that left a fact', () => {
    expect(showing.stops.map(({ moment, round, phase }) => [moment, round, phase])).toEqual([
      [0, 0, 'convening'],
      [2, 0, 'convening'],
      [5, 1, 'proposing'],
      [6, 1, 'drafting'],
      [8, 1, 'polling'],
      [9, 1, 'leaving'],
      [10, 1, 'recess'],
      [11, 2, 'proposing'],
      [12, 2, 'caucus'],
      [14, 2, 'polling'],
      [15, 2, 'ended'],
    ]);
  });

  it('counts an input to what follows from it', () => {
    const input: Fact = { type: 'answer.given', round: 1, party: 'lower', answer: { type: 'vote', accepts: true } };
    const facts = [...FACTS.slice(0, 6), input, ...FACTS.slice(6, 8)];
    expect(stopsOf(facts).at(-1)).toEqual({ moment: 9, round: 1, phase: 'polling' });
    expect(stopsOf(facts).at(-2)).toEqual({ moment: 6, round: 1, phase: 'drafting' });
  });

  it('goes from the end of one round to the end of another', () => {
    const ends = [0];
    while (ends.at(-1)! < showing.stops.length - 1) ends.push(nextRound(showing.stops, ends.at(-1)!));
    expect(ends).toEqual([0, 1, 6, 10]);
    expect([10, 9, 7, 6, 3, 1, 0].map((stop) => previousRound(showing.stops, stop))).toEqual([6, 6, 6, 1, 1, 0, 0]);
  });

  it('takes the pace for a round, however many phases it has', () => {
    const inRound = (round: number) => showing.stops.flatMap((stop, n) => (stop.round === round ? [n] : []));
    for (const round of [0, 1, 2]) {
      const rests = inRound(round).map((stop) => restAt(showing.stops, stop, 3));
      expect(rests.reduce((sum, rest) => sum + rest, 0)).toBeCloseTo(3000);
    }
  });
});

const SEARCH = { text: 'pres', typing: true, at: undefined };

describe('moving', () => {
  const first = atFirst('playing');
  const after = (viewing: Viewing, ...actions: Parameters<typeof reduce>[2][]) =>
    actions.reduce((now, action) => reduce(showing, now, action), viewing);
  const last = showing.stops.length - 1;

  it.each([
    ['the clock moves one stop on', first, { type: 'advance' }, { stop: 1, playing: true }],
    ['the clock does nothing while paused', atFirst('paused'), { type: 'advance' }, { stop: 0, playing: false }],
    ['the clock stops at the end', { ...first, stop: last - 1 }, { type: 'advance' }, { stop: last, playing: false }],
    ['space pauses', first, { type: 'play-or-pause' }, { playing: false }],
    ['space plays', atFirst('paused'), { type: 'play-or-pause' }, { playing: true }],
    ['space at the end starts again', { ...first, stop: last }, { type: 'play-or-pause' }, { stop: 0, playing: true }],
    ['a round forward pauses', { ...first, stop: 3 }, { type: 'round', by: 1 }, { stop: 6, playing: false }],
    ['a round back', { ...first, stop: 3 }, { type: 'round', by: -1 }, { stop: 1, playing: false }],
    ['a step forward', first, { type: 'step', by: 1 }, { stop: 1, playing: false }],
    ['no step before the start', first, { type: 'step', by: -1 }, { stop: 0 }],
    ['to the end, which opens the account', first, { type: 'end' }, { stop: last, page: 'ending' }],
    [
      'to the start, which closes it',
      { ...first, stop: last, page: 'ending' },
      { type: 'start' },
      { stop: 0, page: 'main' },
    ],
    ['another page stays open', { ...first, page: 'why' }, { type: 'step', by: 1 }, { page: 'why' }],
    ['no party above the first', first, { type: 'choose', by: -1 }, { party: 0 }],
    ['no party below the last', { ...first, party: 1 }, { type: 'choose', by: 1 }, { party: 1 }],
    ['faster', first, { type: 'speed', by: 1 }, { speed: 3 }],
    ['no faster than fastest', { ...first, speed: 5 }, { type: 'speed', by: 1 }, { speed: 5 }],
    ['the next page', first, { type: 'turn-page', pages: ['main', 'why'] }, { page: 'why' }],
    [
      'after the last page the first',
      { ...first, page: 'why' },
      { type: 'turn-page', pages: ['main', 'why'] },
      { page: 'main' },
    ],
    ['help opens', first, { type: 'help' }, { help: true }],
    [
      'Esc closes the help before what lies under it',
      { ...first, help: true, over: 'evidence' },
      { type: 'close' },
      { help: false, over: 'evidence' },
    ],
    [
      'Esc closes the evidence before a search',
      { ...first, over: 'evidence', search: SEARCH },
      { type: 'close' },
      { over: undefined, search: SEARCH },
    ],
    ['Esc ends a search', { ...first, search: SEARCH }, { type: 'close' }, { search: undefined }],
    ['issues are explained', first, { type: 'issues' }, { chooses: 'issue', page: 'why' }],
    ['another issue', { ...first, chooses: 'issue' }, { type: 'choose', by: 1 }, { issue: 1, party: 0 }],
    ['the first turning point', first, { type: 'turning-point', by: 1 }, { stop: 4, playing: false }],
    ['the next turning point', { ...first, stop: 4 }, { type: 'turning-point', by: 1 }, { stop: 5 }],
    ['none before the first', { ...first, stop: 4 }, { type: 'turning-point', by: -1 }, { stop: 4 }],
    ['the evidence opens', first, { type: 'over', over: 'evidence' }, { over: 'evidence' }],
    [
      'and closes by the same key',
      { ...first, over: 'evidence' },
      { type: 'over', over: 'evidence' },
      { over: undefined },
    ],
    [
      'numbers are chosen in the evidence',
      { ...first, over: 'evidence' },
      { type: 'choose', by: 1 },
      { evidence: { of: 'chosen', number: 1 }, party: 0 },
    ],
    ['a search pauses', first, { type: 'search' }, { playing: false, search: { text: '', typing: true } }],
    ['a letter is taken', { ...first, search: SEARCH }, { type: 'typed', letter: 'x' }, { search: { text: 'presx' } }],
    ['a letter is taken back', { ...first, search: SEARCH }, { type: 'erased' }, { search: { text: 'pre' } }],
    [
      'Enter goes to where it stands',
      { ...first, search: SEARCH },
      { type: 'entered' },
      { stop: 8, search: { typing: false } },
    ],
    [
      'a search for nothing ends',
      { ...first, search: { ...SEARCH, text: '' } },
      { type: 'entered' },
      { search: undefined },
    ],
    ['help closes', { ...first, help: true }, { type: 'close' }, { help: false }],
  ] as const)('%s', (_, before, action, expected) => {
    expect(after(before, action)).toMatchObject(expected);
  });
});

describe('the table', () => {
  it('has marks, the last vote, a bar with the walk-away, and a history', () => {
    expect(linesOf(tablePane(showing, stateAt(1, 'leaving'), choosing(1), 78, 3))).toEqual([
      'The table ─────── came as ── last vote ─────── score ─────────────────────────',
      '  Lower valley *  official   ✓ accepts         ▄▄▄▄▄▄▄│▄▄▄▄▄▄▖     0.75 █',
      '▸ Upper valley *! official   ✗ below walk-away ▄▄▄▄▄▄▖│            0.35 ▁',
    ]);
  });

  it('leaves the figure out before it leaves out the bar', () => {
    const [, lower] = linesOf(tablePane(showing, stateAt(2, 'ended'), choosing(0), 58, 3));
    expect(lower).toBe('▸ Lower valley * official   ✓ ad referendum   ▄│▄▄  ██');
  });

  it('says what the objection is about where there is room', () => {
    const [, , upper] = linesOf(tablePane(showing, stateAt(1, 'polling'), choosing(0), 97, 3));
    expect(upper).toContain('✗ below walk-away: summer water');
  });

  it('keeps the selected party in sight', () => {
    const rows = linesOf(tablePane(showing, stateAt(1, 'polling'), choosing(1), 78, 2));
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain('▸ Upper valley');
  });
});

describe('the text', () => {
  it('brackets the option it holds and marks what changed', () => {
    expect(linesOf(textPane(showing, stateAt(1, 'drafting'), choosing(0), 78, 3)).slice(1)).toEqual([
      '◆ Summer water       a trickle · a third · [half] · most of it',
      '  Upkeep of the dam  [the upper valley] · both · the lower valley',
    ]);
  });

  it('shows only where the option lies when names have no room', () => {
    expect(linesOf(textPane(showing, stateAt(1, 'drafting'), choosing(0), 50, 3)).slice(1)).toEqual([
      '◆ Summer water       · · [half] · was a trickle',
      '  Upkeep of the dam  [the upper valley] · ·',
    ]);
  });

  it('forgets the marks when the next round opens', () => {
    expect(linesOf(textPane(showing, stateAt(2, 'proposing'), choosing(0), 78, 3)).join('')).not.toContain('◆');
  });
});

describe('the corridor', () => {
  it('shows who pressed whom, with what effect', () => {
    expect(linesOf(corridorPane(showing, stateAt(2, 'caucus'), 58, 3))[1]).toBe(
      '  Lower valley ⇒ Upper valley  ✓ worked    −0.020',
    );
  });

  it('says that nobody did', () => {
    expect(linesOf(corridorPane(showing, stateAt(1, 'polling'), 58, 3))[1]).toBe('  nobody pressed anybody');
  });

  it('counts what has no room', () => {
    const acts = Array.from({ length: 9 }, () => stateAt(2, 'caucus').acts[0]!);
    const rows = linesOf(corridorPane(showing, { ...stateAt(2, 'caucus'), acts }, 58, 5));
    expect(rows.at(-1)).toBe('  and 6 more');
  });
});

describe('the wire', () => {
  it('ends with the newest, and says the round at its first sentence and at the top', () => {
    const rows = linesOf(wirePane(showing, { stop: stopAt(2, 'caucus'), search: undefined }, 78, 5));
    expect(rows.slice(1)).toEqual([
      'R1  The upper valley objects: worse than no agreement, most of all on summer',
      '      water',
      '    The upper valley speaks of leaving',
      'R2  The lower valley presses the upper valley over summer water: it works',
    ]);
  });

  it('says so where it begins in the middle of a sentence', () => {
    const rows = linesOf(wirePane(showing, { stop: stopAt(2, 'caucus'), search: undefined }, 78, 4));
    expect(rows[1]).toBe('R1  … water');
  });

  it('knows nothing of what is still to come', () => {
    const text = linesOf(wirePane(showing, { stop: stopAt(1, 'proposing'), search: undefined }, 78, 20)).join('\n');
    expect(text).toContain('asks for “most of it”');
    expect(text).not.toMatch(/accepts|chair changes/);
  });

  it('tells how it ends', () => {
    expect(newsOf(FACTS, showing.stops, showing.names).at(-1)).toMatchObject({
      text: 'It ends in an agreement',
      round: 2,
    });
  });
});

describe('the help', () => {
  it('cuts no explanation short, however narrow the screen', () => {
    const text = linesOf(helpPane(KEYS, 58, 200, 0))
      .join('\n')
      .replaceAll(/\s+/g, ' ');
    for (const { keys, does } of KEYS) expect(text).toContain(`${keys} ${does}`);
  });
});

describe('the reasons', () => {
  it('are the numbers of the selected party, with their sources', () => {
    const text = linesOf(whyPane(showing, stateAt(1, 'recess'), 1, 78, 24)).join('\n');
    expect(text).toMatch(/^Upper valley: why/);
    expect(text).toMatch(/score .* 0\.35 .* 0\.03 below its walk-away/);
    expect(text).toMatch(/walk-away .* 0\.38/);
    expect(text).toMatch(/target .* 0\.80/);
    expect(text).toMatch(/●○○ 1 of 3 rounds used {2}readiness .* 0\.25/);
    expect(text).toContain('✗ objects: worse than no agreement, most of all on summer water');
    expect(text).toContain('! speaks of leaving');
    expect(text).toMatch(/\d+ numbers: .*invented/);
    expect(text).toContain('What it wants');
  });

  it('leave out what is wanted where there is no room', () => {
    expect(linesOf(whyPane(showing, stateAt(1, 'recess'), 1, 58, 9)).join('\n')).not.toContain('What it wants');
  });
});

describe('an issue', () => {
  const rows = (round: number, phase: string) => {
    const stop = stopAt(round, phase);
    return linesOf(issuePane(showing, stateInView(showing, stop), showing.stops[stop]!.moment, 0, 78, 30, 0)).join(
      '\n',
    );
  };

  it('tells its options with their meanings, and who stands where', () => {
    const text = rows(1, 'proposing');
    expect(text).toMatch(/^Summer water/);
    expect(text).toMatch(/\[a trickle\] opening text, as things are\n {4}a tenth of the flow\n {4}✗ Lower valley/);
    expect(text).toMatch(/most of it\n.*\n {4}▹ Lower valley/);
    expect(text).toContain('the chair has not touched it');
  });

  it('tells who moved it, when and why', () => {
    expect(rows(1, 'polling').replaceAll(/\n\s*/g, ' ')).toContain(
      'R1 from “a trickle” to “half”: the middle of what was asked, as asked by the lower valley',
    );
  });
});

describe('the analysis', () => {
  const rowsOf = (of: Showing, stop: number, width: number, height: number) =>
    frameOf(of, { ...atFirst('paused'), over: 'analysis', stop }, width, height)!
      .columns.flat()
      .flatMap(linesOf);
  const told = (of: Showing, stop: number, width = 80, height = 24) => rowsOf(of, stop, width, height).join('\n');

  it.each([
    [60, 16],
    [80, 24],
    [120, 36],
  ])('plots the text, the frontier, the Nash point and both walk-aways at %i×%i', (width, height) => {
    const shown = told(showing, stopAt(1, 'recess'), width, height);
    const plotted = shown.split('\n').filter((row) => row.includes('┤'));
    for (const mark of ['●', '•', 'N', '┼']) expect(plotted.join('\n')).toContain(mark);
    expect(shown).toContain('↑ Upper');
    expect(shown).toMatch(/Lower val\S* →/);
  });

  it('moves the text with the round in view, and leaves the earlier one behind', () => {
    expect(told(showing, 0)).not.toMatch(/┤.*○/);
    expect(told(showing, stopAt(1, 'recess'))).not.toMatch(/┤.*○/);
    // As it was told, the text of the second round lies upon that of the first.
    const moved = showingOf({
      ...programme,
      facts: FACTS.flatMap((fact): readonly Fact[] =>
        fact.type === 'party.pressed'
          ? [
              fact,
              {
                type: 'text.drafted',
                round: 2,
                version: 3,
                style: 'facilitation',
                reason: 'median',
                changes: [{ issue: 'upkeep', from: 'upper', to: 'shared' }],
              },
            ]
          : [fact],
      ),
    });
    expect(told(moved, moved.stops.length - 1)).toMatch(/┤.*○/);
  });

  it('says how far the text lies, and whether it is one of those that suit both', () => {
    const shown = told(showing, stopAt(1, 'recess')).replaceAll(/\s+/g, ' ');
    expect(shown).toContain('0.37 from the frontier and 0.74 from the');
    expect(shown).toContain('5 of 12 texts');
    expect(shown).toContain('suit both before the first round; this is');
    expect(shown).toContain('none of them');
  });

  it('puts the forecasts beside the text, issue by issue', () => {
    const rows = rowsOf(showing, stopAt(1, 'recess'), 80, 24);
    expect(rows.find((row) => row.startsWith('Summer water'))).toMatch(/half +✓ the same +most of it/);
    expect(rows.find((row) => row.startsWith('Upkeep'))).toMatch(
      /the upper valley +the lower valley +the lower valley/,
    );
  });

  it('has bars alone where more than two must sign', () => {
    const { scenario: emissions } = loaded('emissions-1994');
    const shown = told(showingOf({ ...programme, scenario: emissions, facts: [] }), 0);
    expect(shown).not.toContain('●');
    expect(shown).toMatch(/^France +▄+│▄+ +1\.00 +0\.45 +0\.67$/m);
    expect(shown).toContain('suit all of them');
  });

  it('reckons when somebody looks, once, and nothing from a seat', () => {
    expect(showing.charting()).toBe(showing.charting());
    const seated = showingOf({ ...programme, seats: ['lower'] });
    expect(seated.charting()).toBeUndefined();
    expect(told(seated, 0)).toContain('which no seat knows');
    expect(told(seated, 0)).not.toContain('Zone of agreement');
  });

  it('says that a frontier is too much work for a key press', () => {
    const charting = showing.charting()!;
    const { landmarks } = charting;
    const unknown = { ...landmarks, frontier: null, rational: null };
    const large = { ...showing, charting: () => ({ ...charting, landmarks: unknown }) };
    const shown = told(large, 0).replaceAll(/\s+/g, ' ');
    expect(shown).toContain('The frontier is too much');
    expect(shown).toContain('12 texts, too many');
  });

  it('scrolls by ↑ and ↓, and stays open from round to round', () => {
    const open = reduce(showing, atFirst('paused'), { type: 'over', over: 'analysis' });
    const down = reduce(showing, open, { type: 'choose', by: 1, scrollable: { last: 3, page: 5 } });
    expect([down.scroll, down.party]).toEqual([1, open.party]);
    const next = reduce(showing, down, { type: 'round', by: 1 });
    expect([next.over, next.scroll, next.stop > down.stop]).toEqual(['analysis', 1, true]);
    expect(reduce(showing, next, { type: 'close' }).over).toBeUndefined();
  });
});

describe('the evidence', () => {
  const viewing = { ...atFirst('paused'), over: 'evidence' as const };
  const text = (of: Viewing) => frameOf(showing, of, 80, 24)!.columns.flat().flatMap(linesOf).join('\n');

  it('lists the numbers of the chosen party with range and basis, and explains one', () => {
    const shown = text({ ...viewing, evidence: { of: 'chosen', number: 1 } });
    expect(shown).toMatch(/Evidence: Lower valley · 2 of \d+/);
    expect(shown).toMatch(/▸ pain a round +0\.02 {2}\[0, 0\.05\] +invented/);
    expect(shown).toContain('The lower valley: pain a round is 0.02, between 0 and 0.05');
    expect(shown).toContain('parties.lower.pain');
    expect(shown).toContain('Invented: a teaching case');
  });

  it('lists those of an issue, party by party', () => {
    const shown = text({ ...viewing, chooses: 'issue' });
    expect(shown).toMatch(/Evidence: Summer water/);
    expect(shown).toContain('The upper valley: salience');
    expect(shown).not.toContain('pain a round');
  });

  it('gives the paraphrase of each paragraph that is cited', () => {
    const moscow = loaded('moscow-2018').scenario;
    const rows = evidenceOf(moscow).filter(({ path }) => path.startsWith('parties.'));
    const number = rows.findIndex(({ basis }) => basis.kind === 'source');
    const of = showingOf({ ...programme, scenario: moscow, facts: [], evidence: () => rows });
    const frame = frameOf(of, { ...viewing, evidence: { of: 'all', number } }, 120, 40)!;
    const cited = rows[number]!.basis;
    const paragraph = moscow.sources[cited.source!]!.paragraphs[cited.paragraphs[0]!]!;
    const shown = frame.columns.flat().flatMap(linesOf).join(' ');
    expect(shown).toContain(`¶${cited.paragraphs[0]} ${paragraph.slice(0, 40)}`);
  });
});

describe('a search', () => {
  const searching = (stop: number, at: number | undefined) => ({ stop, search: { text: 'UPPER', typing: false, at } });

  it('marks each sentence that has it, whatever the case', () => {
    const rows = linesOf(wirePane(showing, searching(stopAt(2, 'ended'), undefined), 78, 20));
    const marked = rows.filter((row) => row.includes('»'));
    expect(marked.length).toBeGreaterThan(2);
    for (const row of marked) expect(row.toLowerCase()).toContain('upper');
  });

  it('keeps the sentence that was gone to in sight', () => {
    const at = showing.news.findIndex((one) => one.text.includes('objects'));
    const { stop } = showing.news[at]!;
    expect(linesOf(wirePane(showing, searching(stop, at), 78, 4)).join('\n')).toContain('objects');
  });

  it('goes round through all matches, forward and back', () => {
    const all = matchesOf(showing.news, 'upper');
    let viewing = reduce(showing, atFirst('paused'), { type: 'search' });
    for (const letter of 'upper') viewing = reduce(showing, viewing, { type: 'typed', letter });
    viewing = reduce(showing, viewing, { type: 'entered' });
    const met = all.map(() => {
      const at = viewing.search!.at!;
      viewing = reduce(showing, viewing, { type: 'match', by: 1 });
      return at;
    });
    expect(met).toEqual(all);
    expect(viewing.search!.at).toBe(all[0]);
    expect(reduce(showing, viewing, { type: 'match', by: -1 }).search!.at).toBe(all.at(-1));
  });
});

describe('turning points', () => {
  const header = (stop: number) =>
    headerRows(showing, { ...atFirst('paused'), stop }, 158)
      .map((row) => textOf(row))
      .join('\n');

  it('are named when they are reached, and marked on the bar before', () => {
    expect(header(stopAt(1, 'polling'))).toContain('◇ the first to accept of those who must sign: the lower valley');
    expect(header(stopAt(1, 'leaving'))).toContain('◇ the first threat to walk out: the upper valley');
    expect(header(0)).toMatch(/─◇─+◇/);
    expect(header(0)).not.toContain('the first');
  });
});

describe('how it ended', () => {
  const rows = linesOf(endingPane(showing.conclusion!, 'all', 78, 60, 0)).join('\n');

  it('says who gained what against walking away', () => {
    expect(rows).toContain('The last text is worth this, against walking away');
    expect(rows).toMatch(/Lower valley \* .* 0\.75 against 0\.39 {2}✓ \+0\.36/);
  });

  it('says who moved whom, and what decided', () => {
    expect(rows).toMatch(/Lower valley +→ Upper valley +1 of 1 worked −0\.020/);
    expect(rows).toMatch(
      /The vote that decided was in round 2, when the upper valley accepted: it was\s+the last poll/,
    );
  });
});

describe('the conclusion', () => {
  it('names three things to try next, with their commands', () => {
    const { next } = showingOf({ ...programme, command: 'npm start --', name: './mill.yaml' }).conclusion!;
    expect(next.map(({ command }) => command)).toEqual([
      'npm start -- watch ./mill.yaml --seed 2',
      expect.stringMatching(/^npm start -- run \.\/mill\.yaml --seed 1 --set parties\.\w+\.walkAway=0\.\d+$/),
      'npm start -- play ./mill.yaml --as lower --seed 1 --record lower.jsonl',
    ]);
  });

  it.each([
    ['1', '2'],
    ['monday', 'monday-2'],
    ["it's", "'it'\\''s-2'"],
  ])('after seed %s suggests %s', (seed, other) => {
    expect(showingOf({ ...programme, seed }).conclusion!.next[0]!.command).toBe(
      `parley watch two-valleys --seed ${other}`,
    );
  });

  it('is missing where the facts stop short', () => {
    const short = showingOf({ ...programme, facts: FACTS.slice(0, 8) });
    expect(short.conclusion).toBeUndefined();
    const viewing = { ...atFirst('paused'), stop: short.stops.length - 1, page: 'ending' as const };
    expect(frameOf(short, viewing, 80, 24)).toBeDefined();
  });
});

describe('the farewell', () => {
  it.each([
    [0, 'Two valleys, seed 1: left before round 1 of 6 (who comes)'],
    [9, 'Two valleys, seed 1: left in round 1 of 6 (who stays)'],
    [15, 'Two valleys, seed 1: ended in an agreement, round 2 of 6'],
  ])('after %i facts', (moment, what) => {
    expect(farewell(programme, moment)).toBe(`${what}\nagain: parley watch two-valleys --seed 1`);
  });
});

const SIZES = [
  [60, 16],
  [60, 40],
  [80, 24],
  [100, 45],
  [119, 60],
  [120, 24],
  [120, 36],
  [200, 50],
  [320, 90],
] as const;

/** Everything that could stand on the screen at a stop: every page, every party, help. */
function everyViewing(of: Showing, stop: number): readonly Viewing[] {
  const base = { ...atFirst('paused'), stop };
  const pages = new Set<Page>(SIZES.flatMap(([width, height]) => pagesOf(of, base, width, height)));
  return [
    ...[...pages].map((page) => ({ ...base, page })),
    ...of.parties.map((_, party) => ({ ...base, party, page: 'why' as const })),
    { ...base, help: true, playing: true },
    { ...base, help: true, scroll: 99 },
    ...of.issues.map((_, issue) => ({ ...base, issue, chooses: 'issue' as const, page: 'why' as const })),
    ...(['party', 'issue'] as const).flatMap((chooses) => [
      { ...base, chooses, over: 'inspector' as const, scroll: 3 },
      { ...base, chooses, over: 'evidence' as const, evidence: { of: 'chosen' as const, number: 1 } },
    ]),
    { ...base, over: 'evidence' as const, evidence: { of: 'all' as const, number: 40 } },
    { ...base, over: 'analysis' as const },
    { ...base, over: 'analysis' as const, scroll: 99 },
    { ...base, search: { text: 'the', typing: true, at: undefined } },
    { ...base, search: { text: 'the', typing: false, at: of.news.findIndex((one) => one.stop === stop) } },
    { ...base, page: 'ending' as const, scroll: 5 },
  ];
}

function expectWithin(of: Showing): void {
  of.stops.forEach((_, stop) => {
    if (stop % 9 > 0 && stop < of.stops.length - 1) return;
    for (const viewing of everyViewing(of, stop)) {
      for (const [width, height] of SIZES) {
        const frame = frameOf(of, viewing, width, height)!;
        const heights = frame.columns.map((panes) => panes.reduce((sum, { rows }) => sum + rows.length, 0));
        const room = height - frame.header.length - frame.footer.length;
        expect(Math.max(...heights)).toBeLessThanOrEqual(room);
        const widths = frame.columns.map((panes) => Math.max(...panes.map((pane) => pane.width)));
        expect(widths.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(width - 2);
        const panes = frame.columns.flat();
        const tooWide = panes.flatMap((pane) => pane.rows.filter((row) => lineWidth(row) > pane.width).map(textOf));
        expect(tooWide).toEqual([]);
        expect([...frame.header, ...frame.footer].filter((row) => lineWidth(row) > width - 2).map(textOf)).toEqual([]);
      }
    }
  });
}

/** The same conference where every name is long, wide, written from the right, or made to break a terminal. */
function inOtherScripts(of: Scenario): Scenario {
  const names = [
    '喀布尔政府代表团',
    'جمهوری اسلامی افغانستان',
    'Zürich e\u0301\u0308\u0301',
    'two\nlines \u001b[31mred',
    '👩‍👩‍👧‍👦 family 🇦🇫',
    'x'.repeat(90),
  ];
  let n = 0;
  const name = () => names[n++ % names.length]!;
  return {
    ...of,
    title: name(),
    conference: { ...of.conference, place: name(), date: name() },
    parties: of.parties.map((party) => ({ ...party, name: name(), spokenOf: name(), head: name() })),
    issues: of.issues.map((issue) => ({
      ...issue,
      name: name(),
      options: issue.options.map((option) => ({ ...option, name: name(), meaning: name() })),
    })),
  };
}

describe('no frame is larger than the terminal', () => {
  const moscow = loaded('moscow-2018');
  const { facts } = conduct(moscow, '42', []);

  it('in a small conference', () => expectWithin(showing));

  it('in a large one', () =>
    expectWithin(
      showingOf({ ...programme, scenario: moscow.scenario, facts, evidence: () => evidenceOf(moscow.scenario) }),
    ));

  it('in any script', () =>
    expectWithin(showingOf({ ...programme, scenario: inOtherScripts(moscow.scenario), facts })));

  it('with twenty parties at the table', () => {
    const guests = Array.from({ length: 18 }, (_, n) => ({
      ...scenario.parties[0]!,
      id: `guest-${n}`,
      signatory: false,
    }));
    expectWithin(showingOf({ ...programme, scenario: { ...scenario, parties: [...scenario.parties, ...guests] } }));
  });

  it('and there is none where the terminal is too small', () => {
    expect(frameOf(showing, atFirst('paused'), 59, 16)).toBeUndefined();
    expect(frameOf(showing, atFirst('paused'), 60, 15)).toBeUndefined();
  });
});
