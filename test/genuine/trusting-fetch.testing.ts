import { Agent, request } from 'node:https';

export interface SentRequest {
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
}

export type TrustingFetch = (address: string, sent?: SentRequest) => Promise<Response>;

/** Fetches over https and trusts one certificate authority; the process as a whole trusts nobody more than before. */
export function createTrustingFetch(certificateAuthority: string): TrustingFetch {
  const agent = new Agent({ ca: certificateAuthority });
  return (address, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const sent = request(address, { method, headers, agent }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const given = Object.entries(answer.headers).map(([name, value]): [string, string] => [
            name,
            String(value),
          ]);
          resolve(new Response(Buffer.concat(parts), { status: answer.statusCode ?? 0, headers: given }));
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
}
