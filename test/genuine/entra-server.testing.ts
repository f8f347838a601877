import { createClock } from '@switchboard/kit/clock';
import { createEntra, type EntraAccount, type EntraApp } from '@switchboard/simulator/entra/entra';
import { listedAccounts } from '@switchboard/simulator/entra/listed-accounts.testing';
import Fastify from 'fastify';

export const tenantId = '7e57c0de-0000-4000-8000-000000000001';

export const eva: EntraAccount = {
  id: '7e57c0de-0000-4000-8000-0000000000e1',
  userPrincipalName: 'eva.berg@contoso.example',
  displayName: 'Eva Berg',
  isOperator: true,
};

export const consoleApp: EntraApp = {
  applicationId: '7e57c0de-0000-4000-8000-0000000000a1',
  displayName: 'Switchboard',
  secrets: ['fictional-secret'],
  certificates: [],
  redirectUris: ['http://localhost/callback'],
  applicationPermissions: ['Calls.Initiate.All'],
  delegatedPermissions: ['User.Read', 'Presence.Read.All'],
};

export interface EntraServer {
  /** `http://localhost:<port>`, as the discovery documents name it. */
  readonly url: string;
  readonly host: string;
  readonly entra: Awaited<ReturnType<typeof createEntra>>;
  stop(): Promise<void>;
}

/** Entra ID alone, over plain http on a free port, with the real clock: MSAL reads the machine's own. */
export async function startEntraServer(app: EntraApp = consoleApp): Promise<EntraServer> {
  const server = Fastify({ forceCloseConnections: true });
  let url = '';
  const entra = await createEntra({
    clock: createClock({ now: Date.now, setTimeout, clearTimeout }),
    tenantId,
    tenantName: 'contoso.example',
    apps: [app],
    accounts: listedAccounts([eva]),
    publicUrl: () => url,
  });
  entra.register(server);
  const { port } = new URL(await server.listen({ port: 0, host: '127.0.0.1' }));
  url = `http://localhost:${port}`;
  return { url, host: `localhost:${port}`, entra, stop: () => server.close() };
}

/** Follows the sign-in page as a person would: picks an account and is sent back to the application. */
export async function signInByPage(authorizeUrl: string, accountId: string): Promise<URLSearchParams> {
  const page = await (await fetch(authorizeUrl)).text();
  const action = /<form method="post" action="([^"]+)"/.exec(page)?.[1] ?? '';
  const flow = /name="flow" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const answer = await fetch(new URL(action, authorizeUrl), {
    method: 'POST',
    body: new URLSearchParams({ flow, account: accountId }),
    redirect: 'manual',
  });
  return new URL(answer.headers.get('location') ?? '').searchParams;
}
