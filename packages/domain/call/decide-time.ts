import { nextCheck } from './checking.ts';
import type { Decision } from './decision.ts';
import { leaveThemTogether } from './ending.ts';
import { withdrawInvitation } from './invitation.ts';
import { openInvitation } from './invite.ts';
import { keepAliveEvery, longestLastLook } from './limits.ts';
import { promptEnded, silenceEnded } from './prompt-ended.ts';
import { keepCompany } from './sound.ts';
import type { HandedOver } from './states/handed-over.ts';
import { waitOn } from './waiting-line.ts';

/** Acts on every deadline of the call that is over. */
export function decideTime(decision: Decision): void {
  steps(decision);
  const { state } = decision;
  // By one of those steps it may have come to wait.
  if (state.name === 'waiting' && state.wait.isNew === true) waitOn(decision, state);
  sounds(decision);
  questions(decision);
  decision.ignore('no deadline is over');
}

function steps(decision: Decision): void {
  const { state, now } = decision;
  const invitation = openInvitation(state);
  if (invitation !== undefined && invitation.ringUntil <= now) {
    withdrawInvitation(decision, 'noAnswer');
  } else if (state.name === 'handedOver' && state.releases === undefined) {
    leaveInTime(decision, state);
  } else if (state.name === 'waiting') {
    waitOn(decision, state);
  } else if ((state.name === 'parked' || state.name === 'camped') && state.until <= now) {
    const target = state.name === 'camped' ? state.target : state.parkedFor;
    const whom = target === undefined ? {} : { target };
    decision.record({ type: 'callRecalled', recall: { ...whom, why: 'tooLong' } });
    keepCompany(decision);
  }
}

/**
 * That the target has left again may have got lost, and a caller whom we leave alone is lost: first Graph is asked once
 * more. Where the answer has them gone the call comes back, else we go.
 */
function leaveInTime(decision: Decision, { settleUntil, leaveBy }: HandedOver): void {
  const { now } = decision;
  if (leaveBy !== undefined && leaveBy <= now) return leaveThemTogether(decision);
  if (leaveBy !== undefined || settleUntil > now) return;
  const effectId = decision.ask({ type: 'observe' });
  decision.record({ type: 'lastLookTaken', effectId, leaveBy: now + longestLastLook });
}

function sounds(decision: Decision): void {
  const { state, now } = decision;
  if (state.name === 'ended') return;
  if (state.sound.kind === 'prompt' && state.sound.endsBy <= now) promptEnded(decision, true);
  else if (state.sound.kind === 'silence' && state.sound.retryAt <= now) silenceEnded(decision);
}

function questions(decision: Decision): void {
  const { state, now } = decision;
  if (state.name === 'ended') return;
  if (state.checkAt <= now) {
    decision.ask({ type: 'observe' });
    decision.record({ type: 'checkPlanned', checkAt: nextCheck(decision) });
  }
  if (state.keepAliveAt <= now) {
    decision.ask({ type: 'keepAlive' });
    decision.record({ type: 'keepAlivePlanned', keepAliveAt: now + keepAliveEvery });
  }
}
