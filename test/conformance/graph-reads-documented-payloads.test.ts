import { tenantId } from '@switchboard/domain/ids';
import { userSchema } from '@switchboard/graph/directory/directory-person';
import { usersDelta } from '@switchboard/graph/directory/users-delta';
import { factsFromNotification } from '@switchboard/graph/notifications/facts-from-notification';
import { isLegacyNotification } from '@switchboard/graph/notifications/is-legacy-notification';
import { presenceFromGraph, presenceSchema } from '@switchboard/graph/presence/presences';
import { callSchema } from '@switchboard/graph/wire/call';
import { operationCompletion, operationSchema } from '@switchboard/graph/wire/operation';
import { outcomeFromGraph } from '@switchboard/graph/wire/result-info';
import { ok } from '@switchboard/kit/result';
import { describe, expect, test } from 'vitest';
import {
  type DocumentedExample,
  documentedExamples,
  hasDocumentedExamples,
} from './graph-documented-examples.testing.ts';
import { manners } from './graph-manners.testing.ts';

const contoso = tenantId('contoso');
const examples = documentedExamples();

test.runIf(process.env.CI !== undefined)(
  'in CI Microsoft’s documented examples lie beside the repository',
  () => {
    expect(hasDocumentedExamples).toBe(true);
  },
);

test.skipIf(hasDocumentedExamples)(
  'skipped: ../shared/reference/graph-openapi is not beside this clone',
  (context) => {
    context.skip('our readers of Graph cannot be held against Microsoft’s documented examples here');
  },
);

const isNotification = ({ body }: DocumentedExample): boolean =>
  typeof body === 'object' &&
  body !== null &&
  String(Reflect.get(body, '@odata.type')).endsWith('commsNotifications');

const answersOf = (...pages: string[]): readonly DocumentedExample[] =>
  examples.filter(
    ({ page, kind, body }) => pages.includes(page) && kind === 'response' && body !== undefined,
  );

describe.skipIf(!hasDocumentedExamples).each(Object.entries(manners))('%s', (_, inThisManner) => {
  describe('a documented notification', () => {
    const notifications = examples.filter(isNotification);

    test('is among the examples in each of its kinds', () => {
      expect(notifications.length).toBeGreaterThanOrEqual(20);
    });

    test.each(notifications)('is read: $name', ({ body }) => {
      const before = factsFromNotification(body, contoso);
      const result = factsFromNotification(inThisManner(body), contoso);
      if (!result.ok || !before.ok) throw new Error('a documented notification is called malformed');
      expect(result.value.facts).toEqual(before.value.facts);
      expect(result.value.ignored).toHaveLength(before.value.ignored.length);
      expect(result.value.facts.length + result.value.ignored.length).toBeGreaterThan(0);
      expect(isLegacyNotification(inThisManner(body))).toBe(false);
    });
  });

  test.each(answersOf('call-get'))('a documented call is read: $name', ({ body }) => {
    const call = callSchema.parse(inThisManner(body));
    expect(call).toMatchObject({ state: 'established', direction: 'outgoing' });
  });

  test.each(
    answersOf(
      'call-playprompt',
      'call-record',
      'call-mute',
      'call-unmute',
      'call-subscribetotone',
      'participant-invite',
      'participant-mute',
      'call-updaterecordingstatus',
    ),
  )('a documented operation is read: $name', ({ body }) => {
    const operation = operationSchema.parse(inThisManner(body));
    expect(operation.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(operation.clientContext).toBeDefined();
    expect([true, undefined]).toContain(operationCompletion(operation));
  });

  test.each(answersOf('cloudcommunications-getpresencesbyuserid'))(
    'documented presences are read: $name',
    ({ body }) => {
      const { value } = inThisManner(body) as { value: unknown[] };
      const presences = value.map((item) => presenceFromGraph(presenceSchema.parse(item)));
      expect(presences).toMatchObject([
        { availability: 'Busy', activity: 'InAMeeting' },
        { availability: 'Away', activity: 'Away' },
      ]);
    },
  );

  test.each(answersOf('user-get'))('a documented user is read: $name', ({ body }) => {
    const id = '87d349ed-44d7-43e1-9a83-5f2406dee5bd';
    const user = userSchema.parse({ ...(inThisManner(body) as object), id });
    expect(user).toMatchObject({ id, displayName: 'Adele Vance', givenName: 'Adele' });
  });

  test.each(answersOf('user-delta'))(
    'a documented page of changed users is read: $name',
    async ({ body }) => {
      const answer = ok({ status: 200, headers: new Headers(), body: inThisManner(body) });
      const pages = usersDelta({ request: () => Promise.resolve(answer) }, contoso);
      const { value: page } = await pages.next();
      await pages.return();
      if (page === undefined || !page.ok) throw new Error('a documented page is refused');
      expect(page.value.next).toHaveProperty('nextLink');
      // Two of the page's examples select no id: such a user is named as ignored.
      expect(page.value.people.length + page.value.ignored.length).toBe(1);
    },
  );
});

describe.skipIf(!hasDocumentedExamples)('the documented notifications come to', () => {
  const countsOf = (page: string) => {
    const counts: Record<string, number> = {};
    for (const { body } of examples.filter((example) => example.page === page && isNotification(example))) {
      const result = factsFromNotification(body, contoso);
      if (!result.ok) throw new Error(result.refusal.message);
      for (const { fact } of result.value.facts) counts[fact.type] = (counts[fact.type] ?? 0) + 1;
      if (result.value.ignored.length > 0)
        counts.ignored = (counts.ignored ?? 0) + result.value.ignored.length;
    }
    return counts;
  };

  test.each([
    // Two incoming calls are for the application itself, and `establishing` changes nothing.
    ['call-answer', { callIncoming: 1, legEstablished: 2, ignored: 4 }],
    ['call-reject', { legEnded: 1, ignored: 1 }],
    ['call-playprompt', { operationEnded: 1 }],
    ['call-record', { operationEnded: 1 }],
    ['call-mute', { rosterSeen: 1 }],
    ['call-subscribetotone', { legEstablished: 1 }],
    // The documented rosters of this page give no participant an id.
    ['participant-invite', { operationEnded: 4, ignored: 4 }],
  ])('these facts on the page %s', (page, counts) => {
    expect(countsOf(page)).toEqual(counts);
  });
});

test('a result is read in every documented spelling', () => {
  const spellings = [
    { code: 200, subcode: 5001, message: 'ended' },
    { code: '200', subCode: '5001', message: 'ended' },
    { code: 200, subCode: 5001, subcode: null, message: 'ended' },
  ];
  for (const resultInfo of spellings) {
    const { resultInfo: info } = operationSchema.parse({ resultInfo });
    expect(outcomeFromGraph(info)).toEqual({ code: 200, subcode: 5001, message: 'ended' });
  }
});
