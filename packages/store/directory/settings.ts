import {
  type DirectorySettings,
  withDirectoryDefaults,
} from '@switchboard/domain/directory/directory-settings';
import type { TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import type { Store } from '../access/store.ts';
import { toJson } from '../access/to-json.ts';
import { erase } from './change-people.ts';
import { holdChanges, noteLastChange } from './hold-changes.ts';
import { restartStreams } from './wake-directory.ts';

export async function readDirectorySettings(store: Store, tenantId: TenantId): Promise<DirectorySettings> {
  const row = await store
    .selectFrom('directories')
    .select('settings')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  return withDirectoryDefaults(row?.settings ?? {});
}

/**
 * Sets what of a tenant's directory is here. Other settings than before begin a whole round, whoever reads now is
 * overtaken, and organisational contacts that are wanted no more are erased at once.
 */
export function changeDirectorySettings(
  store: Store,
  tenantId: TenantId,
  now: Instant,
  change: (before: DirectorySettings) => DirectorySettings,
): Promise<DirectorySettings> {
  return store.transaction().execute(async (tx) => {
    const before = await readDirectorySettings(tx, tenantId);
    const after = change(before);
    const kept = toJson(after);
    if (kept === toJson(before)) return before;
    if (isReadAnew(before, after)) await restartStreams(tx, tenantId, now);
    const lastChange = await holdChanges(tx, tenantId);
    await tx
      .updateTable('directories')
      .set({ settings: kept as never })
      .where('tenant_id', '=', tenantId)
      .execute();
    if (!after.organisationContacts) {
      const of = { tenantId, source: 'organisation', now, lastChange } as const;
      await noteLastChange(tx, tenantId, await erase(tx, of, 'all'));
    }
    return after;
  });
}

/** How long former people are kept says nothing about what is read. */
const isReadAnew = (before: DirectorySettings, after: DirectorySettings): boolean =>
  toJson({ ...before, formerDays: 0 }) !== toJson({ ...after, formerDays: 0 });
