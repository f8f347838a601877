import type { Instant } from '@switchboard/kit/clock';
import type { ParticipantId, PersonId, QueueId } from '../ids.ts';
import type { Party } from '../party/party.ts';
import type { Tone } from './effect.ts';

/** Somebody whom a call can be put through to. */
export type Target = Extract<Party, { readonly kind: 'person' | 'number' }>;
type PersonParty = Extract<Party, { readonly kind: 'person' }>;

/** What an operator asks of a call. */
export type CallCommand =
  /** Takes a waiting call, or one that is offered. */
  | By<'accept'>
  /** Leaves an offered call to the next operator. */
  | By<'decline'>
  | By<'hold'>
  | By<'resume'>
  /**
   * Safe transfer. `leave`: the operator is out at once, and a call that comes back goes to the queue's front.
   * `toMailbox`: to the colleague's voicemail.
   */
  | (By<'transfer'> & { readonly target: Target; readonly leave?: true; readonly toMailbox?: true })
  /** Ends the ringing of a transfer or of a consultation; the caller stays with the operator. */
  | By<'takeBack'>
  /** The operator goes and leaves the others to each other, or the caller to the target that rings. */
  | By<'leave'>
  | (By<'consult'> & { readonly target: Target })
  /** The colleague asked takes the caller; the operator is out. */
  | By<'complete'>
  | By<'merge'>
  | By<'swap'>
  /** The colleague asked is let go; operator and caller talk. */
  | By<'back'>
  | (By<'add'> & { readonly target: Target })
  | (By<'drop'> & { readonly participantId: ParticipantId })
  /** `slot`: this one; else the lowest that is free. */
  | (By<'park'> & { readonly slot?: number; readonly forPerson?: PersonParty })
  | (By<'camp'> & { readonly target: PersonParty })
  /** Takes a parked or camped call out. */
  | By<'retrieve'>
  /** Takes a call over from an operator who has it on hold, gives it out, or is gone. */
  | By<'takeOver'>
  | (By<'moveToQueue'> & { readonly queueId: QueueId })
  | (By<'sendTones'> & { readonly tones: readonly Tone[] })
  | By<'hangUp'>;

interface By<Type extends string> {
  readonly type: Type;
  readonly operatorId: PersonId;
}

/** What the queue itself asks of a waiting call: its strategy has found whom to offer it to. */
export interface OfferCommand {
  readonly type: 'offer';
  readonly operatorIds: readonly PersonId[];
  readonly until: Instant;
}

/** Why a command has no place in the call as it is. */
export type CallRefusal =
  | { readonly code: 'callGone' }
  | { readonly code: 'callTaken'; readonly by: PersonId }
  | { readonly code: 'notYourCall'; readonly by: PersonId }
  | { readonly code: 'notNow'; readonly state: string }
  | { readonly code: 'targetIsYou' }
  /** The target is the caller, or is in the call already. */
  | { readonly code: 'targetIsThere' }
  /** The call is offered to others. */
  | { readonly code: 'notOffered' }
  | { readonly code: 'slotTaken' }
  | { readonly code: 'noSlotFree' }
  | { readonly code: 'sameQueue' };
