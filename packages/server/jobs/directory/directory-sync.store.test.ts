import { fromTeams } from '@switchboard/domain/directory/directory-settings';
import { personId, tenantId } from '@switchboard/domain/ids';
import { readStreams } from '@switchboard/store/directory/progress';
import { changeDirectorySettings } from '@switchboard/store/directory/settings';
import { wakeDirectory } from '@switchboard/store/directory/wake-directory';
import { findPeople } from '@switchboard/store/people/people';
import { putTenant } from '@switchboard/store/tenants/tenants';
import { contoso, now } from '@switchboard/store/testing/sample-tenant.testing';
import { expect, test, vi } from 'vitest';
import { type Answers, directoryStage, ok, refusal, user } from './directory-graph.testing.ts';

const minutes = (count: number): number => count * 60_000;

/** Users in pages of one: `/users/delta`, then `?page=1` …, then changes. */
const paged =
  (users: readonly { readonly id: string }[], changes: readonly unknown[] = []): Answers =>
  (path) => {
    const url = 'http://HOST';
    if (!path.startsWith('/users/delta')) return undefined;
    if (path.includes('changes'))
      return ok({ value: changes, '@odata.deltaLink': `${url}/users/delta?changes` });
    const at = Number(/page=(\d+)/.exec(path)?.[1] ?? 0);
    const isLast = at >= users.length - 1;
    const next = isLast ? `${url}/users/delta?changes` : `${url}/users/delta?page=${at + 1}`;
    return ok({ value: users.slice(at, at + 1), [isLast ? '@odata.deltaLink' : '@odata.nextLink']: next });
  };

test('everybody comes page by page, and who follows the tenant is told', async () => {
  const stage = await directoryStage(() => undefined);
  stage.turn(local(stage, paged([user('a'), user('b')])));
  stage.start(1);
  await stage.until(stage.people, ['Person a', 'Person b']);
  await stage.until(stage.progress, { state: 'ready', read: 2, about: 2, readAt: expect.any(Number) });
  expect(stage.rung).toContain(contoso);
});

/** Links lead to the server of the stage. */
function local({ graph }: { graph: { url: string } }, answers: Answers): Answers {
  return (path, tenant) => {
    const answer = answers(path, tenant);
    if (answer === undefined || typeof answer === 'string') return answer;
    return JSON.parse(JSON.stringify(answer).replaceAll('http://HOST', graph.url));
  };
}

async function filled(timeoutMs?: number) {
  const stage = await directoryStage(() => undefined, timeoutMs);
  const turn = (answers: Answers): void => stage.turn(local(stage, answers));
  turn(paged([user('a'), user('b')]));
  const stop = stage.start(1);
  await stage.until(async () => (await stage.progress()).state, 'ready');
  const wake = async (): Promise<void> => {
    await stage.later(minutes(1));
    await wakeDirectory(stage.store, contoso, stage.clock.now());
  };
  return { ...stage, turn, stop, wake };
}

test('a change that somebody wakes us for is here within seconds', async () => {
  const { turn, wake, until, people } = await filled();
  turn(paged([], [user('c'), { id: 'a', '@removed': { reason: 'changed' } }]));
  await wake();
  await until(people, ['Person a (gone)', 'Person b', 'Person c']);
  turn(paged([], [user('a')]));
  await wake();
  await until(people, ['Person a', 'Person b', 'Person c']);
});

test('whom a change names partly and nobody knows is asked for whole', async () => {
  const { turn, wake, until, people, graph } = await filled();
  turn((path, tenant) =>
    path.startsWith('/users/c?')
      ? ok(user('c', { accountEnabled: false }))
      : path.startsWith('/users/d?')
        ? ok(user('d', { department: 'Sales' }))
        : paged(
            [],
            [
              { id: 'c', displayName: 'Person c' },
              { id: 'd', department: 'Sales' },
            ],
          )(path, tenant),
  );
  await wake();
  await until(people, ['Person a', 'Person b', 'Person d']);
  expect(graph.seen.some(({ path }) => path.startsWith('/users/a?'))).toBe(false);
});

test('a link that Graph knows no more begins a whole round in which nobody is missing', async () => {
  const { turn, wake, until, people, store } = await filled();
  const seen: string[][] = [];
  turn((path, tenant) => {
    void people().then((now) => seen.push(now));
    return path.includes('changes')
      ? refusal(410, 'resyncRequired')
      : paged([user('b'), user('c')])(path, tenant);
  });
  await wake();
  await until(people, ['Person a (gone)', 'Person b', 'Person c']);
  await vi.waitFor(() => expect(seen.length).toBeGreaterThan(1));
  for (const names of seen) expect(names.map((name) => name.slice(0, 8))).toContain('Person a');
  expect(await findPeople(store, contoso, [personId('a')])).toEqual([]);
});

test('when Graph throttles, it is asked again after the time that it names, and not before', async () => {
  const { turn, wake, until, progress, people, graph, clock, later, store } = await filled();
  turn((path) =>
    path.startsWith('/users/delta') ? refusal(429, 'tooManyRequests', { 'retry-after': '600' }) : undefined,
  );
  await wake();
  await until(async () => (await progress()).problem, expect.stringContaining('more slowly'));
  expect(await progress()).toMatchObject({ state: 'failing' });
  const asked = graph.seen.length;
  turn(paged([], [user('c')]));
  await later(minutes(9));
  await wakeDirectory(store, contoso, clock.now());
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(graph.seen.slice(asked).filter(({ path }) => path.startsWith('/users'))).toEqual([]);
  await later(minutes(1));
  await until(people, ['Person a', 'Person b', 'Person c']);
  expect(await progress()).toMatchObject({ state: 'ready' });
});

test.each([
  ['is no list', ok('nonsense')],
  ['leads nowhere', ok({ value: [user('c')] })],
  ['breaks off', 'half' as const],
  ['never comes', 'silence' as const],
])('a page that %s keeps what is here, and is asked for again', async (_, bad) => {
  const { turn, wake, until, progress, people, later } = await filled(bad === 'silence' ? 1_000 : undefined);
  turn((path) => (path.startsWith('/users/delta') ? bad : undefined));
  await wake();
  await until(async () => (await progress()).state, 'failing');
  expect(await people()).toEqual(['Person a', 'Person b']);
  turn(paged([], [user('c')]));
  await later(minutes(31));
  await until(people, ['Person a', 'Person b', 'Person c']);
});

test('a missing permission is named, and keeps nobody from the rest', async () => {
  const stage = await directoryStage((path) =>
    path.startsWith('/contacts') ? refusal(403, 'Authorization_RequestDenied') : undefined,
  );
  stage.start(1);
  await stage.until(stage.progress, {
    state: 'ready',
    read: 0,
    about: 2,
    readAt: expect.any(Number),
    problem: expect.stringContaining('OrgContact.Read.All'),
  });
});

test('a tenant that fails keeps no other waiting', async () => {
  const fabrikam = tenantId('f0000000-0000-4000-8000-000000000000');
  const stage = await directoryStage((_, tenant) => (tenant === contoso ? 'silence' : undefined));
  await putTenant(stage.store, { tenantId: fabrikam, name: 'Fabrikam' }, now);
  stage.start(1);
  await vi.waitFor(
    async () => {
      const [users] = await readStreams(stage.store, fabrikam);
      expect(users).toMatchObject({ isFilled: true });
    },
    { timeout: 5_000 },
  );
  expect((await stage.progress()).state).toBe('filling');
});

test('what a server left in its middle another one goes on with', async () => {
  const stage = await directoryStage(() => undefined);
  const pages = local(stage, paged([user('a'), user('b'), user('c')]));
  let isStuck = true;
  stage.turn((path, tenant) => (isStuck && path.includes('page=1') ? 'silence' : pages(path, tenant)));
  const stop = stage.start(1);
  await stage.until(stage.people, ['Person a']);
  isStuck = false;
  await stop();
  const asked = stage.graph.seen.length;
  stage.start(2, stage.other);
  stage.clock.jump(minutes(2));
  await stage.until(stage.people, ['Person a', 'Person b', 'Person c']);
  const again = stage.graph.seen.slice(asked).filter(({ path }) => path.startsWith('/users/delta?%24select'));
  expect(again).toEqual([]);
});

test('Teams’ numbers come to people who are here, never private ones, and go again', async () => {
  const { store, turn, clock, later, until, people } = await filled();
  const account = (id: string, ...telephoneNumbers: object[]) => ({ id, telephoneNumbers });
  const number = (telephoneNumber: string, assignmentCategory: string) => ({
    telephoneNumber,
    assignmentCategory,
  });
  let accounts = [
    account('a', number('tel:+442079460102', 'private'), number('tel:+442079460101', 'primary')),
    account('b', number('+442079460103', 'private')),
    account('nobody', number('+442079460104', 'primary')),
  ];
  turn((path, tenant) =>
    path.startsWith('/admin/teams') ? ok({ value: accounts }) : paged([user('a'), user('b')])(path, tenant),
  );
  await changeDirectorySettings(store, contoso, clock.now(), (before) => ({
    ...before,
    teamsNumber: fromTeams,
  }));
  const numbers = async () => {
    const found = await findPeople(store, contoso, [personId('a'), personId('b')]);
    return Object.fromEntries(found.map((person) => [person.personId, person.teamsNumber]));
  };
  await until(numbers, { a: '+44 20 7946 0101', b: undefined });
  accounts = [];
  await later(minutes(300));
  await until(numbers, { a: undefined, b: undefined });
  expect(await people()).toEqual(['Person a', 'Person b']);
});

test('of groups only the members are here; who joins comes, who leaves goes at once', async () => {
  const { store, turn, clock, later, until, people } = await filled();
  let members = ['a'];
  turn((path, tenant) => {
    if (path.startsWith('/groups/g1/')) return ok({ value: members.map((id) => ({ id })) });
    if (path.startsWith('/users/c?')) return ok(user('c'));
    return paged([user('a'), user('b'), user('c')])(path, tenant);
  });
  await changeDirectorySettings(store, contoso, clock.now(), (before) => ({ ...before, groups: ['g1'] }));
  await until(people, ['Person a']);
  members = ['c'];
  await later(minutes(20));
  await until(people, ['Person c']);
});

test('a group that is not there is named', async () => {
  const { store, turn, clock, until, progress } = await filled();
  turn((path) => (path.startsWith('/groups/') ? refusal(404, 'Request_ResourceNotFound') : undefined));
  await changeDirectorySettings(store, contoso, clock.now(), (before) => ({ ...before, groups: ['g9'] }));
  await until(async () => (await progress()).problem, expect.stringContaining('The group g9'));
});
