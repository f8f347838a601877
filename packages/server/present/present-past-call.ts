import type { PastCallView } from '@switchboard/contract/views/past-call-view';
import type { PersonId, QueueId } from '@switchboard/domain/ids';
import type { PastCall } from '@switchboard/store/history/past-call';
import { presentParty } from './present-party.ts';

/** What the presentation of a past call may look up. */
export interface PastCallNames {
  queueName(id: QueueId): string | undefined;
  operatorName(id: PersonId): string | undefined;
  /** Of whoever has the number, if that is one. */
  numberName(number: string): string | undefined;
}

export function presentPastCall(call: PastCall, names: PastCallNames): PastCallView {
  const { callId, queueId, caller, target, arrivedAt, answeredAt, endedAt, outcome, reason, cameBack } = call;
  const queue = names.queueName(queueId);
  const view = presentParty(caller);
  const number = caller.kind === 'number' ? caller.number : undefined;
  const name = view.name ?? (number === undefined ? undefined : names.numberName(number));
  return {
    callId,
    queueId,
    ...(queue === undefined ? {} : { queue }),
    caller: { ...view, ...(name === undefined ? {} : { name }) },
    ...(number === undefined || number.replaceAll(/\D/g, '') === '' ? {} : { dial: number }),
    arrivedAt,
    ...(answeredAt === undefined ? {} : { answeredAt }),
    endedAt,
    outcome,
    ended: reason,
    cameBack,
    takenBy: call.takenBy.flatMap((id) => names.operatorName(id) ?? []),
    ...(target === undefined ? {} : { target: presentParty(target) }),
  };
}
