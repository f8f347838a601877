import type {} from '@switchboard/store/testing/test-database';
import { closeTestRun, openTestRun, type TestRun } from '@switchboard/store/testing/test-run';
import type { TestProject } from 'vitest/node';

let run: TestRun | undefined;

/** Once for the whole run; a database server is started only when a test asks for one. */
export async function setup(project: TestProject): Promise<void> {
  const databaseUrl = process.env['DATABASE_URL'];
  run = await openTestRun(databaseUrl === '' ? undefined : databaseUrl);
  project.provide('testRun', run);
}

export async function teardown(): Promise<void> {
  if (run !== undefined) await closeTestRun(run);
}
