import { chanceOf } from '../src/chance/chance.ts';
import type { Scenario } from '../src/model/scenario.ts';
import { scenarioFrom } from '../src/scenario/load.ts';

export interface Sketch {
  readonly parties: number;
  readonly issues: number;
  readonly options: number;
  /** To how many others each party has a relation; none when left out. */
  readonly related?: number;
  readonly rounds?: number;
  /** What no agreement is worth to everybody; 0 when left out. */
  readonly walkAway?: number;
}

/** Random stances under the same seed always: a scenario of any size. */
export function randomScenario(sketch: Sketch): Scenario {
  const { parties, issues, options, related = 0, rounds = 5, walkAway = 0 } = sketch;
  const chance = chanceOf('bench');
  const draw = (label: string) => Math.round(1000 * chance.at(label, 1)) / 1000;
  const ids = (letter: string, count: number) =>
    Array.from({ length: count }, (_, n) => `${letter}${String(n + 1).padStart(2, '0')}`);
  const map = <T>(names: readonly string[], of: (name: string, n: number) => T) =>
    Object.fromEntries(names.map((name, n) => [name, of(name, n)]));
  const [partyIds, issueIds, optionIds] = [ids('p', parties), ids('i', issues), ids('o', options)];
  const others = (n: number) => Array.from({ length: related }, (_, m) => partyIds[(n + m + 1) % parties]!);
  const result = scenarioFrom({
    title: 'Random',
    about: 'Drawn for a benchmark.',
    basis: 'invented: drawn at random',
    conference: {
      place: 'here',
      date: 'now',
      host: 'nobody',
      rounds,
      roundStandsFor: 'a day',
      chair: { name: 'a chair', style: 'facilitation', skill: 0.5, pace: 1 },
      deadlineHardness: 1,
      consultations: false,
      rule: { allBut: 0 },
    },
    issues: map(issueIds, (name) => ({
      name,
      about: name,
      ordered: false,
      statusQuo: 'o01',
      options: map(optionIds, (option) => ({ name: option, meaning: option })),
    })),
    parties: map(partyIds, (name, n) => ({
      name,
      // Where there are relations, every other party is no signatory, for signatories do not press each other.
      signatory: related === 0 || n % 2 === 0,
      attendance: 'accepted',
      walkAway,
      pain: 0,
      expectation: 0.5,
      optimism: 0.5,
      patience: rounds,
      leverage: 0.5,
      audience: 0,
      tactic: { beta: 1, reciprocity: 0 },
      stances: map(issueIds, (issue) => ({
        salience: 1 + 9 * draw(`${name}/${issue}`),
        values: map(optionIds, (option) => draw(`${name}/${issue}/${option}`)),
      })),
    })),
    ...(related > 0 && {
      relations: map(partyIds, (from, n) =>
        Object.fromEntries(
          others(n).map((to) => [to, { influence: draw(`${from}>${to}`), trust: 0.2, channel: 'open' }]),
        ),
      ),
    }),
  });
  if (!result.ok) throw new Error(result.error[0]!.message);
  return result.value;
}
