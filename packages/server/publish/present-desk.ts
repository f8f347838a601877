import type { CallBackView } from '@switchboard/contract/views/call-back-view';
import type { OperatorStatusView } from '@switchboard/contract/views/operator-status-view';
import type { QueueView } from '@switchboard/contract/views/queue-view';
import type { Operator } from '@switchboard/domain/operator/operator';
import { openStateOf } from '@switchboard/domain/queue/open-state';
import type { Queue } from '@switchboard/domain/queue/queue';
import type { Instant } from '@switchboard/kit/clock';
import type { CallBack } from '@switchboard/store/call-backs/call-back';
import type { OperatorStatus } from '@switchboard/store/operators/operator-status';
import { readableNumber } from '../present/readable-number.ts';
import type { Names } from './present-call.ts';

/** A queue as its operators see it at a moment. */
export function presentQueue(queue: Queue, operatorsAtWork: number, now: Instant): QueueView {
  const { queueId, name, number, settings, switches } = queue;
  const { state, reason, holiday, until } = openStateOf({ settings, switches, operatorsAtWork, now });
  return {
    queueId,
    name,
    ...(number === undefined ? {} : { number }),
    ...(settings.salutation === undefined ? {} : { salutation: settings.salutation }),
    strategy: settings.strategy,
    mode: switches.mode,
    state,
    why: reason === 'noHours' ? 'hours' : reason,
    ...(reason === 'holiday' && holiday !== undefined ? { holiday } : {}),
    ...(until === undefined ? {} : { changesAt: until }),
  };
}

export const presentOperatorStatus = (
  status: OperatorStatus,
  operator: Operator | undefined,
): OperatorStatusView => ({
  ...status,
  name: operator?.name ?? '',
  ...(operator?.leftQueueIds === undefined ? {} : { leftQueueIds: [...operator.leftQueueIds] }),
});

export function presentCallBack(callBack: CallBack, names: Names): CallBackView {
  const { number, operatorId, reason, ...plain } = callBack;
  return {
    ...plain,
    ...(number === undefined ? {} : { number: readableNumber(number), dial: number }),
    ...(reason === undefined ? {} : { ended: reason }),
    ...(operatorId === undefined ? {} : { by: { operatorId, name: names.operatorName(operatorId) } }),
  };
}
