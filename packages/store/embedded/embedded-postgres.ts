import path from 'node:path';
import type { Logger } from '@switchboard/kit/logger';
import { type Account, serverAccount } from './account.ts';
import { readNote, writeNote } from './cluster-note.ts';
import { askServer, databaseUrl, ensureDatabase, shortPause } from './connection-test.ts';
import { type ClusterPlan, checkVersion, createCluster, hasCluster } from './create-cluster.ts';
import { EmbeddedError } from './embedded-error.ts';
import { findHome, openHome, removeHome } from './home.ts';
import { findPrograms } from './programs.ts';
import { findServer, isAlive } from './server-process.ts';
import { startServer, stopServer } from './start-server.ts';

export interface EmbeddedPostgresOptions {
  /** Folder for the data; made if missing. As root the data may have to live elsewhere: the log and `moved-to` say where. */
  readonly directory: string;
  readonly log: Logger;
  /** TCP port on 127.0.0.1; without it the last one again, or any that is free. A server that runs already keeps its own. */
  readonly port?: number;
  /** False gives up fsync: for tests. Default true. */
  readonly durable?: boolean;
  /** Process for whose life the server is kept; default ours. */
  readonly owner?: number;
  /** Told what takes a moment, for a person who waits: `creating the database`. */
  readonly onProgress?: (step: string) => void;
}

export interface EmbeddedPostgres {
  /** Of the database `switchboard`, with its password: not for logs. */
  readonly url: string;
  /** True when a server already ran on the directory and was taken over. */
  readonly attached: boolean;
  /** The living process whose server this is; undefined: it is ours. */
  readonly sharedWith?: number;
  /** Stops the server, unless it belongs to another process that is still alive. May be called twice. */
  stop(): Promise<void>;
}

const databaseName = 'switchboard';
/** Waits of 0.1 s for a server that is starting, recovering or stopping: one minute. */
const patience = 600;

/** Brings up the PostgreSQL that comes with Switchboard. Throws {@link EmbeddedError}. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const progress = options.onProgress ?? ((): void => {});
  const directory = path.resolve(options.directory);
  const plan = await preparePlan(directory, options);
  if (!(await hasCluster(plan.home))) {
    progress('creating the database');
    await createCluster(plan);
  }
  await checkVersion(plan);
  let attached = await attach(plan, options.log, progress);
  if (!attached) {
    progress('starting the database');
    attached = !(await startOrYield(plan, options));
  }
  const note = await readNote(plan.home.cluster);
  const port = (await findServer(plan.home.cluster, options.log))?.port;
  if (port === undefined) {
    throw new EmbeddedError(
      'failed',
      'The embedded PostgreSQL ended again at once.',
      `See ${plan.home.logFile}.`,
    );
  }
  await ensureDatabase(databaseUrl(note, port, 'postgres'), databaseName);
  const owner = options.owner ?? process.pid;
  const { owner: holder } = note;
  const isOthers = attached && holder !== undefined && holder !== owner && isAlive(holder);
  const shared = isOthers ? { sharedWith: holder } : undefined;
  if (shared === undefined) await writeNote(plan.home.cluster, { ...note, port, owner }, plan.account);
  options.log.info('the embedded database is ready', { port, attached, ...shared, folder: plan.home.folder });
  return {
    url: databaseUrl(note, port, databaseName),
    attached,
    ...shared,
    stop: shared ? leave : stopOnce(plan),
  };
}

/** Stops the server if one runs and deletes all its data. Nothing to delete is no error. */
export async function resetEmbeddedPostgres(options: {
  readonly directory: string;
  readonly log: Logger;
}): Promise<void> {
  const directory = path.resolve(options.directory);
  const home = await findHome(directory);
  const server = await findServer(home.cluster, options.log);
  if (server !== undefined) {
    const { owner } = await readNote(home.cluster);
    if (owner !== undefined && owner !== process.pid && isAlive(owner)) {
      throw new EmbeddedError(
        'in-use',
        `The embedded database is in use by process ${owner}, so it is not deleted.`,
        'Stop that Switchboard first (Ctrl-C in its window), then reset.',
      );
    }
    const plan = await preparePlan(directory, options);
    await stopServer(plan.home, plan.programs, plan.account);
  }
  await removeHome(directory, home);
}

async function preparePlan(
  directory: string,
  { log, durable = true }: Pick<EmbeddedPostgresOptions, 'log' | 'durable'>,
): Promise<ClusterPlan> {
  const account: Account | undefined = await serverAccount(log);
  const home = await openHome(directory, account, log);
  return { home, account, durable, programs: await findPrograms(home, account, log) };
}

/** Starts the server; false if another process has started it in the same moment. */
async function startOrYield(plan: ClusterPlan, options: EmbeddedPostgresOptions): Promise<boolean> {
  try {
    await startServer(plan, options.port);
    return true;
  } catch (error) {
    if (await attach(plan, options.log, () => {})) return false;
    throw error;
  }
}

/** True when a server runs on the cluster and takes connections; false when none does. */
async function attach(plan: ClusterPlan, log: Logger, progress: (step: string) => void): Promise<boolean> {
  let last = 'it does not answer';
  for (let attempt = 0; attempt < patience; attempt += 1) {
    const server = await findServer(plan.home.cluster, log);
    if (server === undefined) return false;
    if (attempt === 10) progress('waiting for the database, which is starting or stopping');
    if (server.port !== undefined) {
      const note = await readNote(plan.home.cluster);
      const answer = await askServer(databaseUrl(note, server.port, 'postgres'));
      if (answer === 'ready') return true;
      if (typeof answer === 'object') {
        last = answer.refused;
        break;
      }
    }
    await shortPause();
  }
  throw new EmbeddedError(
    'failed',
    `A PostgreSQL server runs on ${plan.home.cluster} but cannot be used: ${last}.`,
    'End that process and start again.',
  );
}

function stopOnce(plan: ClusterPlan): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () => {
    stopping ??= stopServer(plan.home, plan.programs, plan.account);
    return stopping;
  };
}

const leave = (): Promise<void> => Promise.resolve();
