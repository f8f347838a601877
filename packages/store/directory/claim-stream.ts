import { withDirectoryDefaults } from '@switchboard/domain/directory/directory-settings';
import type { Instant } from '@switchboard/kit/clock';
import { type Selectable, sql } from 'kysely';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';
import type { PeopleWork } from './hold-changes.ts';
import { type ClaimedStream, lease } from './hold-stream.ts';

/** Changes that raise no notice, and what was lost on the way, come up at the latest with a whole round. */
const wholeRoundEvery = 24 * 3_600_000;
/** Somebody who wakes it again and again does not have it read more often, in milliseconds. */
const shortestPause = 2_000;

/** Gives every tenant its streams. */
export async function prepareStreams(store: Store): Promise<void> {
  await sql`INSERT INTO directories (tenant_id)
    SELECT tenant_id FROM tenants t WHERE NOT EXISTS (SELECT FROM directories d WHERE d.tenant_id = t.tenant_id)
    ON CONFLICT DO NOTHING`.execute(store);
  await sql`INSERT INTO directory_streams (tenant_id, stream, round)
    SELECT d.tenant_id, s, 1 FROM directories d CROSS JOIN unnest(ARRAY['users', 'organisation', 'numbers']) AS s
    WHERE NOT EXISTS (SELECT FROM directory_streams o WHERE o.tenant_id = d.tenant_id AND o.stream = s)
    ON CONFLICT DO NOTHING`.execute(store);
}

export interface Claim {
  readonly owner: number;
  readonly now: Instant;
  /** Streams that this server reads already, by {@link nameOfStream}. */
  readonly busy: readonly string[];
}

export const nameOfStream = ({ tenantId, stream }: Pick<ClaimedStream, 'tenantId' | 'stream'>): string =>
  `${tenantId} ${stream}`;

/** Takes the stream that has been due for longest and that no other server reads; of equals the people's first. */
export function claimStream(store: Store, { owner, now, busy }: Claim): Promise<ClaimedStream | undefined> {
  return store.transaction().execute(async (tx) => {
    const { rows } = await sql<Selectable<Tables['directory_streams']>>`
      SELECT s.* FROM directory_streams s JOIN directories d USING (tenant_id)
      WHERE (s.owned_until IS NULL OR s.owned_until <= ${now}::bigint)
        AND s.tenant_id || ' ' || s.stream <> ALL(${[...busy]}::text[])
        AND (s.due_at <= ${now}::bigint OR (s.wanted_at IS NOT NULL AND s.problem IS NULL
          AND coalesce(s.read_at, 0) <= ${now - shortestPause}::bigint))
        AND CASE s.stream
          WHEN 'organisation' THEN coalesce((d.settings -> 'organisationContacts')::boolean, true)
          WHEN 'numbers' THEN d.settings ->> 'teamsNumber' = 'userConfigurations' AND EXISTS (
            SELECT FROM directory_streams u WHERE u.tenant_id = s.tenant_id AND u.stream = 'users' AND u.is_filled)
          ELSE true END
      ORDER BY s.due_at, s.stream <> 'users', s.tenant_id, s.stream LIMIT 1 FOR UPDATE OF s SKIP LOCKED`.execute(
      tx,
    );
    const row = rows[0];
    return row === undefined ? undefined : await take(tx, row, owner, now);
  });
}

async function take(
  tx: PeopleWork,
  row: Selectable<Tables['directory_streams']>,
  owner: number,
  now: Instant,
): Promise<ClaimedStream> {
  const { tenant_id: tenantId, stream } = row;
  const isOld = !row.is_whole && (row.began_at ?? 0) < now - wholeRoundEvery;
  const round = isOld ? row.round + 1 : row.round;
  const link = isOld ? null : row.link;
  const about = isOld ? null : row.about;
  const { settings } = await tx
    .selectFrom('directories')
    .select('settings')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('directory_streams')
    .set({
      owner,
      owned_until: now + lease,
      wanted_at: null,
      round,
      link,
      about,
      is_whole: row.is_whole || isOld,
      ...(isOld ? { read: 0 } : {}),
      ...(isOld || (row.is_whole && row.began_at === null) ? { began_at: now } : {}),
    })
    .where('tenant_id', '=', tenantId)
    .where('stream', '=', stream)
    .execute();
  return {
    tenantId,
    stream,
    owner,
    round,
    link: link ?? undefined,
    isWhole: row.is_whole || isOld,
    isFilled: row.is_filled,
    about: about ?? undefined,
    restedFor: row.problem_at === null ? undefined : row.due_at - row.problem_at,
    settings: withDirectoryDefaults(settings),
  };
}
