import { createHash, randomBytes } from 'node:crypto';
import { type Clock, createClock } from '@switchboard/kit/clock';
import Fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { createEntra, type Entra, type EntraAccount, type EntraApp, type EntraOptions } from './entra.ts';
import { listedAccounts } from './listed-accounts.testing.ts';

export const testTenantId = '7e57c0de-0000-4000-8000-000000000001';

export const eva: EntraAccount = {
  id: '7e57c0de-0000-4000-8000-0000000000e1',
  userPrincipalName: 'eva.berg@contoso.example',
  displayName: 'Eva Berg',
  isOperator: true,
};
export const omar: EntraAccount = {
  id: '7e57c0de-0000-4000-8000-0000000000e2',
  userPrincipalName: 'omar.haddad@contoso.example',
  displayName: 'Omar Haddad',
  isOperator: true,
};
export const lukasz: EntraAccount = {
  id: '7e57c0de-0000-4000-8000-0000000000e3',
  userPrincipalName: 'lukasz.zak@contoso.example',
  displayName: 'Łukasz Żąk',
  isOperator: false,
};

export const consoleApp: EntraApp = {
  applicationId: '7e57c0de-0000-4000-8000-0000000000a1',
  displayName: 'Switchboard',
  secrets: ['fictional-secret'],
  certificates: [],
  redirectUris: ['http://localhost/callback', 'https://console.contoso.example/callback'],
  applicationPermissions: ['Calls.Initiate.All', 'User.Read.All'],
  delegatedPermissions: ['User.Read', 'Presence.Read.All'],
};

export interface EntraBench {
  readonly app: FastifyInstance;
  readonly entra: Entra;
  /** Sends a form to the token endpoint. */
  token(
    fields: Record<string, string>,
    headers?: Record<string, string>,
    tenant?: string,
  ): Promise<LightMyRequestResponse>;
  /** Asks for a code; the defaults are those of the console. */
  authorize(fields?: Record<string, string>, cookie?: string): Promise<LightMyRequestResponse>;
  /** Picks a person on the page that `authorize` showed. */
  pick(page: LightMyRequestResponse, account: EntraAccount): Promise<LightMyRequestResponse>;
}

const systemClock = createClock({ now: Date.now, setTimeout, clearTimeout });

export async function createEntraBench(
  change: Partial<EntraOptions> = {},
  clock: Clock = systemClock,
): Promise<EntraBench> {
  const app = Fastify();
  const entra = await createEntra({
    clock,
    tenantId: testTenantId,
    tenantName: 'contoso.example',
    apps: [consoleApp],
    accounts: listedAccounts([lukasz, eva, omar]),
    publicUrl: () => 'http://localhost:8300',
    ...change,
  });
  entra.register(app);
  await app.ready();
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  return {
    app,
    entra,
    token: (fields, headers = {}, tenant = testTenantId) =>
      app.inject({
        method: 'POST',
        url: `/${tenant}/oauth2/v2.0/token`,
        headers: { ...form, ...headers },
        payload: new URLSearchParams(fields).toString(),
      }),
    authorize: (fields = {}, cookie) => {
      const query = new URLSearchParams({
        client_id: consoleApp.applicationId,
        response_type: 'code',
        redirect_uri: 'http://localhost/callback',
        scope: 'openid profile offline_access User.Read',
        state: 'the state',
        nonce: 'the nonce',
        ...fields,
      });
      return app.inject({
        url: `/${testTenantId}/oauth2/v2.0/authorize?${query.toString()}`,
        headers: cookie === undefined ? {} : { cookie },
      });
    },
    pick: (page, account) =>
      app.inject({
        method: 'POST',
        url: `/${testTenantId}/login`,
        headers: form,
        payload: new URLSearchParams({ flow: flowOf(page), account: account.id }).toString(),
      }),
  };
}

export const flowOf = (page: LightMyRequestResponse): string =>
  /name="flow" value="([^"]+)"/.exec(page.body)?.[1] ?? '';

/** The parameters with which the browser is sent back to the application. */
export const answerOf = (response: LightMyRequestResponse): URLSearchParams =>
  new URLSearchParams(String(response.headers.location ?? '').split(/[?#]/)[1]);

export const cookieOf = (response: LightMyRequestResponse): string =>
  String(response.headers['set-cookie'] ?? '').split(';')[0] ?? '';

export interface ProofKey {
  readonly verifier: string;
  readonly challenge: string;
}

export function newProofKey(): ProofKey {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}
