import { X509Certificate } from 'node:crypto';
import type { Instant } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { generate } from 'selfsigned';

/**
 * What Graph encrypts resource data with, and we open it with. The private half is a secret: a store keeps it
 * encrypted.
 */
export interface EncryptionKey {
  /** Ours; Graph names it in every notification (`encryptionCertificateId`). */
  readonly id: string;
  /** X.509, DER, base64: for `encryptionCertificate`. */
  readonly certificate: string;
  readonly privateKeyPem: string;
  readonly madeAt: Instant;
}

const day = 24 * 3_600_000;
/** New subscriptions use a key so long; then a new one is made. */
const servesMs = 30 * day;
/**
 * An old key opens what still comes: a subscription lives an hour, and its notifications are tried again for four
 * (https://learn.microsoft.com/graph/change-notifications-delivery-webhooks, read 2026-11-23).
 */
const opensMs = servesMs + day;

/** Makes a key pair of 2,048 bits, the least that Graph takes and the quickest to open, with a certificate of its own. */
export async function makeEncryptionKey(now: Instant, newId: IdSource): Promise<EncryptionKey> {
  const pair = await generate([{ name: 'commonName', value: 'Switchboard notifications' }], {
    keySize: 2_048,
    algorithm: 'sha256',
    notBeforeDate: new Date(now - day),
    notAfterDate: new Date(now + 2 * servesMs),
  });
  return {
    id: newId(),
    certificate: new X509Certificate(pair.cert).raw.toString('base64'),
    privateKeyPem: pair.private,
    madeAt: now,
  };
}

export interface KeysInUse {
  /** For new subscriptions; absent when one is to be made. */
  readonly current?: EncryptionKey;
  /** Those that open notifications, the current one too. The others may be thrown away. */
  readonly opening: readonly EncryptionKey[];
}

/** Which of the keys serve for what. */
export function keysInUse(keys: readonly EncryptionKey[], now: Instant): KeysInUse {
  const opening = keys
    .filter(({ madeAt }) => now - madeAt < opensMs)
    .toSorted((one, other) => other.madeAt - one.madeAt);
  const current = opening.find(({ madeAt }) => now - madeAt < servesMs);
  return { ...(current === undefined ? {} : { current }), opening };
}
