import { afterEach, beforeEach, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench, tokens } from '../bench.testing.ts';
import type { PermissionGrant } from './permission-grant.ts';

const principal = '0b1ec700-0000-4000-8000-0000000000a1';
const token = tokens.appWith('DelegatedPermissionGrant.Read.All');
const byApplication = `/servicePrincipals(appId='${contoso.applicationId}')/oauth2PermissionGrants`;

const grant = (count: number): PermissionGrant => ({
  id: `grant-${count}`,
  clientId: principal,
  consentType: count === 0 ? 'AllPrincipals' : 'Principal',
  principalId: count === 0 ? null : `person-${count}`,
  resourceId: '0b1ec700-0000-4000-8000-0000000000b1',
  scope: 'Presence.Read.All Mail.Send',
});

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
  const grants = Array.from({ length: 250 }, (_, count) => grant(count));
  bench.principals = [{ applicationId: contoso.applicationId, id: principal, grants }];
});
afterEach(() => bench.stop());

test('grants are listed by either address of the service principal, a hundred a page', async () => {
  for (const address of [byApplication, `/servicePrincipals/${principal}/oauth2PermissionGrants`]) {
    const seen: unknown[] = [];
    let next: string | undefined = address;
    for (let pages = 0; next !== undefined; pages++) {
      const { status, body } = await bench.get(next, { token });
      expect([status, pages < 3]).toEqual([200, true]);
      seen.push(...(body.value as unknown[]));
      next = body['@odata.nextLink'] as string | undefined;
    }
    expect(seen).toHaveLength(250);
    expect(seen.slice(0, 2)).toEqual([grant(0), grant(1)]);
  }
});

test('a page is as long as it is asked to be, and one too long is refused', async () => {
  const { body } = await bench.get(`${byApplication}?$top=2`, { token });
  expect(body.value).toHaveLength(2);
  expect((await bench.get(`${byApplication}?$top=1000`, { token })).status).toBe(400);
  expect((await bench.get(`${byApplication}?$apply=x`, { token })).status).toBe(400);
});

test('without a right to read them they are refused, and there are none of an unknown application', async () => {
  const refused = await bench.get(byApplication);
  expect(refused).toMatchObject({ status: 403, body: { error: { code: 'Authorization_RequestDenied' } } });
  expect((await bench.get(byApplication, { token: tokens.appWith('Directory.Read.All') })).status).toBe(200);
  const elsewhere = "/servicePrincipals(appId='none')/oauth2PermissionGrants";
  expect((await bench.get(elsewhere, { token })).status).toBe(404);
});
