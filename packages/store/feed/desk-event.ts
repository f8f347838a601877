import type { PersonId, QueueId } from '@switchboard/domain/ids';
import type { QueueSwitches } from '@switchboard/domain/queue/queue';
import type { CallBack } from '../call-backs/call-back.ts';
import type { OperatorStatus } from '../operators/operator-status.ts';

/** What happened at the desk rather than to a call. Each tells the whole new state of its subject. */
export type DeskEvent =
  | {
      readonly subject: 'operator';
      readonly type: 'operatorChanged';
      readonly operator: OperatorStatus;
      /** An administrator has changed more than their state of work: it is in their row. */
      readonly isAdministered?: true;
      /** Nothing but what they prefer has changed: it is in its rows, and theirs alone to see. */
      readonly hasNewPreferences?: true;
      /** Nothing but messages of theirs has changed: they are in their rows, and theirs alone to see. */
      readonly hasNewMessages?: true;
    }
  /** Switched by somebody, or changed by an administrator: what else is new is in its row. */
  | {
      readonly subject: 'queue';
      readonly type: 'queueChanged';
      readonly queueId: QueueId;
      readonly switches: QueueSwitches;
      readonly by?: PersonId;
    }
  | { readonly subject: 'callBack'; readonly type: 'callBackChanged'; readonly callBack: CallBack };
