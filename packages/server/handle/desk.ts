import type { DeskCommandMessage } from '@switchboard/contract/commands/desk-command';
import type { RefusalView } from '@switchboard/contract/errors/refusal';
import type { TimelineRead } from '@switchboard/contract/feed/timeline-read';
import { type CallId, callId, type QueueId, queueId, type TenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Clock } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import { changeCallBack } from '@switchboard/store/call-backs/call-backs';
import { findPastCall } from '@switchboard/store/history/list-past-calls';
import { readMessagesOfCall } from '@switchboard/store/messages/messages';
import { changeOperatorWork } from '@switchboard/store/operators/operators';
import { setQueueMembership } from '@switchboard/store/operators/queue-membership';
import { switchQueue } from '@switchboard/store/queues/switch-queue';
import { readCallHistory } from '@switchboard/store/reads/timeline';
import { findOperator, listOperators, listQueues } from '@switchboard/store/tenants/tenants';
import { maySeeHistory } from '../policies/call-rights.ts';
import { maySeePastCall } from '../policies/history-rights.ts';
import { messageEntry } from '../present/message-entry.ts';
import { presentTimeline } from '../present/present-timeline.ts';
import { changeWork } from './operator-work.ts';

/** What an operator asks besides handling calls. */
export interface Desk {
  command(
    operator: Operator,
    message: Exclude<DeskCommandMessage, { type: 'readTimeline' }>,
  ): Promise<Result<'taken', RefusalView>>;
  timeline(
    operator: Operator,
    message: Extract<DeskCommandMessage, { type: 'readTimeline' }>,
  ): Promise<Result<TimelineRead, RefusalView>>;
}

type Taken = Promise<Result<'taken', RefusalView>>;
type Message<Type extends DeskCommandMessage['type']> = Extract<DeskCommandMessage, { type: Type }>;

export function createDesk(store: Store, clock: Clock): Desk {
  async function setStatus({ tenantId, operatorId }: Operator, message: Message<'setStatus'>): Taken {
    const now = clock.now();
    const { status, reason, followsPresence } = message;
    const change = {
      type: 'set',
      status,
      ...(reason === undefined ? {} : { reason }),
      ...(followsPresence === undefined ? {} : { followsPresence }),
    } as const;
    await changeOperatorWork(store, tenantId, operatorId, now, (known) => changeWork(known, change, now));
    return ok('taken');
  }

  async function turn(operator: Operator, message: Message<'switchQueue'>): Taken {
    const { tenantId, operatorId: by, queueIds } = operator;
    const { mode, emergency } = message;
    if (mode === undefined && emergency === undefined)
      return refused({
        code: 'malformed',
        field: 'mode',
        remedy: 'say a mode, or whether there is an emergency',
      });
    const queue = queueId(message.queueId);
    if (!queueIds.includes(queue)) return await notTheirs(tenantId, queue);
    const switches = {
      ...(mode === undefined ? {} : { mode }),
      ...(emergency === undefined ? {} : { isEmergency: emergency }),
    };
    const switched = await switchQueue(store, tenantId, queue, { switches, by, now: clock.now() });
    return switched === undefined ? refused({ code: 'queueUnknown' }) : ok('taken');
  }

  async function answer(operator: Operator, message: Message<'answerQueue'>): Taken {
    const { tenantId, operatorId } = operator;
    const queue = queueId(message.queueId);
    if (!operator.queueIds.includes(queue)) return await notTheirs(tenantId, queue);
    const member = { operatorId, queueId: queue, isActive: message.isAnswered };
    await setQueueMembership(store, tenantId, member, clock.now());
    return ok('taken');
  }

  async function notTheirs(tenantId: TenantId, queue: QueueId): Taken {
    const isKnown = (await listQueues(store, tenantId)).some((one) => one.queueId === queue);
    return refused({ code: isKnown ? 'notInQueue' : 'queueUnknown' });
  }

  async function callBack(operator: Operator, { callBackId, to }: Message<'callBack'>): Taken {
    const { tenantId, operatorId, queueIds } = operator;
    const changed = await changeCallBack(store, tenantId, {
      callBackId,
      operatorId,
      to,
      now: clock.now(),
      isAllowed: (one) => queueIds.includes(one.queueId),
    });
    if (changed.ok) return ok('taken');
    const { by } = changed.refusal;
    const other = by === undefined ? undefined : await findOperator(store, tenantId, by);
    return refused({ code: 'callBackGone', ...(other === undefined ? {} : { by: other.name }) });
  }

  async function hasTalkedIn(operator: Operator, id: CallId): Promise<boolean> {
    const past = await findPastCall(store, operator.tenantId, id);
    return past !== undefined && maySeePastCall(operator, past);
  }

  return {
    async command(operator, message) {
      switch (message.type) {
        case 'setStatus':
          return setStatus(operator, message);
        case 'switchQueue':
          return turn(operator, message);
        case 'answerQueue':
          return answer(operator, message);
        default:
          return callBack(operator, message);
      }
    },
    async timeline(operator, { id, callId: asked }) {
      const { tenantId } = operator;
      const history = await readCallHistory(store, tenantId, callId(asked));
      if (history === undefined) return refused({ code: 'callGone' });
      if (!maySeeHistory(operator, history.call) && !(await hasTalkedIn(operator, callId(asked))))
        return refused({ code: 'notInQueue' });
      const operators = new Map(
        (await listOperators(store, tenantId)).map((one) => [one.operatorId, one.name]),
      );
      const queues = new Map((await listQueues(store, tenantId)).map((one) => [one.queueId, one.name]));
      const entries = presentTimeline(history, {
        operatorName: (one) => operators.get(one),
        queueName: (one) => queues.get(one),
      });
      const sent = await readMessagesOfCall(store, tenantId, callId(asked));
      const messages = sent.map((one) => messageEntry(one, (by) => operators.get(by), operator.operatorId));
      const all = [...entries, ...messages].toSorted((one, other) => one.at - other.at);
      return ok({ type: 'timeline', id, callId: asked, entries: all });
    },
  };
}
