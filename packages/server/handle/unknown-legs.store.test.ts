import { instanceId, type LegId, type TenantId } from '@switchboard/domain/ids';
import { silentLogger } from '@switchboard/kit/logger';
import type { Store } from '@switchboard/store/access/store';
import {
  contoso,
  newLeg,
  reception,
  tenantStores,
  waitingCall,
} from '@switchboard/store/testing/sample-tenant.testing';
import { expect, test } from 'vitest';
import { createUnknownLegs } from './unknown-legs.ts';

function legsOf(store: Store) {
  const hungUp: [TenantId, LegId][] = [];
  const hangUp = (tenantId: TenantId, leg: LegId): Promise<void> => {
    hungUp.push([tenantId, leg]);
    return Promise.resolve();
  };
  return { hungUp, legs: createUnknownLegs({ store, log: silentLogger, hangUp }) };
}

const { instanceId: instance } = reception;

test('a leg of a queue that is established without a call is hung up', async () => {
  const { store } = await tenantStores();
  const { legs, hungUp } = legsOf(store);
  const leg = newLeg();
  expect(await legs.take(contoso, [{ leg, state: 'established', instanceId: instance }])).toBe(true);
  expect(hungUp).toEqual([[contoso, leg]]);
});

test('what is not ours, or known, or rings, or has ended, is left alone', async () => {
  const { store } = await tenantStores();
  const { legs, hungUp } = legsOf(store);
  const { leg } = (await waitingCall(store)).decided.state;
  expect(await legs.take(contoso, [{ leg, state: 'established', instanceId: instance }])).toBe(false);
  const foreign = instanceId('f0000000-0000-4000-8000-0000000000f0');
  expect(await legs.take(contoso, [{ leg: newLeg(), state: 'established', instanceId: foreign }])).toBe(
    false,
  );
  expect(await legs.take(contoso, [{ leg: newLeg(), state: 'established' }])).toBe(false);
  expect(await legs.take(contoso, [{ leg: newLeg(), state: 'gone', instanceId: instance }])).toBe(false);
  expect(await legs.take(contoso, [{ leg: newLeg(), state: 'incoming', instanceId: instance }])).toBe(false);
  expect(await legs.take(contoso, [])).toBe(false);
  expect(hungUp).toEqual([]);
});
