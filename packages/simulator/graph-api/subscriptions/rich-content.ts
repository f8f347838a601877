import {
  constants,
  createCipheriv,
  createHmac,
  publicEncrypt,
  randomBytes,
  X509Certificate,
} from 'node:crypto';
import { ok, type Result, refused } from '@switchboard/kit/result';

export interface EncryptedContent {
  readonly data: string;
  readonly dataSignature: string;
  readonly dataKey: string;
  readonly encryptionCertificateId: string;
  readonly encryptionCertificateThumbprint: string;
}

/** Reads a base64 DER certificate; its key must be RSA of 2,048 to 4,096 bits. */
export function readCertificate(base64: string): Result<X509Certificate, string> {
  try {
    const certificate = new X509Certificate(Buffer.from(base64, 'base64'));
    const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
    const bits = asymmetricKeyDetails?.modulusLength ?? 0;
    if (asymmetricKeyType === 'rsa' && bits >= 2_048 && bits <= 4_096) return ok(certificate);
    return refused('encryptionCertificate: the key must be RSA of 2048 to 4096 bits.');
  } catch {
    // Whatever OpenSSL dislikes, the client can only mend it by sending a certificate.
    return refused('encryptionCertificate: not a base64 encoded X.509 certificate.');
  }
}

/**
 * Encrypts a resource as change notifications carry it: a fresh AES-256 key, its first 16 bytes as the IV, the key
 * wrapped with RSA-OAEP (SHA-1), the data signed with HMAC-SHA256
 * (https://learn.microsoft.com/graph/change-notifications-with-resource-data, read 2026-11-23).
 */
export function encryptContent(
  certificate: X509Certificate,
  certificateId: string,
  resource: unknown,
): EncryptedContent {
  const key = randomBytes(32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
  const data = Buffer.concat([cipher.update(JSON.stringify(resource), 'utf8'), cipher.final()]);
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  return {
    data: data.toString('base64'),
    dataSignature: createHmac('sha256', key).update(data).digest('base64'),
    dataKey: publicEncrypt({ key: certificate.publicKey, padding }, key).toString('base64'),
    encryptionCertificateId: certificateId,
    encryptionCertificateThumbprint: certificate.fingerprint.replaceAll(':', ''),
  };
}
