import type { CallCommandMessage } from '@switchboard/contract/commands/call-command';
import type { CallAction, CallView } from '@switchboard/contract/views/call-view';
import type { Ask, Unsent } from './command-desk.ts';

/** What is asked of a call, and how the call shows that it was done. */
export function callAsk(
  action: CallAction,
  call: CallView,
  message: Unsent<CallCommandMessage>,
  find: (callId: string) => CallView | undefined,
): Ask {
  const before = aspects(call);
  return {
    action,
    subject: call.callId,
    message,
    cameRound: () => {
      const now = find(call.callId);
      return now === undefined || !now.can.includes(action) || aspects(now) !== before;
    },
  };
}

/** What a command can change about a call. */
const aspects = (call: CallView): string =>
  JSON.stringify([
    call.state,
    call.since,
    call.hold,
    call.queueId,
    call.operator?.operatorId,
    call.target,
    call.consult,
    call.guests,
    call.slot,
    call.offer,
  ]);
