import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take longest, in each project the longest first (measured 2026-11-29). In a fresh clone Vitest goes by the
 * size of a file, which says little of a journey: one that is short to read and long to live would begin last, and one
 * core would wait for it.
 */
export const longest: readonly string[] = [
  'test/worlds/worlds-of-failing-requests.prop.test.ts',
  'test/worlds/random-worlds.prop.test.ts',
  'packages/store/embedded/embedded.store.test.ts',
  'packages/simulator/main.test.ts',
  'test/journeys/microsoft-in-trouble.test.ts',
  'test/journeys/people-changes.test.ts',
  'test/journeys/graph-fails.test.ts',
  'test/journeys/server-killed.test.ts',
  'test/journeys/server-killed-early-and-late.test.ts',
  'test/journeys/park-and-camp.test.ts',
  'test/journeys/npm-start.test.ts',
  'test/journeys/presence.test.ts',
  'packages/console/screens.browser.test.ts',
  'test/journeys/one-call.test.ts',
  'packages/simulator/pages/pages-in-browser.test.ts',
];

/** Begins with what takes longest. Files that are not named stay in Vitest's own order, behind those that are. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project.name))];
    const placeOf = ({ project }: TestSpecification): number => projects.indexOf(project.name);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other) || rankOf(one) - rankOf(other));
  }
}

function rankOf({ project, moduleId }: TestSpecification): number {
  const file = path.relative(project.config.root, moduleId).replaceAll(path.sep, '/');
  const rank = longest.indexOf(file);
  return rank < 0 ? longest.length : rank;
}
