import { defineConfig } from 'vitest/config';

const TERMINAL = 'tests/terminal/**/*.test.{ts,tsx}';

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [TERMINAL],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: '100%',
          // Group 0 would run a project of one worker after all others.
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          // A terminal beside a property test on two cores answers late, so these run last and one at a time.
          name: 'terminal',
          include: [TERMINAL],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
