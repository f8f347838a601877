import type { PresenceChanged } from '@switchboard/contract/feed/presence-changed';
import { presenceChangedSchema } from '@switchboard/contract/feed/presence-changed';
import type { PresenceView } from '@switchboard/contract/views/presence-view';
import { type PersonId, personId } from '@switchboard/domain/ids';
import { createClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import type { Store } from '@switchboard/store/access/store';
import { noteListsRead, readPresenceLists } from '@switchboard/store/presence/presence-lists';
import { coverPresences, writePresences } from '@switchboard/store/presence/presences';
import { contoso, olga, tenantStores } from '@switchboard/store/testing/sample-tenant.testing';
import { expect, onTestFinished, test, vi } from 'vitest';
import { PresenceBoard } from './presence-board.ts';

const clock = createClock({ now: Date.now, setTimeout, clearTimeout });
const [ada, ben] = [personId('a-ada'), personId('b-ben')];
const operator = {
  tenantId: contoso,
  operatorId: olga,
  name: 'Olga',
  userPrincipalName: 'olga@contoso.example',
  queueIds: [],
};

function console() {
  const heard: PresenceView[] = [];
  return {
    operator,
    backlog: 0,
    heard,
    send(frame: string) {
      const message: PresenceChanged = presenceChangedSchema.parse(JSON.parse(frame));
      heard.push(...message.presences);
    },
    newest: (id: PersonId) => heard.findLast((view) => view.personId === id),
  };
}

/** A server's board, which is rung as the bell of the database would. */
function board(store: Store, owner: number) {
  const watched: string[] = [];
  const made = new PresenceBoard({
    store,
    clock,
    log: silentLogger,
    owner,
    onWatched: (tenantId) => watched.push(tenantId),
  });
  const stop = new AbortController();
  const done = made.run(stop.signal);
  const end = async () => {
    stop.abort();
    await done;
  };
  onTestFinished(end);
  return { board: made, watched, end };
}

const say = (store: Store, id: PersonId, availability: string, age = 0) =>
  writePresences(store, contoso, [
    { personId: id, availability, activity: availability, saidAt: Date.now() - age, isWhole: true },
  ]);

test('what one server writes is on the screens of another, with age and source', async () => {
  const { store, other } = await tenantStores();
  await say(store, ada, 'Busy');
  const { board: screens, watched } = board(other, 7);
  const eva = console();
  screens.watch(eva, [ada, ben, 'shared:somebody']);
  await vi.waitFor(() => expect(eva.newest(ada)).toMatchObject({ availability: 'Busy', source: 'poll' }));
  await vi.waitFor(() => expect(watched).toEqual([contoso]));
  const { asOf = 0, staleAt = 0 } = eva.newest(ada) ?? {};
  expect(staleAt).toBeGreaterThanOrEqual(asOf + 10_000);
  await say(store, ben, 'Away');
  screens.ring(contoso);
  await vi.waitFor(() => expect(eva.newest(ben)?.availability).toBe('Away'));
  await coverPresences(store, contoso, [ada], Date.now() + 3_000_000);
  screens.ring(contoso);
  await vi.waitFor(() => expect(eva.newest(ada)?.source).toBe('subscription'));
  expect(eva.newest(ada)?.staleAt).toBeGreaterThan(Date.now() + 2_000_000);
});

test('who comes on a screen is not said to be old before a reading of the screen is due', async () => {
  const { store } = await tenantStores();
  await say(store, ada, 'Busy', 40_000);
  await say(store, ben, 'Busy', 170_000);
  const began = Date.now();
  const { board: screens } = board(store, 7);
  const eva = console();
  screens.watch(eva, [ada, ben]);
  await vi.waitFor(() => expect(eva.newest(ben)).toBeDefined());
  expect(eva.newest(ada)?.staleAt).toBeGreaterThanOrEqual(began + 10_000);
  expect(eva.newest(ben)?.staleAt).toBe((eva.newest(ben)?.asOf ?? 0) + 150_000);
});

test('a list that was read makes what is shown younger; a list that is not read says nothing', async () => {
  const { store } = await tenantStores();
  await say(store, ada, 'Busy');
  const { board: screens } = board(store, 7);
  const eva = console();
  screens.watch(eva, [ada]);
  await vi.waitFor(() => expect(eva.newest(ada)).toBeDefined());
  const lists = () => readPresenceLists(store, contoso, new Map(), Date.now());
  await vi.waitFor(async () => expect(await lists()).toMatchObject([{ list: 7, personIds: [ada] }]));
  const [list] = await lists();
  const before = eva.heard.length;
  const first = eva.newest(ada)?.asOf ?? 0;
  await noteListsRead(store, contoso, [{ list: 7, version: list?.version ?? 0 }], Date.now() + 4_000);
  await vi.waitFor(() => expect(eva.newest(ada)?.asOf).toBeGreaterThan(first), { timeout: 15_000 });
  expect(eva.heard.length).toBe(before + 1);
});

test('a server that stops, or whose last screen goes, takes its list along', async () => {
  const { store } = await tenantStores();
  const [one, other] = [board(store, 7), board(store, 8)];
  const [eva, omar] = [console(), console()];
  one.board.watch(eva, [ada]);
  other.board.watch(omar, [ben]);
  const lists = async () =>
    (await readPresenceLists(store, contoso, new Map(), Date.now()))
      .map(({ list }) => list)
      .toSorted((one, two) => one - two);
  await vi.waitFor(async () => expect(await lists()).toEqual([7, 8]), { timeout: 15_000 });
  one.board.leave(eva);
  await vi.waitFor(async () => expect(await lists()).toEqual([8]), { timeout: 15_000 });
  await other.end();
  expect(await lists()).toEqual([]);
});
