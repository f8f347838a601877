import type { Instant } from '@switchboard/kit/clock';
import type { CallId, EffectId, LegId, ParticipantId, PersonId, QueueId, TenantId } from '../ids.ts';
import type { Party } from '../party/party.ts';
import type { Invitation, Member, Recall, Sound } from './call-state.ts';
import type { EndReason, MissReason } from './reasons.ts';

/** What happened to a call. Events announce; folded in order they are the call's state. */
export type CallEvent =
  | CallArrived
  | { readonly type: 'greetingBegun' }
  | CallQueued
  | OperatorRung
  | OperatorMissed
  | { readonly type: 'operatorJoined'; readonly participantId: ParticipantId }
  | { readonly type: 'callHeld' }
  | { readonly type: 'callResumed' }
  | TransferBegun
  | { readonly type: 'transferReturned'; readonly why: MissReason }
  | { readonly type: 'transferTakenBack' }
  | { readonly type: 'operatorLeft' }
  | { readonly type: 'callHandedOver'; readonly participantId: ParticipantId; readonly settleUntil: Instant }
  | { readonly type: 'callRecalled'; readonly recall: Recall }
  | { readonly type: 'soundChanged'; readonly sound: Sound }
  | RosterRead
  /** A report of uncertain age says that somebody has left; the answer to this question decides. */
  | { readonly type: 'absenceDoubted'; readonly effectId: EffectId }
  | { readonly type: 'doubtSettled' }
  | { readonly type: 'checkPlanned'; readonly checkAt: Instant }
  | { readonly type: 'keepAlivePlanned'; readonly keepAliveAt: Instant }
  | { readonly type: 'legRenamed'; readonly leg: LegId }
  | { readonly type: 'callEnded'; readonly reason: EndReason };

export interface CallArrived {
  readonly type: 'callArrived';
  readonly tenantId: TenantId;
  readonly callId: CallId;
  readonly queueId: QueueId;
  readonly leg: LegId;
  readonly caller: Party;
  readonly callerParticipantId?: ParticipantId;
  readonly effectId: EffectId;
  readonly checkAt: Instant;
  readonly keepAliveAt: Instant;
}

/** The caller waits. */
export interface CallQueued {
  readonly type: 'callQueued';
}

export interface OperatorRung {
  readonly type: 'operatorRung';
  readonly operatorId: PersonId;
  readonly invitation: Invitation;
  readonly ringUntil: Instant;
}

/** The operator's Teams rang in vain; the caller waits again, ahead of the others. */
export interface OperatorMissed {
  readonly type: 'operatorMissed';
  readonly why: MissReason;
}

export interface TransferBegun {
  readonly type: 'transferBegun';
  readonly invitation: Invitation;
  readonly ringUntil: Instant;
}

export interface RosterRead {
  readonly type: 'rosterRead';
  readonly members: readonly Member[];
  readonly sequence: number;
  readonly callerParticipantId?: ParticipantId;
}
