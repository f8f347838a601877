import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { personId, tenantId } from '@switchboard/domain/ids';
import { readCalendar } from '@switchboard/graph/calendar/calendar-view';
import { readMailboxSettings } from '@switchboard/graph/calendar/mailbox-settings';
import { readSchedules } from '@switchboard/graph/calendar/schedules';
import type { GraphClient, GraphRequest } from '@switchboard/graph/client/graph-request';
import { groupMembers } from '@switchboard/graph/directory/group-members';
import { groupsDelta } from '@switchboard/graph/directory/groups-delta';
import { orgContactsDelta } from '@switchboard/graph/directory/org-contacts-delta';
import { contactFolders, personalContactsDelta } from '@switchboard/graph/directory/personal-contacts';
import { searchPeople } from '@switchboard/graph/directory/search-people';
import { teamsAccounts } from '@switchboard/graph/directory/teams-numbers';
import { usersDelta } from '@switchboard/graph/directory/users-delta';
import { readPresences } from '@switchboard/graph/presence/presences';
import {
  listSubscriptions,
  reauthorizeSubscription,
  renewSubscription,
  subscribe,
  unsubscribe,
} from '@switchboard/graph/subscriptions/subscribe';
import {
  presenceSubscription,
  usersSubscription,
} from '@switchboard/graph/subscriptions/wanted-subscription';
import { refused } from '@switchboard/kit/result';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';

const file = path.resolve(
  import.meta.dirname,
  '../../../shared/reference/graph-openapi/graph-v1.0-console.openapi.json',
);
const hasContract = existsSync(file);

test.skipIf(hasContract)('skipped: ../shared/reference/graph-openapi is not beside this clone', (context) => {
  context.skip('what we ask of the directory cannot be held against Microsoft’s documents here');
});

const text = hasContract ? readFileSync(file, 'utf8') : '{"paths":{},"components":{"schemas":{}}}';
const withoutNullable = (key: string, value: unknown): unknown => (key === 'nullable' ? undefined : value);
interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly allOf?: readonly Schema[];
  readonly $ref?: string;
}
const document = JSON.parse(text, withoutNullable) as {
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, Schema> };
};
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(document, 'graph');

const tenant = tenantId('contoso');
const asker = { tenantId: tenant };
const noor = { ...asker, operator: { personId: personId('noor'), token: 'token' } };
const from = Date.UTC(2026, 10, 23);
const to = from + 3_600_000;
const address = {
  notificationUrl: 'https://a.example',
  lifecycleUrl: 'https://a.example/l',
  clientState: 's',
};
const key = { id: 'k', certificate: 'MIIB', privateKeyPem: '', madeAt: from };

/** What one of our functions asks first, when Graph then refuses. */
async function firstRequestOf(ask: (client: GraphClient) => Promise<unknown>): Promise<GraphRequest> {
  const asked: GraphRequest[] = [];
  const no = { kind: 'forbidden', status: 403, code: 'no', message: 'no' } as const;
  await ask({
    request: (request) => {
      asked.push(request);
      return Promise.resolve(refused(no));
    },
  });
  const [first] = asked;
  if (first === undefined) throw new Error('nothing was asked');
  return first;
}

/** What is asked, the path by the names of the document, and what the items are called there. */
const requests: readonly (readonly [string, string, (client: GraphClient) => Promise<unknown>, string?])[] = [
  ['GET', '/users/delta()', (c) => usersDelta(c, tenant).next(), 'user'],
  ['GET', '/users', (c) => searchPeople(c, asker, { text: 'eva' }), 'user'],
  ['GET', '/contacts/delta()', (c) => orgContactsDelta(c, tenant).next(), 'orgContact'],
  ['GET', '/groups/delta()', (c) => groupsDelta(c, tenant, ['g']).next(), 'group'],
  [
    'GET',
    '/groups/{group-id}/members',
    (c) => groupMembers(c, asker, 'g', { nested: false }),
    'directoryObject',
  ],
  ['GET', '/admin/teams/userConfigurations', (c) => teamsAccounts(c, asker).next()],
  ['GET', '/me/contactFolders', (c) => contactFolders(c, noor)],
  ['GET', '/me/contacts/delta()', (c) => personalContactsDelta(c, noor, undefined).next(), 'contact'],
  [
    'GET',
    '/me/contactFolders/{contactFolder-id}/contacts/delta()',
    (c) => personalContactsDelta(c, noor, 'f').next(),
    'contact',
  ],
  ['POST', '/communications/getPresencesByUserId', (c) => readPresences(c, tenant, [personId('eva')])],
  [
    'POST',
    '/me/calendar/getSchedule',
    (c) => readSchedules(c, noor, { addresses: ['a@b.example'], from, to }),
  ],
  [
    'POST',
    '/users/{user-id}/calendar/getSchedule',
    (c) => readSchedules(c, { ...asker, mailbox: 'm' }, { addresses: ['a@b.example'], from, to }),
  ],
  ['GET', '/users/{user-id}/calendarView', (c) => readCalendar(c, noor, { who: 'eva', from, to }), 'event'],
  ['GET', '/me/mailboxSettings', (c) => readMailboxSettings(c, noor, 'noor')],
  [
    'GET',
    '/users/{user-id}/mailboxSettings',
    (c) => readMailboxSettings(c, { ...asker, mailbox: 'm' }, 'eva'),
  ],
  [
    'POST',
    '/subscriptions',
    (c) => subscribe(c, noor, presenceSubscription([personId('eva')], address, key, from)),
  ],
  ['POST', '/subscriptions', (c) => subscribe(c, asker, usersSubscription(address, from))],
  ['GET', '/subscriptions', (c) => listSubscriptions(c, asker)],
  ['PATCH', '/subscriptions/{subscription-id}', (c) => renewSubscription(c, asker, 's', to)],
  ['DELETE', '/subscriptions/{subscription-id}', (c) => unsubscribe(c, asker, 's')],
  ['POST', '/subscriptions/{subscription-id}/reauthorize', (c) => reauthorizeSubscription(c, asker, 's')],
];

const patternOf = (documented: string): RegExp =>
  new RegExp(
    `^${documented
      .replace('()', '')
      .replace(/\{[^}]+\}/g, '[^/]+')
      .replaceAll('/', '\\/')}$`,
  );

function propertiesOf(schema: Schema | undefined): readonly string[] {
  if (schema === undefined) return [];
  const referred = schema.$ref?.replace('#/components/schemas/', '');
  return [
    ...Object.keys(schema.properties ?? {}),
    ...(schema.allOf ?? []).flatMap(propertiesOf),
    ...(referred === undefined ? [] : propertiesOf(document.components.schemas[referred])),
  ];
}

describe.skipIf(!hasContract)('what we ask of the directory, presence, calendars and subscriptions', () => {
  test.each(requests)('%s %s is documented', async (method, documented, ask, type) => {
    const request = await firstRequestOf(ask);
    expect(request.method).toBe(method);
    const [address = '', query = ''] = request.path.split(/\?(.*)/s);
    expect(address).toMatch(patternOf(documented));
    const operation = document.paths[documented]?.[method.toLowerCase()];
    expect(operation).toBeDefined();
    const parameters = new URLSearchParams(query);
    for (const name of parameters.keys()) expect(JSON.stringify(operation)).toContain(`"${name}"`);
    if (type === undefined) return;
    const known = propertiesOf(document.components.schemas[`microsoft.graph.${type}`]);
    const selected = (parameters.get('$select') ?? '').split(',');
    expect(selected.filter((name) => !known.includes(name))).toEqual([]);
  });

  test.each(requests.filter(([method]) => method === 'POST' || method === 'PATCH'))(
    'the body of %s %s is as documented',
    async (method, documented, ask) => {
      const { body } = await firstRequestOf(ask);
      const operation = document.paths[documented]?.[method.toLowerCase()];
      if (body === undefined) return expect(JSON.stringify(operation)).not.toContain('"requestBody"');
      const place = `graph#/paths/${encodeURIComponent(documented.replaceAll('/', '~1'))}/${method.toLowerCase()}`;
      const valid = ajv.validate({ $ref: `${place}/requestBody/content/application~1json/schema` }, body);
      expect({ valid, errors: ajv.errors }).toEqual({ valid: true, errors: null });
      for (const name of Object.keys(body as object)) expect(text).toContain(`"${name}": {`);
    },
  );
});
