import type { HistoryCommandMessage, ReadCaller } from '@switchboard/contract/commands/history-command';
import type { RefusalView } from '@switchboard/contract/errors/refusal';
import type { FeedMessage } from '@switchboard/contract/feed/feed-message';
import type { CallerRead } from '@switchboard/contract/feed/history-read';
import type { PersonView } from '@switchboard/contract/views/person-view';
import { type CallId, callId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Party } from '@switchboard/domain/party/party';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { findPastCall, listPastCalls } from '@switchboard/store/history/list-past-calls';
import { keyOfCaller, type PastKey } from '@switchboard/store/history/past-call';
import { findCall } from '@switchboard/store/reads/call-list';
import { type PersonViewParts, readPersonViews } from '../people/person-views.ts';
import { maySeeHistory } from '../policies/call-rights.ts';
import { maySeePastCall, pastCallsSeenBy } from '../policies/history-rights.ts';
import { callersOf, type HistoryParts, presentPastCalls, readHistory } from './read-history.ts';

/** What an operator asks about calls that are over, and about who calls. */
export interface HistoryCommands {
  command(operator: Operator, message: HistoryCommandMessage): Promise<Result<FeedMessage, RefusalView>>;
}

export interface HistoryCommandsParts extends HistoryParts, PersonViewParts {}

/** Earlier calls of one caller that are shown: who calls more often is looked at in the history. */
const mostEarlier = 20;

export function createHistoryCommands(parts: HistoryCommandsParts): HistoryCommands {
  return {
    async command(operator, message) {
      if (message.type === 'readHistory') return ok(await readHistory(parts, operator, message));
      return readCaller(parts, operator, message);
    },
  };
}

async function readCaller(
  parts: HistoryCommandsParts,
  operator: Operator,
  { id, callId: asked }: ReadCaller,
): Promise<Result<CallerRead, RefusalView>> {
  const call = callId(asked);
  const caller = await callerOf(parts, operator, call);
  if (!caller.ok) return caller;
  const people = await peopleBehind(parts, operator, caller.value);
  const earlier = await earlierCalls(parts, operator, caller.value, people, call);
  return ok({ type: 'caller', id, callId: asked, people: [...people], ...earlier });
}

/** Who calls or called, to those who may see the call. */
async function callerOf(
  { store }: HistoryCommandsParts,
  operator: Operator,
  id: CallId,
): Promise<Result<Party, RefusalView>> {
  const known = await findCall(store, operator.tenantId, id);
  if (known === undefined) return refused({ code: 'callGone' });
  if (maySeeHistory(operator, known.call)) return ok(known.call.caller);
  const past = await findPastCall(store, operator.tenantId, id);
  if (past === undefined || !maySeePastCall(operator, past)) return refused({ code: 'notInQueue' });
  return ok(past.caller);
}

async function peopleBehind(
  parts: HistoryCommandsParts,
  operator: Operator,
  caller: Party,
): Promise<readonly PersonView[]> {
  if (caller.kind === 'person') return readPersonViews(parts, operator, [caller.id]);
  return caller.kind === 'number' ? parts.numbers.find(operator, caller.number) : [];
}

/** The calls from the same number or account; where one person alone has it, from their other numbers too. */
async function earlierCalls(
  parts: HistoryCommandsParts,
  operator: Operator,
  caller: Party,
  people: readonly PersonView[],
  except: CallId,
): Promise<Pick<CallerRead, 'calls' | 'hasMore'>> {
  const own = keyOfCaller(caller);
  const [person, ...others] = people;
  const theirs: readonly PastKey[] = person !== undefined && others.length === 0 ? callersOf(person) : [];
  const foundBy = [...new Set([...(own === undefined ? [] : [own]), ...theirs])];
  if (foundBy.length === 0) return { calls: [], hasMore: false };
  const filter = { foundBy, seenBy: pastCallsSeenBy(operator) };
  // The call itself may be over and among them; one more than is shown tells whether there are others.
  const page = await listPastCalls(parts.store, operator.tenantId, filter, { limit: mostEarlier + 2 });
  const found = page.calls.filter((call) => call.callId !== except);
  const calls = await presentPastCalls(parts, operator, found.slice(0, mostEarlier));
  return { calls: [...calls], hasMore: found.length > mostEarlier };
}
