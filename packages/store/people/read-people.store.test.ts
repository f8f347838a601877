import { personIdOf } from '@switchboard/domain/directory/person-source';
import { personId } from '@switchboard/domain/ids';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Store } from '../access/store.ts';
import { enterOwnContacts, enterPeople, eraseSomebody, somebody } from '../testing/enter-people.testing.ts';
import { contoso, now, olga, omar, tenantStores } from '../testing/sample-tenant.testing.ts';
import {
  dropFavourite,
  keepFavourite,
  mostFavourites,
  orderFavourites,
  readFavourites,
} from './favourites.ts';
import { findIdsByWords } from './find-by-words.ts';
import { readSharedContacts } from './kept-contacts.ts';
import { readChangedIds, readEverybody, readLastChange, readPeopleChanges } from './people-changes.ts';
import { countPeopleChoices } from './people-choices.ts';
import { describePerson } from './person-traits.ts';
import { readPeople } from './read-people.ts';

const boss = somebody('Ingrid Sörensen', { department: 'Board', city: 'London' });
const ada = somebody('Ada Byron', {
  department: 'Research',
  office: 'Leeds',
  city: 'Leeds',
  managerId: boss.personId,
});
const zoe = somebody('Zoe Berg', { department: 'Research', office: '4.12', city: 'London' });
const own = somebody('Nora Aunt', { personId: personIdOf('personal', 'n1'), mobile: '+15550101' });

async function stage() {
  const { store } = await tenantStores();
  await enterPeople(store, [boss, ada, zoe]);
  return store;
}

test('people are read in the order asked for, with their manager, favourite, note and its writer', async () => {
  const store = await stage();
  const traits = { note: 'Only mornings', tasks: ['parking permits'], nicknames: ['Countess'] };
  expect(await describePerson(store, contoso, ada.personId, { traits, by: omar, now })).toBe(true);
  await keepFavourite(store, contoso, olga, { personId: ada.personId, group: 'Daily' });
  const seen = await readPeople(store, contoso, olga, [zoe.personId, personId('nobody'), ada.personId]);
  expect(seen).toEqual([
    { person: zoe, source: 'directory' },
    {
      person: ada,
      source: 'directory',
      favouriteGroup: 'Daily',
      managerName: 'Ingrid Sörensen',
      notedBy: 'Omar Haddad',
      traits: {
        tasks: ['parking permits'],
        alternateNames: [],
        nicknames: ['Countess'],
        note: { text: 'Only mornings', by: omar, at: now },
      },
    },
  ]);
  expect(await readPeople(store, contoso, omar, [ada.personId])).not.toMatchObject([
    { favouriteGroup: 'Daily' },
  ]);
});

test('by plans made when there was nobody, a page of a crowd touches nobody but whom it names', async () => {
  const { store } = await tenantStores();
  const crowd = Array.from({ length: 300 }, (_, n) =>
    somebody(`P${n} Cruz`, { personId: personIdOf('shared', `p${n}`), managerId: boss.personId }),
  );
  const page = crowd.slice(0, 10).map((person) => person.personId);
  const readers: Record<string, (from: Store) => Promise<readonly unknown[]>> = {
    shown: (from) => readPeople(from, contoso, olga, page),
    kept: async (from) => (await readSharedContacts(from, contoso, 10).next()).value ?? [],
    changed: (from) => readPeopleChanges(from, contoso, { change: 0, personId: '' }, 10),
    all: async (from) => (await readEverybody(from, contoso, 10).next()).value ?? [],
  };
  await store.connection().execute(async (one) => {
    for (const read of Object.values(readers)) expect(await read(one)).toEqual([]);
    for (let at = 0; at < crowd.length; at += 10)
      await enterPeople(store, crowd.slice(at, at + 10), { source: 'shared' });
    await sql`INSERT INTO person_traits (tenant_id, person_id) SELECT tenant_id, person_id FROM people`.execute(
      store,
    );
    for (const [name, read] of Object.entries(readers)) {
      const touched = await one.transaction().execute(async (tx) => {
        const before = await rowsTouched(tx);
        expect(await read(tx)).toHaveLength(10);
        return (await rowsTouched(tx)) - before;
      });
      expect.soft(touched, name).toBeLessThan(50);
    }
  });
});

/** Rows of people and of what is known of them that this connection has read and not reported yet. */
async function rowsTouched(tx: Store): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT coalesce(sum(seq_tup_read + idx_tup_fetch), 0)::integer AS count
    FROM pg_stat_xact_user_tables WHERE relname IN ('people', 'person_traits')`.execute(tx);
  return rows[0]?.count ?? 0;
}

test('what is left out of a description stays, and what is empty goes', async () => {
  const store = await stage();
  const describe = (traits: Parameters<typeof describePerson>[3]['traits'], by = olga) =>
    describePerson(store, contoso, ada.personId, { traits, by, now });
  await describe({ note: 'first', tasks: ['a', 'b'] });
  await describe({ alternateNames: ['Ada King'] }, omar);
  const read = async () => (await readPeople(store, contoso, olga, [ada.personId]))[0]?.traits;
  expect(await read()).toMatchObject({
    tasks: ['a', 'b'],
    alternateNames: ['Ada King'],
    note: { text: 'first', by: olga },
  });
  await describe({ note: '', tasks: [] });
  expect(await read()).toEqual({ tasks: [], alternateNames: ['Ada King'], nicknames: [] });
  const nobody = { traits: { note: 'x' }, by: olga, now };
  expect(await describePerson(store, contoso, personId('nobody'), nobody)).toBe(false);
  await eraseSomebody(store, ada.personId);
  expect(await describe({ note: 'again' })).toBe(false);
});

test('an operator’s own contacts are theirs alone', async () => {
  const store = await stage();
  await enterOwnContacts(store, olga, [own], now);
  const read = (operator: typeof olga) => readPeople(store, contoso, operator, [own.personId]);
  expect(await read(olga)).toEqual([{ person: own, source: 'personal' }]);
  expect(await read(omar)).toEqual([]);
});

test('favourites have an order and a group, per operator, and no more than there is room for', async () => {
  const store = await stage();
  const keep = (id: string, group?: string) =>
    keepFavourite(store, contoso, olga, { personId: personId(id), group });
  await keep('ada', 'Daily');
  await keep('zoe');
  await keep('ingrid');
  await keep('ada', undefined);
  const read = async (operator = olga) =>
    ((await readFavourites(store, contoso, [olga, omar])).get(operator) ?? []).map(
      (one) => `${one.personId} ${one.group}`,
    );
  expect(await read()).toEqual(['ada Daily', 'zoe ', 'ingrid ']);
  await orderFavourites(store, contoso, olga, ['ingrid', 'nobody', 'ingrid'].map(personId));
  expect(await read()).toEqual(['ingrid ', 'ada Daily', 'zoe ']);
  await dropFavourite(store, contoso, olga, personId('ada'));
  expect(await read()).toEqual(['ingrid ', 'zoe ']);
  expect(await read(omar)).toEqual([]);
  const crowd = Array.from({ length: mostFavourites }, (_, n) => somebody(`P${n} Cruz`));
  await enterPeople(store, crowd);
  for (const person of crowd.slice(2)) await keep(person.personId);
  expect(await keep('p0')).toEqual({ ok: false, refusal: 'tooManyKept' });
  expect(await keep('zoe', 'Known')).toMatchObject({ ok: true });
  // Of whom nothing is left takes no room.
  await store.deleteFrom('people').where('person_id', '=', personId('p9')).execute();
  expect(await keep('p0')).toMatchObject({ ok: true });
});

test('every change has a higher number than the one before, and copies are told of the erased', async () => {
  const store = await stage();
  const before = (await readLastChange(store, contoso)).last;
  await enterPeople(store, [somebody('Ben Okoro')]);
  await describePerson(store, contoso, zoe.personId, { traits: { tasks: ['keys'] }, by: olga, now });
  await eraseSomebody(store, ada.personId);
  await enterPeople(store, [boss], { goneAt: now });
  const changes = await readPeopleChanges(store, contoso, { change: before + 1, personId: '' }, 10);
  expect(changes.map((one) => [one.personId, one.isErased, one.goneAt])).toEqual([
    ['ben', false, undefined],
    ['zoe', false, undefined],
    ['ada', true, now],
    ['ingrid', false, now],
  ]);
  expect(changes[1]?.traits?.tasks).toEqual(['keys']);
  expect(await readLastChange(store, contoso)).toMatchObject({ last: before + 4, forgotten: 0 });
  expect(await readChangedIds(store, contoso, before + 2, 10)).toEqual(['ada', 'ingrid']);
  const pages: string[][] = [];
  for await (const page of readEverybody(store, contoso, 2))
    pages.push(page.map((one) => one.person.personId));
  expect(pages).toEqual([['ben', 'ingrid'], ['zoe']]);
});

test('changes of one number are read in pages too', async () => {
  const store = await stage();
  const place = { change: 1, personId: '' };
  const [first] = await readPeopleChanges(store, contoso, place, 1);
  const second = await readPeopleChanges(store, contoso, first ?? place, 5);
  expect([first?.personId, ...second.map((one) => one.personId)]).toEqual(['ada', 'ingrid', 'zoe']);
});

test('the database finds words and beginnings, within filters, former people last', async () => {
  const store = await stage();
  await enterPeople(store, [somebody('Ada Former', { personId: personId('former') })], { goneAt: now });
  const find = (words: string[], more: Partial<Parameters<typeof findIdsByWords>[2]> = {}) =>
    findIdsByWords(store, contoso, { words, limit: 10, offset: 0, ...more });
  expect(await find(['ada'])).toEqual(['ada', 'former']);
  expect(await find(['by', 'ad'])).toEqual(['ada']);
  expect(await find([], { departments: ['research'] })).toEqual(['ada', 'zoe']);
  expect(await find([], { places: ['LONDON'], sources: ['directory'] })).toEqual(['ingrid', 'zoe']);
  expect(await find([], { sources: ['shared'] })).toEqual([]);
  expect(await find([], { places: ['London'], offset: 1, limit: 1 })).toEqual(['zoe']);
});

test('what can be filtered by is counted, the most frequent first', async () => {
  const store = await stage();
  await enterPeople(store, [somebody('Acme Ltd', { personId: personIdOf('organisation', 'o1') })], {
    source: 'organisation',
  });
  expect(await countPeopleChoices(store, contoso)).toEqual({
    departments: [
      { value: 'Research', count: 2 },
      { value: 'Board', count: 1 },
    ],
    places: [
      { value: 'London', count: 2 },
      { value: '4.12', count: 1 },
      { value: 'Leeds', count: 1 },
    ],
    sources: [
      { value: 'directory', count: 3 },
      { value: 'organisation', count: 1 },
    ],
  });
});
