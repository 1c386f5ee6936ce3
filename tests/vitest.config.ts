// Two projects: `unit` runs everything without a browser, `browser` drives a real Chromium against a real hub.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['tests/{unit,contracts,fuzz,ranking}/**/*.test.ts'],
          // Vitest leaves one processor to itself, which on a machine of two is half of it.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/build-once.ts'],
          // Browsers mostly wait; with more of them at once than processors, what they wait for comes too late.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // A second, Vitest's own limit, is too short for a browser on a machine that is busy with other work.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
