import { personId } from '@switchboard/domain/ids';
import { expect, test } from 'vitest';
import { contoso, now, tenantStores } from '../testing/sample-tenant.testing.ts';
import { nearList, noteListsRead, putPresenceList, readPresenceLists } from './presence-lists.ts';
import { keepPoll, leavePoll, takePolls } from './presence-polls.ts';
import {
  coverPresences,
  readAgedPresences,
  readPresenceChanges,
  type SaidPresence,
  writePresences,
} from './presences.ts';

const [ada, ben] = [personId('a-ada'), personId('b-ben')];
const both = [ada, ben];
const said = (id = ada, availability = 'Available', more: Partial<SaidPresence> = {}): SaidPresence => ({
  personId: id,
  availability,
  activity: availability,
  saidAt: now,
  isWhole: true,
  ...more,
});

test('only what is news is written, under a number that readers go by', async () => {
  const { store, other } = await tenantStores();
  expect(await writePresences(store, contoso, [said(ada), said(ben)])).toBe(2);
  const first = await readPresenceChanges(other, contoso, both, 0);
  expect(first.presences.map(({ personId: id }) => id).toSorted()).toEqual(both);
  expect(await writePresences(other, contoso, [said(ada), said(ben, 'Busy', { saidAt: now + 5 })])).toBe(1);
  const second = await readPresenceChanges(other, contoso, both, first.upTo);
  expect(second.presences).toMatchObject([{ personId: ben, availability: 'Busy', saidAt: now + 5 }]);
  expect(await writePresences(store, contoso, [said(ada), said(ben, 'Busy', { saidAt: now + 9 })])).toBe(0);
  expect(await readPresenceChanges(store, contoso, both, second.upTo)).toEqual({
    presences: [],
    upTo: second.upTo,
  });
});

test('what is older, or has a lower number, changes nothing; after a minute Microsoft counts anew', async () => {
  const { store } = await tenantStores();
  const newest = async () => (await readAgedPresences(store, contoso, [ada]))[0]?.availability;
  const say = (availability: string, sequence: string | undefined, after: number) =>
    writePresences(store, contoso, [
      said(ada, availability, { saidAt: now + after, ...(sequence === undefined ? {} : { sequence }) }),
    ]);
  await say('Busy', 'A0005', 0);
  await say('Away', 'A0004', 2_000);
  await say('Away', 'A0006', -1);
  expect(await newest()).toBe('Busy');
  await say('Away', 'A0006', 2_000);
  expect(await newest()).toBe('Away');
  // By a notification, which has no number; then a reading that was on its way before it.
  await say('Offline', undefined, 3_000);
  await say('Away', 'A0006', 2_900);
  expect(await newest()).toBe('Offline');
  await say('Available', 'A0007', 4_000);
  await say('Busy', '00001', 63_000);
  expect(await newest()).toBe('Available');
  await say('Busy', '00001', 64_001);
  expect(await newest()).toBe('Busy');
});

test('a notification that says less than everything leaves the rest as it was', async () => {
  const { store } = await tenantStores();
  const details = { statusMessage: 'Back at ten', workLocation: { kind: 'remote' as const } };
  await writePresences(store, contoso, [said(ada, 'Away', { details })]);
  await writePresences(store, contoso, [
    said(ada, 'Busy', { saidAt: now + 1, isWhole: false, details: { statusMessage: 'Back at eleven' } }),
  ]);
  const [known] = await readAgedPresences(store, contoso, [ada]);
  expect(known).toMatchObject({
    availability: 'Busy',
    details: { ...details, statusMessage: 'Back at eleven' },
  });
  await writePresences(store, contoso, [said(ada, 'Busy', { saidAt: now + 2 })]);
  expect((await readAgedPresences(store, contoso, [ada]))[0]?.details).toEqual({});
});

test('what a later reading says beside the same number is known at once', async () => {
  const { store } = await tenantStores();
  await writePresences(store, contoso, [said(ada, 'Away', { sequence: 'A1', isWhole: false })]);
  const details = { outOfOffice: { message: 'Back on Monday' } };
  const later = said(ada, 'Away', { sequence: 'A1', saidAt: now + 2_000, details });
  expect(await writePresences(store, contoso, [later])).toBe(1);
  expect((await readAgedPresences(store, contoso, [ada]))[0]?.details).toEqual(details);
});

test('a presence is as old as the newest reading that it was in: its own, the list’s, the round’s', async () => {
  const { store } = await tenantStores();
  const aged = async () =>
    (await readAgedPresences(store, contoso, both)).map(({ confirmedAt, ring }) => [confirmedAt - now, ring]);
  await writePresences(store, contoso, [said(ada), said(ben)]);
  expect(await aged()).toEqual([
    [0, 'everybody'],
    [0, 'everybody'],
  ]);
  const lease = { owner: 1, now, until: now + 6_000 };
  await takePolls(store, [contoso], lease);
  const round = { cursor: ada, beganAt: now + 900, beganBefore: now + 500 };
  await keepPoll(store, contoso, { owner: 1, until: now + 6_000, spent: 0, ...round });
  expect(await aged()).toEqual([
    [900, 'everybody'],
    [500, 'everybody'],
  ]);
  const version = await putPresenceList(store, contoso, { list: nearList, personIds: [ben] }, now + 1e6);
  await noteListsRead(store, contoso, [{ list: nearList, version }], now + 2_000);
  expect(await aged()).toEqual([
    [900, 'everybody'],
    [2_000, 'near'],
  ]);
  await putPresenceList(store, contoso, { list: nearList, personIds: [ada, ben] }, now + 1e6);
  expect(await aged()).toEqual([
    [900, 'everybody'],
    [500, 'everybody'],
  ]);
});

test('whom a subscription covers is noted as a change, once', async () => {
  const { store } = await tenantStores();
  await writePresences(store, contoso, [said(ada), said(ben)]);
  const { upTo } = await readPresenceChanges(store, contoso, both, 0);
  await coverPresences(store, contoso, [ada], now + 3_600_000);
  await coverPresences(store, contoso, [ada], now + 3_600_000);
  const changed = await readPresenceChanges(store, contoso, both, upTo);
  expect(changed).toMatchObject({
    presences: [{ personId: ada, coveredUntil: now + 3_600_000 }],
    upTo: upTo + 1,
  });
  await coverPresences(store, contoso, both, null);
  const ended = await readPresenceChanges(store, contoso, both, changed.upTo);
  expect(ended.presences.map(({ personId: id, coveredUntil }) => [id, coveredUntil])).toEqual([
    [ada, undefined],
  ]);
});

test('a tenant is polled by one server, by another when that one dies, or leaves it', async () => {
  const { store, other } = await tenantStores();
  const take = (stores: typeof store, owner: number, at: number) =>
    takePolls(stores, [contoso], { owner, now: at, until: at + 6_000 });
  expect(await take(store, 1, now)).toHaveLength(1);
  expect(await take(other, 2, now + 5_000)).toHaveLength(0);
  const kept = { cursor: ada, beganAt: 5, beganBefore: 3, spent: 17 };
  expect(await keepPoll(store, contoso, { owner: 1, until: now + 8_000, ...kept })).toBe(true);
  expect(await take(other, 2, now + 7_000)).toHaveLength(0);
  expect(await take(other, 2, now + 8_000)).toMatchObject([{ tenantId: contoso, ...kept }]);
  expect(await keepPoll(store, contoso, { owner: 1, until: now + 9_000, ...kept })).toBe(false);
  await leavePoll(other, contoso, 2);
  expect(await take(store, 1, now + 8_001)).toHaveLength(1);
});

test('lists come without their people once their version is known, and not at all when nobody keeps them', async () => {
  const { store } = await tenantStores();
  const put = (personIds: readonly (typeof ada)[], keptUntil = now + 100) =>
    putPresenceList(store, contoso, { list: 7, personIds }, keptUntil);
  expect([await put([ada]), await put([ada]), await put(both)]).toEqual([1, 1, 2]);
  expect(await readPresenceLists(store, contoso, new Map(), now)).toEqual([
    { list: 7, version: 2, personIds: both },
  ]);
  expect(await readPresenceLists(store, contoso, new Map([[7, 2]]), now)).toEqual([{ list: 7, version: 2 }]);
  expect(await readPresenceLists(store, contoso, new Map(), now + 100)).toEqual([]);
});
