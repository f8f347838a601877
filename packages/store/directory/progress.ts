import type { TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { type Selectable, sql } from 'kysely';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';
import type { StreamName } from './hold-stream.ts';

/** How far a tenant's directory is read. */
export interface DirectoryProgress {
  /** `filling` until all people were read once; `failing` while they cannot be read afterwards. */
  readonly state: 'filling' | 'ready' | 'failing';
  /** People read so far in the whole round under way, or in the last one. */
  readonly read: number;
  readonly about?: number;
  /** When the list of people was last read to its end. */
  readonly readAt?: Instant;
  /** A sentence for people, of whichever list has one; about those that matter most first. */
  readonly problem?: string;
}

/** How it stands with one list of Graph's. */
export interface StreamProgress {
  readonly stream: StreamName;
  readonly isFilled: boolean;
  readonly read: number;
  readonly about?: number;
  readonly readAt?: Instant;
  readonly problem?: string;
  /** When it is read next, at the latest. */
  readonly dueAt: Instant;
}

export async function readStreams(store: Store, tenantId: TenantId): Promise<readonly StreamProgress[]> {
  const rows = await store
    .selectFrom('directory_streams')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .execute();
  const byName = new Map(rows.map((row) => [row.stream, presentStream(row)]));
  return (['users', 'organisation', 'numbers'] as const).flatMap((name) => byName.get(name) ?? []);
}

const presentStream = (row: Selectable<Tables['directory_streams']>): StreamProgress => ({
  stream: row.stream,
  isFilled: row.is_filled,
  read: row.read,
  ...(row.about === null ? {} : { about: row.about }),
  ...(row.read_at === null ? {} : { readAt: row.read_at }),
  ...(row.problem === null ? {} : { problem: row.problem }),
  dueAt: row.due_at,
});

export async function readDirectoryProgress(store: Store, tenantId: TenantId): Promise<DirectoryProgress> {
  const streams = await readStreams(store, tenantId);
  const users = streams.find(({ stream }) => stream === 'users');
  const problem = streams.find((stream) => stream.problem !== undefined)?.problem;
  const state = users?.isFilled !== true ? 'filling' : users.problem === undefined ? 'ready' : 'failing';
  return {
    state,
    read: users?.read ?? 0,
    ...(users?.about === undefined ? {} : { about: users.about }),
    ...(users?.readAt === undefined ? {} : { readAt: users.readAt }),
    ...(problem === undefined ? {} : { problem }),
  };
}

/** How many people of each source are here, and how many of them have left. */
export interface DirectoryCounts {
  readonly directory: number;
  readonly organisation: number;
  readonly shared: number;
  readonly personal: number;
  readonly former: number;
}

export async function countDirectory(store: Store, tenantId: TenantId): Promise<DirectoryCounts> {
  const { rows } = await sql<DirectoryCounts>`
    SELECT
      count(*) FILTER (WHERE source = 'directory' AND gone_at IS NULL)::integer AS directory,
      count(*) FILTER (WHERE source = 'organisation' AND gone_at IS NULL)::integer AS organisation,
      count(*) FILTER (WHERE source = 'shared' AND gone_at IS NULL)::integer AS shared,
      count(*) FILTER (WHERE gone_at IS NOT NULL AND erased_at IS NULL)::integer AS former,
      (SELECT count(*) FROM personal_contacts WHERE tenant_id = ${tenantId})::integer AS personal
    FROM people WHERE tenant_id = ${tenantId}`.execute(store);
  return rows[0] ?? { directory: 0, organisation: 0, shared: 0, personal: 0, former: 0 };
}
