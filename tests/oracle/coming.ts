import type { Chance } from '../../src/model/chance.ts';
import { median } from './median.ts';
import { ABSENT, OBSERVER, OFFICIAL, UNDECIDED, UNOFFICIAL, type Numbers } from './numbers.ts';
import type { State } from './state.ts';

/** Coming to the table (3.2): all at once, from the grades that the scenario fixes. False where there is no conference. */
export function come(n: Numbers, s: State, chance: Chance): boolean {
  for (let i = 0; i < n.parties; i++) {
    if (n.invited[i] !== UNDECIDED) continue;
    const p = 1 / (1 + Math.exp(-inclination(n, s, i)));
    const x = chance.at(n.streams.attendance[i]!, 0);
    s.grade[i] = x < p ? OFFICIAL : x < p + (1 - p) * n.delegation[i]! ? UNOFFICIAL : ABSENT;
  }
  for (let i = 0; i < n.parties; i++) if (n.signatory[i] === 1 && s.grade[i]! < UNOFFICIAL) return false;
  return true;
}

function inclination(n: Numbers, s: State, i: number): number {
  const { attendance } = n.coefficients;
  const prospects = n.expectation[i]! * (reachable(n, s, i) - s.walkAway[i]!);
  const format = n.format < 0 ? 0 : 1 - n.value[i * n.options + n.format]!;
  let company = 0;
  for (let j = 0; j < n.parties; j++) {
    const r = n.between[j * n.parties + i]!;
    if (r < 0 || n.invited[j] === UNDECIDED) continue;
    const pull = n.invited[j] === ABSENT ? -1 : n.invited[j] === OBSERVER ? attendance.observerPull : 1;
    company += pull * n.influence[r]! * Math.max(0, n.trust[r]!);
  }
  const host = n.host < 0 ? -1 : n.between[n.host * n.parties + i]!;
  const pressure = host < 0 ? 0 : n.pressureToCome * n.influence[host]!;
  const exposure = host < 0 ? 0 : (n.audience[i]! * (1 - n.trust[host]!)) / 2;
  return (
    attendance.intercept +
    attendance.prospects * prospects -
    attendance.format * format +
    attendance.company * company +
    attendance.pressure * pressure -
    attendance.exposure * exposure
  );
}

/** Û: the utility of a reachable text. */
function reachable(n: Numbers, s: State, i: number): number {
  const { signatoryWeight } = n.coefficients.drafting;
  let sum = 0;
  for (let k = 0; k < n.issues; k++) {
    const from = n.first[k]!;
    const to = n.first[k + 1]!;
    let option = n.opening[k]!;
    if (n.ordered[k] === 1) {
      s.wishes.fill(0, from, to);
      for (let j = 0; j < n.parties; j++) {
        const wish = j === i ? n.best[i * n.issues + k]! : n.voiced[j * n.issues + k]!;
        if (wish < 0 || n.invited[j] === ABSENT) continue;
        s.wishes[wish]! += n.leverage[j]! * (n.signatory[j] === 1 ? signatoryWeight : 1);
      }
      option = median(s.wishes, from, to, option);
    }
    sum += n.worth[i * n.options + option]!;
  }
  return sum;
}
