import type { Instant } from '@switchboard/kit/clock';
import type { CallId, EffectId, LegId, ParticipantId, PersonId, QueueId, TenantId } from '../ids.ts';
import type { Party } from '../party/party.ts';
import type { Bridge, DivertReason } from '../queue/queue.ts';
import type { Invitation, Member, Rank, Recall, Release } from './call-base.ts';
import type { AfterMessage, Diversion } from './diversion.ts';
import type { EndReason, MissReason } from './reasons.ts';
import type { Sound } from './sound-state.ts';

/** What happened to a call. Events announce; folded in order they are the call's state. */
export type CallEvent = CallArrived | CallStep | CallBooks;

/** Events that lead to another state, or change what the state is about. */
export type CallStep =
  | { readonly type: 'greetingBegun' }
  /** The caller waits. */
  | { readonly type: 'callQueued' }
  | OperatorsOffered
  /** An operator let an offer pass; the call is offered to them no more. */
  | { readonly type: 'offerRefused'; readonly operatorId: PersonId; readonly why: 'declined' | 'noAnswer' }
  | OperatorRung
  /** The operator's Teams rang in vain; the caller waits again, ahead of the others. */
  | { readonly type: 'operatorMissed'; readonly why: MissReason }
  | { readonly type: 'operatorJoined'; readonly participantId: ParticipantId }
  | { readonly type: 'callHeld' }
  | { readonly type: 'callResumed' }
  | TransferBegun
  | { readonly type: 'transferReturned'; readonly why: MissReason }
  | { readonly type: 'transferTakenBack' }
  /** The operator left a transfer that rings; the target rings on. */
  | { readonly type: 'operatorLeft' }
  | CallHandedOver
  | { readonly type: 'callRecalled'; readonly recall: Recall }
  | { readonly type: 'consultBegun'; readonly invitation: Invitation }
  /** `party`: who answered, if it was somebody else than was asked. */
  | { readonly type: 'consultAnswered'; readonly participantId: ParticipantId; readonly party?: Party }
  | { readonly type: 'consultSwapped'; readonly held: 'caller' | 'target' }
  /** The colleague did not come; the caller is on hold with the operator. */
  | { readonly type: 'consultMissed'; readonly why: MissReason }
  /** The colleague is let go or has gone; operator and caller talk. */
  | { readonly type: 'consultEnded'; readonly by: 'operator' | 'target' }
  /** The operator leaves the caller to the colleague who still rings. */
  | { readonly type: 'consultReleased' }
  | { readonly type: 'callMerged' }
  | { readonly type: 'guestInvited'; readonly invitation: Invitation }
  | { readonly type: 'guestJoined'; readonly participantId: ParticipantId; readonly party?: Party }
  | { readonly type: 'guestMissed'; readonly why: MissReason }
  | { readonly type: 'guestLeft'; readonly participantId: ParticipantId; readonly by: 'operator' | 'guest' }
  /** Only caller and operator are left. */
  | { readonly type: 'mergeEnded' }
  | CallParked
  | CallCamped
  | MessageBegun
  | { readonly type: 'divertBegun'; readonly why: DivertReason; readonly invitation: Invitation }
  | { readonly type: 'divertMissed'; readonly why: MissReason }
  | CallMoved
  | { readonly type: 'callEnded'; readonly reason: EndReason };

/** Events that keep the books of whatever state the call is in. */
export type CallBooks =
  | SoundChanged
  | RosterRead
  /** A report of uncertain age says that somebody has left; the answer to this question decides. */
  | { readonly type: 'absenceDoubted'; readonly effectId: EffectId; readonly present?: number }
  | { readonly type: 'doubtSettled' }
  /**
   * Graph says that it knows the leg no more: it is asked once again before that is believed. `isRefused`: it said so to
   * our answer, or to a call's being sent on unanswered, which has not happened then.
   */
  | { readonly type: 'legMissed'; readonly checkAt: Instant; readonly isRefused?: true }
  /** The leg that was missed is there. */
  | { readonly type: 'legFound' }
  /** A handed-over call has settled: Graph is asked once more who is in it before we go, at `leaveBy` at the latest. */
  | { readonly type: 'lastLookTaken'; readonly effectId: EffectId; readonly leaveBy: Instant }
  | { readonly type: 'checkPlanned'; readonly checkAt: Instant }
  | { readonly type: 'keepAlivePlanned'; readonly keepAliveAt: Instant }
  | WaitPlanned
  /** Nobody knows what became of an invitation: it is withdrawn, and this one takes its place. */
  | { readonly type: 'invitationRenewed'; readonly invitation: Invitation }
  /** A call that could not be sent on unanswered is answered after all. */
  | { readonly type: 'answerAsked'; readonly effectId: EffectId }
  | { readonly type: 'callBackPromised'; readonly number: string }
  /** Which keys is nobody's business later: how many is told. */
  | { readonly type: 'tonesSent'; readonly count: number }
  | { readonly type: 'legRenamed'; readonly leg: LegId };

export interface CallArrived {
  readonly type: 'callArrived';
  readonly tenantId: TenantId;
  readonly callId: CallId;
  readonly queueId: QueueId;
  readonly bridge: Bridge;
  readonly rank: Rank;
  readonly leg: LegId;
  readonly caller: Party;
  readonly callerParticipantId?: ParticipantId;
  readonly effectId: EffectId;
  readonly diversion?: Diversion;
  readonly isRedirected?: true;
  readonly checkAt: Instant;
  readonly keepAliveAt: Instant;
}

/** The strategy offers a waiting call. It takes the place of an earlier offer. */
export interface OperatorsOffered {
  readonly type: 'operatorsOffered';
  readonly operatorIds: readonly PersonId[];
  readonly until: Instant;
}

/** `by`: how the operator came to the call. */
export interface OperatorRung {
  readonly type: 'operatorRung';
  readonly operatorId: PersonId;
  readonly invitation: Invitation;
  readonly by: 'accept' | 'retrieve' | 'takeOver';
}

export interface TransferBegun {
  readonly type: 'transferBegun';
  readonly invitation: Invitation;
  readonly toMailbox?: true;
}

export interface CallHandedOver {
  readonly type: 'callHandedOver';
  readonly participantId: ParticipantId;
  /** Who has the caller, if it is somebody else than was asked: a delegate, or a colleague who picked up. */
  readonly party?: Party;
  readonly settleUntil: Instant;
}

export interface CallParked {
  readonly type: 'callParked';
  readonly slot: number;
  readonly parkedFor?: Party;
  readonly until: Instant;
}

export interface CallCamped {
  readonly type: 'callCamped';
  readonly target: Extract<Party, { readonly kind: 'person' }>;
  readonly until: Instant;
}

export interface MessageBegun {
  readonly type: 'messageBegun';
  readonly why: DivertReason;
  readonly then: AfterMessage;
}

/** The call waits in another queue now; `by` the operator who moved it, else an overflow. */
export interface CallMoved {
  readonly type: 'callMoved';
  readonly queueId: QueueId;
  readonly why: DivertReason | 'moved';
}

export interface RosterRead {
  readonly type: 'rosterRead';
  readonly members: readonly Member[];
  readonly sequence: number;
  readonly callerParticipantId?: ParticipantId;
}

export interface SoundChanged {
  readonly type: 'soundChanged';
  readonly sound: Sound;
  /** Whose hold music is still to end; left out: as before. */
  readonly releases?: readonly Release[];
}

/** When the waiting is looked at next: overflow and announcements. The queue has taken the call. */
export interface WaitPlanned {
  readonly type: 'waitPlanned';
  /** How this queue ranks the call, where it does so otherwise than the one before. */
  readonly rank?: Rank;
  readonly until?: Instant;
  readonly announceAt?: Instant;
}
