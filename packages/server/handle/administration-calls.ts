import {
  type CallHistoryView,
  type CallList,
  type CallListQuery,
  type CallSummary,
  callsOnAPage,
} from '@switchboard/contract/admin/call';
import { timelineSentence } from '@switchboard/contract/words/timeline-words';
import { callId, type TenantId } from '@switchboard/domain/ids';
import { must } from '@switchboard/kit/assert';
import { ok } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import { readMessagesOfCall } from '@switchboard/store/messages/messages';
import { type CallFilter, type CallRecord, findCall, listCalls } from '@switchboard/store/reads/call-list';
import { readCallHistory } from '@switchboard/store/reads/timeline';
import { listOperators, listQueues } from '@switchboard/store/tenants/tenants';
import { messageEntry } from '../present/message-entry.ts';
import { presentParty } from '../present/present-party.ts';
import { presentTimeline, type TimelineNames } from '../present/present-timeline.ts';
import { callUnknown, type Outcome } from './administration-refusal.ts';

/** A page of a tenant's calls, live and ended, newest first. */
export async function showCalls(store: Store, tenant: TenantId, query: CallListQuery): Outcome<CallList> {
  const filter = filterOf(query);
  // One more than is shown tells whether there is another page.
  const found = await listCalls(store, tenant, { ...filter, limit: filter.limit + 1 });
  const shown = found.slice(0, filter.limit);
  const names = await readNames(store, tenant);
  const last = shown.at(-1);
  return ok({
    calls: shown.map((record) => presentSummary(record, names)),
    ...(found.length > shown.length && last !== undefined
      ? { next: `${last.arrivedAt}_${last.call.callId}` }
      : {}),
  });
}

/** One call with everything that happened to it, each entry also in words. */
export async function showCall(store: Store, tenant: TenantId, id: string): Outcome<CallHistoryView> {
  const record = await findCall(store, tenant, callId(id));
  const history = record === undefined ? undefined : await readCallHistory(store, tenant, callId(id));
  if (record === undefined || history === undefined) return callUnknown(id);
  const names = await readNames(store, tenant);
  const sent = await readMessagesOfCall(store, tenant, callId(id));
  const messages = sent.map((one) => messageEntry(one, names.operatorName));
  const entries = [...presentTimeline(history, names), ...messages].toSorted(
    (one, other) => one.at - other.at,
  );
  return ok({
    call: presentSummary(record, names),
    entries: entries.map((entry) => ({ ...entry, text: timelineSentence(entry) })),
  });
}

function filterOf({ from, to, before, limit, ...plain }: CallListQuery): CallFilter {
  return {
    limit: limit === undefined ? callsOnAPage : Number(limit),
    ...(plain.queueId === undefined ? {} : { queueId: plain.queueId }),
    ...(plain.state === undefined ? {} : { state: plain.state }),
    ...(plain.reason === undefined ? {} : { reason: plain.reason }),
    ...(from === undefined ? {} : { from: Date.parse(from) }),
    ...(to === undefined ? {} : { to: Date.parse(to) }),
    ...(before === undefined ? {} : { before: placeOf(before) }),
  };
}

function placeOf(before: string): NonNullable<CallFilter['before']> {
  const [, arrivedAt, id] = must(/^(\d+)_(.+)$/u.exec(before), 'a place that the contract let through');
  return { arrivedAt: Number(arrivedAt), callId: must(id, 'the call of a place') };
}

async function readNames(store: Store, tenant: TenantId): Promise<TimelineNames> {
  const [operators, queues] = await Promise.all([listOperators(store, tenant), listQueues(store, tenant)]);
  const operatorNames = new Map(operators.map(({ operatorId, name }) => [operatorId, name]));
  const queueNames = new Map(queues.map(({ queueId, name }) => [queueId, name]));
  return { operatorName: (id) => operatorNames.get(id), queueName: (id) => queueNames.get(id) };
}

function presentSummary(
  { call, arrivedAt, answeredAt, endedAt }: CallRecord,
  names: TimelineNames,
): CallSummary {
  const queue = names.queueName(call.queueId);
  const operatorId = 'operatorId' in call ? call.operatorId : undefined;
  const operator = operatorId === undefined ? undefined : names.operatorName(operatorId);
  return {
    callId: call.callId,
    queueId: call.queueId,
    ...(queue === undefined ? {} : { queue }),
    state: call.name,
    caller: presentParty(call.caller),
    arrivedAt,
    ...(answeredAt === undefined ? {} : { answeredAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(call.name === 'ended' ? { ended: call.reason } : {}),
    ...(operatorId === undefined ? {} : { operatorId }),
    ...(operator === undefined ? {} : { operator }),
  };
}
