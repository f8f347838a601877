import { nextCheck } from './checking.ts';
import type { Decision } from './decision.ts';
import { leaveThemTogether } from './ending.ts';
import { withdrawInvitation } from './invitation.ts';
import { openInvitation } from './invite.ts';
import { keepAliveEvery } from './limits.ts';
import { promptEnded } from './prompt-ended.ts';
import { keepCompany, playMusic } from './sound.ts';
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
  } else if (state.name === 'handedOver' && state.settleUntil <= now && state.releases === undefined) {
    leaveThemTogether(decision);
  } else if (state.name === 'waiting') {
    waitOn(decision, state);
  } else if ((state.name === 'parked' || state.name === 'camped') && state.until <= now) {
    const target = state.name === 'camped' ? state.target : state.parkedFor;
    const whom = target === undefined ? {} : { target };
    decision.record({ type: 'callRecalled', recall: { ...whom, why: 'tooLong' } });
    keepCompany(decision);
  }
}

function sounds(decision: Decision): void {
  const { state, now } = decision;
  if (state.name === 'ended') return;
  if (state.sound.kind === 'prompt' && state.sound.endsBy <= now) promptEnded(decision, true);
  else if (state.sound.kind === 'silence' && state.sound.retryAt <= now) playMusic(decision);
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
