import { defineConfig } from 'vitest/config';

// Two projects over one folder: `npm run check` runs `unit`, `npm test` runs `slow` (files named *.slow.test.ts) as well.
// Limits of time are far above what a test needs: they catch a test that hangs, not a busy machine.
export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.slow.test.ts', 'tests/e2e/**'],
          // One more than the default leaves: on two cores the tests would take turns on one of them.
          maxWorkers: '100%',
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'slow',
          include: ['tests/**/*.slow.test.ts'],
          exclude: ['tests/e2e/**'],
          // Much of them is waiting for processes: on two cores they are half as long by twos.
          maxWorkers: '100%',
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
