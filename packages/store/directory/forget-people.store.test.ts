import type { Person } from '@switchboard/domain/directory/person';
import { personIdOf } from '@switchboard/domain/directory/person-source';
import { personId } from '@switchboard/domain/ids';
import { expect, test } from 'vitest';
import type { Store } from '../access/store.ts';
import { findPeople } from '../people/people.ts';
import { knowPeople } from '../testing/sample-people.testing.ts';
import { contoso, now, olga, tenantStores } from '../testing/sample-tenant.testing.ts';
import { markGone } from './change-people.ts';
import { claimStream, prepareStreams } from './claim-stream.ts';
import { eraseDirectory } from './erase-directory.ts';
import { erasePerson, forgetPeople } from './forget-people.ts';
import { holdChanges, noteLastChange } from './hold-changes.ts';
import { countDirectory, readDirectoryProgress } from './progress.ts';

const ada: Person = { personId: personId('p-ada'), name: 'Ada Holm' };
const bo: Person = { personId: personId('p-bo'), name: 'Bo Lund' };
const shop: Person = { personId: personIdOf('shared', 's1'), name: 'Contoso Flowers' };
const day = 24 * 3_600_000;

async function office(): Promise<Store> {
  const { store } = await tenantStores();
  await prepareStreams(store);
  await knowPeople(store, contoso, [ada, bo]);
  await knowPeople(store, contoso, [shop], 'shared');
  for (const { personId: person_id } of [ada, bo, shop]) {
    await store
      .insertInto('person_traits')
      .values({ tenant_id: contoso, person_id, note: 'A note' } as never)
      .execute();
    await store
      .insertInto('favourites')
      .values({ tenant_id: contoso, operator_id: olga, person_id, position: 1 })
      .execute();
  }
  await store
    .insertInto('personal_contacts')
    .values({
      tenant_id: contoso,
      operator_id: olga,
      person_id: personIdOf('personal', 'c1'),
      contact_id: 'C1',
      folder_id: '',
      name: 'Gran',
      data: JSON.stringify({ name: 'Gran' }) as never,
    })
    .execute();
  return store;
}

const goes = (store: Store, person: Person, at: number): Promise<void> =>
  store.transaction().execute(async (tx) => {
    const lastChange = await holdChanges(tx, contoso);
    const of = { tenantId: contoso, source: 'directory', now: at, lastChange } as const;
    await noteLastChange(tx, contoso, await markGone(tx, of, [person.personId]));
  });

async function known(store: Store) {
  const [people, traits, favourites] = await Promise.all(
    (['people', 'person_traits', 'favourites'] as const).map((table) =>
      store.selectFrom(table).select('person_id').orderBy('person_id').execute(),
    ),
  );
  const ids = (all: typeof people) => all?.map((row) => row.person_id);
  return { people: ids(people), traits: ids(traits), favourites: ids(favourites) };
}

const numbers = (store: Store) =>
  store.selectFrom('directories').select(['last_change', 'forgotten_change']).executeTakeFirstOrThrow();

const [a, b, s] = [ada.personId, bo.personId, shop.personId];

test('who left stays for a time, is erased with what was known of them, and as long after that the row goes', async () => {
  const store = await office();
  await goes(store, ada, now);
  expect(await forgetPeople(store, contoso, { until: now, now: now + day })).toBe(false);
  expect(await known(store)).toEqual({ people: [a, b, s], traits: [a, b, s], favourites: [a, b, s] });

  await forgetPeople(store, contoso, { until: now + 1, now: now + day });
  expect(await known(store)).toEqual({ people: [a, b, s], traits: [b, s], favourites: [b, s] });
  expect(await store.selectFrom('people').select('name').where('person_id', '=', a).execute()).toEqual([
    { name: '' },
  ]);
  expect(await numbers(store)).toEqual({ last_change: 5, forgotten_change: 0 });

  await forgetPeople(store, contoso, { until: now + day + 1, now: now + 2 * day });
  expect((await known(store)).people).toEqual([b, s]);
  expect(await numbers(store)).toEqual({ last_change: 5, forgotten_change: 5 });
});

test('one person is erased everywhere, whatever their source', async () => {
  const store = await office();
  for (const id of [a, s, personIdOf('personal', 'c1')]) {
    expect(await erasePerson(store, contoso, id, now)).toBe(true);
    expect(await erasePerson(store, contoso, id, now)).toBe(false);
  }
  expect(await known(store)).toEqual({ people: [a, b, s], traits: [b], favourites: [b] });
  expect(await findPeople(store, contoso, [a, b, s])).toEqual([bo]);
  expect(await countDirectory(store, contoso)).toEqual({
    directory: 1,
    organisation: 0,
    shared: 0,
    personal: 0,
    former: 0,
  });
});

test('a whole directory is erased and read anew; what operators made stays, or goes too', async () => {
  const store = await office();
  await eraseDirectory(store, contoso, { withOwn: false, now });
  expect(await known(store)).toEqual({ people: [s], traits: [a, b, s], favourites: [a, b, s] });
  expect(await numbers(store)).toEqual({ last_change: 4, forgotten_change: 4 });
  expect(await countDirectory(store, contoso)).toMatchObject({ personal: 0, shared: 1 });
  expect((await readDirectoryProgress(store, contoso)).state).toBe('filling');
  expect(await claimStream(store, { owner: 1, now, busy: [] })).toMatchObject({ isWhole: true });

  await eraseDirectory(store, contoso, { withOwn: true, now });
  expect(await known(store)).toEqual({ people: [], traits: [], favourites: [] });
});
