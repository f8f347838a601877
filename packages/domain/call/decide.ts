import type { Instant } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { callId } from '../ids.ts';
import type { CallState } from './call-state.ts';
import type { CallCommand, CallRefusal } from './command.ts';
import { nextDeadline } from './deadlines.ts';
import { decideCommand } from './decide-command.ts';
import { decideFact } from './decide-fact.ts';
import { type CallContext, type Decided, Decision } from './decision.ts';
import type { CallEffect } from './effect.ts';
import type { CallEvent } from './event.ts';
import { evolve } from './evolve.ts';
import type { CallFact, CallIncoming } from './fact.ts';
import { answerTime, keepAliveEvery } from './limits.ts';

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
  return refusal === undefined ? ok(decision.finish()) : refused(refusal);
}

/** A caller dials: the call begins, and the answer is asked for in the same breath. */
export function decideOnIncoming(incoming: CallIncoming, context: CallContext, now: Instant): Decided {
  const { queue, newId } = context;
  const { leg, caller, callerParticipantId, tenantId } = incoming;
  const { settings } = queue;
  const effectId = newId() as CallEffect['effectId'];
  const event: CallEvent = {
    type: 'callArrived',
    tenantId,
    callId: callId(newId()),
    queueId: queue.queueId,
    leg,
    caller,
    ...(callerParticipantId === undefined ? {} : { callerParticipantId }),
    effectId,
    checkAt: now + answerTime,
    keepAliveAt: now + keepAliveEvery,
  };
  const prefetch = settings.greeting === undefined ? [settings.music] : [settings.greeting, settings.music];
  const answer: CallEffect = { type: 'answer', effectId, leg, prefetch };
  const state = evolve(undefined, event, now);
  return { state, events: [event], effects: [answer], nextDue: nextDeadline(state) };
}
