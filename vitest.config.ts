import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const tests = (...folders: string[]): string[] => folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`);
const everywhere = ['**/node_modules/**', '**/dist/**', '**/.data/**'];
const properties = ['packages/**/*.prop.test.ts', 'test/**/*.prop.test.ts'];
const stores = ['packages/**/*.store.test.ts'];

const inBrowser = ['test/journeys/{one-call,blind-day}.test.ts', 'packages/**/*browser.test.ts'];

/** Side by side, before the journeys. Vitest leaves one core free; on two cores both are better used. */
const first = { maxWorkers: Math.max(2, availableParallelism() - 1), sequence: { groupOrder: 1 } };

export default defineConfig({
  test: {
    globalSetup: ['tools/vitest/global-setup.ts'],
    attachmentsDir: 'artifacts/attachments',
    reporters: ['default'],
    teardownTimeout: 20_000,
    // Tests run side by side on few cores: how long they take says nothing, and no test is there to measure it.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          ...first,
          name: 'unit',
          include: tests('packages', 'test', 'bench', 'tools'),
          exclude: [...everywhere, ...properties, ...stores, ...inBrowser, 'test/journeys/**'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          ...first,
          name: 'properties',
          include: properties,
          exclude: everywhere,
          setupFiles: ['tools/vitest/property-seed.ts'],
          // A few hundred random cases on a busy machine.
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          ...first,
          name: 'store',
          include: stores,
          exclude: everywhere,
          // The first file of a run waits until the database is made and started: about 1 s, more on a busy machine.
          hookTimeout: 60_000,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          exclude: [...everywhere, ...inBrowser],
          // A server, a database and a simulator each, which mostly wait: two side by side, when all else is done.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          hookTimeout: 120_000,
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'in a browser',
          include: inBrowser,
          exclude: everywhere,
          // Judged by the clock that an operator lives by: two side by side, with nothing else beside them.
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
          hookTimeout: 120_000,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
