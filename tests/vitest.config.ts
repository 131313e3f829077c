import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WHOLE } from './whole.ts';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles: ['scripts/lib/english.ts', 'tests/seed.ts'],
          include: ['tests/**/*.test.{ts,tsx}'],
          // Modules and the data that ship are loaded once by each worker, not once by each file.
          isolate: false,
          pool: 'threads',
          exclude: ['tests/e2e/**', 'tests/packages/**', 'tests/pages/**', 'tests/**/*.slow.test.ts'],
        },
      },
      {
        test: {
          // Whole builds, servers that fail in every way, and figures computed anew from raw data.
          name: 'slow',
          setupFiles: ['scripts/lib/english.ts', 'tests/seed.ts'],
          include: ['tests/**/*.slow.test.ts'],
        },
      },
      {
        test: {
          name: 'e2e',
          setupFiles: ['scripts/lib/english.ts', 'tests/seed.ts'],
          include: ['tests/e2e/**/*.test.ts'],
          // Browsers share the machine, which two of them side by side fill: one file after the other.
          fileParallelism: false,
          maxConcurrency: 3,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          // What `npm run zip` made, unpacked.
          name: 'packages',
          env: { MINNOW_PACKAGES: '1' },
          setupFiles: ['scripts/lib/english.ts', 'tests/seed.ts'],
          include: ['tests/packages/**/*.test.ts', ...(WHOLE ? ['tests/e2e/badges.test.ts'] : [])],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
