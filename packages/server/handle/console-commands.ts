import type { CallCommandMessage } from '@switchboard/contract/commands/call-command';
import type { Search } from '@switchboard/contract/commands/search';
import type { RefusalView } from '@switchboard/contract/errors/refusal';
import type { PeopleFound } from '@switchboard/contract/feed/people-found';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { CallCommand } from '@switchboard/domain/call/command';
import { type Tone, tones } from '@switchboard/domain/call/effect';
import type { Person } from '@switchboard/domain/directory/person';
import { sourceOf } from '@switchboard/domain/directory/person-source';
import { queryWords } from '@switchboard/domain/directory/search-text';
import { callId, participantId, type TenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import { findPeople, searchPeople } from '@switchboard/store/people/people';
import { findOperator, listQueues } from '@switchboard/store/tenants/tenants';
import { mayReadCalendar } from '../policies/calendar-rights.ts';
import { findPersonTarget, findTarget } from './call-target.ts';
import type { CallHandler } from './calls.ts';
import type { CommandRefusal } from './command-refusal.ts';

interface ConsoleCommandsParts {
  readonly store: Store;
  /** Calls may be put through to mailboxes. */
  readonly hasVoicemail: boolean;
}

export interface ConsoleCommands {
  call(operator: Operator, message: CallCommandMessage): Promise<Result<'taken', RefusalView>>;
  search(operator: Operator, message: Search): Promise<PeopleFound>;
}

/** What a console asks, in the words of the domain. */
export function createConsoleCommands(parts: ConsoleCommandsParts & { calls: CallHandler }): ConsoleCommands {
  const { store, calls } = parts;
  return {
    async call(operator, message) {
      const command = await commandOf(parts, operator, message);
      if (!command.ok) return command;
      const taken = await calls.command(operator, callId(message.callId), command.value);
      if (taken.ok || !('by' in taken.refusal)) return taken;
      const other = await findOperator(store, operator.tenantId, taken.refusal.by);
      return refused({ ...taken.refusal, by: other?.name ?? '' });
    },
    async search(operator, message) {
      const { tenantId } = operator;
      const found = await searchPeople(store, tenantId, queryWords(message.text), message.limit + 1);
      const shown = found.slice(0, message.limit);
      const managers = await managerNames(store, tenantId, shown);
      const people = shown.map((person) => presentPerson(person, managers));
      const more = found.length > message.limit;
      return { type: 'people', id: message.id, people, total: found.length, more };
    },
  };
}

async function commandOf(
  { store, hasVoicemail }: ConsoleCommandsParts,
  operator: Operator,
  message: CallCommandMessage,
): Promise<Result<CallCommand, CommandRefusal>> {
  const { operatorId, tenantId } = operator;
  const call = callId(message.callId);
  switch (message.type) {
    case 'transfer':
      return transferOf({ store, hasVoicemail }, operator, message);
    case 'consult':
    case 'add': {
      const target = await findTarget(store, tenantId, call, message.to);
      return target.ok ? ok({ type: message.type, operatorId, target: target.value }) : target;
    }
    case 'camp': {
      const target = await findPersonTarget(store, tenantId, message.personId);
      return target.ok ? ok({ type: 'camp', operatorId, target: target.value }) : target;
    }
    case 'park': {
      const slot = message.slot === undefined ? {} : { slot: message.slot };
      if (message.forPersonId === undefined) return ok({ type: 'park', operatorId, ...slot });
      const person = await findPersonTarget(store, tenantId, message.forPersonId);
      return person.ok ? ok({ type: 'park', operatorId, ...slot, forPerson: person.value }) : person;
    }
    case 'drop':
      return ok({ type: 'drop', operatorId, participantId: participantId(message.participantId) });
    case 'sendTones':
      return ok({ type: 'sendTones', operatorId, tones: tonesIn(message.tones) });
    default:
      return ok({ type: message.type, operatorId });
  }
}

const tonesIn = (text: string): readonly Tone[] =>
  [...text].flatMap((sign) => tones.filter((tone) => tone === sign));

/** To a person or number, to a mailbox, or to another queue. */
async function transferOf(
  { store, hasVoicemail }: ConsoleCommandsParts,
  { operatorId, tenantId }: Operator,
  { callId: id, to, leave, voicemail }: Extract<CallCommandMessage, { type: 'transfer' }>,
): Promise<Result<CallCommand, CommandRefusal>> {
  if (to.kind === 'queue') {
    const queues = await listQueues(store, tenantId);
    const queue = queues.find(({ queueId }) => queueId === to.queueId);
    if (queue === undefined) return refused({ code: 'queueUnknown' });
    return ok({ type: 'moveToQueue', operatorId, queueId: queue.queueId });
  }
  const isToMailbox = voicemail === true;
  if (isToMailbox && !hasVoicemail)
    return refused(noVoicemail('ring the person instead; voicemail is not switched on here'));
  const target = await findTarget(store, tenantId, callId(id), to);
  if (!target.ok) return target;
  if (isToMailbox && target.value.kind !== 'person')
    return refused(noVoicemail('only a person in Teams has a mailbox: leave the line out'));
  return ok({
    type: 'transfer',
    operatorId,
    target: target.value,
    ...(leave === true ? { leave } : {}),
    ...(isToMailbox ? { toMailbox: true } : {}),
  });
}

const noVoicemail = (remedy: string): CommandRefusal => ({ code: 'malformed', field: 'voicemail', remedy });

async function managerNames(
  store: Store,
  tenantId: TenantId,
  people: readonly Person[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [
    ...new Set(people.flatMap((person) => (person.managerId === undefined ? [] : [person.managerId]))),
  ];
  const managers = await findPeople(store, tenantId, ids);
  return new Map(managers.map((manager) => [manager.personId, manager.name]));
}

function presentPerson(person: Person, managers: ReadonlyMap<string, string>): PersonView {
  const { userPrincipalName: _name, managerId, managerName, extra, ...fields } = person;
  const manager = managerId === undefined ? managerName : managers.get(managerId);
  return {
    ...fields,
    source: sourceOf(person.personId),
    ...(extra === undefined ? {} : { extra: [...extra] }),
    ...(manager === undefined ? {} : { manager }),
    ...(managerId === undefined ? {} : { managerId }),
    can: mayReadCalendar(person) ? ['call', 'readCalendar'] : ['call'],
  };
}
