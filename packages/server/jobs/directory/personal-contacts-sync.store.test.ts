import { sourceOf } from '@switchboard/domain/directory/person-source';
import type { PersonId } from '@switchboard/domain/ids';
import type { OperatorTokenRefusal } from '@switchboard/graph/auth/operator-token-refusal';
import { createGraphClient } from '@switchboard/graph/client/create-graph-client';
import { startLocalServer } from '@switchboard/graph/client/local-server.testing';
import { silentLogger } from '@switchboard/kit/logger';
import { ok as given, type Result, refused } from '@switchboard/kit/result';
import { consoleCame, consoleWent } from '@switchboard/store/access/sessions';
import { forgetMailboxes } from '@switchboard/store/directory/mailboxes';
import { readMailboxStates, readPersonalContacts } from '@switchboard/store/people/personal-contacts';
import { administerTenant } from '@switchboard/store/tenants/administer-tenant';
import { removeOperator } from '@switchboard/store/tenants/queue-operators';
import { contoso, olga, omar, tenantStores } from '@switchboard/store/testing/sample-tenant.testing';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Answers, graphPatience, jumpingClock, ok, refusal } from './directory-graph.testing.ts';
import { createPersonalContactsSync } from './personal-contacts-sync.ts';

const patience = { timeout: 40_000 };
const minutes = (count: number): number => count * 60_000;

interface Contact {
  readonly id: string;
  readonly displayName: string;
}

/** A mailbox whose folders are given; `''` is the default one. Changes are told where a link asks for them. */
function mailbox(
  folders: Readonly<Record<string, readonly Contact[]>>,
  changes: Readonly<Record<string, readonly unknown[]>> = {},
): Answers {
  return (path) => {
    if (path.includes('childFolders')) return ok({ value: [] });
    if (path.startsWith('/me/contactFolders?')) {
      const named = Object.keys(folders).filter((id) => id !== '');
      return ok({ value: named.map((id) => ({ id, displayName: id })) });
    }
    const id = /contactFolders\/([^/]+)\/contacts/.exec(path)?.[1] ?? '';
    const value = path.includes('token=') ? (changes[id] ?? []) : (folders[id] ?? []);
    const base = id === '' ? '/me/contacts' : `/me/contactFolders/${id}/contacts`;
    return ok({ value, '@odata.deltaLink': `http://HOST${base}/delta?token=1` });
  };
}

async function desk(first: Answers) {
  const { store } = await tenantStores();
  const clock = jumpingClock();
  let answers = first;
  let token: Result<string, OperatorTokenRefusal> = given('a token');
  const asked: PersonId[] = [];
  const server = await startLocalServer((request) => {
    const answer = answers(request.path, '') ?? refusal(404, 'ErrorItemNotFound');
    return JSON.parse(JSON.stringify(answer).replaceAll('http://HOST', server.url));
  });
  const graph = createGraphClient({
    baseUrl: server.url,
    token: () => Promise.reject(new Error('nobody asks in the application’s name')),
    clock,
    log: silentLogger,
    timeoutMs: graphPatience,
  });
  const stop = new AbortController();
  const done = createPersonalContactsSync({
    store,
    clock,
    log: silentLogger,
    graph,
    owner: 1,
    ring: () => undefined,
    newId: () => crypto.randomUUID(),
    operatorTokens: {
      token: async ({ personId }) => {
        asked.push(personId);
        return token;
      },
    },
  }).run(stop.signal);
  onTestFinished(async () => {
    stop.abort();
    await done;
  });
  /** Consoles that are new are noticed every three seconds. */
  const comes = async (operatorId: PersonId): Promise<void> => {
    await consoleCame(store, { connectionId: operatorId, tenantId: contoso, operatorId, owner: 1 });
    clock.jump(3_000);
  };
  /** Time jumps once nobody reads. */
  const later = async (milliseconds: number): Promise<void> => {
    await vi.waitFor(async () => {
      const { owner } = await store.selectFrom('mailboxes_read').select('owner').executeTakeFirstOrThrow();
      expect(owner).toBeNull();
    }, patience);
    clock.jump(milliseconds);
  };
  const people = async (operatorId = olga) => {
    const all = await readPersonalContacts(store, contoso, operatorId, 1_000);
    return all.toSorted((a, b) => a.name.localeCompare(b.name));
  };
  return {
    store,
    clock,
    asked,
    comes,
    later,
    people,
    names: async () => (await people()).map(({ name }) => name),
    standing: async () => {
      const { state, count } = (await readMailboxStates(store, contoso, [olga])).get(olga) ?? {};
      return { state, count };
    },
    turn: (next: Answers): void => {
      answers = next;
    },
    lend: (next: typeof token): void => {
      token = next;
    },
    until: <T>(look: () => Promise<T>, wanted: unknown) =>
      vi.waitFor(async () => expect(await look()).toEqual(wanted), patience),
  };
}

const gran = { id: 'AAa=', displayName: 'Gran' };
const vet = { id: 'AAA=', displayName: 'Vet' };
const club = { id: 'BBB=', displayName: 'Tennis club' };

test('an operator who comes has the contacts of all their folders, and nobody else has them', async () => {
  const { comes, until, standing, people, asked, names } = await desk(
    mailbox({ '': [gran, vet], f1: [club] }),
  );
  await comes(olga);
  await until(standing, { state: 'ready', count: 3 });
  expect(await names()).toEqual(['Gran', 'Tennis club', 'Vet']);
  expect((await people()).map(({ personId }) => sourceOf(personId))).toEqual(Array(3).fill('personal'));
  expect(await people(omar)).toEqual([]);
  expect(new Set(asked)).toEqual(new Set([olga]));
});

test('contacts change, move and go, and keep their ids; a folder goes with what is in it', async () => {
  const { comes, until, standing, people, names, turn, later } = await desk(
    mailbox({ '': [gran, vet], f1: [club], f2: [{ id: 'CCC=', displayName: 'Plumber' }] }),
  );
  await comes(olga);
  await until(standing, { state: 'ready', count: 4 });
  const before = await people();
  turn(
    mailbox(
      { '': [], f1: [] },
      {
        '': [
          { ...gran, displayName: 'Granny', mobilePhone: '+44 20 7946 0111' },
          { id: vet.id, '@removed': { reason: 'deleted' } },
        ],
        f1: [{ id: 'CCC=', displayName: 'Plumber' }],
      },
    ),
  );
  await later(minutes(6));
  await until(names, ['Granny', 'Plumber', 'Tennis club']);
  for (const { personId, name } of await people()) {
    const was = name === 'Granny' ? 'Gran' : name;
    expect(before.find((one) => one.name === was)?.personId).toBe(personId);
  }
  turn(mailbox({ '': [] }));
  await later(minutes(6));
  await until(names, ['Granny']);
});

test('a link that Outlook knows no more has its folder read anew; who does not come up again is gone', async () => {
  const { comes, until, standing, people, names, turn, later } = await desk(mailbox({ '': [gran, vet] }));
  await comes(olga);
  await until(standing, { state: 'ready', count: 2 });
  const [before] = await people();
  const whole = mailbox({ '': [gran, club] });
  turn((path, tenant) => (path.includes('token=') ? refusal(410, 'SyncStateNotFound') : whole(path, tenant)));
  await later(minutes(6));
  await until(names, ['Gran', 'Tennis club']);
  expect((await people())[0]?.personId).toBe(before?.personId);
});

test.each([
  ['signIn', 'signIn'],
  ['askConsent', 'noRight'],
  ['unreachable', 'failing'],
] as const)('without a token (%s) it stands at %s, and is read when there is one', async (code, state) => {
  const { comes, until, standing, lend, later } = await desk(mailbox({ '': [gran] }));
  lend(refused({ code, message: 'no', scopes: [] }));
  await comes(olga);
  await until(standing, { state, count: 0 });
  lend(given('a token'));
  await later(minutes(3));
  await until(standing, { state: 'ready', count: 1 });
});

test.each([
  [403, 'ErrorAccessDenied', 'noRight'],
  [404, 'MailboxNotEnabledForRESTAPI', 'noRight'],
  [429, 'ApplicationThrottled', 'failing'],
] as const)('when Outlook answers %i %s, what is here stays', async (status, code, state) => {
  const { comes, until, standing, turn, later } = await desk(mailbox({ '': [gran] }));
  await comes(olga);
  await until(standing, { state: 'ready', count: 1 });
  turn(() => refusal(status, code, { 'retry-after': '90' }));
  await later(minutes(6));
  await until(standing, { state, count: 1 });
});

test('nobody reads for an operator without a console; what was not read for long is erased', async () => {
  const { store, comes, until, standing, asked, clock } = await desk(mailbox({ '': [gran] }));
  await comes(olga);
  await until(standing, { state: 'ready', count: 1 });
  await consoleWent(store, olga, clock.now());
  const times = asked.length;
  clock.jump(minutes(60));
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(asked).toHaveLength(times);
  await forgetMailboxes(store, contoso, clock.now() - minutes(120));
  expect(await standing()).toMatchObject({ count: 1 });
  await forgetMailboxes(store, contoso, clock.now());
  expect(await standing()).toMatchObject({ count: 0 });
});

test('with an operator go their contacts', async () => {
  const { store, comes, until, standing, clock } = await desk(mailbox({ '': [gran] }));
  await comes(olga);
  await until(standing, { state: 'ready', count: 1 });
  await administerTenant(store, contoso, (tx) => removeOperator(tx, contoso, olga, clock.now()));
  expect(await store.selectFrom('personal_contacts').selectAll().execute()).toEqual([]);
});
