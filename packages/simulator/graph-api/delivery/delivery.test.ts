import { afterEach, expect, test } from 'vitest';
import { Bench } from '../bench.testing.ts';
import type { DeliveryPlan } from './delivery.ts';

let bench: Bench | undefined;
afterEach(() => bench?.stop());

const plan = (change: Partial<DeliveryPlan>) => ({
  requests: {},
  plan: (): DeliveryPlan => ({ copies: 1, delayMs: 0, inOrder: true, ...change }),
});

test('notifications of a call arrive in order however long each takes', async () => {
  bench = await Bench.start({ notificationDelayMs: 20 });
  const dialled = bench.control.dial({ from: '+442079460999', to: '+442079460100' });
  expect(dialled.ok).toBe(true);
  await bench.pass(0.02);
  const callId = String(bench.listener.items()[0]?.resourceData.id);
  await bench.post(`/communications/calls/${callId}/answer`, bench.answerBody());
  await bench.settled();
  expect(bench.listener.story()).toEqual(['created incoming']);
  await bench.pass(0.02);
  expect(bench.listener.story()).toEqual(['created incoming', 'updated establishing', 'updated established']);
});

test('a refused notification is sent again as often as the settings say', async () => {
  bench = await Bench.start({ retries: 2 });
  bench.listener.statuses.set('/calls', [503, 503]);
  await bench.dial();
  expect(bench.listener.story()).toEqual(['created incoming']);
  await bench.pass(3);
  expect(bench.listener.story()).toEqual(['created incoming', 'created incoming', 'created incoming']);
});

test('the door for faults loses, doubles and delays', async () => {
  bench = await Bench.start({}, plan({ copies: 2 }));
  await bench.dial();
  expect(bench.listener.story()).toEqual(['created incoming', 'created incoming']);
  await bench.stop();

  bench = await Bench.start({}, plan({ copies: 0 }));
  bench.control.dial({ from: '+442079460999', to: '+442079460100' });
  await bench.settled();
  expect(bench.listener.heard).toEqual([]);
  await bench.stop();

  bench = await Bench.start({}, plan({ delayMs: 2_000 }));
  bench.control.dial({ from: '+442079460999', to: '+442079460100' });
  await bench.pass(1.9);
  expect(bench.listener.heard).toEqual([]);
  await bench.pass(0.1);
  expect(bench.listener.heard).toHaveLength(1);
});

test('the door for requests refuses before anything is done, or loses the answer after it was', async () => {
  const busy = { status: 503, body: { error: { code: 'serviceNotAvailable', message: 'Try again.' } } };
  let before = true;
  const normal = plan({});
  const requests = {
    before: async () => (before ? busy : undefined),
    after: async () => busy,
  };
  bench = await Bench.start({}, { ...normal, requests });
  const { path, lineId } = await bench.dial();
  expect((await bench.post(`${path}/answer`, bench.answerBody())).status).toBe(503);
  expect(bench.line(lineId).state).toBe('ringing');
  before = false;
  expect((await bench.post(`${path}/answer`, bench.answerBody())).status).toBe(503);
  expect(bench.line(lineId).state).toBe('connected');
});
