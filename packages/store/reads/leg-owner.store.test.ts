import { expect, test } from 'vitest';
import { contoso, newLeg, tell, tenantStores, waitingCall } from '../testing/sample-tenant.testing.ts';
import { findLegOwner } from './leg-owner.ts';

test('a leg is that of a live call, of one that is being ended, of one that has ended, or of none', async () => {
  const { store } = await tenantStores();
  const { leg, callId } = (await waitingCall(store)).decided.state;
  expect(await findLegOwner(store, contoso, leg)).toBe('live');
  await tell(store, callId, { type: 'legEnded', leg, outcome: { code: 200, subcode: 0, message: '' } });
  expect(await findLegOwner(store, contoso, leg)).toBe('ending');
  await store.updateTable('effects').set({ status: 'done' }).where('call_id', '=', callId).execute();
  expect(await findLegOwner(store, contoso, leg)).toBe('ended');
  expect(await findLegOwner(store, contoso, newLeg())).toBe('unknown');
});
