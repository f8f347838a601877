import { ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { takeLease } from '@switchboard/store/feed/leases';
import { changeTenant } from '@switchboard/store/tenants/tenants';
import {
  contoso,
  end,
  now,
  tenantStores,
  waitingCall,
} from '@switchboard/store/testing/sample-tenant.testing';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createRetention } from './retention.ts';

const day = 24 * 3_600_000;

test('a call is kept for as many days as its tenant says, and gone with the next look', async () => {
  const { store } = await tenantStores();
  await end(store, (await waitingCall(store)).decided.state.callId);
  await changeTenant(store, contoso, { keepDays: 30 });
  const clock = new ManualClock(now + 30 * day);
  const stop = new AbortController();
  const done = createRetention({ store, clock, log: silentLogger, owner: 1 }).run(stop.signal);
  onTestFinished(async () => {
    stop.abort();
    await done;
  });
  const left = async () => (await store.selectFrom('calls').select('call_id').execute()).length;
  await vi.waitFor(() => expect(clock.nextDue()).toBeDefined(), { timeout: 15_000 });
  expect(await left()).toBe(1);
  clock.advance(3_600_000);
  await vi.waitFor(async () => expect(await left()).toBe(0), { timeout: 15_000 });
});

test('while another server is at it nothing is deleted here, and once its lease has run out it is', async () => {
  const { store, other } = await tenantStores();
  await end(store, (await waitingCall(store)).decided.state.callId);
  const clock = new ManualClock(now + 91 * day);
  const lease = { now: clock.now(), until: clock.now() + 60_000 };
  await takeLease(other, { tenantId: contoso, work: 'retention', owner: 2 }, lease);
  const stop = new AbortController();
  const done = createRetention({ store, clock, log: silentLogger, owner: 1 }).run(stop.signal);
  onTestFinished(async () => {
    stop.abort();
    await done;
  });
  const left = async () => (await store.selectFrom('calls').select('call_id').execute()).length;
  await vi.waitFor(() => expect(clock.nextDue()).toBeDefined(), { timeout: 15_000 });
  expect(await left()).toBe(1);
  clock.advance(3_600_000);
  await vi.waitFor(async () => expect(await left()).toBe(0), { timeout: 15_000 });
});
