import type { Fact, Mood, Standing } from '../src/model/fact.ts';

export const PARTIES = 40;
export const ROUNDS = 200;

export function ids(): string[] {
  return Array.from({ length: PARTIES }, (_, n) => `party-${n}`);
}

/** A record of many parties and rounds in which everybody tables, votes and goes on. */
export function longRecord(): Fact[] {
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
