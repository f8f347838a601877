import { personId, tenantId } from '@switchboard/domain/ids';
import { expect, test } from 'vitest';
import { problem, stubClient } from '../client/stub-client.testing.ts';
import { readPermissionGrants } from './permission-grants.ts';

const contoso = tenantId('11111111-2222-4333-8444-555555555555');
const eva = '7e57c0de-0000-4000-8000-0000000000e1';

test('grants for everybody and of single people are told apart, over all pages, whatever is unreadable', async () => {
  const next = 'https://graph.test/v1.0/servicePrincipals/one/oauth2PermissionGrants?$skiptoken=1';
  const { client, asked } = stubClient(
    {
      body: {
        '@odata.nextLink': next,
        value: [
          { consentType: 'AllPrincipals', principalId: null, scope: ' openid Presence.Read.All' },
          { consentType: 'SomethingNew', principalId: eva, scope: 'Mail.Send' },
          { consentType: 'AllPrincipals', scope: 7 },
        ],
      },
    },
    {
      body: {
        value: [
          { consentType: 'Principal', principalId: eva.toUpperCase(), scope: 'Calendars.Read' },
          { consentType: 'Principal', principalId: eva, scope: 'Contacts.Read' },
        ],
      },
    },
  );
  expect(await readPermissionGrants(client, contoso, 'our-app')).toEqual({
    ok: true,
    value: {
      everybody: new Set(['openid', 'presence.read.all']),
      persons: new Map([[personId(eva), new Set(['calendars.read', 'contacts.read'])]]),
    },
  });
  expect(asked.map(({ path }) => path)).toEqual([
    "/servicePrincipals(appId='our-app')/oauth2PermissionGrants",
    next,
  ]);
});

test('an application that may not read them is told so', async () => {
  const { client } = stubClient(problem('forbidden', 403, 'Authorization_RequestDenied'));
  expect(await readPermissionGrants(client, contoso, 'our-app')).toMatchObject({
    ok: false,
    refusal: { code: 'noRight' },
  });
});
