import { personId, tenantId } from '@switchboard/domain/ids';
import { expect, test } from 'vitest';
import { problem, stubClient } from '../client/stub-client.testing.ts';
import { isNewerPresence, readPresence, readPresences } from './presences.ts';

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

test('a status message that Teams shows to writers comes without the mark of it', () => {
  const content = 'In the lab until four<pinnednote></pinnednote>';
  const said = { id: 'noor', statusMessage: { message: { content, contentType: 'text' } } };
  expect(readPresence(said)).toMatchObject({ value: { statusMessage: 'In the lab until four' } });
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

test('a presence has where somebody works, and until when their message holds', () => {
  const read = readPresence({
    id: 'eva',
    availability: 'Available',
    activity: 'Available',
    workLocation: { workLocationType: 'Office', source: 'Scheduled', placeId: 'place-1' },
    statusMessage: {
      message: { content: 'In the lab', contentType: 'text' },
      expiryDateTime: { dateTime: '2026-11-23T17:00:00.0000000', timeZone: 'W. Europe Standard Time' },
    },
  });
  expect(read).toMatchObject({
    ok: true,
    value: {
      workLocation: { at: 'office', source: 'scheduled', placeId: 'place-1' },
      statusMessage: 'In the lab',
      statusMessageUntil: Date.UTC(2026, 10, 23, 16),
    },
  });
});

test.each([
  [{ workLocationType: 'unspecified', source: 'none' }, undefined],
  [{ workLocationType: 'orbit' }, undefined],
  [{ workLocationType: 'timeOff', source: 'none' }, { at: 'timeOff' }],
  ['office', undefined],
  [null, undefined],
])('the work location %j is %j', (workLocation, expected) => {
  const read = readPresence({ id: 'eva', workLocation });
  expect(read.ok && read.value.workLocation).toEqual(expected);
});

test('of two presences the one with the higher number is news, the same one is none', () => {
  const one = (sequenceNumber?: string) => {
    const read = readPresence({ id: 'eva', sequenceNumber });
    if (!read.ok) throw new Error(read.refusal);
    return read.value;
  };
  expect(isNewerPresence(one('A2'), one('A1'))).toBe(true);
  expect(isNewerPresence(one('A1'), one('A1'))).toBe(false);
  expect(isNewerPresence(one('A1'), one('A2'))).toBe(false);
  expect(isNewerPresence(one(), one('A2'))).toBe(true);
});

test('what cannot be read is told', async () => {
  const { client } = stubClient({ body: { value: [null, { id: 'eva' }, { id: '' }] } });
  const ignored: string[] = [];
  expect(await readPresences(client, contoso, ids(3), (one) => ignored.push(one))).toMatchObject({
    value: [{ personId: 'eva' }],
  });
  expect(ignored).toEqual(['value[0]: a presence without an id', 'value[2]: a presence without an id']);
});
