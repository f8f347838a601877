import { readOpeningHours } from '@switchboard/domain/hours/read-opening-hours';
import { must } from '@switchboard/kit/assert';
import { silentLogger } from '@switchboard/kit/logger';
import { openStore, type Store } from '@switchboard/store/access/store';
import { addSound } from '@switchboard/store/sounds/sounds';
import { administerTenant, writeQueue } from '@switchboard/store/tenants/administer-tenant';
import { listOperators, listQueues } from '@switchboard/store/tenants/tenants';
import { testDatabase } from '@switchboard/store/testing/test-database';
import { expect, onTestFinished, test } from 'vitest';
import { promptFor, soundIdOf } from '../handle/administration-shelf.ts';
import { queueWarnings } from '../handle/administration-warnings.ts';
import { createPrompts } from '../media/prompts.ts';
import { contosoQueues } from './contoso-queues.ts';
import { type Seed, seedTenant } from './seed.ts';

const seed: Seed = {
  tenant: { id: 'c0000000-0000-4000-8000-000000000000', name: 'Contoso' },
  queues: [
    { id: 'reception', name: 'Reception', instance: 'i-1', number: '+442079460100' },
    { id: 'serviceDesk', name: 'Service Desk', instance: 'i-2', number: '+442079460200' },
  ],
  operators: [{ id: 'o-1', name: 'Eva Berg', userPrincipalName: 'eva.berg@contoso.example' }],
};

async function emptyStore(): Promise<Store> {
  const { url, drop } = await testDatabase();
  const store = openStore(url, silentLogger, 2);
  onTestFinished(async () => {
    await store.destroy();
    await drop();
  });
  return store;
}

async function startAt(store: Store, publicUrl: string) {
  const prompts = createPrompts(publicUrl);
  const tenant = await seedTenant(store, seed, prompts, 1_000, contosoQueues(prompts));
  const queues = await listQueues(store, tenant);
  const named = (id: string) =>
    must(
      queues.find(({ queueId }) => queueId === id),
      id,
    );
  return { tenant, prompts, queues, reception: named('reception'), serviceDesk: named('serviceDesk') };
}

test('Contoso is set up without anything that an administrator would be warned of', async () => {
  const store = await emptyStore();
  const { tenant, queues, reception, serviceDesk } = await startAt(store, 'http://localhost:3000');
  for (const queue of queues) {
    expect(queueWarnings(queue, queues)).toEqual([]);
    expect(readOpeningHours(queue.settings.hours).ok).toBe(true);
  }
  expect([reception.switches.mode, reception.settings.strategy]).toEqual(['day', 'pick']);
  expect([serviceDesk.switches.mode, serviceDesk.settings.strategy]).toEqual(['auto', 'longestIdle']);
  expect(serviceDesk.settings.wrapUp).toBeGreaterThan(0);
  const [operator] = await listOperators(store, tenant);
  expect(operator?.queueIds.toSorted()).toEqual(['reception', 'serviceDesk']);
});

test('what somebody has changed stays at the next start, and sounds are found at the new address', async () => {
  const store = await emptyStore();
  const first = await startAt(store, 'http://localhost:3000');
  const sound = { soundId: 'a'.repeat(32), name: 'Spring', sha256: 'x', milliseconds: 5 };
  await addSound(store, first.tenant, sound, new Uint8Array(4), 1_000);
  const music = promptFor(first.tenant, first.prompts, sound);
  const { diversions: _none, ...settings } = first.reception.settings;
  const changed = { ...first.reception, settings: { ...settings, music, diversions: {}, wrapUp: 5_000 } };
  await administerTenant(store, first.tenant, (tx) => writeQueue(tx, changed, 2_000));
  const { reception, serviceDesk } = await startAt(store, 'http://localhost:8080');
  expect(reception.settings).toMatchObject({ diversions: {}, wrapUp: 5_000 });
  expect(reception.switches.mode).toBe('day');
  expect(reception.settings.music.url).toBe(
    `http://localhost:8080/media/${first.tenant}/${soundIdOf(music)}.wav`,
  );
  expect(serviceDesk.settings.diversions.closed?.message?.url).toBe('http://localhost:8080/media/closed.wav');
});
