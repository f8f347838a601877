import type { Instant } from '@switchboard/kit/clock';
import type { CallId, EffectId, LegId, ParticipantId, PersonId, QueueId, TenantId } from '../ids.ts';
import type { Party } from '../party/party.ts';
import type { EndReason, MissReason } from './reasons.ts';

/**
 * A call, from the first ring to its end.
 *
 * ```
 *             ┌────────────── (greeting over) ───────────────┐
 * answering ──┴─▶ greeting ──────────────────────────────▶ waiting ◀─────────────┐
 *     │                                                    │     ▲               │
 *     │                                            accept  ▼     │ missed        │ operator gone
 *     │                                                  connecting              │
 *     │                                                        │ operator joins  │
 *     │                                                        ▼                 │
 *     │                                          ┌──────▶ connected ─────────────┤
 *     │                                   resume │             │ hold            │
 *     │                                          └─────── held ◀─────────┐ ──────┤
 *     │                                                    │    came back│       │
 *     │                                           transfer ▼             │       │
 *     │                                               transferring ──────┴───────┘
 *     │                                                    │ target joins   ▲
 *     ▼                                                    ▼                │ target leaves at once
 *   ended ◀── (from every state, always with a reason) ── handedOver ───────┘
 * ```
 *
 * `incoming` is not a state: what to do with a new call is decided in the commit that records it.
 */
export type CallState =
  | Answering
  | Greeting
  | Waiting
  | Connecting
  | Connected
  | Held
  | Transferring
  | HandedOver
  | Ended;

/** What is known of a call whatever its state. */
export interface CallBase {
  readonly tenantId: TenantId;
  readonly callId: CallId;
  readonly queueId: QueueId;
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
  readonly keepAliveAt: Instant;
  /** When to ask Graph how the leg stands, unless it says something before. */
  readonly checkAt: Instant;
  /** The question whose answer is believed when it says that somebody has left; asked after the roster known now. */
  readonly recheck?: EffectId;
}

export interface Member {
  readonly participantId: ParticipantId;
  readonly party: Party;
  readonly isVoicemail: boolean;
}

/** Somebody who is or was asked into the leg. */
export interface Guest {
  /** Of an invitation: chosen by us; the roster may show another. */
  readonly participantId: ParticipantId;
  readonly party: Party;
}

/** Somebody whom we ring into the leg. */
export interface Invitation extends Guest {
  readonly effectId: EffectId;
}

/** What the caller hears from us. */
export type Sound =
  /** `stopping`: the end of hold music that Graph may not have carried out yet. */
  | { readonly kind: 'none'; readonly stopping?: EffectId }
  /** Played to the whole leg, once; `endsBy` is when it is certainly over. */
  | {
      readonly kind: 'prompt';
      readonly role: 'greeting' | 'music';
      readonly effectId: EffectId;
      readonly endsBy: Instant;
      /** How many attempts before this one failed in a row; absent when none did. */
      readonly failures?: number;
    }
  /** A prompt failed; the next attempt is at `retryAt`. */
  | { readonly kind: 'silence'; readonly retryAt: Instant; readonly failures: number }
  /** Hold music for the caller alone. `isOn`: Graph has said yes. */
  | { readonly kind: 'hold'; readonly effectId: EffectId; readonly isOn: boolean };

/** Why a call is back from somebody who did not take it. */
export interface Recall {
  readonly target?: Party;
  readonly why: MissReason;
}

/** Entered when a caller dials; our `answer` is on its way. Left when the leg carries sound, or ends. */
export interface Answering extends CallBase {
  readonly name: 'answering';
  readonly effectId: EffectId;
}

/** The greeting plays. Left when it ends. */
export interface Greeting extends CallBase {
  readonly name: 'greeting';
}

/** The caller hears music and may be taken by any operator of the queue. */
export interface Waiting extends CallBase {
  readonly name: 'waiting';
  /** Goes ahead of calls that wait longer: it has been with somebody before. */
  readonly isFront: boolean;
  readonly missed?: { readonly operatorId: PersonId; readonly why: MissReason };
  readonly recall?: Recall;
}

/** An operator has taken the call and their Teams rings; the caller still hears music. */
export interface Connecting extends CallBase {
  readonly name: 'connecting';
  readonly operatorId: PersonId;
  readonly invitation: Invitation;
  readonly ringUntil: Instant;
  readonly isFront: boolean;
  readonly recall?: Recall;
}

/** Caller and operator talk. */
export interface Connected extends CallBase {
  readonly name: 'connected';
  readonly operatorId: PersonId;
  readonly operatorParticipantId: ParticipantId;
}

/** The caller hears hold music, the operator is in the leg. `recall` says why, when the call came back. */
export interface Held extends CallBase {
  readonly name: 'held';
  readonly operatorId: PersonId;
  readonly operatorParticipantId: ParticipantId;
  readonly recall?: Recall;
}

/** The caller hears hold music, the target rings, the operator waits for it or has gone. */
export interface Transferring extends CallBase {
  readonly name: 'transferring';
  readonly operatorId: PersonId;
  /** Absent once the operator has left the leg. */
  readonly operatorParticipantId?: ParticipantId;
  readonly invitation: Invitation;
  readonly ringUntil: Instant;
}

/** Caller and target talk; we stay until it is certain that the target has taken the call. */
export interface HandedOver extends CallBase {
  readonly name: 'handedOver';
  readonly operatorId: PersonId;
  readonly target: Party;
  readonly targetParticipantId: ParticipantId;
  readonly settleUntil: Instant;
}

/** Over. Nothing more is decided about it. */
export interface Ended extends CallBase {
  readonly name: 'ended';
  readonly reason: EndReason;
  readonly operatorId?: PersonId;
  readonly target?: Party;
}
