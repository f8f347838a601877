import { constants, createDecipheriv, createHmac, privateDecrypt, timingSafeEqual } from 'node:crypto';
import { asError } from '@switchboard/kit/lifecycle';
import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import { jsonOrNothing } from '../client/timed-fetch.ts';
import type { EncryptionKey } from './encryption-key.ts';

/** `changeNotificationEncryptedContent`. */
export const encryptedContentSchema = z.looseObject({
  data: z.string().min(1),
  dataSignature: z.string().min(1),
  dataKey: z.string().min(1),
  encryptionCertificateId: z.string().min(1),
});

export type EncryptedContent = z.output<typeof encryptedContentSchema>;

export interface OpeningRefusal {
  /**
   * `unknownKey` for a key that we have thrown away or never had; `key` not for our key; `signature` changed on the way;
   * `content` what is inside is no JSON; `tooLarge`.
   */
  readonly code: 'unknownKey' | 'key' | 'signature' | 'content' | 'tooLarge';
  readonly message: string;
}

/** Characters of base64. A presence has some hundred. */
const longestData = 1_000_000;
/** AES-256. */
const keyLength = 32;

/**
 * What is inside a rich notification
 * (https://learn.microsoft.com/graph/change-notifications-with-resource-data, read 2026-11-23): a symmetric key by
 * RSA-OAEP with SHA-1, a signature of the encrypted data by it, the data by AES-256-CBC, whose initial vector is the
 * beginning of that key. The signature is checked before anything is decrypted.
 */
export function openResourceData(
  { data, dataSignature, dataKey, encryptionCertificateId }: EncryptedContent,
  keys: readonly EncryptionKey[],
): Result<unknown, OpeningRefusal> {
  const key = keys.find(({ id }) => id === encryptionCertificateId);
  if (key === undefined) return no('unknownKey', 'Encrypted for a key that is not here');
  if (data.length > longestData) return no('tooLarge', 'The encrypted data is too long to be a presence');
  const secret = unwrapped(dataKey, key);
  if (secret?.length !== keyLength) return no('key', 'The data key cannot be opened by our key');
  const encrypted = Buffer.from(data, 'base64');
  const expected = createHmac('sha256', secret).update(encrypted).digest();
  const signature = Buffer.from(dataSignature, 'base64');
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
    return no('signature', 'The signature is not that of the data');
  }
  const content = jsonOrNothing(decrypted(encrypted, secret));
  return content === undefined ? no('content', 'The decrypted data is no JSON') : ok(content);
}

const no = (code: OpeningRefusal['code'], message: string): Result<never, OpeningRefusal> =>
  refused({ code, message });

function unwrapped(dataKey: string, { privateKeyPem }: EncryptionKey): Buffer | undefined {
  try {
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    return privateDecrypt({ key: privateKeyPem, padding, oaepHash: 'sha1' }, Buffer.from(dataKey, 'base64'));
  } catch (error) {
    return nothingFor(error);
  }
}

function decrypted(encrypted: Buffer, secret: Buffer): string | undefined {
  try {
    const decipher = createDecipheriv('aes-256-cbc', secret, secret.subarray(0, 16));
    return Buffer.concat([decipher.update(encrypted), decipher.final()]).toString('utf8');
  } catch (error) {
    return nothingFor(error);
  }
}

/** OpenSSL's errors have codes of this form; anything else is a defect. */
function nothingFor(thrown: unknown): undefined {
  const error = asError(thrown);
  if ('code' in error && String(error.code).startsWith('ERR_OSSL')) return undefined;
  throw error;
}
