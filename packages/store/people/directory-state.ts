import type { TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import type { Store } from '../access/store.ts';

/** How far the list of the tenant's users is read. */
export interface DirectoryState {
  /** False: the first whole round is not over. */
  readonly isFilled: boolean;
  readonly read: number;
  readonly about?: number;
  /** When it was last read to its end. */
  readonly readAt?: Instant;
  /** What keeps it from being read. */
  readonly problem?: string;
}

export async function readDirectoryState(store: Store, tenantId: TenantId): Promise<DirectoryState> {
  const row = await store
    .selectFrom('directory_streams')
    .select(['is_filled', 'read', 'about', 'read_at', 'problem'])
    .where('tenant_id', '=', tenantId)
    .where('stream', '=', 'users')
    .executeTakeFirst();
  if (row === undefined) return { isFilled: false, read: 0 };
  const { is_filled: isFilled, read, about, read_at, problem } = row;
  return {
    isFilled,
    read,
    ...(about === null ? {} : { about }),
    ...(read_at === null ? {} : { readAt: read_at }),
    ...(problem === null ? {} : { problem }),
  };
}
