import type { HistoryFilter } from '@switchboard/contract/commands/history-command';
import type { QueueId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import { keyOfOperator, keyOfQueue, type PastCall, type PastKey } from '@switchboard/store/history/past-call';

/** An operator reads past calls of the queues that they answer, and those in which they have talked themselves. */
export const pastCallsSeenBy = ({ operatorId, queueIds }: Operator): readonly PastKey[] => [
  ...queueIds.map(keyOfQueue),
  keyOfOperator(operatorId),
];

export const maySeePastCall = (operator: Operator, { foundBy }: Pick<PastCall, 'foundBy'>): boolean =>
  pastCallsSeenBy(operator).some((key) => foundBy.includes(key));

/** Under what the calls of a filter stand: an operator's own, or those of their queues. A queue of others has none. */
export function pastCallsWanted(
  { operatorId, queueIds }: Operator,
  { of, queueId }: Pick<HistoryFilter, 'of' | 'queueId'>,
): readonly PastKey[] {
  if (of === 'mine') return [keyOfOperator(operatorId)];
  return queueIds.filter((id) => queueId === undefined || id === queueId).map(keyOfQueue);
}

/** What of their own calls stands in a queue that the filter names; undefined: any queue will do. */
export const ownCallsIn = ({
  of,
  queueId,
}: Pick<HistoryFilter, 'of' | 'queueId'>): readonly PastKey[] | undefined =>
  of === 'mine' && queueId !== undefined ? [keyOfQueue(queueId as QueueId)] : undefined;
