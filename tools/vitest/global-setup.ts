import type {} from '@switchboard/console/testing/built-console.testing';
import type {} from '@switchboard/store/testing/test-database';
import { closeTestRun, openTestRun, type TestRun } from '@switchboard/store/testing/test-run';
import type { TestProject } from 'vitest/node';
import { consoleFiles, isConsoleBuilt } from '../setup/console-build.mjs';

let run: TestRun | undefined;

/** Once for the whole run; a database server is started only when a test asks for one. */
export async function setup(project: TestProject): Promise<void> {
  const databaseUrl = process.env['DATABASE_URL'];
  run = await openTestRun(databaseUrl === '' ? undefined : databaseUrl);
  project.provide('testRun', run);
  project.provide('consoleFiles', isConsoleBuilt() ? consoleFiles : '');
}

export async function teardown(): Promise<void> {
  if (run !== undefined) await closeTestRun(run);
}
