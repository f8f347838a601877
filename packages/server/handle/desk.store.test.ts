import { queueId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import { ManualClock } from '@switchboard/kit/clock';
import { refused } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import { findOperatorWork } from '@switchboard/store/operators/operators';
import { findOperator, listOperators, listQueues, putQueue } from '@switchboard/store/tenants/tenants';
import {
  accept,
  contoso,
  now,
  olga,
  reception,
  tenantStores,
  waitingCall,
} from '@switchboard/store/testing/sample-tenant.testing';
import { expect, test } from 'vitest';
import { createDesk } from './desk.ts';

async function stage(): Promise<{ store: Store; desk: ReturnType<typeof createDesk>; operator: Operator }> {
  const { store } = await tenantStores();
  const operator = await findOperator(store, contoso, olga);
  if (operator === undefined) throw new Error('Olga is not there');
  return { store, desk: createDesk(store, new ManualClock(now)), operator };
}

test('operators say how they are, and switch the queues that they answer', async () => {
  const { store, desk, operator } = await stage();
  const lunch = {
    type: 'setStatus',
    id: '1',
    status: 'break',
    reason: 'lunch',
    followsPresence: true,
  } as const;
  expect((await desk.command(operator, lunch)).ok).toBe(true);
  expect(await findOperatorWork(store, contoso, olga)).toMatchObject({
    status: 'break',
    breakReason: 'lunch',
    followsPresence: true,
  });
  const night = { type: 'switchQueue', id: '2', queueId: reception.queueId, mode: 'night' } as const;
  expect((await desk.command(operator, night)).ok).toBe(true);
  const emergency = { type: 'switchQueue', id: '3', queueId: reception.queueId, emergency: true } as const;
  expect((await desk.command(operator, emergency)).ok).toBe(true);
  expect((await listQueues(store, contoso))[0]?.switches).toEqual({ mode: 'night', isEmergency: true });
});

test('a queue that is not theirs, or is none, is not theirs to switch; nor is nothing a switch', async () => {
  const { store, desk, operator } = await stage();
  await putQueue(store, { ...reception, queueId: queueId('desk'), instanceId: 'i-2' as never });
  const turn = (to: string) => ({ type: 'switchQueue', id: '1', queueId: to, mode: 'day' }) as const;
  expect(await desk.command(operator, turn('desk'))).toMatchObject({ refusal: { code: 'notInQueue' } });
  expect(await desk.command(operator, turn('nowhere'))).toMatchObject({ refusal: { code: 'queueUnknown' } });
  const nothing = { type: 'switchQueue', id: '2', queueId: reception.queueId } as const;
  expect(await desk.command(operator, nothing)).toMatchObject({
    refusal: { code: 'malformed', field: 'mode' },
  });
  const gone = { type: 'callBack', id: '3', callBackId: 'nothing', to: 'taken' } as const;
  expect(await desk.command(operator, gone)).toEqual({ ok: false, refusal: { code: 'callBackGone' } });
});

test('an operator leaves a queue of theirs and answers it again; another is not theirs to leave', async () => {
  const { store, desk, operator } = await stage();
  const answer = (queue: string, isAnswered: boolean) =>
    desk.command(operator, { type: 'answerQueue', id: '1', queueId: queue, isAnswered });
  const left = async () =>
    (await listOperators(store, contoso)).find(({ operatorId }) => operatorId === olga)?.leftQueueIds;
  expect((await answer(reception.queueId, false)).ok).toBe(true);
  expect(await left()).toEqual([reception.queueId]);
  expect((await answer(reception.queueId, true)).ok).toBe(true);
  expect(await left()).toBeUndefined();
  expect(await answer('elsewhere', false)).toEqual(refused({ code: 'queueUnknown' }));
});

test('the timeline of a call tells its steps and requests, to those of its queue', async () => {
  const { store, desk, operator } = await stage();
  const { callId } = (await waitingCall(store)).decided.state;
  await accept(store, callId, olga);
  const ask = { type: 'readTimeline', id: '7', callId } as const;
  const read = await desk.timeline(operator, ask);
  const steps = read.ok ? read.value.entries.map(({ step, request }) => request?.operation ?? step) : [];
  expect(steps).toEqual(
    expect.arrayContaining(['callArrived', 'answer', 'callQueued', 'playPrompt', 'operatorRung', 'invite']),
  );
  expect(read).toMatchObject({ value: { id: '7', callId } });
  const entries = read.ok ? read.value.entries : [];
  expect(entries.find(({ step }) => step === 'operatorRung')?.operator).toBe('Olga Lindqvist');
  expect(entries.find(({ request }) => request?.operation === 'answer')?.request).toMatchObject({
    status: 'done',
    attempts: 1,
    took: 0,
  });
  const stranger = { ...operator, queueIds: [], operatorId: 'stranger' as never };
  expect(await desk.timeline(stranger, ask)).toMatchObject({ refusal: { code: 'notInQueue' } });
  expect(await desk.timeline(operator, { ...ask, callId: 'none' })).toMatchObject({
    refusal: { code: 'callGone' },
  });
});
