import type { Member } from './call-base.ts';
import type { Decision } from './decision.ts';
import { divertFailed } from './divert.ts';
import { invite, isGivenAway, openInvitation, takeBackInvitation } from './invite.ts';
import { mostRenewals } from './limits.ts';
import type { MissReason } from './reasons.ts';
import { keepCompany, noSound } from './sound.ts';

/** Whoever was rung is not coming, and does not ring any more. */
export function invitationFailed(decision: Decision, why: MissReason): void {
  const { state } = decision;
  switch (state.name) {
    case 'connecting':
      // Prompts end when a call is given away.
      if (isGivenAway(state)) noSound(decision);
      decision.record({ type: 'operatorMissed', why });
      break;
    case 'transferring':
      decision.record({ type: 'transferReturned', why });
      break;
    case 'consulting':
      decision.record({ type: 'consultMissed', why });
      break;
    case 'merged':
      decision.record({ type: 'guestMissed', why });
      endMergeIfOver(decision);
      return;
    case 'diverting':
      divertFailed(decision, why);
      return;
    default:
      return;
  }
  keepCompany(decision);
}

/** A merged call in which nobody else is, or rings, is an ordinary one again. */
export function endMergeIfOver(decision: Decision): void {
  const { state } = decision;
  if (state.name !== 'merged' || state.guests.length > 0 || state.invitation !== undefined) return;
  decision.record({ type: 'mergeEnded' });
}

/** Somebody picked up who is not to have the caller. */
export function turnAway(decision: Decision, { participantId }: Member): void {
  withdrawInvitation(decision, 'noAnswer');
  if (!decision.isShownOut(participantId)) decision.ask({ type: 'removeParticipant', participantId });
}

/** Whoever was rung has had their time: the ringing ends. */
export function withdrawInvitation(decision: Decision, why: MissReason): void {
  takeBackInvitation(decision);
  if (openInvitation(decision.state) !== undefined) invitationFailed(decision, why);
}

/**
 * Nobody knows what became of an invitation: perhaps it rings. It is withdrawn and made anew under another id, so that
 * an answer to the old one is not taken for one to the new.
 */
export function renewInvitation(decision: Decision): void {
  const { state, now } = decision;
  const invitation = openInvitation(state);
  if (invitation === undefined) return;
  const renewals = (invitation.renewals ?? 0) + 1;
  if (renewals > mostRenewals || invitation.ringUntil <= now) return withdrawInvitation(decision, 'failed');
  takeBackInvitation(decision);
  const toMailbox = state.name === 'transferring' ? state.toMailbox : undefined;
  const again = invite(decision, invitation.party, invitation.ringUntil - now, toMailbox);
  decision.record({ type: 'invitationRenewed', invitation: { ...again, renewals } });
}
