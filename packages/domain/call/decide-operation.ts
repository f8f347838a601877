import type { CallState } from './call-state.ts';
import type { Decision } from './decision.ts';
import { doubt } from './doubt.ts';
import type { OperationEnded } from './fact.ts';
import { invitationFailed } from './invitation.ts';
import { isGivenAway, openInvitation } from './invite.ts';
import { promptEnded, soundFailed } from './prompt-ended.ts';
import { missReasonOf } from './reasons.ts';

/** How soon to look at the roster when an invitation is said to have succeeded and nobody has come yet. */
const rosterPatience = 2_000;

/** A prompt, a hold or an invitation came to its end. Which one, says the effect that began it. */
export function decideOperation(decision: Decision, fact: OperationEnded): void {
  const { state, now } = decision;
  if (isInvitation(state, fact)) {
    if (mayBeOfEarlier(state, fact)) doubt(decision);
    else if (isCancelled(fact)) decision.ignore('the invitation was cancelled by us, to be made anew');
    else if (!fact.completed) invitationFailed(decision, missReasonOf(fact.outcome));
    else decision.record({ type: 'checkPlanned', checkAt: Math.min(state.checkAt, now + rosterPatience) });
    return;
  }
  const { sound } = state;
  if (sound.kind === 'prompt' && sound.effectId === fact.effectId) {
    promptEnded(decision, fact.completed);
    return;
  }
  if (sound.kind === 'hold' && sound.effectId === fact.effectId) {
    if (!fact.completed) soundFailed(decision, false);
    else if (!sound.isOn) decision.record({ type: 'soundChanged', sound: { ...sound, isOn: true } });
    else decision.ignore('the hold music is known to play');
    return;
  }
  decision.ignore('nothing of the call hangs on this operation any more');
}

/**
 * The end of a transfer does not say of which. Where one has failed before it may be that one's, told late: Graph is
 * asked whether the leg is ours again.
 */
const mayBeOfEarlier = (state: CallState, { effectId }: OperationEnded): boolean =>
  effectId === undefined && state.name === 'connecting' && state.wait.refusals.length > 0;

/**
 * An invitation that fails as cancelled was withdrawn by ourselves: one whose outcome was in doubt, so that it can be
 * made again without two that ring (400/8508, call-cancelMediaProcessing page). If it is not, the ring time ends it.
 */
const isCancelled = ({ completed, outcome }: OperationEnded): boolean =>
  !completed && outcome.code === 400 && outcome.subcode === 8508;

const isInvitation = (state: CallState, fact: OperationEnded): boolean =>
  fact.effectId === undefined
    ? fact.operationId === 'transfer' && isGivenAway(state)
    : openInvitation(state)?.effectId === fact.effectId;
