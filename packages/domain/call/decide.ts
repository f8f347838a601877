import type { Instant } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { callId, effectId } from '../ids.ts';
import { isBlocked, isVip } from '../queue/caller-lists.ts';
import type { Queue } from '../queue/queue.ts';
import type { CallState } from './call-state.ts';
import { planCheck } from './checking.ts';
import type { CallCommand, CallRefusal, OfferCommand } from './command.ts';
import { decideCommand } from './decide-command.ts';
import { decideFact } from './decide-fact.ts';
import { decideOffer } from './decide-offer.ts';
import { type CallContext, type Decided, Decision } from './decision.ts';
import type { Diversion } from './diversion.ts';
import { refuseUnanswered } from './divert.ts';
import type { CallArrived } from './event.ts';
import { evolve } from './evolve.ts';
import type { CallFact, CallIncoming } from './fact.ts';
import { openInvitation } from './invite.ts';
import { keepAliveEvery, whileAnswering } from './limits.ts';
import { ringTime } from './ring-time.ts';
import { diversionFor, reasonToDivert } from './waiting-line.ts';

/** The rules of a call: what follows from a fact. Facts are never refused; one without consequence says why. */
export function decideOnFact(call: CallState, fact: CallFact, context: CallContext, now: Instant): Decided {
  const decision = new Decision(call, context, now);
  decideFact(decision, fact);
  return decision.finish();
}

/** The rules of a call: what follows from an operator's command, or why it has no place. */
export function decideOnCommand(
  call: CallState,
  command: CallCommand,
  context: CallContext,
  now: Instant,
): Result<Decided, CallRefusal> {
  const decision = new Decision(call, context, now);
  const refusal = decideCommand(decision, command);
  if (refusal === undefined && openInvitation(decision.state) !== undefined) planCheck(decision);
  return refusal === undefined ? ok(decision.finish()) : refused(refusal);
}

/** The queue's strategy has found operators for a waiting call. One that does not wait any more says so. */
export function decideOnOffer(
  call: CallState,
  offer: OfferCommand,
  context: CallContext,
  now: Instant,
): Decided {
  const decision = new Decision(call, context, now);
  decideOffer(decision, offer);
  return decision.finish();
}

/**
 * A caller dials: the call begins, and the answer is asked for in the same breath. A number on the list is refused; a
 * queue that does not keep the call refuses it, sends it on, or answers and says why.
 */
export function decideOnIncoming(incoming: CallIncoming, context: CallContext, now: Instant): Decided {
  const { queue, newId, situation } = context;
  const { settings } = queue;
  const why = situation === undefined ? undefined : reasonToDivert(queue, situation);
  const diversion = why === undefined ? undefined : diversionFor(queue, why, incoming.caller, []);
  const effect = effectId(newId());
  const event: CallArrived = {
    type: 'callArrived',
    tenantId: incoming.tenantId,
    callId: callId(newId()),
    queueId: queue.queueId,
    bridge: settings.bridge,
    rank: { isVip: isVip(settings, incoming.caller), priority: settings.priority },
    leg: incoming.leg,
    caller: incoming.caller,
    ...(incoming.callerParticipantId === undefined
      ? {}
      : { callerParticipantId: incoming.callerParticipantId }),
    effectId: effect,
    ...(diversion === undefined ? {} : { diversion }),
    ...(isSentOn(queue, diversion) ? { isRedirected: true } : {}),
    checkAt: now + whileAnswering,
    keepAliveAt: now + keepAliveEvery,
  };
  const decision = Decision.begin(evolve(undefined, event, now), event, context, now);
  if (isBlocked(settings, incoming.caller)) refuseUnanswered(decision, 'blocked');
  else if (why !== undefined && settings.diversions[why]?.destination.to === 'busy')
    refuseUnanswered(decision, why);
  else takeUp(decision, effect, diversion);
  return decision.finish();
}

/** On the direct bridge a call that goes to somebody else without a word is sent on unanswered. */
const isSentOn = ({ settings }: Queue, diversion: Diversion | undefined): boolean =>
  settings.bridge === 'direct' && diversion?.then.to === 'party' && diversion.message === undefined;

function takeUp(decision: Decision, effect: CallArrived['effectId'], diversion: Diversion | undefined): void {
  const { settings, context } = decision;
  if (isSentOn(context.queue, diversion) && diversion?.then.to === 'party') {
    const { party } = diversion.then;
    decision.ask({ type: 'redirect', party, ringFor: ringTime(settings, party) }, effect);
    return;
  }
  const first = diversion === undefined ? settings.greeting : diversion.message;
  const prefetch = first === undefined ? [settings.music] : [first, settings.music];
  decision.ask({ type: 'answer', prefetch }, effect);
}
