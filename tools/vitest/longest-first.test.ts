import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { TestSpecification, Vitest } from 'vitest/node';
import { LongestFirst, longest } from './longest-first.ts';

const root = path.resolve(import.meta.dirname, '../..');

const spec = (project: string, groupOrder: number, file: string): TestSpecification =>
  ({
    project: { name: project, config: { root, isolate: true, sequence: { groupOrder } } },
    moduleId: path.join(root, file),
  }) as TestSpecification;

/** A Vitest that remembers no run before. */
const fresh = { cache: { getTestSpecificationResult: () => undefined } } as unknown as Vitest;

test('what takes longest begins first, among those that run side by side', async () => {
  const [inTrouble, peopleChange] = [
    'test/journeys/microsoft-in-trouble.test.ts',
    'test/journeys/people-changes.test.ts',
  ];
  const hostile = 'test/journeys/hostile-input.test.ts';
  const calls = 'packages/console/calls.browser.test.ts';
  const screens = 'packages/console/screens.browser.test.ts';
  const sorted = await new LongestFirst(fresh).sort([
    spec('in a browser', 3, calls),
    spec('in a browser', 3, screens),
    spec('journeys', 2, hostile),
    spec('journeys', 2, peopleChange),
    spec('journeys', 2, inTrouble),
  ]);
  expect(sorted.map(({ moduleId }) => path.relative(root, moduleId))).toEqual([
    inTrouble,
    peopleChange,
    hostile,
    screens,
    calls,
  ]);
});

test.each(longest)('%s is there', (file) => {
  expect(existsSync(path.join(root, file))).toBe(true);
});
