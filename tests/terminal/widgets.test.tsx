import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { settleColours } from '../../src/views/terminal/environment.ts';
import { LOOKS } from '../../src/views/terminal/theme.ts';
import { bar, dots, progress } from '../../src/views/terminal/widgets/bar.ts';
import { fit, legible, truncated, widthOf, wrapped } from '../../src/views/terminal/widgets/cells.ts';
import { cutLine, lineWidth, span, spread, type Line } from '../../src/views/terminal/widgets/line.ts';
import { sparkline } from '../../src/views/prose/sparkline.ts';

const textOf = (line: Line) => line.map((one) => one.text).join('');

describe('cells', () => {
  it('are counted as the terminal counts them', () => {
    const disputed: string[] = [];
    for (let code = 0x20; code < 0x3000; code++) {
      const character = String.fromCodePoint(code);
      if (widthOf(character) !== stringWidth(character)) disputed.push(code.toString(16));
    }
    expect(disputed).toEqual([]);
  });

  it.each([
    ['Kabul', 8, 'Kabul   '],
    ['Washington', 8, 'Washing…'],
    ['喀布尔政府', 8, '喀布尔… '],
    ['喀布尔政府', 10, '喀布尔政府'],
    ['e\u0301e\u0301e\u0301e\u0301', 3, 'e\u0301e\u0301…'],
    ['anything', 0, ''],
    ['x', 1, 'x'],
    ['xy', 1, '…'],
  ])('%s in %i', (text, width, shown) => {
    expect(fit(text, width)).toBe(shown);
    expect(stringWidth(fit(text, width))).toBe(width);
  });

  it('can be filled from the right', () => expect(fit('7%', 4, 'right')).toBe('  7%'));

  it.each([
    ['two\r\nlines', 'two lines'],
    ['\u001b[31mred\u0007', ' [31mred '],
    ['\u202eturned', ' turned'],
    ['family 👨‍👩‍👧 at 🇦🇫 ☎️', 'family ▫ at ▫ ▫'],
    ['✓ ▸ ◆ stay', '✓ ▸ ◆ stay'],
  ])('%j is legible as %j', (text, shown) => expect(legible(text)).toBe(shown));

  it('wrap between words, and within one that is too long', () => {
    expect(wrapped('the lower valley', 9)).toEqual(['the lower', 'valley']);
    expect(wrapped('incomprehensibilities', 10)).toEqual(['incomprehe', 'nsibilitie', 's']);
  });

  it('leave no blank before what stands for the rest', () => expect(truncated('a share of power', 9)).toBe('a share…'));
});

describe('lines', () => {
  const line: Line = [span('round 2', 'strong'), span(' of 8'), span('  polling', 'quiet')];

  it('are cut once', () => {
    expect(textOf(cutLine(line, 10))).toBe('round 2 o…');
    expect(lineWidth(cutLine(line, 10))).toBeLessThanOrEqual(10);
    expect(cutLine(line, 100)).toEqual(line);
  });

  it('spread to both ends, and the left gives way', () => {
    expect(textOf(spread([span('left')], [span('right')], 12))).toBe('left   right');
    expect(textOf(spread([span('much on the left')], [span('right')], 12))).toBe('much…  right');
  });
});

describe('bars', () => {
  it.each([
    [0, 4, undefined, '    '],
    [0.5, 4, undefined, '▄▄  '],
    [0.6, 4, undefined, '▄▄▖ '],
    [1, 4, undefined, '▄▄▄▄'],
    [1.5, 4, undefined, '▄▄▄▄'],
    [0.3, 10, 0.5, '▄▄▄  │    '],
    [0.8, 10, 0.5, '▄▄▄▄▄│▄▄  '],
    [0.8, 10, 1, '▄▄▄▄▄▄▄▄ │'],
  ])('%d in %i with its threshold at %s', (value, width, tick, shown) => {
    expect(textOf(bar(value, width, 'for', tick))).toBe(shown);
  });

  it('progress from nothing to everything', () => {
    expect([0, 3, 8].map((done) => textOf(progress(done, 8, 8)))).toEqual(['────────', '━━━─────', '━━━━━━━━']);
    expect(textOf(progress(0, 0, 3))).toBe('───');
  });

  it('count what is used up, and no further', () => {
    expect(dots(1, 3)).toBe('●○○');
    expect(dots(5, 3)).toBe('●●●');
  });
});

describe('sparklines', () => {
  it('show the latest values between the two ends', () => {
    expect(sparkline([0, 0.5, 1], 5, { low: 0, high: 1 })).toBe('▁▅█');
    expect(sparkline([0, 0.5, 1], 2, { low: 0, high: 1 })).toBe('▅█');
  });

  it('lie in the middle when nothing ever changes', () => {
    expect(sparkline([0.4, 0.4], 5, { low: 0.4, high: 0.4 })).toBe('▄▄');
    expect(sparkline([], 5, { low: Infinity, high: -Infinity })).toBe('');
  });
});

describe('colours', () => {
  const luminance = (colour: string) => {
    const [red, green, blue] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };

  it.each(Object.entries(LOOKS).flatMap(([tone, { color }]) => (color === undefined ? [] : [[tone, color] as const])))(
    '%s can be read on black and on white',
    (_, colour) => {
      // WCAG 2: 4.5 for small text; one colour for both grounds can have no more than 4.58 to each.
      expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThan(4.3);
      expect((luminance(colour) + 0.05) / 0.05).toBeGreaterThan(4.3);
    },
  );

  it.each([
    [{ NO_COLOR: '1' }, '0'],
    [{ NO_COLOR: '' }, undefined],
    [{ TERM: 'dumb' }, '0'],
    [{ TERM: 'xterm-256color' }, undefined],
    [{ NO_COLOR: '1', FORCE_COLOR: '3' }, '3'],
  ])('%o', (env: NodeJS.ProcessEnv, forced) => {
    settleColours(env);
    expect(env['FORCE_COLOR']).toBe(forced);
  });
});
