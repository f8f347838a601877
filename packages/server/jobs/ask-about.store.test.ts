import { personId } from '@switchboard/domain/ids';
import { type Clock, createClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { ok, refused } from '@switchboard/kit/result';
import { doubtedList, readPresenceLists } from '@switchboard/store/presence/presence-lists';
import { readAgedPresences } from '@switchboard/store/presence/presences';
import { contoso, olga, tenantStores } from '@switchboard/store/testing/sample-tenant.testing';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createAskAbout } from './ask-about.ts';
import type { ReadPresences } from './presence-asker.ts';
import { PresencePoller } from './presence-poller.ts';

/** Waits pass ten times as quickly. */
const real = createClock({ now: Date.now, setTimeout, clearTimeout });
const clock: Clock = { now: real.now, after: (ms, task) => real.after(ms / 10, task) };
const [ada, ben] = [personId('a-ada'), personId('b-ben')];

/** A server that polls the tenant of a console, and one beside it that has people asked about. */
async function twoServers(read: ReadPresences) {
  const { store, other } = await tenantStores();
  const console = { connection_id: 'c', tenant_id: contoso, operator_id: olga, owner: 1 };
  await store.insertInto('consoles').values(console).execute();
  const parts = { store, clock, log: silentLogger, owner: 1, read, limit: 750, onNews: () => undefined };
  const poller = new PresencePoller(parts);
  const stop = new AbortController();
  const done = poller.run(stop.signal);
  onTestFinished(async () => {
    stop.abort();
    await done;
  });
  const askAbout = (patience = 20_000) =>
    createAskAbout({ store: other, clock, patience, onWatched: (tenantId) => poller.ring(tenantId) });
  await vi.waitFor(() => expect(poller.holds(contoso)).toBe(true));
  return { store, askAbout };
}

test('people are asked about by the server that polls the tenant, anew each time, and by nobody else', async () => {
  const asked: string[] = [];
  const { store, askAbout } = await twoServers((_tenant, ids) => {
    asked.push(ids.join());
    return Promise.resolve(ok(ids.map((id) => ({ personId: id, availability: 'Busy', activity: 'Busy' }))));
  });
  expect(await askAbout()(contoso, [ada, ben])).toBe(true);
  expect(await readAgedPresences(store, contoso, [ada, ben])).toMatchObject([
    { personId: ada, availability: 'Busy' },
    { personId: ben, availability: 'Busy' },
  ]);
  const before = asked.length;
  expect(await askAbout()(contoso, [ada, ben])).toBe(true);
  expect(asked.length).toBeGreaterThan(before);
  expect(new Set(asked)).toEqual(new Set([`${ada},${ben}`]));
  expect(await readPresenceLists(store, contoso, new Map(), clock.now())).not.toContainEqual(
    expect.objectContaining({ list: doubtedList }),
  );
});

test('it is known that they were not asked about: Microsoft does not say, or nobody polls', async () => {
  const { askAbout } = await twoServers(() =>
    Promise.resolve(refused({ message: 'too many', isThrottled: true, retryAfterMs: 60_000 })),
  );
  expect(await askAbout(300)(contoso, [ada])).toBe(false);
  const { other } = await tenantStores();
  const alone = createAskAbout({ store: other, clock, patience: 300, onWatched: () => undefined });
  expect(await alone(contoso, [ada])).toBe(false);
});
