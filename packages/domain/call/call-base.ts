import type { Instant } from '@switchboard/kit/clock';
import type { CallId, EffectId, LegId, ParticipantId, PersonId, QueueId, TenantId } from '../ids.ts';
import type { Party } from '../party/party.ts';
import type { Bridge } from '../queue/queue.ts';
import type { MissReason } from './reasons.ts';
import type { Sound } from './sound-state.ts';

/** What is known of a call whatever its state. */
export interface CallBase {
  readonly tenantId: TenantId;
  readonly callId: CallId;
  readonly queueId: QueueId;
  /** The queues that it was in before, oldest first. An overflow never sends it back to one of them. */
  readonly formerQueues: readonly QueueId[];
  readonly bridge: Bridge;
  readonly rank: Rank;
  /** The leg that Graph knows now; ids that it had before are in `formerLegs`. */
  readonly leg: LegId;
  readonly formerLegs: readonly LegId[];
  readonly caller: Party;
  /** The caller's id in the roster, once known. */
  readonly callerParticipantId?: ParticipantId;
  readonly arrivedAt: Instant;
  readonly since: Instant;
  /** True once somebody was invited: the leg is a conference with a roster, and never a call between two again. */
  readonly isGroup: boolean;
  readonly rosterSequence: number;
  /** Everybody but our bot, as the last roster had it. */
  readonly members: readonly Member[];
  /** Whose part in this call is over: withdrawn invitations, operators who left. Turning up again, they are shown out. */
  readonly withdrawn: readonly Guest[];
  readonly sound: Sound;
  /** Whose hold music was to end, and Graph has not said yet that it has; absent when nobody's. */
  readonly releases?: readonly Release[];
  readonly keepAliveAt: Instant;
  /** When to ask Graph how the leg stands, unless it says something before. */
  readonly checkAt: Instant;
  /** Graph has said that it knows the leg no more, and has not said it twice. */
  readonly isMissed?: true;
  /** The question whose answer is believed when it says that somebody has left; asked after the roster known now. */
  readonly recheck?: EffectId;
  /** How many people the report showed that raised the doubt. */
  readonly recheckPresent?: number;
}

/** What decides whose turn it is, besides the time waited. */
export interface Rank {
  readonly isVip: boolean;
  /** The higher, the sooner. */
  readonly priority: number;
}

export interface Member {
  readonly participantId: ParticipantId;
  readonly party: Party;
  readonly isVoicemail: boolean;
}

/** The end of somebody's hold music, asked for with this effect. */
export interface Release {
  readonly effectId: EffectId;
  readonly participantId: ParticipantId;
}

/** Somebody who is or was asked into the leg. */
export interface Guest {
  /** Of an invitation: chosen by us; the roster may show another. */
  readonly participantId: ParticipantId;
  readonly party: Party;
  /** Of somebody withdrawn: the id is one that we chose, so whoever has it came by the invitation taken back. */
  readonly isInvitation?: true;
}

/** Somebody whom we ring into the leg. */
export interface Invitation extends Guest {
  readonly effectId: EffectId;
  readonly ringUntil: Instant;
  /** How many invitations of the same person before this one were withdrawn since nobody knew what became of them. */
  readonly renewals?: number;
}

/** Why a call is back from somebody who did not take it. */
export interface Recall {
  readonly target?: Party;
  readonly why: MissReason;
}

/** A caller's waiting in one queue; it goes on while an operator's Teams rings in vain. */
export interface Wait {
  readonly since: Instant;
  /** When the queue's overflow by waiting time acts. */
  readonly until?: Instant;
  /** When the position is announced next. */
  readonly announceAt?: Instant;
  /** True until the rules of the queue were asked whether it takes the call: after a move from another queue. */
  readonly isNew?: true;
  readonly refusals: readonly Refusal[];
}

/** An operator who did not take an offer of this call. */
export interface Refusal {
  readonly operatorId: PersonId;
  readonly times: number;
  readonly lastAt: Instant;
}
