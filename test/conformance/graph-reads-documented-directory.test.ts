import { tenantId } from '@switchboard/domain/ids';
import { readAnswer } from '@switchboard/graph/calendar/schedules';
import { readOrgContact } from '@switchboard/graph/directory/directory-contact';
import { readUser } from '@switchboard/graph/directory/directory-person';
import { groupMembers } from '@switchboard/graph/directory/group-members';
import { groupsDelta } from '@switchboard/graph/directory/groups-delta';
import { readPersonalContact } from '@switchboard/graph/directory/personal-contact';
import { subscriptionFromGraph } from '@switchboard/graph/subscriptions/subscription';
import { describe, expect, test } from 'vitest';
import { stubClient } from '../../packages/graph/client/stub-client.testing.ts';
import { documentedExamples, hasDocumentedExamples } from './graph-documented-examples.testing.ts';
import { manners } from './graph-manners.testing.ts';

const contoso = tenantId('contoso');
const examples = documentedExamples();

test.skipIf(hasDocumentedExamples)(
  'skipped: ../shared/reference/graph-openapi is not beside this clone',
  (context) => {
    context.skip('our readers of the directory cannot be held against Microsoft’s documented examples here');
  },
);

const answersOf = (page: string) =>
  examples.filter((example) => example.page === page && example.kind === 'response');
const listsOf = (page: string) =>
  answersOf(page).filter(({ body }) => typeof body === 'object' && body !== null && 'value' in body);
const itemsIn = (body: unknown): readonly object[] => (body as { readonly value: object[] }).value;
/** Most of Microsoft's examples leave the id out, which every real item has. */
const withId = (item: object): object => ({ id: '87D349ED-44D7-43E1-9A83-5F2406DEE5BD', ...item });

describe.skipIf(!hasDocumentedExamples).each(Object.entries(manners))('%s', (_, inThisManner) => {
  test.each(listsOf('orgcontact-list'))('documented organisational contacts are read: $name', ({ body }) => {
    for (const item of itemsIn(inThisManner(body))) {
      const { item: contact, ignored } = readOrgContact(withId(item));
      expect(contact).toMatchObject({ displayName: expect.any(String), mail: expect.any(String) });
      expect(ignored).toEqual([]);
    }
  });

  test('the documented contact with an address and a fax has the one and not the other', () => {
    const [first] = itemsIn(inThisManner(listsOf('orgcontact-list')[0]?.body));
    expect(readOrgContact(withId(first ?? {})).item).toMatchObject({
      streetAddress: 'Contoso Way',
      postalCode: '98000',
      state: 'WA',
      country: 'United States',
      phone: null,
      mobilePhone: null,
    });
  });

  test.each(listsOf('user-list-contacts'))('documented personal contacts are read: $name', ({ body }) => {
    for (const item of itemsIn(inThisManner(body))) {
      const { item: contact, ignored } = readPersonalContact(withId(item));
      expect(contact).toMatchObject({ displayName: 'displayName-value', givenName: 'givenName-value' });
      expect(ignored).toEqual([]);
    }
  });

  test.each(listsOf('user-delta'))('nothing of a documented user is of a wrong type: $name', ({ body }) => {
    for (const item of itemsIn(inThisManner(body))) expect(readUser(withId(item)).ignored).toEqual([]);
  });

  test.each(listsOf('group-delta'))('documented changes of groups are read: $name', async ({ body }) => {
    const read = inThisManner(body) as { readonly value: object[] };
    const { client } = stubClient({ body: { ...read, value: read.value.map(withId) } });
    const { value: page } = await groupsDelta(client, contoso, ['g']).next();
    if (page === undefined || !page.ok) throw new Error('a documented page is refused');
    const members = read.value.flatMap(
      (group) => (group as { 'members@delta'?: unknown[] })['members@delta'] ?? [],
    );
    expect(page.value.items[0]?.joined).toHaveLength(members.length);
  });

  test.each(listsOf('group-list-members'))('documented members are read: $name', async ({ body }) => {
    const { client } = stubClient({ body: inThisManner(body) });
    const members = await groupMembers(client, { tenantId: contoso }, 'g');
    // One of the page's examples selects no id.
    const named = itemsIn(body).filter((item) => 'id' in item);
    expect(members.ok && members.value.size).toBe(named.length);
  });

  test('documented schedules are read, with details for the one and without for the other', () => {
    const [answer] = answersOf('calendar-getschedule');
    const read = readAnswer(inThisManner(answer?.body), 0, 3_600_000);
    if (!read.ok) throw new Error(read.refusal.message);
    expect(read.value.ignored).toEqual([]);
    const noon = Date.UTC(2019, 2, 15, 19);
    expect(read.value.byAddress.get('adelev@contoso.onmicrosoft.com')).toMatchObject({
      ok: true,
      value: {
        intervals: [{ from: noon, to: noon + 7_200_000, status: 'busy', place: "Harry's Bar" }],
        workingHours: {
          days: [1, 2, 3, 4, 5],
          from: 480,
          to: 1_020,
          zone: { kind: 'named', name: 'America/Los_Angeles' },
        },
      },
    });
    expect(read.value.byAddress.get('meganb@contoso.onmicrosoft.com')).toMatchObject({
      ok: true,
      value: {
        intervals: [
          { status: 'busy' },
          { status: 'busy' },
          { status: 'tentative' },
          { status: 'busy' },
          { status: 'tentative' },
        ],
        workingHours: {
          zone: { kind: 'custom', offset: -480, summer: 60, toSummer: { month: 3, occurrence: 2 } },
        },
      },
    });
  });

  test.each([...answersOf('subscription-get'), ...answersOf('subscription-post-subscriptions')])(
    'a documented subscription is read: $name',
    ({ body }) => {
      expect(subscriptionFromGraph(inThisManner(body))).toMatchObject({
        id: '7f105c7d-2dc5-4530-97cd-4e7ae6534c07',
        expiresAt: Date.UTC(2016, 10, 20, 18, 23, 45, 935),
      });
    },
  );
});
