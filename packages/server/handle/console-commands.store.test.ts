import type { CallCommandMessage } from '@switchboard/contract/commands/call-command';
import type { CallCommand } from '@switchboard/domain/call/command';
import { personId } from '@switchboard/domain/ids';
import { ok } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import { findOperator } from '@switchboard/store/tenants/tenants';
import { knowPeople } from '@switchboard/store/testing/sample-people.testing';
import {
  contoso,
  olga,
  reception,
  tenantStores,
  waitingCall,
} from '@switchboard/store/testing/sample-tenant.testing';
import { expect, test } from 'vitest';
import type { CallHandler } from './calls.ts';
import { createConsoleCommands } from './console-commands.ts';

const jan = {
  personId: personId('0a000000-0000-4000-8000-00000000000c'),
  name: 'Jan de Vries',
  phone: '020 7946 0101',
  mobile: 'ask reception',
};

/** What the message of a console becomes, or why not. */
async function translate(store: Store, message: CallCommandMessage, hasVoicemail = true) {
  let command: CallCommand | undefined;
  const calls: Pick<CallHandler, 'command'> = {
    command(_operator, _callId, wanted) {
      command = wanted;
      return Promise.resolve(ok('taken'));
    },
  };
  const commands = createConsoleCommands({ store, calls: calls as CallHandler, hasVoicemail });
  const operator = await findOperator(store, contoso, olga);
  const taken = await commands.call(operator as NonNullable<typeof operator>, message);
  return taken.ok ? command : taken.refusal;
}

async function stage() {
  const { store } = await tenantStores();
  await knowPeople(store, contoso, [jan]);
  const { callId } = (await waitingCall(store)).decided.state;
  return { store, about: { id: '1', callId } };
}

const person = (line?: 'teams' | 'phone' | 'mobile') =>
  ({ kind: 'person', personId: jan.personId, ...(line === undefined ? {} : { line }) }) as const;

test('a target is a person in Teams, a number of theirs, or a number that was typed', async () => {
  const { store, about } = await stage();
  const transfer = (to: Extract<CallCommandMessage, { type: 'transfer' }>['to']) =>
    translate(store, { type: 'transfer', ...about, to });
  const teams = { kind: 'person', id: jan.personId, name: jan.name };
  expect(await transfer(person())).toEqual({ type: 'transfer', operatorId: olga, target: teams });
  expect(await transfer(person('phone'))).toMatchObject({
    target: { kind: 'number', number: '+442079460101', name: 'Jan de Vries' },
  });
  // Read by the country of the queue's own number.
  expect(await transfer({ kind: 'number', number: '020 7946 0102' })).toMatchObject({
    target: { kind: 'number', number: '+442079460102' },
  });
  expect(await transfer(person('mobile'))).toMatchObject({ code: 'numberInvalid' });
  expect(await transfer({ kind: 'number', number: '12' })).toMatchObject({
    code: 'numberInvalid',
    remedy: expect.stringContaining('digits') as string,
  });
  expect(await transfer({ kind: 'person', personId: 'nobody' })).toEqual({ code: 'targetUnknown' });
});

test('a number that the directory does not have is said to be missing', async () => {
  const { store, about } = await stage();
  const { phone: _phone, ...without } = jan;
  await knowPeople(store, contoso, [without]);
  const asked = { type: 'consult', ...about, to: person('phone') } as const;
  expect(await translate(store, asked)).toEqual({ code: 'noNumber' });
});

test('to a queue a call is moved, if there is such a queue', async () => {
  const { store, about } = await stage();
  const to = (queueId: string) => ({ type: 'transfer', ...about, to: { kind: 'queue', queueId } }) as const;
  expect(await translate(store, to(reception.queueId))).toEqual({
    type: 'moveToQueue',
    operatorId: olga,
    queueId: reception.queueId,
  });
  expect(await translate(store, to('nowhere'))).toEqual({ code: 'queueUnknown' });
});

test('to a mailbox only where that is switched on, and only a person’s', async () => {
  const { store, about } = await stage();
  const to = (line?: 'phone') => ({ type: 'transfer', ...about, to: person(line), voicemail: true }) as const;
  expect(await translate(store, to())).toMatchObject({ toMailbox: true });
  expect(await translate(store, to('phone'))).toMatchObject({ code: 'malformed', field: 'voicemail' });
  expect(await translate(store, to(), false)).toMatchObject({ code: 'malformed', field: 'voicemail' });
});

test('parking and camping name people of the directory; keys are told one by one', async () => {
  const { store, about } = await stage();
  const forJan = { type: 'park', ...about, slot: 4, forPersonId: jan.personId } as const;
  expect(await translate(store, forJan)).toMatchObject({ slot: 4, forPerson: { name: 'Jan de Vries' } });
  expect(await translate(store, { type: 'park', ...about })).toEqual({ type: 'park', operatorId: olga });
  expect(await translate(store, { ...forJan, forPersonId: 'nobody' })).toEqual({ code: 'targetUnknown' });
  const camp = { type: 'camp', ...about, personId: jan.personId } as const;
  expect(await translate(store, camp)).toMatchObject({ target: { kind: 'person', id: jan.personId } });
  expect(await translate(store, { type: 'sendTones', ...about, tones: '1*#' })).toMatchObject({
    tones: ['1', '*', '#'],
  });
});
