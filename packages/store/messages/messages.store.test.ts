import { callId, personId } from '@switchboard/domain/ids';
import { afterTry, afterWish, inDoubt } from '@switchboard/domain/message/decide-message';
import type { Message, MessageState, MessageWish } from '@switchboard/domain/message/message';
import { must } from '@switchboard/kit/assert';
import { expect, test } from 'vitest';
import type { Store } from '../access/store.ts';
import { readEvents } from '../feed/read-events.ts';
import { forgetSome } from '../retention/forget.ts';
import { contoso, now, olga, omar, tenantStores } from '../testing/sample-tenant.testing.ts';
import { claimMessages, recordStep } from './claim-message.ts';
import { changeMessage, keepMessage, readMessages, readMessagesOfCall } from './messages.ts';

const message: Message = {
  messageId: 'm1',
  operatorId: olga,
  way: 'mail',
  personId: personId('jan'),
  recipientName: 'Jan de Vries',
  address: 'jan.devries@contoso.example',
  callId: callId('call-1'),
  language: 'nl',
  subject: 'K. Bauer called',
  body: 'K. Bauer called.\nPlease call back.',
  isUrgent: false,
  askedAt: now,
};
const room = { most: 3, now };
const keep = (store: Store, change: Partial<Message> = {}) =>
  keepMessage(store, contoso, { ...message, ...change }, room);
const claim = (store: Store, lease: string, at: number) =>
  claimMessages(store, { lease, now: at, until: at + 60_000, limit: 10 });
const stateOf = async (store: Store, operatorId = olga) =>
  (await readMessages(store, contoso, [operatorId], 0)).get(operatorId)?.map(({ state }) => state.name);
const wish = (store: Store, what: MessageWish, at = now) =>
  changeMessage(
    store,
    { tenantId: contoso, operatorId: olga, messageId: 'm1' },
    (known) => afterWish(known.state.name, what, at),
    at,
  );

test('a message that is asked for twice is one, and comes back as it was written', async () => {
  const { store } = await tenantStores();
  expect(await keep(store)).toBe('kept');
  expect(await keep(store, { body: 'something else' })).toBe('kept');
  const kept = (await readMessages(store, contoso, [olga], 0)).get(olga);
  expect(kept).toMatchObject([{ message, state: { name: 'waiting', dueAt: now }, tries: 0 }]);
});

test('another operator has messages of their own, under the same id too, and sees none of these', async () => {
  const { store } = await tenantStores();
  await keep(store);
  await keep(store, { operatorId: omar, body: 'Omar’s' });
  const kept = await readMessages(store, contoso, [olga, omar], 0);
  expect(kept.get(olga)?.map((one) => one.message.body)).toEqual([message.body]);
  expect(kept.get(omar)?.map((one) => one.message.body)).toEqual(['Omar’s']);
});

test('the event that tells of a message holds no word of it', async () => {
  const { store } = await tenantStores();
  await keep(store);
  const events = await readEvents(store, contoso, 0, 10);
  expect(events.at(-1)).toMatchObject({ subject: 'operator', event: { hasNewMessages: true } });
  expect(JSON.stringify(events)).not.toMatch(/Bauer|Vries|jan/);
});

test('nobody keeps more unsettled messages than there is room for, nor for an operator who is gone', async () => {
  const { store } = await tenantStores();
  for (const messageId of ['a', 'b', 'c']) expect(await keep(store, { messageId })).toBe('kept');
  expect(await keep(store, { messageId: 'd' })).toBe('full');
  expect(await keep(store, { operatorId: personId('nobody') })).toBe('gone');
});

test('of two servers one takes a message; after the lease the other does, and the first has come too late', async () => {
  const { store, other } = await tenantStores();
  await keep(store);
  const [first, second] = await Promise.all([claim(store, 'one', now), claim(other, 'two', now)]);
  expect(first.length + second.length).toBe(1);
  const [had] = [...first, ...second].map((each) => must(each, 'the message'));
  const [taken] = await claim(other, 'three', now + 60_000);
  const sent = { state: afterTry({ type: 'sent' }, { tries: 1, wantedSince: now, since: now }, now) };
  const times = { now, until: now + 60_000 };
  expect(await recordStep(store, must(had, 'the first'), sent, times)).toBe(false);
  expect(await stateOf(store)).toEqual(['waiting']);
  expect(await recordStep(other, must(taken, 'the second'), sent, times)).toBe(true);
  expect(await stateOf(store)).toEqual(['sent']);
  expect(await claim(store, 'four', now + 3_600_000)).toEqual([]);
});

test('a message that a server died over comes up as on its way, with the moment when the request left', async () => {
  const { store, other } = await tenantStores();
  await keep(store);
  const [mine] = await claim(store, 'one', now);
  await recordStep(
    store,
    must(mine, 'the message'),
    { state: { name: 'sending', since: now + 5 }, tries: 1 },
    { now: now + 5, until: now + 60_000 },
  );
  expect(await claim(other, 'two', now + 59_999)).toEqual([]);
  const [found] = await claim(other, 'two', now + 60_000);
  expect(found).toMatchObject({ state: { name: 'sending', since: now + 5 }, tries: 1 });
  const doubt = { state: inDoubt(now + 5, now + 60_000), looks: 0 };
  await recordStep(other, must(found, 'it'), doubt, { now: now + 60_000, until: now + 120_000 });
  expect(await claim(other, 'three', now + 63_000)).toMatchObject([
    { state: { name: 'doubtful', since: now + 5 } },
  ]);
});

test('what has failed is tried again when its operator says so, and what is withdrawn is never sent', async () => {
  const { store } = await tenantStores();
  await keep(store);
  const [mine] = await claim(store, 'one', now);
  const failed = { state: { name: 'failed', why: 'noRight' }, tries: 4 } as const;
  await recordStep(store, must(mine, 'the message'), failed, { now, until: now });
  expect((await readMessages(store, contoso, [olga], 0)).get(olga)).toMatchObject([
    { state: { name: 'failed', why: 'noRight' } },
  ]);
  expect(await wish(store, 'sendAgain')).toBe('notNow');
  expect(await wish(store, 'tryAgain', now + 10)).toBe('changed');
  expect((await readMessages(store, contoso, [olga], 0)).get(olga)).toMatchObject([
    { state: { name: 'waiting', dueAt: now + 10 }, wantedSince: now + 10, tries: 0 },
  ]);
  expect(await wish(store, 'withdraw')).toBe('changed');
  expect(await stateOf(store)).toEqual(['withdrawn']);
  expect(await claim(store, 'two', now + 100)).toEqual([]);
});

test('a message is kept with what it was made of, halves of characters included', async () => {
  const { store } = await tenantStores();
  const written = { text: 'The lift \uD83D, floor 3\n', callBack: 'yes' };
  await keep(store, { written });
  const kept = (await readMessages(store, contoso, [olga], 0)).get(olga);
  expect(kept).toMatchObject([{ message: { written } }]);
});

test('what is made of a message that failed puts it away in the same step; one in doubt stays', async () => {
  const { store } = await tenantStores();
  for (const messageId of ['m1', 'm2', 'm3']) await keep(store, { messageId });
  const claimed = await claim(store, 'one', now);
  const become = async (messageId: string, state: MessageState): Promise<void> => {
    const had = must(
      claimed.find((one) => one.message.messageId === messageId),
      messageId,
    );
    await recordStep(store, had, { state }, { now, until: now });
  };
  await become('m1', { name: 'failed', why: 'refused' });
  await become('m2', { name: 'sending', since: now });
  await become('m2', inDoubt(now, now));
  const again = (messageId: string, insteadOf: string) =>
    keepMessage(store, contoso, { ...message, messageId }, { ...room, insteadOf });
  expect(await again('m4', 'm1')).toBe('kept');
  expect(await again('m5', 'm2')).toBe('full');
  const kept = (await readMessages(store, contoso, [olga], 0)).get(olga) ?? [];
  const states = Object.fromEntries(kept.map((one) => [one.message.messageId, one.state.name]));
  expect(states).toEqual({ m1: 'withdrawn', m2: 'doubtful', m3: 'waiting', m4: 'waiting' });
});

test('what was sent or put away is told of for a while, behind what is not settled', async () => {
  const { store } = await tenantStores();
  await keep(store);
  await wish(store, 'withdraw', now + 10);
  await keep(store, { messageId: 'older', askedAt: now - 5 });
  expect(await stateOf(store)).toEqual(['waiting', 'withdrawn']);
  const later = await readMessages(store, contoso, [olga], now + 11);
  expect(later.get(olga)?.map(({ state }) => state.name)).toEqual(['waiting']);
});

test('a message cannot be withdrawn from under the server that is about to send it', async () => {
  const { store } = await tenantStores();
  await keep(store);
  const [mine] = await claim(store, 'one', now);
  await wish(store, 'withdraw');
  const step = { state: { name: 'sending', since: now } } as const;
  expect(await recordStep(store, must(mine, 'the message'), step, { now, until: now })).toBe(false);
});

test('what was sent about a call is found by it, and goes with the time that the tenant keeps things', async () => {
  const { store } = await tenantStores();
  await keep(store);
  const [mine] = await claim(store, 'one', now);
  await recordStep(store, must(mine, 'it'), { state: { name: 'sent', at: now } }, { now, until: now });
  expect(await readMessagesOfCall(store, contoso, callId('call-1'))).toMatchObject([{ message }]);
  await forgetSome(store, contoso, now);
  expect(await stateOf(store)).toEqual(['sent']);
  await forgetSome(store, contoso, now + 1);
  expect(await stateOf(store)).toEqual([]);
});
