import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { silentLogger } from '@switchboard/kit/logger';
import { resetEmbeddedPostgres, startEmbeddedPostgres } from '@switchboard/store/embedded/embedded-postgres';
import { migrate } from '@switchboard/store/migrations/migrate';
import {
  createEmptyDatabase,
  withConnection,
  withDatabase,
} from '@switchboard/store/testing/scratch-database';
import { postgresCpu } from './postgres-usage.ts';

/** A PostgreSQL of the benchmark's own, with fsync as in earnest. */
export interface Databases {
  /** For files that are needed as long as the databases. */
  readonly folder: string;
  /** Makes a database with all tables and indexes and nobody in it. */
  create(name: string): Promise<string>;
  /** Processor time of PostgreSQL so far, in milliseconds; undefined where that cannot be told. */
  cpu(): Promise<number | undefined>;
  stop(): Promise<void>;
}

export async function startDatabases(): Promise<Databases> {
  const folder = await mkdtemp(path.join(tmpdir(), 'switchboard-bench-'));
  // Open to the user `postgres`, under which the server runs when this runs as root.
  await chmod(folder, 0o755);
  const directory = path.join(folder, 'postgres');
  const removeFolder = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const server = await startEmbeddedPostgres({ directory, log: silentLogger }).catch(
    async (error: unknown) => {
      await removeFolder();
      throw error;
    },
  );
  const postmaster = await withConnection(server.url, async (client) => {
    const { rows } = await client.query<{ id: string }>(`SELECT pg_read_file('postmaster.pid') AS id`);
    return Number.parseInt(rows[0]?.id ?? '', 10);
  });
  return {
    folder,
    async create(name) {
      await withConnection(server.url, (client) => createEmptyDatabase(client, name));
      const url = withDatabase(server.url, name);
      await migrate(url, silentLogger);
      return url;
    },
    cpu: () => postgresCpu(postmaster),
    async stop() {
      await resetEmbeddedPostgres({ directory, log: silentLogger });
      await removeFolder();
    },
  };
}
