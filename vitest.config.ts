import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tools/vitest/longest-first.ts';

const tests = (...folders: string[]): string[] => folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`);
const everywhere = ['**/node_modules/**', '**/dist/**', '**/.data/**'];
const properties = ['packages/**/*.prop.test.ts', 'test/**/*.prop.test.ts'];
const stores = ['packages/**/*.store.test.ts'];

const inBrowser = ['test/journeys/{one-call,blind-day}.test.ts', 'packages/**/*browser.test.ts'];

/**
 * Side by side, before the journeys. Vitest leaves one core free; on two cores both are better used. A worker keeps the
 * modules that its files share: to load them anew for every file was more than half of the work. So a test may leave
 * nothing behind in a module or in `globalThis`.
 */
const first = {
  maxWorkers: Math.max(2, availableParallelism() - 1),
  isolate: false,
  sequence: { groupOrder: 1 },
};

export default defineConfig({
  test: {
    globalSetup: ['tools/vitest/global-setup.ts'],
    attachmentsDir: 'artifacts/attachments',
    reporters: ['default'],
    teardownTimeout: 20_000,
    sequence: { sequencer: LongestFirst },
    // What tests start in processes of their own, whole servers mostly, is compiled once for all of them.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url)) },
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
          // A server, a database and a simulator each, which mostly wait: three side by side, when all else is done.
          maxWorkers: 3,
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
