import type { Instant } from '@switchboard/kit/clock';
import type { Store } from '../access/store.ts';

/** A key that Graph encrypts presence with, sealed. It belongs to the installation, not to a tenant. */
export interface StoredEncryptionKey {
  readonly keyId: string;
  readonly sealed: Buffer;
  readonly madeAt: Instant;
}

export async function readEncryptionKeys(store: Store): Promise<readonly StoredEncryptionKey[]> {
  const rows = await store
    .selectFrom('encryption_keys')
    .select(['key_id', 'sealed', 'made_at'])
    .orderBy('made_at', 'desc')
    .execute();
  return rows.map((row) => ({ keyId: row.key_id, sealed: row.sealed, madeAt: row.made_at }));
}

export async function addEncryptionKey(store: Store, key: StoredEncryptionKey): Promise<void> {
  await store
    .insertInto('encryption_keys')
    .values({ key_id: key.keyId, sealed: key.sealed, made_at: key.madeAt })
    .execute();
}

export async function removeEncryptionKeys(store: Store, keyIds: readonly string[]): Promise<void> {
  if (keyIds.length === 0) return;
  await store
    .deleteFrom('encryption_keys')
    .where('key_id', 'in', [...keyIds])
    .execute();
}
