import { callHistorySchema, callListSchema } from '@switchboard/contract/admin/call';
import type { Store } from '@switchboard/store/access/store';
import {
  accept,
  contoso,
  end,
  now,
  olga,
  reception,
  tenantStores,
  waitingCall,
} from '@switchboard/store/testing/sample-tenant.testing';
import { expect, onTestFinished, test } from 'vitest';
import { adminApp, errorOf, token } from './admin.testing.ts';

const hour = 3_600_000;

/** An administrator at a tenant with calls: one ended, one taken, one that waits, an hour between them. */
async function openHistory() {
  const { store } = await tenantStores();
  const app = adminApp(store);
  onTestFinished(() => app.close());
  const ids = [];
  for (const _ of [1, 2, 3]) ids.push((await waitingCall(store)).decided.state.callId);
  const [ended = '', taken = '', waiting = ''] = ids;
  await end(store, ids[0] as never);
  await accept(store, ids[1] as never, olga);
  for (const [index, id] of ids.entries()) await arriveAt(store, id, now + index * hour);
  const ask = async (path: string) => {
    const url = `/api/admin/tenants/${contoso}/calls${path}`;
    const answer = await app.inject({ url, headers: { authorization: `Bearer ${token}` } });
    return { status: answer.statusCode, body: answer.json() as unknown };
  };
  const list = async (query: string) => callListSchema.parse((await ask(query)).body);
  return { ask, list, ended, taken, waiting };
}

const arriveAt = (store: Store, callId: string, arrived_at: number) =>
  store
    .updateTable('calls')
    .set({ arrived_at })
    .where('call_id', '=', callId as never)
    .execute();

const idsOf = ({ calls }: { calls: readonly { callId: string }[] }) => calls.map(({ callId }) => callId);

test('calls are listed newest first, page by page, until there are no more', async () => {
  const { list, ended, taken, waiting } = await openHistory();
  const first = await list('?limit=2');
  expect(idsOf(first)).toEqual([waiting, taken]);
  const second = await list(`?limit=2&before=${first.next}`);
  expect(idsOf(second)).toEqual([ended]);
  expect(second.next).toBeUndefined();
  expect(second.calls[0]).toMatchObject({
    queue: 'Reception',
    state: 'ended',
    ended: 'callerHungUp',
    caller: { number: '+44 20 7946 0123' },
    arrivedAt: now,
    endedAt: now,
  });
  expect(first.calls[1]).toMatchObject({ state: 'connecting', operator: 'Olga Lindqvist' });
});

test('a filter leaves out what it does not name', async () => {
  const { list, ended, taken, waiting } = await openHistory();
  const at = (moment: number) => encodeURIComponent(new Date(moment).toISOString());
  expect(idsOf(await list('?state=live'))).toEqual([waiting, taken]);
  expect(idsOf(await list('?state=waiting'))).toEqual([waiting]);
  expect(idsOf(await list('?reason=callerHungUp'))).toEqual([ended]);
  expect(idsOf(await list('?reason=blocked'))).toEqual([]);
  expect(idsOf(await list(`?from=${at(now + hour)}&to=${at(now + 2 * hour)}`))).toEqual([taken]);
  expect(idsOf(await list(`?queueId=${reception.queueId}`))).toHaveLength(3);
  expect(idsOf(await list('?queueId=elsewhere'))).toEqual([]);
});

test('a call is shown with all that happened to it, in words', async () => {
  const { ask, ended } = await openHistory();
  const { call, entries } = callHistorySchema.parse((await ask(`/${ended}`)).body);
  expect(call).toMatchObject({ callId: ended, ended: 'callerHungUp' });
  const texts = entries.map(({ text }) => text);
  expect(texts[0]).toBe('The call arrived in Reception');
  expect(texts).toContain('The call is over: the caller hung up');
  expect(texts.find((text) => text.includes('(answer)'))).toMatch(
    /^Microsoft was asked to answer the call \(answer\) · done/,
  );
});

test.each([
  ['?from=yesterday', 'from'],
  ['?state=gone', 'state'],
  ['?limit=501', 'limit'],
  ['?before=page-2', 'before'],
  ['?queue=reception', 'queue'],
])('%s is refused by naming %s', async (query, field) => {
  const { ask } = await openHistory();
  const { status, body } = await ask(query);
  expect(status).toBe(400);
  expect(errorOf(body)).toMatchObject({ code: 'malformed', field });
});

test('a call that is not there is said to be so', async () => {
  const { ask } = await openHistory();
  const { status, body } = await ask('/no-such-call');
  expect(status).toBe(404);
  expect(errorOf(body)).toMatchObject({ code: 'callUnknown', field: 'callId' });
});
