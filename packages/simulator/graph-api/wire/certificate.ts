import { generate } from 'selfsigned';

export interface ServerCertificate {
  readonly key: string;
  readonly cert: string;
  /** PEM of the authority that vouches for it; clients are told to trust this one. */
  readonly authority: string;
}

/** A year and a bit: nobody keeps a simulator running for longer. */
const lifeMs = 400 * 86_400_000;

/** Makes an authority of our own and a certificate for this machine, afresh at every start; nothing is stored. */
export async function makeCertificate(hosts: readonly string[], now: number): Promise<ServerCertificate> {
  const common = {
    keyType: 'ec' as const,
    algorithm: 'sha256',
    // A day back: clocks of other machines and containers differ.
    notBeforeDate: new Date(now - 86_400_000),
    notAfterDate: new Date(now + lifeMs),
  };
  const authority = await generate([{ name: 'commonName', value: 'Simulated Microsoft 365 authority' }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: 'commonName', value: hosts[0] ?? 'localhost' }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...hosts.map((value) => ({ type: 2 as const, value })),
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  return { key: server.private, cert: server.cert, authority: authority.cert };
}
