import type { DirectorySettings } from '@switchboard/domain/directory/directory-settings';
import type { Person } from '@switchboard/domain/directory/person';
import { personIdOf } from '@switchboard/domain/directory/person-source';
import { searchTextOf } from '@switchboard/domain/directory/search-text';
import { personId, tenantId } from '@switchboard/domain/ids';
import { must } from '@switchboard/kit/assert';
import { describe, expect, test } from 'vitest';
import type { Store } from '../access/store.ts';
import { findPeople } from '../people/people.ts';
import { putTenant } from '../tenants/tenants.ts';
import { contoso, now, tenantStores } from '../testing/sample-tenant.testing.ts';
import { claimStream, prepareStreams } from './claim-stream.ts';
import { beginAnew, type ClaimedStream, failStream, keepStream, releaseStream } from './hold-stream.ts';
import { readDirectoryProgress } from './progress.ts';
import { changeDirectorySettings, readDirectorySettings } from './settings.ts';
import { wakeDirectory } from './wake-directory.ts';
import { type DirectoryPage, type PageClaim, writePage } from './write-page.ts';

const fabrikam = tenantId('f0000000-0000-4000-8000-000000000000');
const ada: Person = { personId: personId('p-ada'), name: 'Ada Holm' };
const bo: Person = { personId: personId('p-bo'), name: 'Bo Lund', phone: '+44 20 7946 0102' };
const cy: Person = { personId: personId('p-cy'), name: 'Cy Marsh' };

const readEvery = 180_000;
const minute = 60_000;

async function prepared() {
  const stores = await tenantStores();
  await prepareStreams(stores.store);
  return stores;
}

const claim = (store: Store, at = now, owner = 1, busy: readonly string[] = []) =>
  claimStream(store, { owner, now: at, busy });

const isPaged = (claimed: ClaimedStream): claimed is PageClaim => claimed.stream !== 'numbers';

/** The users' stream; the others are put off. */
async function claimUsers(store: Store, at = now, owner = 1): Promise<PageClaim> {
  const others = store.updateTable('directory_streams').where('stream', '<>', 'users');
  await others.set({ due_at: at + 1e12, problem: 'put off', problem_at: at }).execute();
  const claimed = must(await claim(store, at, owner), 'a stream that is due');
  return must(isPaged(claimed) ? claimed : undefined, 'the stream of the users');
}

const page = (people: readonly Person[], more: Partial<DirectoryPage> = {}): DirectoryPage => ({
  ids: people.map((person) => person.personId),
  removed: [],
  compose: () => ({
    people: people.map((person) => ({ person, searchText: searchTextOf(person) })),
    leftOut: [],
  }),
  next: { link: 'next', isEnd: false, readEvery },
  ...more,
});
const lastPage = (people: readonly Person[], more: Partial<DirectoryPage> = {}): DirectoryPage =>
  page(people, { next: { link: 'changes', isEnd: true, readEvery }, ...more });

async function rows(store: Store) {
  const all = await store.selectFrom('people').selectAll().where('tenant_id', '=', contoso).execute();
  return Object.fromEntries(
    all.map((row) => [
      row.person_id,
      { change: row.change, gone: row.gone_at, erased: row.erased_at, name: row.name },
    ]),
  );
}

const changes = async (store: Store) => {
  const row = await store.selectFrom('directories').selectAll().executeTakeFirstOrThrow();
  return row.last_change;
};

/** Ada and Bo are here, the round is over. */
async function filled() {
  const { store, other } = await prepared();
  await writePage(store, await claimUsers(store), lastPage([ada, bo]), now);
  return { store, other };
}

describe('a stream', () => {
  test('is read by one server at a time, and every other stream by whoever is first', async () => {
    const { store, other } = await prepared();
    const claims = await Promise.all([
      ...[1, 2, 3].map((owner) => claim(store, now, owner)),
      ...[4, 5].map((owner) => claim(other, now, owner)),
    ]);
    const names = claims.flatMap((one) => one?.stream ?? []);
    expect(names.toSorted()).toEqual(['organisation', 'users']);
  });

  test('that its server leaves is taken over when its time is up, and the old server writes nothing', async () => {
    const { store, other } = await prepared();
    const first = await claimUsers(store);
    await writePage(store, first, page([ada]), now);
    expect(await claim(other, now + minute, 2)).toBeUndefined();
    const second = await claimUsers(other, now + 2 * minute, 2);
    expect(second).toMatchObject({ link: 'next', round: first.round, owner: 2 });
    expect(await writePage(store, first, lastPage([bo, cy]), now)).toBeUndefined();
    expect(await keepStream(store, first, now)).toBe(false);
    expect(await failStream(store, first, { problem: 'late', now, dueAt: now })).toBe(false);
    expect(Object.keys(await rows(store))).toEqual([ada.personId]);
    expect(await writePage(other, second, lastPage([ada, bo]), now)).toEqual({ isChanged: true });
  });

  test('is kept by pages, and given back for others to have their turn', async () => {
    const { store, other } = await prepared();
    const first = await claimUsers(store);
    await writePage(store, first, page([ada]), now + minute);
    expect(await claim(other, now + 2 * minute, 2)).toBeUndefined();
    await releaseStream(store, first, now + 2 * minute);
    expect(await claim(other, now + 2 * minute, 2)).toMatchObject({ link: 'next' });
  });

  test('that this server reads already is not given to it again', async () => {
    const { store } = await prepared();
    await claimUsers(store);
    const busy = [`${contoso} users`];
    expect(await claim(store, now + 10 * minute, 1, busy)).toBeUndefined();
  });

  test('is due again after its time, or as soon as somebody wakes it', async () => {
    const { store } = await filled();
    expect(await claim(store, now + readEvery - 1)).toBeUndefined();
    await wakeDirectory(store, contoso, now + 5_000);
    expect(await claim(store, now + 5_000)).toMatchObject({ stream: 'users', link: 'changes' });
  });

  test('that has a problem rests in spite of being woken, and says what it is', async () => {
    const { store } = await filled();
    await wakeDirectory(store, contoso, now + 5_000);
    const woken = await claimUsers(store, now + 5_000);
    await failStream(store, woken, { problem: 'No answer.', now: now + 5_000, dueAt: now + minute });
    await wakeDirectory(store, contoso, now + 6_000);
    expect(await claim(store, now + 59_000)).toBeUndefined();
    expect(await readDirectoryProgress(store, contoso)).toMatchObject({
      state: 'failing',
      problem: 'No answer.',
    });
    const again = await claimUsers(store, now + minute);
    expect(again.restedFor).toBe(55_000);
    await writePage(store, again, lastPage([]), now + minute);
    expect(await readDirectoryProgress(store, contoso)).toMatchObject({ state: 'ready' });
  });

  test('of a tenant that is behind comes before the others', async () => {
    const { store } = await filled();
    await putTenant(store, { tenantId: fabrikam, name: 'Fabrikam' }, now);
    await prepareStreams(store);
    expect(await claim(store, now + 10 * minute)).toMatchObject({ tenantId: fabrikam });
  });
});

describe('a page', () => {
  test('says how far the first round is', async () => {
    const { store } = await prepared();
    const users = await claimUsers(store);
    await writePage(store, users, page([ada, bo]), now);
    expect(await readDirectoryProgress(store, contoso)).toMatchObject({ state: 'filling', read: 2 });
    await writePage(store, users, lastPage([cy]), now);
    expect(await readDirectoryProgress(store, contoso)).toMatchObject({
      state: 'ready',
      read: 3,
      readAt: now,
    });
  });

  test('numbers each change, and leaves alone whoever is as before', async () => {
    const { store } = await filled();
    const before = await rows(store);
    expect([before[ada.personId]?.change, before[bo.personId]?.change]).toEqual([1, 2]);
    const next = await claimUsers(store, now + readEvery);
    const told = await writePage(store, next, page([ada, { ...bo, jobTitle: 'Nurse' }]), now + readEvery);
    expect(told).toEqual({ isChanged: true });
    const after = await rows(store);
    expect(after[ada.personId]).toEqual(before[ada.personId]);
    expect(after[bo.personId]?.change).toBeGreaterThan(2);
    expect(await changes(store)).toBe(after[bo.personId]?.change);
  });

  test('that is told again changes nothing', async () => {
    const { store } = await filled();
    const next = await claimUsers(store, now + readEvery);
    await writePage(store, next, page([cy], { removed: [ada.personId] }), now + readEvery);
    const before = [await rows(store), await changes(store)];
    const again = await writePage(store, next, page([cy], { removed: [ada.personId] }), now + 2 * readEvery);
    expect(again).toEqual({ isChanged: false });
    expect([await rows(store), await changes(store)]).toEqual(before);
  });

  test('is written as a whole or not at all', async () => {
    const { store } = await filled();
    const next = await claimUsers(store, now + readEvery);
    const broken = { ...cy, name: undefined as never };
    await expect(writePage(store, next, lastPage([cy, broken]), now)).rejects.toThrow();
    expect(Object.keys(await rows(store))).toHaveLength(2);
    expect(await changes(store)).toBe(2);
    expect((await claimUsers(store, now + 10 * readEvery)).link).toBe('changes');
  });

  test('builds on what is known at that moment', async () => {
    const { store } = await filled();
    const next = await claimUsers(store, now + readEvery);
    let known: unknown;
    const looking = page([ada], {
      compose: (found) => {
        known = found.get(ada.personId);
        return { people: [], leftOut: [] };
      },
    });
    await writePage(store, next, looking, now);
    expect(known).toEqual({ person: ada, round: next.round, isGone: false });
  });

  test('keeps names with characters that PostgreSQL refuses, without them', async () => {
    const { store } = await prepared();
    const odd = { ...ada, name: 'Ro\u0000bin \udc00' };
    await writePage(store, await claimUsers(store), page([odd]), now);
    expect(await findPeople(store, contoso, [ada.personId])).toEqual([{ ...ada, name: 'Robin \ufffd' }]);
  });
});

describe('whoever is removed', () => {
  test('is kept as gone, found by nobody who wants to call them, and comes back when they are restored', async () => {
    const { store } = await filled();
    const next = await claimUsers(store, now + readEvery);
    await writePage(store, next, page([], { removed: [ada.personId, personId('nobody')] }), now + 7);
    expect(await rows(store)).toMatchObject({ [ada.personId]: { gone: now + 7, name: ada.name, change: 3 } });
    expect(await findPeople(store, contoso, [ada.personId, bo.personId])).toEqual([bo]);
    await writePage(store, next, page([ada]), now + 8);
    expect(await rows(store)).toMatchObject({ [ada.personId]: { gone: null, change: 4 } });
    expect(await findPeople(store, contoso, [ada.personId])).toEqual([ada]);
  });

  test('by the tenant’s settings leaves nothing but a number by which copies drop them', async () => {
    const { store } = await filled();
    const next = await claimUsers(store, now + readEvery);
    const leaving = page([], {
      ids: [ada.personId],
      compose: () => ({ people: [], leftOut: [ada.personId, personId('never seen')] }),
    });
    await writePage(store, next, leaving, now + 9);
    const { data, ...row } = await store
      .selectFrom('people')
      .select(['data', 'search_text', 'name', 'gone_at', 'erased_at', 'change'])
      .where('person_id', '=', ada.personId)
      .executeTakeFirstOrThrow();
    expect(data).toEqual({ personId: ada.personId, name: '' });
    expect(row).toEqual({ search_text: '', name: '', gone_at: now + 9, erased_at: now + 9, change: 3 });
    expect(Object.keys(await rows(store))).toHaveLength(2);
  });
});

describe('a whole round', () => {
  test('shows everybody while it runs; whoever did not come up is gone at its end', async () => {
    const { store } = await filled();
    const users = await claimUsers(store, now + readEvery);
    await beginAnew(store, users, { now: now + readEvery, dueAt: now + readEvery });
    const whole = await claimUsers(store, now + readEvery);
    expect(whole).toMatchObject({ isWhole: true, link: undefined, round: users.round + 1, isFilled: true });
    await writePage(store, whole, page([bo]), now + readEvery);
    expect(await findPeople(store, contoso, [ada.personId, bo.personId])).toHaveLength(2);
    expect((await readDirectoryProgress(store, contoso)).state).toBe('ready');
    await writePage(store, whole, lastPage([cy]), now + readEvery + 1);
    expect(await rows(store)).toMatchObject({
      [ada.personId]: { gone: now + readEvery + 1 },
      [bo.personId]: { gone: null, change: 2 },
      [cy.personId]: { gone: null },
    });
  });

  test('goes on where a dead server was, and knows whom that one saw', async () => {
    const { store, other } = await filled();
    await beginAnew(store, await claimUsers(store, now + readEvery), { now, dueAt: now });
    const whole = await claimUsers(store, now + readEvery);
    await writePage(store, whole, page([ada]), now + readEvery);
    const later = now + readEvery + 2 * minute;
    const next = await claimUsers(other, later, 2);
    expect(next).toMatchObject({ link: 'next', isWhole: true });
    await writePage(other, next, lastPage([bo]), later);
    expect(await findPeople(store, contoso, [ada.personId, bo.personId])).toHaveLength(2);
  });

  test('comes by itself after a day', async () => {
    const { store } = await filled();
    const nextDay = await claimUsers(store, now + 25 * 60 * minute);
    expect(nextDay).toMatchObject({ isWhole: true, link: undefined });
  });

  test('of one source leaves the others alone', async () => {
    const { store } = await filled();
    const contact = { personId: personIdOf('organisation', 'x'), name: 'Contoso Catering' };
    await changeDirectorySettings(store, contoso, now, (before) => ({ ...before, hidden: true }));
    const claimed = [await claim(store), await claim(store)].find((one) => one?.stream === 'organisation');
    const contacts = must(claimed && isPaged(claimed) ? claimed : undefined, 'the contacts');
    await writePage(store, contacts, lastPage([contact]), now);
    expect(await findPeople(store, contoso, [ada.personId, contact.personId])).toHaveLength(2);
  });
});

describe('settings', () => {
  const change = (store: Store, set: Partial<DirectorySettings>) =>
    changeDirectorySettings(store, contoso, now, (before) => ({ ...before, ...set }));

  test('that change begin a whole round at once, and overtake whoever reads', async () => {
    const { store } = await filled();
    const reading = await claimUsers(store, now + readEvery);
    await change(store, { guests: false });
    expect(await writePage(store, reading, lastPage([cy]), now)).toBeUndefined();
    const whole = await claimUsers(store, now);
    expect(whole).toMatchObject({ isWhole: true, link: undefined, settings: { guests: false } });
    expect(await readDirectorySettings(store, contoso)).toMatchObject({ guests: false, formerDays: 30 });
  });

  test('that are the same, or say only how long people are kept, read nothing again', async () => {
    const { store } = await filled();
    await change(store, { guests: true });
    await change(store, { formerDays: 7 });
    expect(await claim(store, now)).toBeUndefined();
    expect((await readDirectorySettings(store, contoso)).formerDays).toBe(7);
  });

  test('without organisational contacts erase them, and their list is left alone', async () => {
    const { store } = await prepared();
    const contact = { personId: personIdOf('organisation', 'x'), name: 'Contoso Catering' };
    const both = [await claim(store), await claim(store)];
    const contacts = must(
      both.find((one) => one?.stream === 'organisation'),
      'the contacts',
    );
    if (isPaged(contacts)) await writePage(store, contacts, lastPage([contact]), now);
    await change(store, { organisationContacts: false });
    expect(await rows(store)).toMatchObject({ [contact.personId]: { erased: now, name: '' } });
    const after = [await claim(store, now + 10 * readEvery), await claim(store, now + 10 * readEvery)];
    expect(after.map((one) => one?.stream)).toEqual(['users', undefined]);
  });
});
