import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { silentLogger } from '@switchboard/kit/logger';
import { resetEmbeddedPostgres } from '../embedded/embedded-postgres.ts';
import { isAlive } from '../embedded/server-process.ts';
import { databasesLike, dropDatabase, withConnection } from './scratch-database.ts';

/** What all test files of one run share; handed to them by Vitest's `provide`. */
export interface TestRun {
  /** Process that ends the run. */
  readonly pid: number;
  /** Names of databases of this run begin with it. */
  readonly prefix: string;
  /** Home of the embedded server, which the first test that asks for a database starts. */
  readonly folder: string;
  /** A server of the developer's own instead, from DATABASE_URL; its role must be allowed to create databases. */
  readonly databaseUrl: string | undefined;
}

const folderPrefix = 'switchboard-test-run-';

/** Costs next to nothing: no server is started before a test asks for a database. */
export async function openTestRun(databaseUrl: string | undefined): Promise<TestRun> {
  await endDeadRuns();
  const folder = await mkdtemp(path.join(tmpdir(), `${folderPrefix}${process.pid}-`));
  // Open to the user `postgres`, under which the server runs when the tests run as root.
  await chmod(folder, 0o755);
  const name = path.basename(folder).slice(folderPrefix.length).toLowerCase().replace('-', '_');
  return { pid: process.pid, prefix: `switchboard_test_${name}_`, folder, databaseUrl };
}

/** Stops the embedded server, or removes the run's databases from the developer's server. */
export async function closeTestRun(run: TestRun): Promise<void> {
  if (run.databaseUrl !== undefined) {
    await withConnection(run.databaseUrl, async (client) => {
      for (const name of await databasesLike(client, run.prefix)) await dropDatabase(client, name);
    });
  }
  await removeRun(run.folder);
}

const serverFolder = (folder: string): string => path.join(folder, 'server');

/** The data directory of the embedded server of a run. */
export const serverDirectory = (run: TestRun): string => serverFolder(run.folder);

async function removeRun(folder: string): Promise<void> {
  const started = await stat(serverFolder(folder)).then(
    () => true,
    () => false,
  );
  if (started) await resetEmbeddedPostgres({ directory: serverFolder(folder), log: silentLogger });
  await rm(folder, { recursive: true, force: true });
}

/** A run that was killed could not stop its server: the next one does. */
async function endDeadRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(folderPrefix)) continue;
    const pid = Number.parseInt(name.slice(folderPrefix.length), 10);
    // Another user's runs are not ours to end: what fails here fails for want of rights.
    if (!isAlive(pid)) await removeRun(path.join(tmpdir(), name)).catch(() => {});
  }
}
