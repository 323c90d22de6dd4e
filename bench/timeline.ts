import type { Fact, Mood, Standing } from '../src/model/fact.ts';
import type { Party, Scenario } from '../src/model/scenario.ts';
import { evolve } from '../src/record/evolve.ts';
import { stateAtStart } from '../src/record/state.ts';
import { Timeline } from '../src/record/timeline.ts';
import { figure, heading, latencies } from './figures.ts';

const PARTIES = 40;
const ROUNDS = 200;

/** The fold of a long record: with patches, without, and one step in it. */
export async function bench(): Promise<void> {
  const scenario = { parties: ids().map((id) => ({ id }) as Party), issues: [], agenda: [] } as unknown as Scenario;
  const facts = longRecord();
  const start = performance.now();
  const timeline = new Timeline(stateAtStart(scenario), facts);
  const once = performance.now() - start;
  let state = timeline.at(1000);
  let moment = 1000;
  const found = await latencies({
    plain: () => {
      const plain = stateAtStart(scenario);
      for (const fact of facts) evolve(plain, fact);
    },
    step: () => {
      state = timeline.forward(state, moment++);
      if (moment < timeline.length) return;
      moment = 1000;
      state = timeline.at(1000);
    },
    jump: () => void timeline.at(1000 + Math.floor((timeline.length - 1000) / 2)),
  });
  heading(`The fold of ${PARTIES} parties × ${ROUNDS} rounds: ${facts.length} facts`);
  figure('fold with patches, once', `${once.toFixed(0)} ms`, `target: 400 ms; plain ${found.plain.toFixed(1)} ms`);
  figure('one step', `${(found.step * 1000).toFixed(1)} µs`, 'target: 20 µs');
  figure(
    'a jump into the middle',
    `${(found.jump * 1000).toFixed(0)} µs`,
    `${(found.jump / found.step).toFixed(0)} steps`,
  );
}

function ids(): string[] {
  return Array.from({ length: PARTIES }, (_, n) => `party-${n}`);
}

function longRecord(): Fact[] {
  const facts: Fact[] = ids().map((party) => ({
    type: 'attendance.settled',
    round: 0,
    party,
    grade: 'official',
    decided: false,
  }));
  for (let round = 1; round <= ROUNDS; round++) {
    const standing: Standing = { utility: 0.5, walkAway: 0.4, target: 0.6 - round / 1000, readiness: 0.3 };
    const mood: Mood = { walkAway: 0.4 - round / 1000, expectation: 0.5, strain: 0, trust: {} };
    facts.push({ type: 'round.opened', round, private: Object.fromEntries(ids().map((id) => [id, standing])) });
    for (const party of ids()) facts.push({ type: 'amendments.tabled', round, party, changes: [], private: {} });
    for (const party of ids()) {
      const numbers = {
        utility: 0.5 + round / 1000,
        promises: 0,
        audience: 0,
        commitment: 0,
        threshold: 0.6,
        walkAway: 0.4,
      };
      facts.push({
        type: 'vote.cast',
        round,
        party,
        accepts: true,
        adReferendum: false,
        private: { [party]: numbers },
      });
    }
    facts.push({ type: 'round.closed', round, private: Object.fromEntries(ids().map((id) => [id, mood])) });
  }
  return facts;
}
