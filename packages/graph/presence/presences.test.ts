import { personId, tenantId } from '@switchboard/domain/ids';
import { expect, test } from 'vitest';
import { problem, stubClient } from '../client/stub-client.testing.ts';
import { readPresences } from './presences.ts';

const contoso = tenantId('contoso');
const ids = (count: number) => Array.from({ length: count }, (_, n) => personId(`p${n}`));

test('any number of people is asked for, 650 at a time and nobody twice', async () => {
  const { client, asked } = stubClient(
    { body: { value: [] } },
    { body: { value: [] } },
    { body: { value: [] } },
  );
  await readPresences(client, contoso, [...ids(1_301), personId('p0')]);
  expect(asked.map(({ body }) => (body as { ids: string[] }).ids.length)).toEqual([650, 650, 1]);
  expect(asked[0]).toMatchObject({
    method: 'POST',
    path: '/communications/getPresencesByUserId',
    kind: 'presence',
  });
});

test('nobody is asked for without a request', async () => {
  const { client } = stubClient();
  expect(await readPresences(client, contoso, [])).toEqual({ ok: true, value: [] });
});

test('a presence comes in our words, and what we do not know survives', async () => {
  const value = [
    { id: 'EVA', availability: 'busy', activity: 'inACall', sequenceNumber: 'A1' },
    {
      id: 'noor',
      availability: 'Juggling',
      activity: 'OnStilts',
      outOfOfficeSettings: { isOutOfOffice: true, message: 'Back on Monday' },
      statusMessage: { message: { content: 'At the circus', contentType: 'text' } },
    },
    { id: 'jan', availability: null },
    { availability: 'Available' },
  ];
  const { client } = stubClient({ body: { value } });
  expect(await readPresences(client, contoso, ids(3))).toEqual({
    ok: true,
    value: [
      { personId: 'eva', availability: 'Busy', activity: 'InACall', sequenceNumber: 'A1' },
      {
        personId: 'noor',
        availability: 'PresenceUnknown',
        activity: 'PresenceUnknown',
        rawAvailability: 'Juggling',
        rawActivity: 'OnStilts',
        outOfOffice: { isOutOfOffice: true, message: 'Back on Monday' },
        statusMessage: 'At the circus',
      },
      { personId: 'jan', availability: 'PresenceUnknown', activity: 'PresenceUnknown' },
    ],
  });
});

test('the first problem ends it', async () => {
  const { client, asked } = stubClient(problem('forbidden', 403, 'Forbidden'));
  expect(await readPresences(client, contoso, ids(700))).toMatchObject({
    ok: false,
    refusal: { kind: 'forbidden' },
  });
  expect(asked).toHaveLength(1);
});

test('an answer without a list is a problem', async () => {
  const { client } = stubClient({ body: {} });
  expect(await readPresences(client, contoso, ids(1))).toMatchObject({
    ok: false,
    refusal: { code: 'unreadable' },
  });
});
