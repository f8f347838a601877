import { X509Certificate } from 'node:crypto';
import type { EncryptionKey } from './encryption-key.ts';
import type { EncryptedContent } from './open-resource-data.ts';

const base64 = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64');

/**
 * What Graph makes of resource data, out of the certificate alone and by the Web Crypto API: another hand than the one
 * that opens it (https://learn.microsoft.com/graph/change-notifications-with-resource-data, read 2026-11-23).
 */
export async function sealed(
  content: string,
  { certificate, id }: Pick<EncryptionKey, 'certificate' | 'id'>,
): Promise<EncryptedContent> {
  const { subtle } = globalThis.crypto;
  const spki = new X509Certificate(Buffer.from(certificate, 'base64')).publicKey.export({
    type: 'spki',
    format: 'der',
  });
  const secret = globalThis.crypto.getRandomValues(new Uint8Array(32));
  const wrap = await subtle.importKey(
    'spki',
    new Uint8Array(spki),
    { name: 'RSA-OAEP', hash: 'SHA-1' },
    false,
    ['encrypt'],
  );
  const aes = await subtle.importKey('raw', secret, 'AES-CBC', false, ['encrypt']);
  const hmac = await subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const iv = secret.slice(0, 16);
  const data = await subtle.encrypt({ name: 'AES-CBC', iv }, aes, new TextEncoder().encode(content));
  return {
    data: base64(data),
    dataKey: base64(await subtle.encrypt({ name: 'RSA-OAEP' }, wrap, secret)),
    dataSignature: base64(await subtle.sign('HMAC', hmac, data)),
    encryptionCertificateId: id,
  };
}
