import {
  type EncryptionKey,
  keysInUse,
  makeEncryptionKey,
} from '@switchboard/graph/subscriptions/encryption-key';
import type { Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import type { Seal } from '@switchboard/store/access/seal';
import type { Store } from '@switchboard/store/access/store';
import {
  addEncryptionKey,
  readEncryptionKeys,
  removeEncryptionKeys,
} from '@switchboard/store/presence/encryption-keys';
import * as z from 'zod';

/** The keys by which Graph encrypts what it tells; every server has all of them. */
export interface NoticeKeys {
  /** Those that open notices, the newest first. */
  opening(): Promise<readonly EncryptionKey[]>;
  /** For a new subscription; made when there is none, or the last one is old. */
  current(): Promise<EncryptionKey>;
}

const keySchema = z.object({
  id: z.string(),
  certificate: z.string(),
  privateKeyPem: z.string(),
  madeAt: z.number(),
});

export interface NoticeKeyParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly seal: Seal;
}

export function createNoticeKeys({ store, clock, newId, seal }: NoticeKeyParts): NoticeKeys {
  const opened = new Map<string, EncryptionKey>();
  const boundTo = (keyId: string): string => `encryption key ${keyId}`;

  async function readKeys(): Promise<readonly EncryptionKey[]> {
    const stored = await readEncryptionKeys(store);
    return stored.flatMap(({ keyId, sealed }) => {
      const known = opened.get(keyId) ?? openKey(seal.open(sealed, boundTo(keyId)));
      if (known !== undefined) opened.set(keyId, known);
      return known ?? [];
    });
  }

  return {
    opening: async () => keysInUse(await readKeys(), clock.now()).opening,
    async current() {
      const keys = await readKeys();
      const { current, opening } = keysInUse(keys, clock.now());
      if (current !== undefined) return current;
      const made = await makeEncryptionKey(clock.now(), newId);
      const sealed = seal.seal(JSON.stringify(made), boundTo(made.id));
      await addEncryptionKey(store, { keyId: made.id, sealed, madeAt: made.madeAt });
      const kept = new Set(opening.map(({ id }) => id));
      const gone = keys.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
      for (const id of gone) opened.delete(id);
      await removeEncryptionKeys(store, gone);
      return made;
    },
  };
}

/** Undefined: sealed by a key of the installation that is gone. */
function openKey(text: string | undefined): EncryptionKey | undefined {
  return text === undefined ? undefined : keySchema.parse(JSON.parse(text));
}
