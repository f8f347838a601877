import type { TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import type { Store } from '../access/store.ts';
import { holdChanges } from './hold-changes.ts';
import { restartStreams } from './wake-directory.ts';

/**
 * Deletes everything of a tenant that was read from Microsoft: people, organisational and personal contacts. Copies are
 * made anew, and it is read again from the beginning.
 *
 * @param withOwn also what operators made: shared contacts, notes and names, favourites
 */
export function eraseDirectory(
  store: Store,
  tenantId: TenantId,
  { withOwn, now }: { readonly withOwn: boolean; readonly now: Instant },
): Promise<void> {
  return store.transaction().execute(async (tx) => {
    await restartStreams(tx, tenantId, now);
    await tx
      .updateTable('directory_streams')
      .set({ is_filled: false, read_at: null })
      .where('tenant_id', '=', tenantId)
      .execute();
    const change = (await holdChanges(tx, tenantId)) + 1;
    await tx
      .updateTable('directories')
      .set({ last_change: change, forgotten_change: change })
      .where('tenant_id', '=', tenantId)
      .execute();
    const people = tx.deleteFrom('people').where('tenant_id', '=', tenantId);
    await (withOwn ? people : people.where('source', '<>', 'shared')).execute();
    for (const table of ['personal_contacts', 'contact_folders', 'mailboxes_read'] as const) {
      await tx.deleteFrom(table).where('tenant_id', '=', tenantId).execute();
    }
    if (!withOwn) return;
    for (const table of ['person_traits', 'favourites'] as const) {
      await tx.deleteFrom(table).where('tenant_id', '=', tenantId).execute();
    }
  });
}
