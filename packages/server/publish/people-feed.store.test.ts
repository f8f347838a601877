import type { FeedMessage } from '@switchboard/contract/feed/feed-message';
import { feedMessageSchema } from '@switchboard/contract/feed/feed-message';
import { personIdOf } from '@switchboard/domain/directory/person-source';
import { personId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import { createClock } from '@switchboard/kit/clock';
import { keepRunning } from '@switchboard/kit/lifecycle';
import { silentLogger } from '@switchboard/kit/logger';
import type { Store } from '@switchboard/store/access/store';
import { keepFavourite } from '@switchboard/store/people/favourites';
import { removeSharedContact } from '@switchboard/store/people/kept-contacts';
import { describePerson } from '@switchboard/store/people/person-traits';
import { findOperator } from '@switchboard/store/tenants/tenants';
import {
  enterOwnContacts,
  enterPeople,
  setFilled,
  somebody,
} from '@switchboard/store/testing/enter-people.testing';
import { contoso, now, olga, omar, tenantStores } from '@switchboard/store/testing/sample-tenant.testing';
import { expect, onTestFinished, test, vi } from 'vitest';
import { PeopleFeed } from './people-feed.ts';

const clock = createClock({ now: Date.now, setTimeout, clearTimeout });
const patience = { timeout: 15_000, interval: 25 };
const ada = somebody('Ada Byron');
const zoe = somebody('Zoe Berg');

type Of<Type extends FeedMessage['type']> = Extract<FeedMessage, { type: Type }>;

class Listener {
  readonly operator: Operator;
  readonly #messages: FeedMessage[] = [];

  constructor(operator: Operator) {
    this.operator = operator;
  }

  send(frame: string): void {
    this.#messages.push(feedMessageSchema.parse(JSON.parse(frame)));
  }

  all<Type extends FeedMessage['type']>(type: Type): Of<Type>[] {
    return this.#messages.filter((message): message is Of<Type> => message.type === type);
  }

  last<Type extends FeedMessage['type']>(type: Type): Of<Type> | undefined {
    return this.all(type).at(-1);
  }
}

/** The feed of one server; nobody rings its bell, so it finds everything by itself. */
function openFeed(store: Store) {
  const feed = new PeopleFeed({
    store,
    clock,
    log: silentLogger,
    presenceOf: async () => new Map(),
    inUse: () => undefined,
  });
  const stop = new AbortController();
  const running = keepRunning(feed, stop.signal, clock, silentLogger);
  onTestFinished(async () => {
    stop.abort();
    await running;
  });
  return {
    feed,
    async listen(operatorId: typeof olga): Promise<Listener> {
      const listener = new Listener((await findOperator(store, contoso, operatorId)) as Operator);
      await feed.follow(listener);
      return listener;
    },
  };
}

test('behind the welcome a console hears of its favourites, the directory, and its own contacts', async () => {
  const { store } = await tenantStores();
  await enterPeople(store, [ada]);
  await setFilled(store, false);
  await enterOwnContacts(
    store,
    olga,
    [somebody('Nora Aunt', { personId: personIdOf('personal', 'n') })],
    now,
  );
  await keepFavourite(store, contoso, olga, { personId: ada.personId, group: undefined });
  const { listen } = openFeed(store);
  const [first, other] = [await listen(olga), await listen(omar)];
  expect(first.last('favourites')?.people).toMatchObject([{ name: 'Ada Byron', favourite: {} }]);
  expect(first.last('directory')).toMatchObject({ state: 'filling', read: 7 });
  expect(first.last('personalContacts')).toMatchObject({ state: 'ready', count: 1 });
  expect(other.last('favourites')?.people).toEqual([]);
  expect(other.last('personalContacts')).toBeUndefined();
  await setFilled(store, true);
  await vi.waitFor(() => expect(first.last('directory')?.state).toBe('ready'), patience);
  expect(first.all('personalContacts')).toHaveLength(1);
});

test('a favourite set at one server shows on that operator’s consoles at all, and on nobody else’s', async () => {
  const { store, other } = await tenantStores();
  await enterPeople(store, [ada]);
  const [here, there] = [openFeed(store), openFeed(other)];
  const consoles = [await here.listen(olga), await there.listen(olga)];
  const colleague = await there.listen(omar);
  await keepFavourite(store, contoso, olga, { personId: ada.personId, group: 'Daily' });
  for (const console of consoles)
    await vi.waitFor(
      () => expect(console.last('favourites')?.people).toMatchObject([{ favourite: { group: 'Daily' } }]),
      patience,
    );
  expect(colleague.all('favourites')).toHaveLength(1);
});

test('whoever is watched is told anew when they change, and told gone when nothing is left of them', async () => {
  const { store } = await tenantStores();
  const kept = somebody('Jan Kept', { personId: personIdOf('shared', 'j') });
  await enterPeople(store, [ada, zoe]);
  await enterPeople(store, [kept], { source: 'shared' });
  const { feed, listen } = openFeed(store);
  const console = await listen(olga);
  feed.watch(console, ['ada', kept.personId, 'nobody']);
  await describePerson(store, contoso, ada.personId, { traits: { note: 'Mornings' }, by: omar, now });
  await vi.waitFor(
    () =>
      expect(console.last('peopleChanged')).toMatchObject({
        people: [{ personId: 'ada', note: { text: 'Mornings', by: 'Omar Haddad' } }],
        removed: [],
      }),
    patience,
  );
  await removeSharedContact(store, contoso, kept.personId, now);
  await vi.waitFor(
    () => expect(console.last('peopleChanged')).toMatchObject({ people: [], removed: [kept.personId] }),
    patience,
  );
  const before = console.all('peopleChanged').length;
  await describePerson(store, contoso, zoe.personId, { traits: { note: 'x' }, by: omar, now });
  await enterPeople(store, [somebody('Ada Lovelace', { personId: ada.personId })], { goneAt: now });
  await vi.waitFor(
    () =>
      expect(console.last('peopleChanged')?.people).toMatchObject([{ name: 'Ada Lovelace', isFormer: true }]),
    patience,
  );
  expect(console.all('peopleChanged')).toHaveLength(before + 1);
});

test('a favourite whose row changes is told again', async () => {
  const { store } = await tenantStores();
  await enterPeople(store, [ada]);
  await keepFavourite(store, contoso, olga, { personId: ada.personId, group: undefined });
  const { feed, listen } = openFeed(store);
  const console = await listen(olga);
  await enterPeople(store, [somebody('Ada Lovelace', { personId: personId('ada') })]);
  await vi.waitFor(() => expect(console.last('favourites')?.people[0]?.name).toBe('Ada Lovelace'), patience);
  feed.leave(console);
  const heard = console.all('favourites').length;
  await enterPeople(store, [ada]);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(console.all('favourites')).toHaveLength(heard);
});
