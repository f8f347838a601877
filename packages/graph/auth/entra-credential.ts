import { createPrivateKey, X509Certificate } from 'node:crypto';
import { asError } from '@switchboard/kit/lifecycle';
import { AuthError } from './auth-error.ts';

/** How our application proves itself to Entra ID: by a certificate (better), or by a client secret. */
export interface EntraCredential {
  readonly secret?: string;
  readonly certificate?: {
    /** The private key, PEM. */
    readonly privateKeyPem: string;
    /** The certificate that the app registration knows, PEM. */
    readonly certificatePem: string;
  };
}

export interface MsalCredential {
  readonly clientSecret?: string;
  readonly clientCertificate?: {
    readonly thumbprintSha256: string;
    readonly privateKey: string;
    readonly x5c: string;
  };
}

/** The credential as MSAL takes it. Throws an {@link AuthError} `configuration` that says what is wrong with it. */
export function msalCredential({ secret, certificate }: EntraCredential): MsalCredential {
  if (certificate !== undefined) {
    const { certificatePem, privateKeyPem } = certificate;
    const parsed = readPem('certificatePem', () => new X509Certificate(certificatePem));
    const key = readPem('privateKeyPem', () => createPrivateKey(privateKeyPem));
    if (!parsed.checkPrivateKey(key)) {
      throw new AuthError(
        'configuration',
        'privateKeyPem does not belong to certificatePem: give the pair as it was made.',
      );
    }
    const thumbprintSha256 = parsed.fingerprint256.replaceAll(':', '').toLowerCase();
    return { clientCertificate: { thumbprintSha256, privateKey: privateKeyPem, x5c: certificatePem } };
  }
  if (secret === undefined || secret === '') {
    throw new AuthError(
      'configuration',
      'Neither secret nor certificate is given: the application needs one of them.',
    );
  }
  return { clientSecret: secret };
}

function readPem<T>(field: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new AuthError('configuration', `${field} is not readable PEM: ${asError(error).message}`);
  }
}
