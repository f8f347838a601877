import type { Search } from '@switchboard/contract/commands/search';
import type { PersonView } from '@switchboard/contract/views/person-view';
import { personIdOf } from '@switchboard/domain/directory/person-source';
import { personId } from '@switchboard/domain/ids';
import { recordSession } from '@switchboard/store/access/sessions';
import type { Store } from '@switchboard/store/access/store';
import { keepFavourite } from '@switchboard/store/people/favourites';
import { describePerson } from '@switchboard/store/people/person-traits';
import {
  enterOwnContacts,
  enterPeople,
  eraseSomebody,
  setFilled,
  somebody,
} from '@switchboard/store/testing/enter-people.testing';
import {
  contoso,
  now,
  olga,
  omar,
  reception,
  tenantStores,
} from '@switchboard/store/testing/sample-tenant.testing';
import { expect, test, vi } from 'vitest';
import { openPeople, operatorOf, type PeopleStage, presenceOf, usersFound } from './people-stage.testing.ts';
import { readPersonViews } from './person-views.ts';

const patience = { timeout: 20_000, interval: 50 };

const boss = somebody('Ingrid Sörensen', { department: 'Board', city: 'London' });
const ada = somebody('Ada Byron', {
  department: 'Research',
  office: 'Leeds',
  phone: '+442079460111',
  mobile: '+15550111',
  managerId: boss.personId,
});
const adam = somebody('Adam Cruz', {
  ...{ department: 'Sales', office: 'London' },
  mobile: '020 7946 0122',
});
const adele = somebody('Adele Okoro', { department: 'Research', office: 'London' });

async function stage() {
  const { store, other } = await tenantStores();
  await setFilled(store, true);
  await enterPeople(store, [boss, ada, adam, adele]);
  return { store, other, olgaHere: await operatorOf(store, olga), omarHere: await operatorOf(store, omar) };
}

const names = (found: { people: readonly PersonView[] } | undefined): readonly string[] | undefined =>
  found?.people.map((person) => person.name);

/** The index is ready once a typo is forgiven: the database does not. */
async function ready(people: PeopleStage, store: Store): Promise<void> {
  const operator = await operatorOf(store, olga);
  await vi.waitFor(
    async () => expect(names(await people.search(operator, { text: 'Sörenzen' }))).toEqual([boss.name]),
    patience,
  );
}

test('an index is made of the rows, follows them, and forgives what the database does not', async () => {
  const { store, olgaHere } = await stage();
  const people = await openPeople(store);
  // The first search finds the database, since the index is not there yet.
  expect(names(await people.search(olgaHere, { text: 'byron' }))).toEqual(['Ada Byron']);
  await ready(people, store);
  const [found] = (await people.search(olgaHere, { text: 'bayron' }))?.people ?? [];
  expect(found).toMatchObject({
    name: 'Ada Byron',
    manager: 'Ingrid Sörensen',
    managerId: 'ingrid',
    source: 'directory',
    matches: [{ field: 'name', start: 4, end: 9, kind: 'typo' }, { field: 'surname' }],
    can: ['call', 'favourite', 'describe', 'message'],
  });
  await enterPeople(store, [somebody('Zoe Berg')]);
  await describePerson(store, contoso, adam.personId, { traits: { tasks: ['parking'] }, by: olga, now });
  await eraseSomebody(store, adele.personId);
  await enterPeople(store, [ada], { goneAt: now });
  await vi.waitFor(async () => {
    expect(names(await people.search(olgaHere, { text: 'berk zoe' }))).toEqual(['Zoe Berg']);
    expect(names(await people.search(olgaHere, { text: 'parkin' }))).toEqual(['Adam Cruz']);
    expect(names(await people.search(olgaHere, { text: 'ad' }))).toEqual(['Adam Cruz', 'Ada Byron']);
  }, patience);
  const former = (await people.search(olgaHere, { text: 'ada' }))?.people.at(-1);
  expect(former).toMatchObject({ name: 'Ada Byron', isFormer: true, can: ['favourite'] });
});

test('a number that is found says which of somebody’s it is', async () => {
  const { store, olgaHere } = await stage();
  const people = await openPeople(store);
  await ready(people, store);
  expect((await people.search(olgaHere, { text: '5550111' }))?.people[0]?.matches).toEqual([
    { field: 'phones', value: 1, start: 2, end: 9, kind: 'phone', phone: 'mobile' },
  ]);
});

test('filters, pages, and everybody of a filter by name', async () => {
  const { store, olgaHere } = await stage();
  const people = await openPeople(store);
  const look = async () => {
    const byFilter = await people.search(olgaHere, { filters: { departments: ['research'] } });
    expect(names(byFilter)).toEqual(['Ada Byron', 'Adele Okoro']);
    const page = (offset: number) => people.search(olgaHere, { text: 'ad', limit: 2, offset });
    const [first, second] = [await page(0), await page(2)];
    expect([...(names(first) ?? []), ...(names(second) ?? [])].toSorted()).toEqual([
      'Ada Byron',
      'Adam Cruz',
      'Adele Okoro',
    ]);
    expect([first?.more, second?.more]).toEqual([true, false]);
    const inLondon: Partial<Search> = { text: 'ad', filters: { places: ['London'], departments: ['Sales'] } };
    expect(names(await people.search(olgaHere, inLondon))).toEqual(['Adam Cruz']);
    expect(names(await people.search(olgaHere, { filters: {} }))).toEqual([]);
    expect(names(await people.search(olgaHere, { text: '  ' }))).toEqual([]);
  };
  // By the database, then by the index.
  await look();
  await ready(people, store);
  await look();
});

test('favourites, whom one puts through to, and the caller’s usual contact go first', async () => {
  const { store, olgaHere, omarHere } = await stage();
  const people = await openPeople(store);
  await ready(people, store);
  const first = async (operator = olgaHere, callId?: string) =>
    names(await people.search(operator, { text: 'ad', ...(callId === undefined ? {} : { callId }) }))?.[0];
  expect(await first()).toBe('Ada Byron');
  await keepFavourite(store, contoso, olga, { personId: adele.personId, group: undefined });
  expect(await first()).toBe('Adele Okoro');
  expect(await first(omarHere)).toBe('Ada Byron');
  const caller = { kind: 'number', number: '+442079460777' };
  const call = (call_id: string, data: object, ended_at: number | null) =>
    store
      .insertInto('calls')
      .values({
        tenant_id: contoso,
        call_id: call_id as never,
        queue_id: reception.queueId,
        state: ended_at === null ? 'waiting' : 'ended',
        operator_id: null,
        data: JSON.stringify({ caller, queueId: reception.queueId, formerQueues: [], ...data }) as never,
        next_due: null,
        arrived_at: Date.now() - 60_000,
        ended_at,
        answered_at: null,
      })
      .execute();
  await call('past', { reason: 'handedOver', target: { kind: 'person', id: adam.personId } }, Date.now());
  await call('live', { name: 'waiting' }, null);
  // Habits are kept for a minute: another server reads them anew.
  const another = await openPeople(store);
  await ready(another, store);
  const withCall = await another.search(olgaHere, { text: 'ad', callId: 'live' });
  expect(names(withCall)?.[0]).toBe('Adam Cruz');
  expect(names(await another.search(olgaHere, { text: 'ad', callId: 'nobody’s' }))?.[0]).toBe('Adele Okoro');
});

test('whom a caller is put through to by their numbers is their usual contact as well', async () => {
  const { store, olgaHere, omarHere } = await stage();
  const aunt = somebody('Adaline Aunt', {
    personId: personIdOf('personal', 'a1'),
    mobile: '(020) 7946-0133',
  });
  await enterOwnContacts(store, olga, [aunt], 1);
  const caller = { kind: 'number', number: '+442079460777' };
  const past = (call_id: string, from: object, number: string | undefined, isOver: boolean) =>
    store
      .insertInto('calls')
      .values({
        ...{ tenant_id: contoso, call_id: call_id as never, queue_id: reception.queueId, operator_id: null },
        ...{ state: isOver ? 'ended' : 'waiting', next_due: null, answered_at: null },
        data: JSON.stringify({
          ...{ caller: from, queueId: reception.queueId, formerQueues: [] },
          ...(isOver ? { reason: 'handedOver', target: { kind: 'number', number } } : { name: 'waiting' }),
        }) as never,
        arrived_at: Date.now() - 60_000,
        ended_at: isOver ? Date.now() : null,
      })
      .execute();
  const other = { kind: 'number', number: '+442079460778' };
  await past('to adam', caller, '+442079460122', true);
  await past('to the aunt', other, '+442079460133', true);
  await past('live', caller, undefined, false);
  await past('live too', other, undefined, false);
  const people = await openPeople(store);
  await ready(people, store);
  const first = async (operator: typeof olgaHere, callId: string) =>
    names(await people.search(operator, { text: 'ad', callId }))?.[0];
  expect(await first(olgaHere, 'live')).toBe('Adam Cruz');
  expect(await first(olgaHere, 'live too')).toBe('Adaline Aunt');
  // Another operator’s own contact is nobody to them.
  expect(names(await people.search(omarHere, { text: 'ad', callId: 'live too' }))).not.toContain(aunt.name);
});

test('an operator finds their own contacts beside, and nobody else does', async () => {
  const { store, olgaHere, omarHere } = await stage();
  const aunt = somebody('Adaline Aunt', { personId: personIdOf('personal', 'a1'), mobile: '+15550199' });
  await enterOwnContacts(store, olga, [aunt], 1);
  const people = await openPeople(store);
  await ready(people, store);
  const found = await people.search(olgaHere, { text: 'adaline' });
  expect(found?.people[0]).toMatchObject({
    name: 'Adaline Aunt',
    source: 'personal',
    can: ['call', 'favourite'],
  });
  expect(names(await people.search(omarHere, { text: 'adaline' }))).not.toContain('Adaline Aunt');
  expect(names(await people.search(omarHere, { text: '', filters: { sources: ['personal'] } }))).toEqual([]);
  expect(names(await people.search(olgaHere, { text: '', filters: { sources: ['personal'] } }))).toEqual([
    'Adaline Aunt',
  ]);
  const paged = await Promise.all(
    [0, 1, 2, 3].map((offset) =>
      people.search(olgaHere, { text: 'ada', limit: 1, offset }, `line ${offset}`),
    ),
  );
  expect(paged.flatMap((page) => names(page) ?? []).toSorted()).toEqual([
    'Ada Byron',
    'Adaline Aunt',
    'Adam Cruz',
  ]);
  await enterOwnContacts(store, olga, [], 2);
  await vi.waitFor(
    async () =>
      expect(names(await people.search(olgaHere, { text: 'adaline' }))).not.toContain('Adaline Aunt'),
    patience,
  );
});

test('those who are free are found as far as their presence is known', async () => {
  const { store, olgaHere } = await stage();
  const people = await openPeople(store);
  people.presences.set(...presenceOf('ada', 'Busy'));
  people.presences.set(...presenceOf('adele', 'Available'));
  const free = await people.search(olgaHere, { text: 'ad', filters: { presence: 'free' } });
  expect(free).toMatchObject({ total: 1, more: false });
  expect(free?.people).toMatchObject([{ name: 'Adele Okoro', presence: { availability: 'Available' } }]);
});

test('while the thread is away the database answers, and the index comes back with all changes', async () => {
  const { store, olgaHere } = await stage();
  const people = await openPeople(store);
  await ready(people, store);
  await enterPeople(store, [somebody('Zoe Berg')]);
  await people.work.killSearchThread();
  expect(names(await people.search(olgaHere, { text: 'zoe' }))).toEqual(['Zoe Berg']);
  await vi.waitFor(
    async () => expect(names(await people.search(olgaHere, { text: 'zoe berk' }))).toEqual(['Zoe Berg']),
    patience,
  );
});

test('a server that starts again goes on from its snapshot, unless that is of another database', async () => {
  const { store, olgaHere } = await stage();
  const first = await openPeople(store);
  await ready(first, store);
  await first.stop();
  await enterPeople(store, [somebody('Zoe Berg')]);
  const second = await openPeople(store, { folder: first.folder });
  await ready(second, store);
  await vi.waitFor(
    async () => expect(names(await second.search(olgaHere, { text: 'zoe berk' }))).toEqual(['Zoe Berg']),
    patience,
  );
  await second.stop();
  const elsewhere = await stage();
  await elsewhere.store.updateTable('tenants').set({ created_at: 1 }).execute();
  await eraseSomebody(elsewhere.store, ada.personId);
  const third = await openPeople(elsewhere.store, { folder: first.folder });
  await ready(third, elsewhere.store);
  expect(names(await third.search(elsewhere.olgaHere, { text: 'zoe berk' }))).toEqual([]);
  expect(names(await third.search(elsewhere.olgaHere, { text: 'bayron' }))).toEqual([]);
});

test('the index of a tenant of whom somebody is signed in is there before anybody searches', async () => {
  const { store, olgaHere } = await stage();
  const expiresAt = Date.now() + 60_000;
  await recordSession(store, { tokenHash: 'x', tenantId: contoso, operatorId: olga, expiresAt });
  const people = await openPeople(store);
  await vi.waitFor(async () => expect(await people.work.indexedPeople()).toBe(4), patience);
  expect(names(await people.search(olgaHere, { text: 'bayron' }))).toEqual(['Ada Byron']);
});

test('of several searches of one console that wait only the newest is answered', async () => {
  const { store, olgaHere } = await stage();
  const people = await openPeople(store);
  await ready(people, store);
  const asked = ['a', 'ad', 'ada'].map((text) => people.search(olgaHere, { text, id: text }));
  const answers = await Promise.all(asked);
  expect(answers.at(-1)?.id).toBe('ada');
});

test('while the directory is being read Microsoft is asked too, and whom it names can be reached', async () => {
  const { store, olgaHere } = await stage();
  await setFilled(store, false);
  let asked = 0;
  const people = await openPeople(store, {
    answering: () => {
      asked += 1;
      return usersFound({ id: 'ADA', displayName: 'Ada Byron' }, { id: 'N1', displayName: 'Adrian New' });
    },
  });
  let found = await people.search(olgaHere, { text: 'ad' });
  // Where the machine is slow the first answer does not wait for Microsoft's, and a later one has it.
  for (let tries = 1; found?.forwarded === 'failed' && tries < 10; tries += 1)
    found = await people.search(olgaHere, { text: 'ad' });
  expect(found?.forwarded).toBe('merged');
  expect(found?.people.map(({ name, isForwarded }) => [name, isForwarded])).toEqual([
    ['Ada Byron', undefined],
    ['Adam Cruz', undefined],
    ['Adele Okoro', undefined],
    ['Adrian New', true],
  ]);
  // The mark stays for as long as nobody but Microsoft's search knows them, whoever asks.
  const again = await readPersonViews({ store, presenceOf: async () => new Map() }, olgaHere, [
    ada.personId,
    personId('n1'),
  ]);
  expect(again.map(({ isForwarded }) => isForwarded)).toEqual([undefined, true]);
  const row = await store
    .selectFrom('people')
    .select('data')
    .where('person_id', '=', 'n1' as never)
    .execute();
  expect(row).toMatchObject([{ data: { name: 'Adrian New' } }]);
  expect((await people.search(olgaHere, { text: 'ad', offset: 20 }))?.forwarded).toBeUndefined();
  expect((await people.search(olgaHere, { filters: { departments: ['Sales'] } }))?.forwarded).toBeUndefined();
  expect(asked).toBe(1);
});

test('an answer of Microsoft that is late or refused keeps nobody waiting', async () => {
  const { store, olgaHere, omarHere } = await stage();
  await setFilled(store, false);
  const forbidden = { kind: 'forbidden', status: 403, message: 'no' } as never;
  const people = await openPeople(store, {
    answering: ({ path }) =>
      path.includes('zzz')
        ? new Promise(() => undefined)
        : Promise.resolve({ ok: false, refusal: forbidden }),
  });
  expect(await people.search(olgaHere, { text: 'zzz' })).toMatchObject({ forwarded: 'failed', people: [] });
  expect(await people.search(omarHere, { text: 'ad' })).toMatchObject({ forwarded: 'noRight', total: 3 });
});

test.each(['%', '\\', "'; DROP TABLE people; --", '\u202e', 'a'.repeat(200), '* OR 1=1', '🦊'])(
  'the text %j finds nobody and breaks nothing',
  async (text) => {
    const { store, olgaHere } = await stage();
    const people = await openPeople(store);
    expect(names(await people.search(olgaHere, { text }))).toEqual([]);
    expect(names(await people.search(olgaHere, { text: '', filters: { places: [text] } }))).toEqual([]);
    expect(personId(text)).toBeDefined();
  },
);
