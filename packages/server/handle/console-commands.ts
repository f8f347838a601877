import type { CallCommandMessage } from '@switchboard/contract/commands/call-command';
import type { Search } from '@switchboard/contract/commands/search';
import type { RefusalView } from '@switchboard/contract/errors/refusal';
import type { PeopleFound } from '@switchboard/contract/feed/people-found';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { CallCommand } from '@switchboard/domain/call/command';
import type { Person } from '@switchboard/domain/directory/person';
import { queryWords } from '@switchboard/domain/directory/search-text';
import { callId, personId, type TenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import { type Result, refused } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import {
  countPeople,
  findPeople,
  readDirectoryProgress,
  searchPeople,
} from '@switchboard/store/people/people';
import { findOperator } from '@switchboard/store/tenants/tenants';
import type { CallHandler } from './calls.ts';

export interface ConsoleCommands {
  call(operator: Operator, message: CallCommandMessage): Promise<Result<'taken', RefusalView>>;
  search(operator: Operator, message: Search): Promise<PeopleFound>;
}

/** What a console asks, in the words of the domain. */
export function createConsoleCommands(store: Store, calls: CallHandler): ConsoleCommands {
  return {
    async call(operator, message) {
      const command = await commandOf(store, operator, message);
      if (command === undefined) return refused({ code: 'targetUnknown' });
      const taken = await calls.command(operator, callId(message.callId), command);
      if (taken.ok || !('by' in taken.refusal)) return taken;
      const other = await findOperator(store, operator.tenantId, taken.refusal.by);
      return refused({ ...taken.refusal, by: other?.name ?? '' });
    },
    async search(operator, message) {
      const { tenantId } = operator;
      const found = await searchPeople(store, tenantId, queryWords(message.text), message.limit + 1);
      const { isFilled } = await readDirectoryProgress(store, tenantId);
      const filling = isFilled ? {} : { filling: await countPeople(store, tenantId) };
      const shown = found.slice(0, message.limit);
      const managers = await managerNames(store, tenantId, shown);
      const people = shown.map((person) => presentPerson(person, managers));
      return { type: 'people', id: message.id, people, more: found.length > message.limit, ...filling };
    },
  };
}

async function commandOf(
  store: Store,
  operator: Operator,
  message: CallCommandMessage,
): Promise<CallCommand | undefined> {
  const { operatorId } = operator;
  if (message.type !== 'transfer') return { type: message.type, operatorId };
  const [person] = await findPeople(store, operator.tenantId, [personId(message.personId)]);
  if (person === undefined) return undefined;
  return { type: 'transfer', operatorId, target: { kind: 'person', id: person.personId, name: person.name } };
}

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
  const office = [person.office, person.city].filter((part) => part !== undefined).join(', ');
  const manager = person.managerId === undefined ? undefined : managers.get(person.managerId);
  return {
    personId: person.personId,
    name: person.name,
    ...(person.jobTitle === undefined ? {} : { jobTitle: person.jobTitle }),
    ...(person.department === undefined ? {} : { department: person.department }),
    ...(office === '' ? {} : { office }),
    ...(person.mail === undefined ? {} : { mail: person.mail }),
    ...(person.phone === undefined ? {} : { phone: person.phone }),
    ...(person.mobile === undefined ? {} : { mobile: person.mobile }),
    ...(manager === undefined ? {} : { manager }),
  };
}
