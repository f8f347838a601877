import type { TargetMessage } from '@switchboard/contract/commands/call-command';
import type { Target } from '@switchboard/domain/call/command';
import type { Person } from '@switchboard/domain/directory/person';
import { type CallId, personId, type TenantId } from '@switchboard/domain/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import { findPeople } from '@switchboard/store/people/people';
import { findQueueOfCall, listQueues } from '@switchboard/store/tenants/tenants';
import type { CommandRefusal } from './command-refusal.ts';
import { countryOf, readNumber } from './read-number.ts';

type PersonTarget = Extract<Target, { kind: 'person' }>;
type Found<T> = Promise<Result<T, CommandRefusal>>;

/** Whom a console means, in the domain's words: a person's Teams, a number of theirs, or a number that was typed. */
export async function findTarget(
  store: Store,
  tenantId: TenantId,
  callId: CallId,
  to: TargetMessage,
): Found<Target> {
  if (to.kind === 'number') return numberTarget(store, tenantId, callId, to.number);
  const person = await findPerson(store, tenantId, to.personId);
  if (person === undefined) return refused({ code: 'targetUnknown' });
  if (to.line === undefined || to.line === 'teams') return ok(personTarget(person));
  const number = to.line === 'phone' ? person.phone : person.mobile;
  if (number === undefined) return refused({ code: 'noNumber' });
  return numberTarget(store, tenantId, callId, number, person.name);
}

/** A person of the directory, to be rung in Teams. */
export async function findPersonTarget(store: Store, tenantId: TenantId, id: string): Found<PersonTarget> {
  const person = await findPerson(store, tenantId, id);
  return person === undefined ? refused({ code: 'targetUnknown' }) : ok(personTarget(person));
}

async function findPerson(store: Store, tenantId: TenantId, id: string): Promise<Person | undefined> {
  const [person] = await findPeople(store, tenantId, [personId(id)]);
  return person;
}

const personTarget = (person: Person): PersonTarget => ({
  kind: 'person',
  id: person.personId,
  name: person.name,
});

async function numberTarget(
  store: Store,
  tenantId: TenantId,
  callId: CallId,
  written: string,
  name?: string,
): Found<Target> {
  const read = readNumber(written, await countryFor(store, tenantId, callId));
  if (!read.ok) return refused({ code: 'numberInvalid', remedy: read.refusal });
  return ok({ kind: 'number', number: read.value, ...(name === undefined ? {} : { name }) });
}

/** Where the call's queue is, by its number; else where any other of the tenant's queues is. */
async function countryFor(store: Store, tenantId: TenantId, callId: CallId) {
  const own = countryOf((await findQueueOfCall(store, tenantId, callId))?.number);
  if (own !== undefined) return own;
  const queues = await listQueues(store, tenantId);
  return queues.map(({ number }) => countryOf(number)).find((country) => country !== undefined);
}
