import { median, plurality } from './median.ts';
import { NONE, SAME, UNOFFICIAL, type Numbers } from './numbers.ts';
import { ACCEPTS, type State } from './state.ts';

/** On each issue the middle of what is asked for; the changes with most weight behind them are made. */
export function facilitate(n: Numbers, s: State): void {
  const { first } = n;
  for (let k = 0; k < n.issues; k++) {
    const from = first[k]!;
    const to = first[k + 1]!;
    const held = s.text[k]!;
    const stands = nearestOpen(n, s, k, held, held);
    s.drafted[k] = held;
    if (stands === NONE) continue;
    s.wishes.fill(0, from, to);
    collect(n, s, k, held);
    const option = n.ordered[k] === 1 ? median(s.wishes, from, to, stands) : plurality(s.wishes, from, to, stands);
    let behind = 0;
    for (let o = from; o < to; o++) {
      const sameWay = n.ordered[k] === 1 ? o !== held && o > held === option > held : o === option;
      if (sameWay || s.struck[held] === 1) behind += s.wishes[o]!;
    }
    s.drafted[k] = option;
    s.behind[k] = behind;
  }
  for (let change = 0; change < n.pace; change++) {
    let most = NONE;
    for (let k = 0; k < n.issues; k++)
      if (s.drafted[k] !== s.text[k] && (most === NONE || s.behind[k]! > s.behind[most]! + SAME)) most = k;
    if (most === NONE) return;
    s.text[most] = s.drafted[most]!;
  }
}

/** What the parties at the table ask for on an issue, with their weight. */
function collect(n: Numbers, s: State, k: number, held: number): void {
  for (let i = 0; i < n.parties; i++) {
    if (s.grade[i]! < UNOFFICIAL) continue;
    const wish = s.asks[i * n.issues + k]!;
    if (wish === held && (n.signatory[i] === 0 || s.vote[i] === ACCEPTS)) continue;
    const weight = n.leverage[i]! * (n.signatory[i] === 1 ? n.coefficients.drafting.signatoryWeight : 1);
    s.wishes[nearestOpen(n, s, k, wish, held)]! += weight;
  }
}

/**
 * The nearest option to a wish that is not struck, or none where all are: between equals the one towards the text, else
 * the lower. On an issue without an order it is the text's own, else the lowest.
 */
function nearestOpen(n: Numbers, s: State, k: number, wish: number, held: number): number {
  if (s.struck[wish] === 0) return wish;
  const from = n.first[k]!;
  const to = n.first[k + 1]!;
  if (n.ordered[k] === 0) {
    if (s.struck[held] === 0) return held;
    for (let o = from; o < to; o++) if (s.struck[o] === 0) return o;
    return NONE;
  }
  const towards = held > wish ? 1 : -1;
  for (let steps = 1; steps < to - from; steps++) {
    const near = wish + towards * steps;
    const far = wish - towards * steps;
    if (near >= from && near < to && s.struck[near] === 0) return near;
    if (far >= from && far < to && s.struck[far] === 0) return far;
  }
  return NONE;
}
