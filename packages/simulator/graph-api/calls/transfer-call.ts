import * as z from 'zod';
import { humansIn } from '../../world/conversation.ts';
import { badRequest, type GraphReply, refuse, reply } from '../wire/reply.ts';
import type { CallContext } from './call-context.ts';
import { enter, terminate } from './call-states.ts';
import { type GraphCall, isGroup } from './graph-call.ts';
import { invitationIn, ringTargetOf } from './identity.ts';
import { isPickedUp } from './outcome.ts';
import { stopPlaying } from './play-prompt.ts';
import { results } from './result-info.ts';

export const transferIn = z.looseObject({ transferTarget: invitationIn });

/**
 * Hands the caller to somebody else and leaves. While the target rings the caller hears ringing; if the target's own
 * rule sends the call to voicemail the transfer has succeeded; if nobody picks up the call is the application's again.
 *
 * A call that was escalated is refused with 8523, as seen in the field (graph-contract 0.1, A.6), with a transferee too.
 */
export function transferCall(
  context: CallContext,
  call: GraphCall,
  body: z.infer<typeof transferIn>,
): GraphReply {
  if (isGroup(call)) return refuse(403, '8523', 'Cannot do transfer for meeting mode');
  if (call.state !== 'established') {
    return refuse(409, 'Conflict', `The call is ${call.state}; only an established call can be transferred.`);
  }
  const target = body.transferTarget;
  if (target.identity.phone && !call.fromInstance) {
    return refuse(
      403,
      '7505',
      'Request authorization tenant mismatch: a number needs an application instance.',
    );
  }
  if (target.replacesCallId) return consultative(context, call, target.replacesCallId);
  enter(context, call, 'transferring');
  stopPlaying(context, call);
  const { bells, exchange } = context.world;
  const ring = bells.ring({
    conversation: call.conversation,
    target: ringTargetOf(target),
    from:
      humansIn(call.conversation).map(({ party }) => ('name' in party ? party.name : null) ?? party.id)[0] ??
      '',
    onEnd: (outcome) => {
      call.rings.delete(ring.id);
      if (call.state !== 'transferring') return;
      if (isPickedUp(outcome)) return complete(context, call);
      exchange.set(call.conversation, { alerting: false });
      enter(
        context,
        call,
        'established',
        outcome.kind === 'declined' ? results.transferRefused : results.transferFailed,
      );
    },
  });
  call.rings.add(ring.id);
  exchange.set(call.conversation, { alerting: true });
  return reply(202);
}

function complete(context: CallContext, call: GraphCall): void {
  enter(context, call, 'transferAccepted');
  terminate(context, call, results.transferred);
}

/** Joins the two callers of two legs, both established, and ends both legs. */
function consultative(context: CallContext, call: GraphCall, otherId: string): GraphReply {
  const other = context.calls.find(otherId);
  if (!other || other.applicationId !== call.applicationId || other === call) {
    return badRequest(`transferTarget.replacesCallId: the application has no other call ${otherId}.`);
  }
  if (other.state !== 'established' || isGroup(other)) {
    return badRequest(`transferTarget.replacesCallId: the call ${otherId} is no established call of two.`);
  }
  const { exchange } = context.world;
  const member = humansIn(other.conversation)[0];
  if (!member) return badRequest(`transferTarget.replacesCallId: nobody is in the call ${otherId}.`);
  enter(context, call, 'transferring');
  stopPlaying(context, call);
  exchange.join(call.conversation, member.party, member.id);
  exchange.leave(other.conversation, member.id, 'moved');
  complete(context, call);
  return reply(202);
}
