import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { personId, tenantId } from '@switchboard/domain/ids';
import { readCalendar } from '@switchboard/graph/calendar/calendar-view';
import { readMailboxSettings } from '@switchboard/graph/calendar/mailbox-settings';
import { readSchedules } from '@switchboard/graph/calendar/schedules';
import { findChatMessage } from '@switchboard/graph/chat/find-chat-message';
import { openChat } from '@switchboard/graph/chat/open-chat';
import { sendChatMessage } from '@switchboard/graph/chat/send-chat-message';
import type { GraphClient, GraphRequest } from '@switchboard/graph/client/graph-request';
import { groupMembers } from '@switchboard/graph/directory/group-members';
import { groupsDelta } from '@switchboard/graph/directory/groups-delta';
import { orgContactsDelta } from '@switchboard/graph/directory/org-contacts-delta';
import { contactFolders, personalContactsDelta } from '@switchboard/graph/directory/personal-contacts';
import { searchPeople } from '@switchboard/graph/directory/search-people';
import { teamsAccounts } from '@switchboard/graph/directory/teams-numbers';
import { usersDelta } from '@switchboard/graph/directory/users-delta';
import { sendMail } from '@switchboard/graph/mail/send-mail';
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
const mail = {
  ...{ messageId: 'm', address: 'a@b.example', name: 'A', subject: 's', body: 'b', language: 'en' },
  isUrgent: true,
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

interface Asked {
  readonly method: string;
  /** The path by the names of the document. */
  readonly documented: string;
  readonly ask: (client: GraphClient) => Promise<unknown>;
  /** What the items are called there, where some of their properties are selected. */
  readonly type?: string;
}

const requests: readonly Asked[] = [
  { method: 'GET', documented: '/users/delta()', ask: (c) => usersDelta(c, tenant).next(), type: 'user' },
  { method: 'GET', documented: '/users', ask: (c) => searchPeople(c, asker, { text: 'eva' }), type: 'user' },
  {
    method: 'GET',
    documented: '/contacts/delta()',
    ask: (c) => orgContactsDelta(c, tenant).next(),
    type: 'orgContact',
  },
  {
    method: 'GET',
    documented: '/groups/delta()',
    ask: (c) => groupsDelta(c, tenant, ['g']).next(),
    type: 'group',
  },
  {
    method: 'GET',
    documented: '/groups/{group-id}/members',
    ask: (c) => groupMembers(c, asker, 'g', { nested: false }),
    type: 'directoryObject',
  },
  {
    method: 'GET',
    documented: '/admin/teams/userConfigurations',
    ask: (c) => teamsAccounts(c, asker).next(),
  },
  { method: 'GET', documented: '/me/contactFolders', ask: (c) => contactFolders(c, noor) },
  {
    method: 'GET',
    documented: '/me/contacts/delta()',
    ask: (c) => personalContactsDelta(c, noor, undefined).next(),
    type: 'contact',
  },
  {
    method: 'GET',
    documented: '/me/contactFolders/{contactFolder-id}/contacts/delta()',
    ask: (c) => personalContactsDelta(c, noor, 'f').next(),
    type: 'contact',
  },
  {
    method: 'POST',
    documented: '/communications/getPresencesByUserId',
    ask: (c) => readPresences(c, tenant, [personId('eva')]),
  },
  {
    method: 'POST',
    documented: '/me/calendar/getSchedule',
    ask: (c) => readSchedules(c, noor, { addresses: ['a@b.example'], from, to }),
  },
  {
    method: 'POST',
    documented: '/users/{user-id}/calendar/getSchedule',
    ask: (c) => readSchedules(c, { ...asker, mailbox: 'm' }, { addresses: ['a@b.example'], from, to }),
  },
  {
    method: 'GET',
    documented: '/users/{user-id}/calendarView',
    ask: (c) => readCalendar(c, noor, { who: 'eva', from, to }),
    type: 'event',
  },
  { method: 'GET', documented: '/me/mailboxSettings', ask: (c) => readMailboxSettings(c, noor, 'noor') },
  {
    method: 'GET',
    documented: '/users/{user-id}/mailboxSettings',
    ask: (c) => readMailboxSettings(c, { ...asker, mailbox: 'm' }, 'eva'),
  },
  { method: 'POST', documented: '/me/sendMail', ask: (c) => sendMail(c, noor, mail) },
  { method: 'POST', documented: '/chats', ask: (c) => openChat(c, noor, personId('eva')) },
  {
    method: 'POST',
    documented: '/chats/{chat-id}/messages',
    ask: (c) => sendChatMessage(c, noor, { ...mail, chatId: 'c' }),
  },
  {
    method: 'GET',
    documented: '/chats/{chat-id}/messages',
    ask: (c) => findChatMessage(c, noor, { chatId: 'c', body: 'b', since: from }),
  },
  {
    method: 'POST',
    documented: '/subscriptions',
    ask: (c) => subscribe(c, noor, presenceSubscription([personId('eva')], address, key, from)),
  },
  {
    method: 'POST',
    documented: '/subscriptions',
    ask: (c) => subscribe(c, asker, usersSubscription(address, from)),
  },
  { method: 'GET', documented: '/subscriptions', ask: (c) => listSubscriptions(c, asker) },
  {
    method: 'PATCH',
    documented: '/subscriptions/{subscription-id}',
    ask: (c) => renewSubscription(c, asker, 's', to),
  },
  {
    method: 'DELETE',
    documented: '/subscriptions/{subscription-id}',
    ask: (c) => unsubscribe(c, asker, 's'),
  },
  {
    method: 'POST',
    documented: '/subscriptions/{subscription-id}/reauthorize',
    ask: (c) => reauthorizeSubscription(c, asker, 's'),
  },
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

describe.skipIf(!hasContract)(
  'what we ask of the directory, presence, calendars, messages and subscriptions',
  () => {
    test.each(requests)('$method $documented is documented', async ({ method, documented, ask, type }) => {
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

    const withBody = requests.filter(
      ({ method, documented }) => ['POST', 'PATCH'].includes(method) && !documented.endsWith('reauthorize'),
    );

    test.each(withBody)(
      'the body of $method $documented is as documented',
      async ({ method, documented, ask }) => {
        const { body } = await firstRequestOf(ask);
        const pointer = encodeURIComponent(documented.replaceAll('/', '~1'));
        const place = `graph#/paths/${pointer}/${method.toLowerCase()}`;
        const valid = ajv.validate({ $ref: `${place}/requestBody/content/application~1json/schema` }, body);
        expect({ valid, errors: ajv.errors }).toEqual({ valid: true, errors: null });
        for (const name of Object.keys(body as object)) expect(text).toContain(`"${name}": {`);
      },
    );

    test('to reauthorise has no body, as documented', async () => {
      const { body } = await firstRequestOf((client) => reauthorizeSubscription(client, asker, 's'));
      expect(body).toBeUndefined();
      const operation = document.paths['/subscriptions/{subscription-id}/reauthorize']?.post;
      expect(JSON.stringify(operation)).not.toContain('"requestBody"');
    });
  },
);
