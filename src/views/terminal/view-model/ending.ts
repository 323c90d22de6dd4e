import { score, signed } from '../../prose/names.ts';
import { legible, widthOf } from '../widgets/cells.ts';
import { bar } from '../widgets/bar.ts';
import { cell, line, paragraph, span, type Line } from '../widgets/line.ts';
import type { Conclusion, Gain, Mover } from './conclusion.ts';
import type { Suggestion } from './programme.ts';
import { ENDING_WORD } from './words.ts';
import { pane, scrolledPane, type Pane } from './pane.ts';

/** What an ending pane tells; `account` leaves the balance and the next steps to panes of their own. */
type Scope = 'all' | 'account';

/** Movers listed; the rest moved less. */
const MOVERS = 6;

/** How it ended: what happened, who gained and who moved whom, the baseline, and what to try next. */
export function endingPane(conclusion: Conclusion, scope: Scope, width: number, height: number, scroll: number): Pane {
  const title = line('How it ended', 'strong');
  const note = line(ENDING_WORD[conclusion.ending], 'strong-for');
  return scrolledPane(title, account(conclusion, scope, width, height - 1), width, height, scroll, note);
}

export function nextStepsPane(conclusion: Conclusion, width: number): Pane {
  const rows = nextSteps(conclusion, width);
  return pane(line('Try next', 'strong'), rows, width, rows.length + 1);
}

/** In the order of a report where it fits; otherwise the next steps come early, so that they are seen without scrolling far. */
function account(conclusion: Conclusion, scope: Scope, width: number, room: number): readonly Line[] {
  const reading = [
    ...paragraph(conclusion.reading, width),
    ...(conclusion.decisive === undefined ? [] : paragraph(conclusion.decisive, width)),
  ];
  const next = scope === 'account' ? [] : [line('Try next', 'strong'), ...nextSteps(conclusion, width)];
  const rest = [...(scope === 'account' ? [] : [balance(conclusion, width)]), comparison(conclusion, width)];
  const blocks = (...parts: readonly (readonly Line[])[]) =>
    parts.filter((block) => block.length > 0).flatMap((block, n) => (n === 0 ? block : [[], ...block]));
  const whole = blocks(reading, ...rest, next);
  return whole.length <= room ? whole : blocks(reading, next, ...rest);
}

/** Who gained what, and who moved whom. */
export function balancePane(conclusion: Conclusion, width: number, height: number): Pane {
  return pane(line('What it was worth', 'strong'), balance(conclusion, width), width, height);
}

function balance(conclusion: Conclusion, width: number): readonly Line[] {
  const gains = gainRows(conclusion, width);
  const movers = moverRows(conclusion, width);
  return gains.length === 0 || movers.length === 0 ? [...gains, ...movers] : [...gains, [], ...movers];
}

function comparison({ baseline, caveat }: Conclusion, width: number): readonly Line[] {
  return [...paragraph(baseline, width, 'quiet'), ...paragraph(caveat, width, 'quiet')];
}

/** Who gained what against walking away; where nothing was signed, what the last text would have been worth. */
function gainRows({ ending, gains }: Conclusion, width: number): readonly Line[] {
  if (ending === 'no-conference') return [];
  const what = ending === 'agreement' ? 'is' : 'would be';
  const most = Math.max(...gains.map((gain) => widthOf(gain.party) + 2));
  const name = Math.min(most, width >= 70 ? 20 : 13);
  return [
    line(`The last text ${what} worth this, against walking away`, 'quiet'),
    ...gains.toSorted((a, b) => margin(b) - margin(a)).map((gain) => gainRow(gain, name, width)),
  ];
}

function gainRow(gain: Gain, name: number, width: number): Line {
  const by = margin(gain);
  const tone = by < 0 ? 'against' : 'for';
  const cells = Math.min(30, Math.max(6, width - name - 36));
  return [
    span('  '),
    cell(`${legible(gain.party)}${gain.signatory ? ' *' : ''}`, name),
    span(' '),
    ...bar(gain.utility, cells, tone, gain.walkAway),
    span(` ${score(gain.utility)}`),
    span(` against ${score(gain.walkAway)}  `, 'quiet'),
    span(`${by < 0 ? '✗' : '✓'} ${signed(by, 2)}`, tone),
  ];
}

function margin({ utility, walkAway }: Gain): number {
  return utility - walkAway;
}

function moverRows({ movers }: Conclusion, width: number): readonly Line[] {
  if (movers.length === 0) return [];
  const name = width >= 70 ? 16 : 10;
  return [
    line('Who moved whom: presses that worked or backfired ✗, walk-away moved', 'quiet'),
    ...movers.slice(0, MOVERS).map((one) => moverRow(one, name)),
    ...(movers.length > MOVERS ? [line(`  and ${movers.length - MOVERS} more, less`, 'quiet')] : []),
  ];
}

function moverRow(one: Mover, name: number): Line {
  const pressed = one.pressed === 0 ? '' : `${one.worked} of ${one.pressed} worked`;
  const backfired = one.backfired === 0 ? '' : `, ${one.backfired} ✗`;
  const moved = one.walkAwayBy === 0 ? '' : ` ${signed(one.walkAwayBy)}`;
  const promised = one.promised === 0 ? '' : `${pressed === '' ? '' : '; '}promised ${signed(one.promised)}`;
  return [
    span('  '),
    cell(one.from, name),
    span(' → '),
    cell(one.to, name),
    span(`  ${pressed}${backfired}${moved}${promised}`, 'quiet'),
  ];
}

function nextSteps({ next }: Conclusion, width: number): readonly Line[] {
  const longest = Math.max(...next.map(({ command }) => widthOf(command)));
  const beside = next.every(({ what }) => longest + widthOf(what) + 4 <= width);
  return next.flatMap((one) => (beside ? [besideRow(one, longest)] : belowRows(one, width)));
}

function besideRow({ command, what }: Suggestion, longest: number): Line {
  return [span(`  ${command}`.padEnd(longest + 4), 'for'), span(what, 'quiet')];
}

function belowRows({ command, what }: Suggestion, width: number): readonly Line[] {
  return [line(`  ${what}`, 'quiet'), ...paragraph(command, width, 'for', 4)];
}
