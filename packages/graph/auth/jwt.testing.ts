import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** Who signs, as an OpenID source does: a key pair with its public half as a JSON web key. */
export interface Signer {
  readonly jwk: Readonly<Record<string, unknown>>;
  sign(claims: JWTPayload, header?: { alg?: string; kid?: string }): Promise<string>;
}

export async function createSigner(kid: string, alg = 'RS256'): Promise<Signer> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  return {
    jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig' },
    sign: (claims, header = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg, kid, ...header }).sign(privateKey),
  };
}
