import { unreachable } from '@switchboard/kit/assert';
import type { Party } from '../party/party.ts';
import { farewellOf } from '../queue/farewell.ts';
import type { Decision } from './decision.ts';
import type { Diversion } from './diversion.ts';
import { endForAll, endRecorded } from './ending.ts';
import { invite } from './invite.ts';
import { planWait } from './plan-wait.ts';
import type { MissReason } from './reasons.ts';
import { ringTime } from './ring-time.ts';
import { keepCompany, playInstead } from './sound.ts';

/** The queue does not keep the call: a message first, if there is one, and on. */
export function divert(decision: Decision, { why, message, then }: Diversion): void {
  decision.record({ type: 'messageBegun', why, then });
  if (message === undefined) afterMessage(decision);
  else playInstead(decision, 'message', message);
}

/** The message was heard, or cannot be. */
export function afterMessage(decision: Decision): void {
  const { state } = decision;
  if (state.name !== 'announcing') return;
  const { then, why, caller } = state;
  switch (then.to) {
    case 'end':
      endForAll(decision, why, false);
      return;
    case 'callBack':
      if (caller.kind === 'number') decision.record({ type: 'callBackPromised', number: caller.number });
      endForAll(decision, 'promisedCallBack', false);
      return;
    case 'queue':
      decision.record({ type: 'callMoved', queueId: then.queueId, why });
      keepCompany(decision);
      return;
    case 'party':
      ring(decision, then.party);
      return;
    default:
      unreachable(then);
  }
}

function ring(decision: Decision, party: Party): void {
  const { state, settings } = decision;
  if (state.name !== 'announcing') return;
  const invitation = invite(decision, party, ringTime(settings, party));
  decision.record({ type: 'divertBegun', why: state.why, invitation });
  keepCompany(decision);
}

/**
 * Whoever was rung for the caller does not come. Where the queue is open the caller waits in it after all; else they
 * hear the message, and the call ends.
 */
export function divertFailed(decision: Decision, why: MissReason): void {
  const { settings } = decision;
  decision.record({ type: 'divertMissed', why });
  const { state } = decision;
  if (state.name !== 'announcing') return;
  const reason = state.why;
  if (reason === 'full' || reason === 'nobodyThere' || reason === 'waitedTooLong') {
    decision.record({ type: 'callQueued' });
    planWait(decision, reason !== 'waitedTooLong');
    keepCompany(decision);
    return;
  }
  const message = farewellOf(settings, reason);
  if (message === undefined) afterMessage(decision);
  else playInstead(decision, 'message', message);
}

/** Before it is answered: the busy tone. */
export function refuseUnanswered(decision: Decision, why: Diversion['why'] | 'blocked'): void {
  decision.ask({ type: 'reject', reason: why === 'blocked' ? 'none' : 'busy' });
  endRecorded(decision, why);
}
