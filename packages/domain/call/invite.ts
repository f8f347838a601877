import type { Party } from '../party/party.ts';
import type { Invitation } from './call-base.ts';
import type { CallState } from './call-state.ts';
import type { Decision } from './decision.ts';

/** Rings somebody into the leg for so many milliseconds. */
export function invite(decision: Decision, party: Party, ringFor: number, toMailbox?: true): Invitation {
  const participantId = decision.newParticipantId();
  const where = toMailbox === undefined ? {} : { toMailbox };
  const effectId = decision.ask({ type: 'invite', party, participantId, ...where });
  return { effectId, participantId, party, ringUntil: decision.now + ringFor };
}

/** The invitation that rings, if one does. */
export function openInvitation(call: CallState): Invitation | undefined {
  if (!('invitation' in call)) return undefined;
  const isAnswered = call.name === 'consulting' && call.targetParticipantId !== undefined;
  return isAnswered ? undefined : call.invitation;
}

/** Asks for the end of the ringing. What the direct bridge has given away cannot be taken back. */
export function takeBackInvitation(decision: Decision): void {
  const { state } = decision;
  const invitation = openInvitation(state);
  if (invitation === undefined || isGivenAway(state)) return;
  decision.ask({ type: 'removeParticipant', participantId: invitation.participantId });
}

export const isGivenAway = (call: CallState): boolean =>
  call.name === 'connecting' && call.bridge === 'direct' && !call.isGroup;
