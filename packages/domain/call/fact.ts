import type { EffectId, InstanceId, LegId, ParticipantId, PersonId, TenantId } from '../ids.ts';
import type { Party } from '../party/party.ts';

/**
 * What became known about a call. Facts are in our words, validated, and may come late, twice, out of order or
 * never; each names the leg it is about.
 */
export type CallFact =
  | LegEstablished
  | LegEnded
  | OperationEnded
  | RosterSeen
  | LegObserved
  | EffectDone
  | EffectRefused
  | TimePassed
  | QueueTurned
  | TargetFreed
  | DoubtRaised;

/** A caller dials a queue. It starts a call, so it is not one of the facts about a call. */
export interface CallIncoming {
  readonly type: 'callIncoming';
  readonly tenantId: TenantId;
  readonly leg: LegId;
  readonly instanceId: InstanceId;
  readonly caller: Party;
  /** The caller's id in the roster-to-be, when the notification says it (`incomingContext`). */
  readonly callerParticipantId?: ParticipantId;
  /** Who handed this call to the queue, if somebody did. */
  readonly transferredBy?: Party;
  /** Ties the legs of one conversation together in call records. */
  readonly chainId?: string;
}

/** Our leg carries sound now. */
export interface LegEstablished {
  readonly type: 'legEstablished';
  readonly leg: LegId;
}

/** Our leg is gone; nothing can be done with it any more. */
export interface LegEnded {
  readonly type: 'legEnded';
  readonly leg: LegId;
  readonly outcome: Outcome;
}

/** A prompt, an invitation or a hold came to its end. */
export interface OperationEnded {
  readonly type: 'operationEnded';
  readonly leg: LegId;
  readonly operationId: string;
  /** The effect that began it (`clientContext`), when Graph says so. */
  readonly effectId?: EffectId;
  readonly completed: boolean;
  readonly outcome: Outcome;
}

/** Who is in the leg, said by a notification. */
export interface RosterSeen {
  readonly type: 'rosterSeen';
  readonly leg: LegId;
  readonly members: readonly RosterMember[];
  /** False: the whole roster. True: only who changed (`isDeltaRosterEnabled`). */
  readonly partial: boolean;
  /** Rises with each roster of a leg; an older one is stale. */
  readonly sequence?: number;
}

/** What Graph says when asked about the leg (`GET call`, `GET participants`). */
export interface LegObserved {
  readonly type: 'legObserved';
  readonly leg: LegId;
  readonly effectId: EffectId;
  readonly legState: 'incoming' | 'establishing' | 'established' | 'gone' | 'other';
  /** The whole roster; absent while the leg is a call between two, which has none. */
  readonly members?: readonly RosterMember[];
}

/** Graph accepted what we asked. For a prompt, an invitation or a hold this is the beginning, not the end. */
export interface EffectDone {
  readonly type: 'effectDone';
  readonly effectId: EffectId;
  readonly operationId?: string;
}

/** Graph refused what we asked, or the retries are used up. */
export interface EffectRefused {
  readonly type: 'effectRefused';
  readonly effectId: EffectId;
  readonly problem: EffectProblem;
  readonly message: string;
}

/** One of the call's deadlines may be over. */
export interface TimePassed {
  readonly type: 'timePassed';
}

/** The queue has opened or closed, is in an emergency, or nobody is there any more: a waiting call is looked at. */
export interface QueueTurned {
  readonly type: 'queueTurned';
}

/** The presence of a contact whom a call is camped on is free. */
export interface TargetFreed {
  readonly type: 'targetFreed';
  readonly personId: PersonId;
}

/** Something may have been missed (a server died, a connection broke): ask Graph how the leg stands. */
export interface DoubtRaised {
  readonly type: 'doubtRaised';
}

/**
 * Why an effect is refused for good:
 * `gone` the leg, participant or operation does not exist any more; `forbidden` a permission or tenant setting is
 * missing; `invalid` Graph does not accept the request; `conflict` it does not fit the leg's state;
 * `exhausted` Graph did not answer usefully in the time that the effect has;
 * `uncertain` it may have been done, and nothing of it is to be seen: somebody may ring.
 */
export type EffectProblem = 'gone' | 'forbidden' | 'invalid' | 'conflict' | 'exhausted' | 'uncertain';

/** Graph's `resultInfo`. Zeroes when Graph gave none. */
export interface Outcome {
  readonly code: number;
  readonly subcode: number;
  readonly message: string;
}

export interface RosterMember {
  readonly participantId: ParticipantId;
  readonly party: Party;
  /** True: Graph says that this participant has left (partial rosters). */
  readonly removed: boolean;
  /** A mailbox, not a person, has picked up. */
  readonly isVoicemail: boolean;
  readonly isInLobby: boolean;
}
