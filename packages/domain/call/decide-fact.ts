import { unreachable } from '@switchboard/kit/assert';
import type { EffectId, PersonId } from '../ids.ts';
import type { CallState } from './call-state.ts';
import { planCheck } from './checking.ts';
import { decideOperation } from './decide-operation.ts';
import { decideRoster } from './decide-roster.ts';
import { decideTime } from './decide-time.ts';
import type { Decision } from './decision.ts';
import { divert } from './divert.ts';
import { doubt } from './doubt.ts';
import { endRecorded, leaveThemTogether } from './ending.ts';
import type { CallFact, EffectRefused, LegEnded, LegObserved } from './fact.ts';
import { invitationFailed, renewInvitation, withdrawInvitation } from './invitation.ts';
import { invite, isGivenAway, openInvitation } from './invite.ts';
import { answerTime, beforeSecondLook } from './limits.ts';
import { soundFailed } from './prompt-ended.ts';
import { type EndReason, endReasonOf, isGone, isInDoubt } from './reasons.ts';
import { isHeldAllTheSame, isRelease, playGreeting, playMusic, releaseAgain, released } from './sound.ts';
import { queueUp, reconsider } from './waiting-line.ts';

/** Takes a fact into account. The leg that it is about is the call's, or one the call had before. */
export function decideFact(decision: Decision, fact: CallFact): void {
  const { state } = decision;
  if (state.name === 'ended') {
    decision.ignore('the call has ended');
    return;
  }
  if ('leg' in fact && fact.leg !== state.leg && !state.formerLegs.includes(fact.leg)) {
    decision.ignore('another leg is meant');
    return;
  }
  if (fact.type === 'legEnded' && fact.leg !== state.leg) {
    decision.ignore('the call goes on under a newer id');
    return;
  }
  takeIn(decision, fact);
  found(decision, fact);
  leaveIfSeen(decision);
  checkLater(decision, fact);
}

/** The last look at a handed-over call has had its answer, and nothing came of it: we go. */
function leaveIfSeen(decision: Decision): void {
  const { state } = decision;
  if (state.name !== 'handedOver' || state.leaveBy === undefined) return;
  if (state.recheck === undefined && state.releases === undefined) leaveThemTogether(decision);
}

function takeIn(decision: Decision, fact: CallFact): void {
  const { state } = decision;
  switch (fact.type) {
    case 'legEstablished':
      established(decision);
      return;
    case 'legEnded':
      endRecorded(decision, hasThemElsewhere(state, fact) ? 'handedOver' : endReasonOf(fact.outcome));
      return;
    case 'operationEnded':
      decideOperation(decision, fact);
      return;
    case 'rosterSeen':
      decideRoster(decision, fact);
      return;
    case 'legObserved':
      observed(decision, fact);
      return;
    case 'effectDone':
      effectDone(decision, fact.effectId);
      return;
    case 'effectRefused':
      effectRefused(decision, fact);
      return;
    case 'timePassed':
      decideTime(decision);
      return;
    case 'queueTurned':
      reconsider(decision);
      return;
    case 'targetFreed':
      targetFreed(decision, fact.personId);
      return;
    case 'doubtRaised':
      decision.ask({ type: 'observe' });
      return;
    default:
      unreachable(fact);
  }
}

/** What Graph said of itself puts the next question to it off; our own answers and the passing of time do not. */
function checkLater(decision: Decision, { type }: CallFact): void {
  const { state } = decision;
  if (state.name !== 'ended' && state.isMissed === true) return;
  if (type === 'legEstablished' || type === 'rosterSeen' || type === 'legObserved') planCheck(decision);
}

function established(decision: Decision): void {
  const { state, settings } = decision;
  if (state.name !== 'answering') {
    decision.ignore('the leg was established before');
    return;
  }
  if (state.diversion !== undefined) return divert(decision, state.diversion);
  if (settings.greeting === undefined) {
    queueUp(decision);
    playMusic(decision);
    return;
  }
  decision.record({ type: 'greetingBegun' });
  playGreeting(decision, settings.greeting);
}

function observed(decision: Decision, fact: LegObserved): void {
  decision.ignore('the leg is as it was known');
  switch (fact.legState) {
    case 'gone':
      missed(decision, fact);
      return;
    case 'established':
      if (decision.state.name === 'answering') established(decision);
      else if (isGivenAway(decision.state)) maybeBack(decision, fact.effectId);
      break;
    case 'incoming':
      if (isTooLateToAnswer(decision)) return endRecorded(decision, 'notAnswered');
      if (decision.state.isMissed === true) answerAfterAll(decision);
      break;
    case 'establishing':
    case 'other':
      break;
    default:
      unreachable(fact.legState);
  }
  const { members, effectId } = fact;
  if (members !== undefined) decideRoster(decision, { members, partial: false, effectId });
  settleDoubt(decision, effectId);
}

/** That a leg is gone is believed when Graph says it twice: a caller whose leg lives is not given up on one mistake. */
function missed(decision: Decision, fact: LegObserved): void {
  const { state, now } = decision;
  if (fact.leg !== state.leg) return;
  if (state.isMissed === true) {
    endRecorded(decision, isOutOfOurHands(state) ? 'handedOver' : goneWhile(state));
    return;
  }
  decision.record({ type: 'legMissed', checkAt: now + beforeSecondLook });
  settleDoubt(decision, fact.effectId);
}

const goneWhile = ({ name }: CallState): EndReason =>
  name === 'answering' ? 'callerHungUp' : 'lostByPlatform';

/** What Graph says of the leg after it was missed, other than that it is gone. */
function found(decision: Decision, fact: CallFact): void {
  const { state } = decision;
  if (state.name === 'ended' || state.isMissed !== true) return;
  const isThere =
    fact.type === 'legEstablished' ||
    fact.type === 'rosterSeen' ||
    (fact.type === 'legObserved' && fact.legState !== 'gone');
  if (isThere) decision.record({ type: 'legFound' });
}

/**
 * A leg that was given away is ours: the transfer has failed and nobody told us, or it had not begun when Graph was
 * asked. What is asked now is asked after the transfer, and its answer is believed.
 */
function maybeBack(decision: Decision, effectId: EffectId): void {
  if (decision.state.recheck === effectId) invitationFailed(decision, 'noAnswer');
  else doubt(decision);
}

/** The question has had its answer, or will have none: the next report of uncertain age raises a new one. */
function settleDoubt(decision: Decision, effectId: EffectId): void {
  const { state } = decision;
  if (state.name !== 'ended' && state.recheck === effectId) decision.record({ type: 'doubtSettled' });
}

const isTooLateToAnswer = ({ state, now }: Decision): boolean =>
  state.name === 'answering' && now >= state.arrivedAt + answerTime;

/** Whether a leg that is gone, nobody knows how, means that the others have each other. */
const isOutOfOurHands = (call: CallState): boolean =>
  call.name === 'handedOver' || isGivenAway(call) || isSentOn(call);

/** A leg that was sent on unanswered ends like any other when it is taken: only a hang-up has a code of its own. */
const hasThemElsewhere = (call: CallState, { outcome }: LegEnded): boolean =>
  call.name === 'handedOver' || (isSentOn(call) && outcome.code === 200 && outcome.subcode === 0);

function effectDone(decision: Decision, effectId: EffectId): void {
  const { state } = decision;
  const { sound } = state;
  if (sound.kind === 'hold' && sound.effectId === effectId && !sound.isOn) {
    decision.record({ type: 'soundChanged', sound: { ...sound, isOn: true } });
    return;
  }
  if (isRelease(decision, effectId)) return released(decision, effectId);
  if (state.name === 'answering' && state.effectId === effectId && isSentOn(state)) {
    endRecorded(decision, 'handedOver');
    return;
  }
  decision.ignore('Graph began what was asked');
}

/** On the direct bridge a call that the queue does not keep is redirected unanswered, while that is possible. */
const isSentOn = (call: CallState): boolean => call.name === 'answering' && call.isRedirected === true;

/** That somebody is on hold is known, or comes out by a request too many. */
function holdIsOn(decision: Decision): void {
  const { sound } = decision.state;
  if (sound.kind === 'hold' && !sound.isOn)
    decision.record({ type: 'soundChanged', sound: { ...sound, isOn: true } });
  else decision.ignore('the hold music is known to play');
}

function effectRefused(decision: Decision, fact: EffectRefused): void {
  const { state } = decision;
  const { effectId, problem } = fact;
  if (state.name === 'answering' && state.effectId === effectId) {
    answerRefused(decision, fact);
    return;
  }
  if (isGone(problem)) decision.ask({ type: 'observe' });
  else decision.ignore(`Graph refused: ${fact.message}`);
  const { sound } = state;
  if (openInvitation(state)?.effectId === effectId) {
    invitationRefused(decision, fact);
  } else if ((sound.kind === 'prompt' || sound.kind === 'hold') && sound.effectId === effectId) {
    if (isHeldAllTheSame(state, problem)) holdIsOn(decision);
    else soundFailed(decision, isInDoubt(problem));
  } else if (isRelease(decision, effectId)) {
    if (isInDoubt(problem)) releaseAgain(decision, effectId);
    else released(decision, effectId);
  }
  settleDoubt(decision, effectId);
}

/**
 * That there is nothing to answer may be a mistake as any: it is asked how the leg stands, and one that rings is answered.
 * A conflict, or no useful answer in time, may mean that an answer worked of which Graph's word was lost: it is asked
 * how the leg stands. Otherwise somebody rings still, or is in a leg in which nobody will ever speak: it ends. A call
 * that cannot be sent on is answered.
 */
function answerRefused(decision: Decision, { problem }: EffectRefused): void {
  const { state, now } = decision;
  if (isGone(problem)) {
    decision.ask({ type: 'observe' });
    decision.record({ type: 'legMissed', checkAt: now + beforeSecondLook, isRefused: true });
    return;
  }
  if (state.name === 'answering' && state.isRedirected === true) {
    answerAfterAll(decision);
    return;
  }
  if (problem === 'conflict' || isInDoubt(problem)) {
    decision.ask({ type: 'observe' });
    return;
  }
  decision.ask({ type: 'hangUp' });
  endRecorded(decision, 'notAnswered');
}

function answerAfterAll(decision: Decision): void {
  const { state, settings } = decision;
  if (state.name !== 'answering') return;
  const first = state.diversion === undefined ? settings.greeting : state.diversion.message;
  const prefetch = first === undefined ? [settings.music] : [first, settings.music];
  decision.record({ type: 'answerAsked', effectId: decision.ask({ type: 'answer', prefetch }) });
}

/**
 * An invitation that Graph never confirmed may ring all the same: it is withdrawn, and made anew as long as the person
 * is to ring.
 */
function invitationRefused(decision: Decision, { problem }: EffectRefused): void {
  if (isGivenAway(decision.state)) giveAwayRefused(decision, problem);
  else if (problem === 'uncertain') renewInvitation(decision);
  else if (problem === 'exhausted') withdrawInvitation(decision, 'failed');
  else invitationFailed(decision, 'failed');
}

/**
 * A transfer of which nobody knows what became shows in the leg: it is gone, or carries the caller still. A conflict
 * means that a transfer is under way, perhaps one that we believed to be over.
 */
function giveAwayRefused(decision: Decision, problem: EffectRefused['problem']): void {
  if (isInDoubt(problem) || problem === 'conflict') decision.ask({ type: 'observe' });
  else invitationFailed(decision, 'failed');
}

/** The contact for whom a caller waits has become free: they ring. */
function targetFreed(decision: Decision, personId: PersonId): void {
  const { state, settings } = decision;
  if (state.name !== 'camped' || state.target.id !== personId) {
    decision.ignore('the call is not camped on this contact');
    return;
  }
  const invitation = invite(decision, state.target, settings.transferRing);
  decision.record({ type: 'transferBegun', invitation });
}
