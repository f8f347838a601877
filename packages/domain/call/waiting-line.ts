import type { PersonId } from '../ids.ts';
import { isAnonymous, type Party } from '../party/party.ts';
import { announcedMinutes } from '../queue/expected-wait.ts';
import { farewellOf } from '../queue/farewell.ts';
import type { DiversionRule, DivertReason, Queue } from '../queue/queue.ts';
import type { QueueSituation } from '../queue/situation.ts';
import type { Wait } from './call-base.ts';
import type { Decision } from './decision.ts';
import type { AfterMessage, Diversion } from './diversion.ts';
import { divert } from './divert.ts';
import { planWait } from './plan-wait.ts';
import { playInstead } from './sound.ts';
import type { Waiting } from './states/waiting.ts';

/** The caller gets into line: the queue has taken the call. */
export function queueUp(decision: Decision): void {
  decision.record({ type: 'callQueued' });
  planWait(decision);
}

/** Why a queue in this situation does not keep a call that has just come to it, if it does not. */
export function reasonToDivert(queue: Queue, situation: QueueSituation): DivertReason | undefined {
  const { settings } = queue;
  if (situation.state === 'emergency') return 'emergency';
  if (situation.state === 'closed') return 'closed';
  if (settings.maxWaiting !== undefined && situation.waiting >= settings.maxWaiting) return 'full';
  return situation.operatorsAtWork === 0 ? 'nobodyThere' : undefined;
}

/**
 * What the queue does with a call for this reason; undefined: it keeps it. A closed queue and one in an emergency keep
 * none: without a rule the call ends. Nobody can be called back who has no number, or withholds it, nor do they hear
 * that somebody will.
 */
export function diversionFor(
  queue: Queue,
  why: DivertReason,
  caller: Party,
  formerQueues: readonly string[],
): Diversion | undefined {
  const rule = queue.settings.diversions[why];
  const isTurnedAway = why === 'closed' || why === 'emergency';
  const then =
    rule === undefined ? undefined : afterMessageOf(rule, caller, [...formerQueues, queue.queueId]);
  if (then === undefined && !isTurnedAway) return undefined;
  const heard = then === undefined ? farewellOf(queue.settings, why) : rule?.message;
  return { why, then: then ?? { to: 'end' }, ...(heard === undefined ? {} : { message: heard }) };
}

function afterMessageOf(
  { destination }: DiversionRule,
  caller: Party,
  visited: readonly string[],
): AfterMessage | undefined {
  switch (destination.to) {
    case 'message':
      return { to: 'end' };
    case 'busy':
      // Only a call that is not answered yet can be refused.
      return undefined;
    case 'callBack':
      return caller.kind === 'number' && !isAnonymous(caller) ? { to: 'callBack' } : undefined;
    case 'queue':
      return visited.includes(destination.queueId)
        ? undefined
        : { to: 'queue', queueId: destination.queueId };
    case 'number':
      return { to: 'party', party: { kind: 'number', number: destination.number } };
    default: {
      const { personId: id, name } = destination;
      return { to: 'party', party: { kind: 'person', id, ...(name === undefined ? {} : { name }) } };
    }
  }
}

/**
 * Looks whether the queue keeps a call that is in it already. One that has just come from another queue is treated like
 * a new call; of the others, one that was greeted or waits must go when nobody is there to take it, or all must leave
 * the house.
 */
export function reconsider(decision: Decision): void {
  const { state, context } = decision;
  if (state.name !== 'waiting' && state.name !== 'greeting') return decision.ignore('the call does not wait');
  const { situation, queue } = context;
  if (state.queueId !== queue.queueId) return decision.ignore('the call has just moved to another queue');
  const isNew = state.name === 'waiting' && state.wait.isNew === true;
  const isToBeAsked = isNew && !state.isFront;
  const why =
    situation === undefined
      ? undefined
      : isToBeAsked
        ? reasonToDivert(queue, situation)
        : reasonToSendOff(situation);
  const diversion =
    why === undefined ? undefined : diversionFor(queue, why, state.caller, state.formerQueues);
  if (diversion !== undefined) return divert(decision, diversion);
  if (isNew) planWait(decision);
  else decision.ignore('the queue keeps the call');
}

/** Why a call cannot be kept that the queue has taken, if it cannot: a closed queue keeps it as long as anybody is there. */
function reasonToSendOff({ state, operatorsAtWork }: QueueSituation): DivertReason | undefined {
  if (state === 'emergency') return 'emergency';
  if (operatorsAtWork > 0) return undefined;
  return state === 'closed' ? 'closed' : 'nobodyThere';
}

/** Acts on every deadline of a waiting call that is over. */
export function waitOn(decision: Decision, { offer, wait: { isNew } }: Waiting): void {
  const { now, context } = decision;
  if (offer !== undefined && offer.until <= now) lapse(decision, offer.operatorIds);
  if (isNew === true) reconsider(decision);
  const wait = waitOf(decision);
  if (wait?.until !== undefined && wait.until <= now) {
    const { caller, formerQueues } = decision.state;
    const diversion = diversionFor(context.queue, 'waitedTooLong', caller, formerQueues);
    if (diversion !== undefined) return divert(decision, diversion);
    planWait(decision, false);
  }
  const announceAt = waitOf(decision)?.announceAt;
  if (announceAt !== undefined && announceAt <= now) announce(decision);
}

/** The waiting, if the call does wait and its queue has taken it. */
function waitOf({ state }: Decision): Wait | undefined {
  return state.name === 'waiting' && state.wait.isNew === undefined ? state.wait : undefined;
}

/** The offer is over, and counts as refused by those who had it. */
export function lapse(decision: Decision, operatorIds: readonly PersonId[]): void {
  for (const operatorId of operatorIds)
    decision.record({ type: 'offerRefused', operatorId, why: 'noAnswer' });
}

/** Says where the caller stands, if there is a recording for it. */
function announce(decision: Decision): void {
  const { settings, now, context } = decision;
  const { announcement } = settings;
  const until = waitOf(decision)?.until;
  const limit = until === undefined ? {} : { until };
  if (announcement === undefined) return decision.record({ type: 'waitPlanned', ...limit });
  decision.record({ type: 'waitPlanned', ...limit, announceAt: now + announcement.every });
  const { position, expectedWait } = context.situation ?? {};
  const { positions, waits } = announcement;
  const ofPosition = position === undefined ? undefined : positions[position - 1];
  const minutes = expectedWait === undefined ? undefined : announcedMinutes(expectedWait);
  const ofWait = minutes === undefined ? undefined : waits[Math.min(minutes, waits.length - 1)];
  // Both are said in turn: the position first, the expected wait at the next time.
  const isTurnOfWait = Math.floor((now - decision.state.since) / announcement.every) % 2 === 0;
  const prompt = isTurnOfWait ? (ofWait ?? ofPosition) : (ofPosition ?? ofWait);
  if (prompt !== undefined) playInstead(decision, 'announcement', prompt);
}
