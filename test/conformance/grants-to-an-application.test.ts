import { createHash } from 'node:crypto';
import { personId, tenantId } from '@switchboard/domain/ids';
import { createEntraClients } from '@switchboard/graph/auth/create-entra-clients';
import { createGraphClient } from '@switchboard/graph/client/create-graph-client';
import { readPermissionGrants } from '@switchboard/graph/directory/permission-grants';
import { must } from '@switchboard/kit/assert';
import { createClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { type SimulatorOptions, startSimulator } from '@switchboard/simulator/start';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { stubClient } from '../../packages/graph/client/stub-client.testing.ts';
import { contoso } from '../../packages/simulator/world/contoso.ts';
import { signInByPage } from '../genuine/entra-server.testing.ts';
import { manners } from './graph-manners.testing.ts';

const log = silentLogger;
const clock = createClock({ now: Date.now, setTimeout, clearTimeout });

/** The resource as Microsoft's page has it: https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant, read 2026-11-29. */
const documentedGrant = z.strictObject({
  clientId: z.guid(),
  consentType: z.enum(['AllPrincipals', 'Principal']),
  id: z.string().min(1),
  principalId: z.guid().nullable(),
  resourceId: z.guid(),
  scope: z.string().min(1),
});

/** The answer of https://learn.microsoft.com/graph/api/oauth2permissiongrant-list, its second grant shortened. */
const documentedAnswer = {
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#oauth2PermissionGrants',
  value: [
    {
      '@odata.id':
        'https://graph.microsoft.com/v2/84841066-274d-4ec0-a5c1-276be684bdd3/oauth2PermissionGrants/AVs6JuUDjkCFV7q2gd8QTPimBBgj5iBFj0C6GwwRxC0',
      clientId: '263a5b01-03e5-408e-8557-bab681df104c',
      consentType: 'AllPrincipals',
      id: 'AVs6JuUDjkCFV7q2gd8QTPimBBgj5iBFj0C6GwwRxC0',
      principalId: null,
      resourceId: '1804a6f8-e623-4520-8f40-ba1b0c11c42d',
      scope: 'User.Read Group.ReadWrite.All',
    },
    {
      clientId: '263a5b01-03e5-408e-8557-bab681df104c',
      consentType: 'AllPrincipals',
      id: 'AVs6JuUDjkCFV7q2gd8QTOQDNpSH5-lPk9HjD3Sarjk',
      principalId: null,
      resourceId: '943603e4-e787-4fe9-93d1-e30f749aae39',
      scope: 'Tasks.ReadWrite openid',
    },
  ],
};

async function meet(options: Partial<SimulatorOptions>) {
  const simulator = await startSimulator({ people: 50, log, ...options });
  onTestFinished(() => simulator.stop());
  const { url } = simulator;
  const entra = createEntraClients({
    ...{ loginBaseUrl: url, clientId: contoso.applicationId, secret: contoso.clientSecret, clock, log },
  });
  const token = entra.appToken;
  const client = createGraphClient({ baseUrl: `${url}/v1.0`, token, clock, log, timeoutMs: 5_000 });
  return { url, entra, client, tenant: tenantId(contoso.tenantId) };
}

describe.each(Object.entries(manners))('%s', (_, inThisManner) => {
  test('the documented grants are read', async () => {
    const { client } = stubClient({ body: inThisManner(documentedAnswer) });
    const read = await readPermissionGrants(client, tenantId('one'), 'app');
    const everybody = new Set(['user.read', 'group.readwrite.all', 'tasks.readwrite', 'openid']);
    expect(read).toEqual({ ok: true, value: { everybody, persons: new Map() } });
  });
});

test('what the simulator grants is listed as documented, read by us, and what its tokens are given for', async () => {
  const { eva, omar } = contoso.people;
  const { url, entra, client, tenant } = await meet({
    applicationPermissions: ['Directory.Read.All'],
    delegatedPermissions: ['User.Read', 'Presence.Read.All'],
    consentedBy: { [eva]: ['Calendars.Read'] },
  });
  const address = `${url}/v1.0/servicePrincipals(appId='${contoso.applicationId}')/oauth2PermissionGrants`;
  const headers = { authorization: `Bearer ${await entra.appToken(tenant)}` };
  const { value } = (await (await fetch(address, { headers })).json()) as { value: unknown[] };
  const grants = value.map((grant) => documentedGrant.parse(grant));
  expect(grants.map(({ consentType, principalId }) => [consentType, principalId])).toEqual([
    ['AllPrincipals', null],
    ['Principal', eva],
  ]);
  expect(await readPermissionGrants(client, tenant, contoso.applicationId)).toEqual({
    ok: true,
    value: {
      everybody: new Set(['user.read', 'presence.read.all']),
      persons: new Map([[personId(eva), new Set(['calendars.read'])]]),
    },
  });

  const codeVerifier = 'v'.repeat(64);
  const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
  const redirectUri = 'http://localhost:3000/auth/callback';
  const gives = async (person: string): Promise<boolean> => {
    const request = { redirectUri, state: 's', nonce: 'n', codeChallenge, scopes: ['User.Read'] };
    const code = must((await signInByPage(await entra.signInUrl(request), person)).get('code'), 'a code');
    await entra.redeemCode({ code, redirectUri, codeVerifier, nonce: 'n', scopes: ['User.Read'] });
    const who = { tenantId: tenant, personId: personId(person) };
    return (await entra.operatorTokens.token(who, ['Calendars.Read'])).ok;
  };
  expect([await gives(eva), await gives(omar)]).toEqual([true, false]);
});

test('an application without the right is refused in a way that we understand', async () => {
  const { client, tenant } = await meet({});
  expect(await readPermissionGrants(client, tenant, contoso.applicationId)).toMatchObject({
    ok: false,
    refusal: { code: 'noRight' },
  });
});
