import type { Party, Scenario } from '../src/model/scenario.ts';
import { evolve } from '../src/record/evolve.ts';
import { stateAtStart } from '../src/record/state.ts';
import { Timeline } from '../src/record/timeline.ts';
import { figure, heading, latencies } from './figures.ts';
import { ids, longRecord, PARTIES, ROUNDS } from './long-record.ts';

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
