import { personId, tenantId } from '@switchboard/domain/ids';
import { expect, test } from 'vitest';
import { readEvents } from '../feed/read-events.ts';
import { readLiveCalls } from '../reads/calls.ts';
import { removeOperator } from '../tenants/queue-operators.ts';
import { findOperator, putOperator } from '../tenants/tenants.ts';
import { contoso, now, olga, omar, tenantStores } from '../testing/sample-tenant.testing.ts';
import { keepPreferences, readPreferences } from './preferences.ts';

const keep = (section: string, value: Record<string, unknown>, at = now) => ({
  section,
  value,
  mostSections: 2,
  now: at,
});

test('what an operator prefers is kept by section, whole, and is theirs alone', async () => {
  const { store } = await tenantStores();
  await keepPreferences(store, contoso, olga, keep('look', { theme: 'dark', ofNewer: [1] }));
  await keepPreferences(store, contoso, olga, keep('keys', { park: 'F7' }));
  await keepPreferences(store, contoso, omar, keep('look', { theme: 'light' }));
  const kept = await readPreferences(store, contoso, [olga, omar]);
  expect(kept.get(olga)).toMatchObject([
    { section: 'keys', value: { park: 'F7' } },
    { section: 'look', value: { theme: 'dark', ofNewer: [1] } },
  ]);
  expect(kept.get(omar)).toMatchObject([{ section: 'look', value: { theme: 'light' } }]);
  expect((await readPreferences(store, tenantId('t-fabrikam'), [olga])).size).toBe(0);
});

test('each change has a higher version, two in the same moment and one by a slow clock too; the same again has none', async () => {
  const { store } = await tenantStores();
  const versions: (number | undefined)[] = [];
  for (const [theme, at] of [
    ['dark', now],
    ['light', now],
    ['contrast', now - 5_000],
    ['contrast', now + 5_000],
  ] as const) {
    await keepPreferences(store, contoso, olga, keep('look', { theme }, at));
    versions.push((await readPreferences(store, contoso, [olga])).get(olga)?.[0]?.version);
  }
  expect(versions).toEqual([now, now + 1, now + 2, now + 2]);
});

test('a change is recorded for the other servers, without what it is', async () => {
  const { store } = await tenantStores();
  const { seq } = await readLiveCalls(store, contoso);
  await keepPreferences(store, contoso, olga, keep('look', { theme: 'dark' }));
  await keepPreferences(store, contoso, olga, keep('look', { theme: 'dark' }));
  const events = await readEvents(store, contoso, seq, 10);
  expect(events).toMatchObject([
    { subject: 'operator', event: { operator: { operatorId: olga }, hasNewPreferences: true } },
  ]);
  expect(JSON.stringify(events)).not.toContain('dark');
});

test('there is room for so many sections, and for nobody who is no operator', async () => {
  const { store } = await tenantStores();
  for (const section of ['look', 'keys'])
    expect(await keepPreferences(store, contoso, olga, keep(section, {}))).toBe('kept');
  expect(await keepPreferences(store, contoso, olga, keep('speech', {}))).toBe('full');
  expect(await keepPreferences(store, contoso, olga, keep('look', { theme: 'dark' }))).toBe('kept');
  expect(await keepPreferences(store, contoso, personId('nobody'), keep('look', {}))).toBe('gone');
});

test('what an operator preferred goes with them', async () => {
  const { store } = await tenantStores();
  await keepPreferences(store, contoso, olga, keep('look', { theme: 'dark' }));
  const operator = await findOperator(store, contoso, olga);
  await store.transaction().execute((tx) => removeOperator(tx, contoso, olga, now));
  if (operator !== undefined) await putOperator(store, operator);
  expect((await readPreferences(store, contoso, [olga])).get(olga)).toBeUndefined();
});
