import type { TargetMessage } from '@switchboard/contract/commands/call-command';
import { contactRemedies } from '@switchboard/contract/words/contact-remedies';
import type { Target } from '@switchboard/domain/call/command';
import type { Person } from '@switchboard/domain/directory/person';
import { type CallId, personId, type TenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import { readPeople, type SeenPerson } from '@switchboard/store/people/read-people';
import { findQueueOfCall } from '@switchboard/store/tenants/tenants';
import { isInTeams } from '../policies/person-rights.ts';
import type { CommandRefusal } from './command-refusal.ts';
import { countryOf, readNumber } from './read-number.ts';
import { tenantCountry } from './tenant-country.ts';

type PersonTarget = Extract<Target, { kind: 'person' }>;
type Found<T> = Promise<Result<T, CommandRefusal>>;

/**
 * Whom a console means, in the domain's words: a person's Teams, a number of theirs, or a number that was typed. Who is in
 * no Teams is meant by their first number, unless a line is named.
 */
export async function findTarget(
  store: Store,
  operator: Operator,
  callId: CallId,
  to: TargetMessage,
): Found<Target> {
  const { tenantId } = operator;
  if (to.kind === 'number') return numberTarget(store, tenantId, callId, to.number);
  const seen = await findSeen(store, operator, to.personId);
  if (seen === undefined) return refused({ code: 'targetUnknown' });
  const { person } = seen;
  if (isInTeams(seen) && (to.line ?? 'teams') === 'teams') return ok(personTarget(person));
  const line = to.line ?? numberLines.find((one) => person[one] !== undefined);
  const number = line === undefined || line === 'teams' ? undefined : person[line];
  if (number === undefined) return refused({ code: 'noNumber' });
  return numberTarget(store, tenantId, callId, number, person.name);
}

/** The numbers of somebody, the likeliest to be answered first. */
const numberLines = ['phone', 'mobile', 'otherPhone', 'teamsNumber'] as const;

/** A person of the directory, to be rung in Teams. */
export async function findPersonTarget(store: Store, operator: Operator, id: string): Found<PersonTarget> {
  const seen = await findSeen(store, operator, id);
  return seen !== undefined && isInTeams(seen)
    ? ok(personTarget(seen.person))
    : refused({ code: 'targetUnknown' });
}

/** Somebody whom this operator can see and who is there. */
async function findSeen(
  store: Store,
  { tenantId, operatorId }: Operator,
  id: string,
): Promise<SeenPerson | undefined> {
  const [seen] = await readPeople(store, tenantId, operatorId, [personId(id)]);
  return seen?.goneAt === undefined ? seen : undefined;
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
  if (!read.ok) return refused({ code: 'numberInvalid', remedy: contactRemedies[read.refusal]() });
  return ok({ kind: 'number', number: read.value, ...(name === undefined ? {} : { name }) });
}

/** Where the call's queue is, by its number; else where any other of the tenant's queues is. */
async function countryFor(store: Store, tenantId: TenantId, callId: CallId) {
  const own = countryOf((await findQueueOfCall(store, tenantId, callId))?.number);
  return own ?? (await tenantCountry(store, tenantId));
}
