import type { Instant } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { type EffectId, effectId, type ParticipantId, type PersonId, participantId } from '../ids.ts';
import type { Queue } from '../queue/queue.ts';
import type { QueueSituation } from '../queue/situation.ts';
import type { CallState } from './call-state.ts';
import { nextDeadline } from './deadlines.ts';
import type { CallEffect } from './effect.ts';
import type { CallArrived, CallEvent } from './event.ts';
import { evolve } from './evolve.ts';

/** What a decision may know besides the call. */
export interface CallContext {
  readonly queue: Queue;
  readonly newId: IdSource;
  /** Whether the operator's console is connected, or was a moment ago. */
  isOperatorHere(operatorId: PersonId): boolean;
  /** How the queue stands; known when a call comes in, when time passes and when the queue has turned. */
  readonly situation?: QueueSituation;
  /** Slots of the tenant in which a call is parked; known for the command to park. */
  readonly takenSlots?: ReadonlySet<number>;
}

/** What was decided. `ignored` says why an input without any consequence has none. */
export interface Decided {
  readonly state: CallState;
  readonly events: readonly CallEvent[];
  readonly effects: readonly CallEffect[];
  /** When the call must be looked at again. */
  readonly nextDue: Instant | undefined;
  readonly ignored?: string;
}

type Asked = CallEffect extends infer E
  ? E extends CallEffect
    ? Omit<E, 'effectId' | 'leg'>
    : never
  : never;

/** A decision in the making: it records events and sees the call as they leave it. Lives for one `decide` only. */
export class Decision<State extends CallState = CallState> {
  readonly now: Instant;
  readonly context: CallContext;
  readonly #events: CallEvent[] = [];
  readonly #effects: CallEffect[] = [];
  #state: CallState;
  #ignored: string | undefined;

  constructor(state: State, context: CallContext, now: Instant) {
    this.#state = state;
    this.context = context;
    this.now = now;
  }

  /** The decision on a call that begins with this event. */
  static begin(state: CallState, event: CallArrived, context: CallContext, now: Instant): Decision {
    const decision = new Decision(state, context, now);
    decision.#events.push(event);
    return decision;
  }

  get state(): CallState {
    return this.#state;
  }

  get settings(): Queue['settings'] {
    return this.context.queue.settings;
  }

  record(event: CallEvent): void {
    this.#state = evolve(this.#state, event, this.now);
    this.#events.push(event);
  }

  /** Asks something of Graph; the id is how its answer finds back. */
  ask(asked: Asked, id: EffectId = this.newEffectId()): EffectId {
    this.#effects.push({ ...asked, effectId: id, leg: this.#state.leg } as CallEffect);
    return id;
  }

  /** Whether somebody's leaving is asked for by this decision already. */
  isShownOut(participantId: ParticipantId): boolean {
    return this.#effects.some((e) => e.type === 'removeParticipant' && e.participantId === participantId);
  }

  newEffectId(): EffectId {
    return effectId(this.context.newId());
  }

  newParticipantId(): ParticipantId {
    return participantId(this.context.newId());
  }

  ignore(reason: string): void {
    this.#ignored = reason;
  }

  finish(): Decided {
    const ignored = this.#events.length === 0 && this.#effects.length === 0 ? this.#ignored : undefined;
    const nextDue = nextDeadline(this.#state);
    const decided = { state: this.#state, events: this.#events, effects: this.#effects, nextDue };
    return ignored === undefined ? decided : { ...decided, ignored };
  }
}
