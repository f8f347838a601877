import { randomBytes } from 'node:crypto';
import { appendFile, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from './account.ts';
import { superuser, writeNote, writeOwned } from './cluster-note.ts';
import { EmbeddedError } from './embedded-error.ts';
import type { Home } from './home.ts';
import type { Programs } from './programs.ts';
import { runProgram } from './run-program.ts';
import { isAlive } from './server-process.ts';

/** Our settings, written anew at each start and included by the cluster's postgresql.conf. */
export const settingsName = 'switchboard.conf';

const draftPrefix = 'cluster-draft-';

export interface ClusterPlan {
  readonly home: Home;
  readonly programs: Programs;
  readonly account: Account | undefined;
  /** False leaves out fsync: for tests, whose data may be lost with the machine. */
  readonly durable: boolean;
}

export const hasCluster = (home: Home): Promise<boolean> =>
  stat(path.join(home.cluster, 'PG_VERSION')).then(
    () => true,
    () => false,
  );

/**
 * Makes a new cluster beside its place and moves it there whole, so that an interrupted attempt leaves nothing behind
 * that looks like a database. Sorting and letter case follow PostgreSQL's built-in C.UTF-8, the same on every platform.
 */
export async function createCluster({ home, programs, account, durable }: ClusterPlan): Promise<void> {
  await removeDrafts(home);
  const draft = path.join(home.folder, `${draftPrefix}${process.pid}-${randomBytes(4).toString('hex')}`);
  const passwordFile = `${draft}.password`;
  const password = randomBytes(18).toString('hex');
  try {
    await writeOwned(passwordFile, `${password}\n`, account);
    const args = [
      `--pgdata=${draft}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ];
    const run = await runProgram(programs.initdb, args, { as: account, cwd: home.folder });
    if (run.code !== 0) {
      throw new EmbeddedError(
        'failed',
        `The database could not be created in ${home.folder}: ${run.output}`,
        'See that the disk has room (100 MB) and that the folder can be written, then start again.',
      );
    }
    await appendFile(path.join(draft, 'postgresql.conf'), `\ninclude_if_exists = '${settingsName}'\n`);
    await writeNote(draft, { password, port: undefined, owner: undefined }, account);
    await moveIntoPlace(draft, home);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

/** Removes what a process left that was killed in the middle of it. */
async function removeDrafts(home: Home): Promise<void> {
  for (const name of await readdir(home.folder)) {
    if (!name.startsWith(draftPrefix) || isAlive(Number.parseInt(name.slice(draftPrefix.length), 10)))
      continue;
    await rm(path.join(home.folder, name), { recursive: true, force: true });
  }
}

async function moveIntoPlace(draft: string, home: Home): Promise<void> {
  try {
    await rename(draft, home.cluster);
  } catch (error) {
    // Another process was quicker: its cluster is as good as ours.
    if (!(await hasCluster(home))) throw error;
  }
}

/** Refuses files of another major version of PostgreSQL, which the server would refuse with less to go by. */
export async function checkVersion({ home, programs }: ClusterPlan): Promise<void> {
  const written = (await readFile(path.join(home.cluster, 'PG_VERSION'), 'utf8')).trim();
  if (Number(written) === programs.major) return;
  throw new EmbeddedError(
    'other-version',
    `The data in ${home.cluster} was written by PostgreSQL ${written}, and the embedded server is PostgreSQL ${programs.major}.`,
    'Move the data over with pg_dump of the old version, or begin anew with "npm start -- --reset" (the data is lost).',
  );
}
