import type { DialledCall } from '../../world/outside-lines.ts';
import { holdsAny, seesCallers } from '../wire/permissions.ts';
import type { CallContext } from './call-context.ts';
import type { CallDescription } from './call-json.ts';
import { expectKeepAlive, terminate } from './call-states.ts';
import type { GraphCall } from './graph-call.ts';
import { identitySet, invitationTarget } from './identity.ts';
import { results } from './result-info.ts';

/** Who calls stays encrypted for an application that may not see callers. */
export function describe(context: CallContext, call: GraphCall): CallDescription {
  const held = context.application(call.applicationId)?.applicationPermissions ?? [];
  const source = holdsAny(held, seesCallers)
    ? call.source.identity
    : identitySet('encrypted', `encrypted-${call.callChainId}`, null);
  return { tenantId: context.tenantId, source };
}

/** Announces a call to a queue's number to the application behind the queue. */
export function announce(context: CallContext, dialled: DialledCall): void {
  const { world } = context;
  const { queue, line, conversation } = dialled;
  const webhook = context.application(queue.applicationId)?.webhook;
  if (webhook === undefined) {
    world.log.add('call', `${queue.displayName}: its application has no webhook for calls`, conversation.id);
    world.exchange.end(conversation);
    return;
  }
  const call = context.calls.add({
    applicationId: queue.applicationId,
    direction: 'incoming',
    state: 'incoming',
    source: { identity: identitySet('phone', line.number, line.name) },
    targets: [invitationTarget(identitySet('applicationInstance', queue.id, queue.displayName))],
    fromInstance: true,
    routedNumber: queue.number,
    conversation,
    callbackUri: webhook,
  });
  if (dialled.unannounced)
    world.log.add('fault', 'the application is not told of this call', conversation.id);
  else context.tell.incoming(call, describe(context, call));
  if (dialled.unannounced === 'established') return answerInItsName(context, call);
  const { answerWithinSeconds, notificationDelayMs } = world.settings;
  call.timers.answer = world.clock.after(answerWithinSeconds * 1_000 + notificationDelayMs, () => {
    terminate(context, call, results.noAnswer);
    world.exchange.end(conversation);
  });
}

/** As if the application had answered, without its knowing. */
function answerInItsName(context: CallContext, call: GraphCall): void {
  call.roles = context.application(call.applicationId)?.applicationPermissions ?? [];
  call.state = 'established';
  const party = { kind: 'application' as const, id: call.applicationId, hidden: true };
  context.world.exchange.join(call.conversation, party, call.myParticipantId);
  expectKeepAlive(context, call);
}
