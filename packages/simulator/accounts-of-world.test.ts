import { must } from '@switchboard/kit/assert';
import { ManualClock } from '@switchboard/kit/clock';
import { beforeEach, expect, test } from 'vitest';
import { accountsOfWorld } from './accounts-of-world.ts';
import { accountsToOffer } from './entra/account-picker.ts';
import type { EntraAccounts } from './entra/entra.ts';
import { contoso } from './world/contoso.ts';
import { Directory } from './world/directory.ts';
import type { Person } from './world/person.ts';

const count = 100_000;
let directory: Directory;
let accounts: EntraAccounts;

beforeEach(() => {
  directory = new Directory({
    seed: 1,
    count,
    clock: new ManualClock(0),
    newId: () => 'ffffffff-0000-4000-8000-000000000001',
  });
  accounts = accountsOfWorld(directory);
});

/** The last of many people for whom something holds. */
function last(holds: (person: Person) => boolean): Person {
  for (let number = count - 1; number >= 0; number--) {
    const person = must(directory.at(number), 'a person of each number');
    if (holds(person)) return person;
  }
  throw new Error('there is nobody of that kind');
}

const canSignIn = ({ kind, accountEnabled }: Person): boolean => kind === 'member' && accountEnabled;

test('the last of a hundred thousand members has an account, by id and by name in any case', () => {
  const { id, userPrincipalName, displayName } = last(canSignIn);
  const account = { id, userPrincipalName, displayName, isOperator: false };
  expect(accounts.find(id.toUpperCase())).toEqual(account);
  expect(accounts.find(userPrincipalName.toUpperCase())).toEqual(account);
});

test.each([
  ['guests', ({ kind }: Person) => kind === 'guest'],
  ['resource accounts', ({ kind }: Person) => kind === 'resource'],
  ['members whose account is disabled', (one: Person) => one.kind === 'member' && !one.accountEnabled],
])('%s cannot sign in', (_, holds) => {
  expect(accounts.find(last(holds).id)).toBeUndefined();
});

test('somebody who comes or goes has an account at once, or none any more', () => {
  const eva = must(directory.find(contoso.people.eva), 'Eva');
  const added = directory.add(eva, { userPrincipalName: 'new.one@contoso.example' }, null);
  expect(accounts.find('new.one@contoso.example')?.id).toBe(added.id);
  directory.update(added.id, { accountEnabled: false });
  expect(accounts.find(added.id)).toBeUndefined();
  expect(accounts.operators().map(({ id }) => id)).toEqual([contoso.people.eva, contoso.people.omar]);
  directory.remove(eva.id, false);
  expect(accounts.operators().map(({ id }) => id)).toEqual([contoso.people.omar]);
});

test('the tenant answers to the domains its people sign in with', () => {
  expect(accounts.hasDomain('contoso.example')).toBe(true);
  expect(accounts.hasDomain('clinic.example')).toBe(false);
  directory.update(contoso.people.jan, { userPrincipalName: 'jan@Clinic.example' });
  expect(accounts.hasDomain('clinic.example')).toBe(true);
});

test('the picker offers an exact address alone, though a hundred thousand people have accounts', async () => {
  const { id, userPrincipalName } = last(canSignIn);
  const offered = await accountsToOffer(accounts, ` ${userPrincipalName}`, []);
  expect(offered.map((account) => account.id)).toEqual([id]);
});

test('the picker finds the last of a hundred thousand by a part of the address', async () => {
  const { id, userPrincipalName } = last(canSignIn);
  const part = userPrincipalName.slice(1, -3);
  expect((await accountsToOffer(accounts, part, [])).map((account) => account.id)).toEqual([id]);
});

test('without a search the picker reads nobody but the expected and the operators', async () => {
  const jan = must(accounts.find(contoso.people.jan), 'Jan');
  const unread: EntraAccounts = {
    ...accounts,
    all: () => {
      throw new Error('all were read');
    },
  };
  const offered = await accountsToOffer(unread, '', [jan]);
  expect(offered.map(({ id }) => id)).toEqual([jan.id, contoso.people.eva, contoso.people.omar]);
});
