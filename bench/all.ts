/**
 * Prints what the design sets targets for, each beside what it is compared to. Speeds are ratios within one run:
 * absolute figures depend on the machine, and no test depends on them.
 */
const parts = [
  './conference.ts',
  './rules.ts',
  './growth.ts',
  './oracle.ts',
  './timeline.ts',
  './analysis.ts',
  './offers.ts',
  './study.ts',
  './queue.ts',
  './start.ts',
  './debrief.ts',
  './terminal.ts',
  './paired.ts',
] as const;
for (const part of parts) {
  const { bench } = (await import(part)) as { bench: () => Promise<void> | void };
  await bench();
}

export {};
