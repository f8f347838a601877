import type { PeopleCommandMessage } from '@switchboard/contract/commands/people-command';
import type { PersonView } from '@switchboard/contract/views/person-view';
import { personIdOf } from '@switchboard/domain/directory/person-source';
import type { PersonId } from '@switchboard/domain/ids';
import { callId } from '@switchboard/domain/ids';
import { createClock } from '@switchboard/kit/clock';
import type { Store } from '@switchboard/store/access/store';
import {
  enterOwnContacts,
  enterPeople,
  eraseSomebody,
  somebody,
} from '@switchboard/store/testing/enter-people.testing';
import { now, olga, omar, tenantStores, waitingCall } from '@switchboard/store/testing/sample-tenant.testing';
import { expect, test } from 'vitest';
import { PeopleFilters } from '../people/people-filters.ts';
import { operatorOf } from '../people/people-stage.testing.ts';
import { findPersonTarget, findTarget } from './call-target.ts';
import { createPeopleCommands } from './people-commands.ts';

const clock = createClock({ now: Date.now, setTimeout, clearTimeout });
const ada = somebody('Ada Byron', { otherPhone: '+442079460112', teamsNumber: '+442079460113' });
const own = somebody('Nora Aunt', { personId: personIdOf('personal', 'n1'), mobile: '+15550100101' });

async function stage() {
  const { store, other } = await tenantStores();
  await enterPeople(store, [ada]);
  await enterOwnContacts(store, olga, [own], now);
  const ask = async (
    by: PersonId,
    message: PeopleCommandMessage extends infer M ? (M extends unknown ? Omit<M, 'id'> : never) : never,
    at: Store = store,
  ) => {
    let id = 0;
    const newId = () => `new-${Date.now()}-${(id += 1)}`;
    const filters = new PeopleFilters(at, clock);
    const commands = createPeopleCommands({
      store: at,
      clock,
      newId,
      filters,
      presenceOf: async () => new Map(),
    });
    const answer = await commands.command(await operatorOf(at, by), {
      id: 'q',
      ...message,
    } as PeopleCommandMessage);
    return answer.ok ? answer.value : answer.refusal;
  };
  const read = async (by: PersonId, personId: string, at?: Store): Promise<PersonView | undefined> => {
    const answer = await ask(by, { type: 'readPerson', personId }, at);
    return typeof answer === 'object' && 'person' in answer ? answer.person : undefined;
  };
  return { store, other, ask, read };
}

test('a favourite is one’s own, at every server', async () => {
  const { other, ask, read } = await stage();
  const favourite = { type: 'setFavourite', personId: 'ada', isFavourite: true, group: 'Daily' } as const;
  expect(await ask(olga, favourite)).toBe('taken');
  expect((await read(olga, 'ada', other))?.favourite).toEqual({ group: 'Daily' });
  expect((await read(omar, 'ada', other))?.favourite).toBeUndefined();
  expect(await ask(omar, { ...favourite, personId: 'nobody' })).toEqual({ code: 'personUnknown' });
  expect(await ask(omar, { ...favourite, personId: own.personId })).toEqual({ code: 'personUnknown' });
  expect(await ask(olga, { ...favourite, isFavourite: false })).toBe('taken');
  expect((await read(olga, 'ada'))?.favourite).toBeUndefined();
});

test('what is written about somebody is read by all operators, with who wrote it', async () => {
  const { other, ask, read } = await stage();
  const describe = {
    type: 'describePerson' as const,
    personId: 'ada',
    note: ' Mornings only ',
    tasks: ['keys'],
  };
  expect(await ask(olga, describe)).toBe('taken');
  expect(await read(omar, 'ada', other)).toMatchObject({
    note: { text: 'Mornings only', by: 'Olga Lindqvist' },
    tasks: ['keys'],
  });
  expect(await ask(olga, { ...describe, personId: own.personId })).toEqual({ code: 'notYours' });
  expect(await ask(olga, { ...describe, personId: 'nobody' })).toEqual({ code: 'personUnknown' });
});

test('a contact is kept for all, changed, and removed with all that was known of it', async () => {
  const { ask, read } = await stage();
  const contact = {
    name: ' Jan Müller ',
    organisation: 'Fabrikam',
    phone: '020 7946 0301',
    tasks: ['parking'],
  };
  const saved = await ask(olga, { type: 'saveSharedContact', contact });
  expect(saved).toMatchObject({
    type: 'person',
    person: { name: 'Jan Müller', phone: '+442079460301', source: 'shared', tasks: ['parking'] },
  });
  const { personId } = (saved as { person: PersonView }).person;
  const { can } = (await read(omar, personId)) ?? {};
  expect(can).toEqual(['call', 'favourite', 'describe', 'change', 'remove']);
  const changed = { name: 'Jan Müller', mobile: '+1 555 010 0142' };
  await ask(omar, { type: 'saveSharedContact', personId, contact: changed });
  expect(await read(olga, personId)).toMatchObject({ mobile: '+15550100142' });
  expect(await read(olga, personId)).not.toHaveProperty('phone');
  await ask(olga, { type: 'setFavourite', personId, isFavourite: true });
  expect(await ask(omar, { type: 'removeSharedContact', personId })).toBe('taken');
  expect(await read(olga, personId)).toBeUndefined();
  for (const type of ['removeSharedContact', 'readPerson'] as const)
    expect(await ask(olga, { type, personId })).toEqual({ code: 'personUnknown' });
  expect(await ask(olga, { type: 'saveSharedContact', personId, contact: changed })).toEqual({
    code: 'personUnknown',
  });
});

test('two operators who change one contact at once lose nothing of what the other changed', async () => {
  const { ask, read } = await stage();
  const opened = { name: 'Tailspin Taxi', phone: '+442079460301', city: 'Leeds', note: 'Cash only' };
  const kept = await ask(olga, { type: 'saveSharedContact', contact: opened });
  const { personId } = (kept as { person: PersonView }).person;
  const save = (by: PersonId, contact: typeof opened, changed: ('phone' | 'city' | 'tasks')[]) =>
    ask(by, { type: 'saveSharedContact', personId, contact, changed });
  await save(olga, { ...opened, phone: '020 7946 0302' }, ['phone']);
  const { city: _, ...without } = opened;
  expect(await save(omar, without as typeof opened, ['city', 'tasks'])).toMatchObject({ type: 'person' });
  expect(await read(olga, personId)).toMatchObject({
    phone: '+442079460302',
    note: { text: 'Cash only', by: 'Olga Lindqvist' },
  });
  expect(await read(olga, personId)).not.toHaveProperty('city');
  expect(await save(omar, opened, [])).toMatchObject({ person: { phone: '+442079460302' } });
  await ask(olga, { type: 'removeSharedContact', personId });
  expect(await save(omar, opened, ['city'])).toEqual({ code: 'personUnknown' });
});

test('what cannot be kept is refused by its field, and what is kept elsewhere is not changed here', async () => {
  const { ask } = await stage();
  const save = (contact: object, personId?: string) =>
    ask(olga, {
      type: 'saveSharedContact',
      contact: { name: 'Jan', ...contact },
      ...(personId === undefined ? {} : { personId }),
    });
  expect(await save({ mobile: '12' })).toMatchObject({ code: 'numberInvalid', field: 'mobile' });
  expect(await save({ mail: 'nowhere' })).toMatchObject({ code: 'malformed', field: 'mail' });
  expect(await save({}, 'ada')).toEqual({ code: 'notYours' });
  expect(await ask(olga, { type: 'removeSharedContact', personId: 'ada' })).toEqual({ code: 'notYours' });
});

test('an operator’s own contact is read, and called, by them alone', async () => {
  const { store, ask, read } = await stage();
  expect(await read(olga, own.personId)).toMatchObject({ source: 'personal', can: ['call', 'favourite'] });
  expect(await read(omar, own.personId)).toBeUndefined();
  const { sources } = (await ask(olga, { type: 'readFilters' })) as { sources: unknown };
  expect(sources).toEqual([
    { value: 'directory', count: 1 },
    { value: 'personal', count: 1 },
  ]);
  const { callId: call } = (await waitingCall(store)).decided.state;
  const to = { kind: 'person', personId: own.personId } as const;
  expect(await findTarget(store, await operatorOf(store, olga), call, to)).toMatchObject({
    value: { kind: 'number', number: '+15550100101', name: 'Nora Aunt' },
  });
  expect(await findTarget(store, await operatorOf(store, omar), call, to)).toMatchObject({
    refusal: { code: 'targetUnknown' },
  });
});

test('every number of somebody is a line; nobody is put through to who has left', async () => {
  const { store } = await stage();
  const operator = await operatorOf(store, olga);
  const target = async (personId: string, line?: 'teams' | 'otherPhone' | 'teamsNumber' | 'mobile') => {
    const to = { kind: 'person', personId, ...(line === undefined ? {} : { line }) } as const;
    const found = await findTarget(store, operator, callId('x'), to);
    return found.ok ? found.value : found.refusal.code;
  };
  expect(await target('ada')).toMatchObject({ kind: 'person', id: 'ada' });
  expect(await target('ada', 'otherPhone')).toMatchObject({ kind: 'number', number: '+442079460112' });
  expect(await target('ada', 'teamsNumber')).toMatchObject({ kind: 'number', number: '+442079460113' });
  expect(await target('ada', 'mobile')).toBe('noNumber');
  const acme = somebody('Acme Desk', { personId: personIdOf('organisation', 'a'), phone: '+442079460114' });
  await enterPeople(store, [acme], { source: 'organisation' });
  expect(await target(acme.personId)).toMatchObject({ kind: 'number', number: '+442079460114' });
  expect(await target(acme.personId, 'teams')).toBe('noNumber');
  expect(await findPersonTarget(store, operator, acme.personId)).toMatchObject({
    refusal: { code: 'targetUnknown' },
  });
  await enterPeople(store, [acme], { source: 'organisation', goneAt: now });
  await enterPeople(store, [ada], { goneAt: now });
  expect([await target('ada'), await target(acme.personId)]).toEqual(['targetUnknown', 'targetUnknown']);
  await eraseSomebody(store, ada.personId);
  expect(await target('ada')).toBe('targetUnknown');
});
