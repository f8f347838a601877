import { createClock, ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { withTurn } from '@switchboard/store/feed/with-turn';
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
  const done = createRetention({ store, clock, log: silentLogger }).run(stop.signal);
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

test('while another server is at it nothing is deleted here', async () => {
  const { store, other } = await tenantStores();
  await end(store, (await waitingCall(store)).decided.state.callId);
  const clock = createClock({ now: () => now + 91 * day, setTimeout, clearTimeout });
  const stop = new AbortController();
  await withTurn(other, 'retention', async () => {
    const done = createRetention({ store, clock, log: silentLogger }).run(stop.signal);
    await new Promise((resolve) => setTimeout(resolve, 300));
    stop.abort();
    await done;
  });
  expect(await store.selectFrom('calls').select('call_id').execute()).toHaveLength(1);
});
