import { humansIn, type Member } from '../../world/conversation.ts';
import type { ExchangeEvent, LeaveReason } from '../../world/exchange.ts';
import type { CallContext } from './call-context.ts';
import { terminate } from './call-states.ts';
import { type GraphCall, isGroup } from './graph-call.ts';
import { type ResultInfo, results } from './result-info.ts';
import { tellRoster } from './roster.ts';

/** What people do by themselves, told to the application in whose call they are. */
export function followWorld(context: CallContext, event: ExchangeEvent): void {
  const call = context.calls.of(event.conversation);
  if (!call || event.kind === 'ended') return;
  if (event.kind === 'left') {
    left(context, call, event.member, event.reason);
    return;
  }
  tellRoster(context, call);
  if (event.kind === 'joined') checkEmpty(context, call);
}

function left(context: CallContext, call: GraphCall, member: Member, reason: LeaveReason): void {
  if (member.id === call.myParticipantId) {
    terminate(context, call, results.conversationEnded);
    return;
  }
  const isTransferred = call.state === 'transferAccepted';
  if (isGroup(call)) tellRoster(context, call, reason);
  else if (!isTransferred) terminate(context, call, endOfTwo(member, reason));
  checkEmpty(context, call);
}

function endOfTwo(member: Member, reason: LeaveReason): ResultInfo {
  if (reason === 'moved') return results.peerLeft;
  return member.party.kind === 'outside' ? results.endedByPhone : results.endedByPeer;
}

/** A group call with nobody but the application in it, for whom nobody rings, is closed after a while. */
export function checkEmpty(context: CallContext, call: GraphCall): void {
  const { conversation } = call;
  const isEmpty = isGroup(call) && humansIn(conversation).length === 0 && conversation.ringing.size === 0;
  if (!isEmpty || call.state === 'terminated') {
    call.timers.empty?.();
    delete call.timers.empty;
    return;
  }
  if (call.timers.empty) return;
  const after = context.world.settings.emptyCallSeconds * 1_000;
  call.timers.empty = context.world.clock.after(after, () => terminate(context, call, results.lastOne));
}
