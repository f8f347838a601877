import { unreachable } from '@switchboard/kit/assert';
import { decideOperation } from './decide-operation.ts';
import { decideRoster } from './decide-roster.ts';
import { decideTime } from './decide-time.ts';
import type { Decision } from './decision.ts';
import { endRecorded } from './ending.ts';
import type { CallFact, EffectRefused, LegObserved } from './fact.ts';
import { invitationFailed } from './invitation.ts';
import { endReasonOf } from './reasons.ts';
import { keepCompany, playGreeting, playMusic, retryMusic } from './sound.ts';

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
  takeIn(decision, fact);
  planCheck(decision, fact);
}

function takeIn(decision: Decision, fact: CallFact): void {
  switch (fact.type) {
    case 'legEstablished':
      established(decision);
      return;
    case 'legEnded':
      endRecorded(decision, decision.state.name === 'handedOver' ? 'handedOver' : endReasonOf(fact.outcome));
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
    case 'doubtRaised':
      decision.ask({ type: 'observe' });
      return;
    default:
      unreachable(fact);
  }
}

/** What Graph said of itself puts the next question to it off; our own answers and the passing of time do not. */
function planCheck(decision: Decision, fact: CallFact): void {
  const { state, now, settings } = decision;
  if (state.name === 'ended') return;
  const isNews = fact.type === 'legEstablished' || fact.type === 'rosterSeen' || fact.type === 'legObserved';
  if (isNews && state.checkAt < now + settings.check / 2) {
    decision.record({ type: 'checkPlanned', checkAt: now + settings.check });
  }
}

function established(decision: Decision): void {
  const { state, settings } = decision;
  if (state.name !== 'answering') {
    decision.ignore('the leg was established before');
    return;
  }
  if (settings.greeting === undefined) {
    decision.record({ type: 'callQueued' });
    playMusic(decision);
    return;
  }
  decision.record({ type: 'greetingBegun' });
  playGreeting(decision, settings.greeting);
}

function observed(decision: Decision, fact: LegObserved): void {
  switch (fact.legState) {
    case 'gone':
      endRecorded(decision, decision.state.name === 'handedOver' ? 'handedOver' : 'lostByPlatform');
      return;
    case 'established':
      if (decision.state.name === 'answering') established(decision);
      break;
    case 'incoming':
    case 'establishing':
    case 'other':
      break;
    default:
      unreachable(fact.legState);
  }
  if (fact.members !== undefined) decideRoster(decision, { members: fact.members, partial: false });
}

function effectDone(decision: Decision, effectId: string): void {
  const { sound } = decision.state;
  if (sound.kind === 'hold' && sound.effectId === effectId && !sound.isOn) {
    decision.record({ type: 'soundChanged', sound: { ...sound, isOn: true } });
    return;
  }
  decision.ignore('Graph began what was asked');
}

function effectRefused(decision: Decision, fact: EffectRefused): void {
  const { state } = decision;
  if (state.name === 'answering' && state.effectId === fact.effectId) {
    endRecorded(decision, fact.problem === 'gone' ? 'callerHungUp' : 'notAnswered');
    return;
  }
  if (
    (state.name === 'connecting' || state.name === 'transferring') &&
    state.invitation.effectId === fact.effectId
  ) {
    invitationFailed(decision, 'failed');
    return;
  }
  const { sound } = state;
  if ((sound.kind === 'prompt' || sound.kind === 'hold') && sound.effectId === fact.effectId) {
    soundRefused(decision);
    return;
  }
  if (fact.problem === 'gone') decision.ask({ type: 'observe' });
  else decision.ignore(`Graph refused: ${fact.message}`);
}

/** Hold music that cannot be had is replaced by music for all where nobody talks, and by the operator where one is. */
function soundRefused(decision: Decision): void {
  const { state } = decision;
  if (state.sound.kind === 'prompt') {
    retryMusic(decision);
    return;
  }
  decision.record({ type: 'soundChanged', sound: { kind: 'none' } });
  if (state.name === 'held' && state.recall === undefined) decision.record({ type: 'callResumed' });
  else keepCompany(decision);
}
