import { expect, test } from 'vitest';
import { contoso, now, olga, tenantStores } from '../testing/sample-tenant.testing.ts';
import { findOpenSession } from './open-sessions.ts';
import { consoleCame, recordSession } from './sessions.ts';
import { signOut } from './sign-out.ts';

test('signing out ends the session and its consoles; it is the last when no other sign-in has one', async () => {
  const { store } = await tenantStores();
  for (const tokenHash of ['desk', 'home']) {
    await recordSession(store, { tokenHash, tenantId: contoso, operatorId: olga, expiresAt: now + 1_000 });
    const connectionId = `console at ${tokenHash}`;
    await consoleCame(store, { connectionId, tenantId: contoso, operatorId: olga, owner: 1, tokenHash });
  }
  const who = { tenantId: contoso, operatorId: olga };
  expect(await signOut(store, 'desk', now)).toEqual({ ...who, isLast: false, isLastSession: false });
  expect(await findOpenSession(store, 'desk', now)).toBeUndefined();
  const open = store.selectFrom('consoles').select('connection_id').where('gone_at', 'is', null);
  expect(await open.execute()).toEqual([{ connection_id: 'console at home' }]);
  expect(await signOut(store, 'home', now)).toEqual({ ...who, isLast: true, isLastSession: true });
  expect(await signOut(store, 'home', now)).toBeUndefined();
});
