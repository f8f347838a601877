import { createHash, createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { Clock } from '@switchboard/kit/clock';
import { type JWTPayload, SignJWT } from 'jose';
import { generate } from 'selfsigned';

/** One entry of a published key set, with the members that Microsoft's have. */
export interface PublishedKey {
  readonly kty: 'RSA';
  readonly use: 'sig';
  readonly kid: string;
  readonly x5t: string;
  readonly n: string;
  readonly e: string;
  readonly x5c: readonly string[];
}

export interface SigningKey {
  readonly published: PublishedKey;
  readonly publicKey: KeyObject;
  /** Signs with RS256 and names the key in the header. */
  sign(payload: JWTPayload): Promise<string>;
}

/** Signing certificates of Entra ID live for years; the simulator never runs so long. */
const certificateLifeDays = 1825;

/** Makes an RSA key of 2,048 bits, the size Microsoft signs with, and a certificate that holds it. */
export async function createSigningKey(commonName: string, clock: Clock): Promise<SigningKey> {
  const notBefore = new Date(clock.now());
  const pair = await generate([{ name: 'commonName', value: commonName }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: notBefore,
    notAfterDate: new Date(notBefore.getTime() + certificateLifeDays * 86_400_000),
  });
  const privateKey = createPrivateKey(pair.private);
  const publicKey = createPublicKey(pair.cert);
  const certificate = new X509Certificate(pair.cert).raw;
  const thumbprint = createHash('sha1').update(certificate).digest('base64url');
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  return {
    publicKey,
    published: {
      kty: 'RSA',
      use: 'sig',
      kid: thumbprint,
      x5t: thumbprint,
      n,
      e,
      x5c: [certificate.toString('base64')],
    },
    sign: (payload) =>
      new SignJWT(payload)
        .setProtectedHeader({ typ: 'JWT', alg: 'RS256', x5t: thumbprint, kid: thumbprint })
        .sign(privateKey),
  };
}
