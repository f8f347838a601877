import type { HistoryFilter, ReadHistory } from '@switchboard/contract/commands/history-command';
import type { HistoryRead } from '@switchboard/contract/feed/history-read';
import type { PastCallView } from '@switchboard/contract/views/past-call-view';
import type { PersonView } from '@switchboard/contract/views/person-view';
import { callId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import { must } from '@switchboard/kit/assert';
import type { Store } from '@switchboard/store/access/store';
import { listPastCalls, type PastFilter, type PastPage } from '@switchboard/store/history/list-past-calls';
import { keyOfCaller, type PastCall, type PastKey } from '@switchboard/store/history/past-call';
import { listOperators, listQueues } from '@switchboard/store/tenants/tenants';
import type { NumberLookup } from '../people/number-lookup.ts';
import { ownCallsIn, pastCallsWanted } from '../policies/history-rights.ts';
import { presentPastCall } from '../present/present-past-call.ts';

export interface HistoryParts {
  readonly store: Store;
  readonly numbers: NumberLookup;
}

/** A page for one operator: the calls that they may see of those that the filter wants. */
export async function readHistory(
  parts: HistoryParts,
  operator: Operator,
  { id, filter, before, limit, callIds }: ReadHistory,
): Promise<HistoryRead> {
  const wanted = await filterOf(parts, operator, filter);
  const page = await listPastCalls(
    parts.store,
    operator.tenantId,
    { ...wanted, ...(callIds === undefined ? {} : { callIds: callIds.map(callId) }) },
    { before: before === undefined ? undefined : placeOf(before), limit },
  );
  const calls = await presentPastCalls(parts, operator, page.calls);
  return { type: 'history', id, calls: [...calls], ...placeAfter(page) };
}

const placeAfter = ({ next }: PastPage): Pick<HistoryRead, 'next' | 'lookedBackTo'> =>
  next === undefined ? {} : { next: `${next.arrivedAt}_${next.callId}`, lookedBackTo: next.arrivedAt };

function placeOf(before: string): NonNullable<PastPage['next']> {
  const [, arrivedAt, id] = must(/^(\d+)_(.+)$/u.exec(before), 'a place that the contract let through');
  return { arrivedAt: Number(arrivedAt), callId: must(id, 'the call of a place') };
}

/** What the store is asked for. A name is also looked up among people: calls know the numbers alone. */
export async function filterOf(
  { numbers }: HistoryParts,
  operator: Operator,
  filter: HistoryFilter,
): Promise<PastFilter> {
  const { outcome, from, to } = filter;
  const text = filter.text?.trim() ?? '';
  const people = /\p{L}/u.test(text) ? await numbers.findByName(operator, text) : [];
  const seenBy = ownCallsIn(filter);
  return {
    foundBy: pastCallsWanted(operator, filter),
    ...(seenBy === undefined ? {} : { seenBy }),
    ...(outcome === undefined ? {} : outcome === 'cameBack' ? { cameBack: true } : { outcomes: [outcome] }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(/[\p{L}\p{N}]/u.test(text) ? { text, callers: people.flatMap(callersOf) } : {}),
  };
}

/** Under what calls of a person stand: those from Teams, and those from their numbers. */
export function callersOf(person: PersonView): readonly PastKey[] {
  const { personId, phone, mobile, otherPhone, teamsNumber } = person;
  const digits = [phone, mobile, otherPhone, teamsNumber].flatMap((number) =>
    number?.startsWith('+') === true ? [`caller ${number.replaceAll(/\D/g, '')}` as const] : [],
  );
  return [`caller ${personId.toLowerCase()}`, ...digits];
}

/** Calls as an operator sees them, with the names that they can look up. */
export async function presentPastCalls(
  { store, numbers }: HistoryParts,
  operator: Operator,
  calls: readonly PastCall[],
): Promise<readonly PastCallView[]> {
  const { tenantId } = operator;
  const [operators, queues] = await Promise.all([
    listOperators(store, tenantId),
    listQueues(store, tenantId),
  ]);
  const operatorNames = new Map(operators.map((one) => [one.operatorId, one.name]));
  const queueNames = new Map(queues.map((one) => [one.queueId, one.name]));
  const numberNames = await namesOf(numbers, operator, calls);
  return calls.map((call) =>
    presentPastCall(call, {
      queueName: (id) => queueNames.get(id),
      operatorName: (id) => operatorNames.get(id),
      numberName: (number) => numberNames.get(number),
    }),
  );
}

/** Of numbers without a name. */
async function namesOf(
  numbers: NumberLookup,
  operator: Operator,
  calls: readonly PastCall[],
): Promise<ReadonlyMap<string, string>> {
  const unnamed = new Set(
    calls.flatMap(({ caller }) =>
      caller.kind === 'number' && (caller.name ?? '') === '' && keyOfCaller(caller) !== undefined
        ? [caller.number]
        : [],
    ),
  );
  const names = new Map<string, string>();
  for (const number of unnamed) {
    const name = await numbers.nameOf(operator, number);
    if (name !== undefined) names.set(number, name);
  }
  return names;
}
