import { personId, tenantId } from '@switchboard/domain/ids';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvent } from '../calendar/calendar-view.ts';
import { readMailboxSettings } from '../calendar/mailbox-settings.ts';
import { readAnswer } from '../calendar/schedules.ts';
import { stubClient } from '../client/stub-client.testing.ts';
import { readOrgContact } from '../directory/directory-contact.ts';
import { readUser } from '../directory/directory-person.ts';
import { groupMembers } from '../directory/group-members.ts';
import { groupsDelta } from '../directory/groups-delta.ts';
import { mappedProperty } from '../directory/mapped-property.ts';
import { readPersonalContact } from '../directory/personal-contact.ts';
import { contactFolders } from '../directory/personal-contacts.ts';
import { teamsAccounts } from '../directory/teams-numbers.ts';
import { usersDelta } from '../directory/users-delta.ts';
import { readPresence } from '../presence/presences.ts';
import { readChangeNotices } from '../subscriptions/read-change-notices.ts';
import { subscriptionFromGraph } from '../subscriptions/subscription.ts';
import { dateTimeSchema, instantOf } from './date-time.ts';
import { textFromHtml } from './text-from-html.ts';

const contoso = tenantId('contoso');
const noor = { tenantId: contoso, operator: { personId: personId('noor'), token: 'token' } };

/** Names that our readers look for: what stands under them is anything at all. */
const names = [
  '@odata.nextLink',
  '@odata.type',
  '@removed',
  'value',
  'id',
  'manager',
  'manager@delta',
  'members@delta',
  'phones',
  'addresses',
  'businessAddress',
  'businessPhones',
  'emailAddresses',
  'onPremisesExtensionAttributes',
  'telephoneNumbers',
  'scheduleId',
  'scheduleItems',
  'availabilityView',
  'workingHours',
  'daysOfWeek',
  'startTime',
  'timeZone',
  'bias',
  'standardOffset',
  'error',
  'start',
  'end',
  'dateTime',
  'organizer',
  'automaticRepliesSetting',
  'status',
  'internalReplyMessage',
  'outOfOfficeSettings',
  'statusMessage',
  'workLocation',
  'subscriptionId',
  'clientState',
  'lifecycleEvent',
  'resourceData',
  'encryptedContent',
  'expirationDateTime',
] as const;

const words = [
  '',
  'x',
  '2026-11-23T12:00:00',
  'Pacific Standard Time',
  'scheduled',
  '__proto__',
  '08:00',
  '\u0000',
];

const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom(...words),
    fc.array(tie('anything'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...names), tie('anything'), { maxKeys: 8 }),
  ),
}));

/** An item that has an id, so that the reading goes on beyond it. */
const item = fc.tuple(anything, fc.dictionary(fc.constantFrom(...names), anything)).map(([id, rest]) => ({
  id: typeof id === 'string' ? id : 'x',
  ...rest,
}));
const page = fc.array(fc.oneof(item, anything), { maxLength: 5 }).map((value) => ({ value }));

describe('whatever Graph sends', () => {
  const property = mappedProperty('extensionAttribute1');
  const readers: Readonly<Record<string, (given: unknown) => unknown>> = {
    user: (given) => readUser(given, property.ok ? [property.value] : []),
    orgContact: readOrgContact,
    personalContact: readPersonalContact,
    event: readEvent,
    schedules: (given) => readAnswer(given, 0, 1_000),
    presence: readPresence,
    subscription: subscriptionFromGraph,
    moment: (given) => instantOf(dateTimeSchema.parse(given)),
    notices: (given) => readChangeNotices(given, { known: new Map(), keys: [], vouched: new Set() }),
  };

  test.each(Object.entries(readers))('the reading of a %s comes to an end and throws nothing', (_, read) => {
    fc.assert(
      fc.property(fc.oneof(item, page, anything), (given) => {
        read(given);
      }),
    );
  });

  test('lists and answers are read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(page, anything), async (body) => {
        const stub = () =>
          stubClient(
            { body },
            { body: {} },
            { body: {} },
            { body: {} },
            { body: {} },
            { body: {} },
            { body: {} },
          ).client;
        const results = [
          (await usersDelta(stub(), contoso).next()).value,
          (await groupsDelta(stub(), contoso, ['g']).next()).value,
          (await teamsAccounts(stub(), noor).next()).value,
          await groupMembers(stub(), noor, 'g'),
          await contactFolders(stub(), noor),
          await readMailboxSettings(stub(), noor, 'eva'),
        ];
        for (const result of results) expect(typeof result?.ok).toBe('boolean');
      }),
    );
  });

  test('a text of any tags is text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<', '>', '<b', '</style>', '<style>', 'a', '&lt;', '&#60', ' ')),
        (parts) => {
          expect(typeof textFromHtml(parts.join(''))).toBe('string');
        },
      ),
    );
  });
});
