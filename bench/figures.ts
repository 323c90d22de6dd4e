import { Bench } from 'tinybench';
import { allocateAmongTheYoung } from '../src/cli/allocation.ts';

// As every command does before it plays.
allocateAmongTheYoung();

/** Milliseconds of one call: the median, or the mean where calls differ and it is their number a second that counts. */
export async function latencies<K extends string>(
  cases: Readonly<Record<K, () => void>>,
  of: 'p50' | 'mean' = 'p50',
): Promise<Record<K, number>> {
  const bench = new Bench({ time: 2000, warmupTime: 500 });
  for (const [name, run] of Object.entries<() => void>(cases)) bench.add(name, run);
  await bench.run();
  const found: Record<string, number> = {};
  for (const task of bench.tasks) {
    if (task.result.state !== 'completed') throw new Error(`${task.name} did not complete: ${task.result.state}`);
    found[task.name] = task.result.latency[of];
  }
  return found;
}

/**
 * Milliseconds of CPU of one call, the mean: for what is held against figures a CPU-second, and does not depend on what
 * else the machine does. Collecting garbage counts too.
 */
export function cpuOf(run: () => void, milliseconds = 2000): number {
  const spend = (budget: number) => {
    const start = process.cpuUsage();
    let calls = 0;
    let spent = 0;
    while (spent < budget) {
      run();
      calls += 1;
      const { user, system } = process.cpuUsage(start);
      spent = (user + system) / 1000;
    }
    return spent / calls;
  };
  spend(milliseconds / 4);
  return spend(milliseconds);
}

/**
 * Microseconds of CPU of one call of each: the least of many batches taken in turns, so that what else the machine does
 * falls on all alike and shows least.
 */
export function leastCpu<K extends string>(
  cases: Readonly<Record<K, (n: number) => void>>,
  { batch = 500, rounds = 40 } = {},
): Record<K, number> {
  const least = {} as Record<K, number>;
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(cases) as [K, (n: number) => void][]) {
      const start = process.cpuUsage();
      for (let n = 0; n < batch; n++) run(n);
      const { user, system } = process.cpuUsage(start);
      least[name] = Math.min(least[name] ?? Infinity, (user + system) / batch);
    }
  }
  return least;
}

export function heading(text: string): void {
  console.log(`\n${text}\n${'-'.repeat(text.length)}`);
}

/** One figure and what it is held against. */
export function figure(name: string, value: string, target: string): void {
  console.log(`${name.padEnd(52)}${value.padStart(16)}   ${target}`);
}
