import type { CallState } from '@switchboard/domain/call/call-state';
import type { CallContext } from '@switchboard/domain/call/decision';
import type { CallId, PersonId } from '@switchboard/domain/ids';
import type { QueueOperator, WaitingCall } from '@switchboard/domain/queue/distribute';
import type { Queue } from '@switchboard/domain/queue/queue';
import type { QueueSituation } from '@switchboard/domain/queue/situation';
import type { Instant } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import type { KeptCall } from './kept-call.ts';

/** An operator's console, as far as rules ask for it. */
export interface MemoryOperator {
  isHere: boolean;
  lastOfferedAt?: Instant;
  idleSince: Instant;
}

/** What decisions may know besides the call: how the queues stand, who is there, and who has a call. */
export class MemoryDesk {
  /** Operators with an open console. */
  readonly operators = new Map<PersonId, MemoryOperator>();
  readonly #parts: {
    readonly calls: ReadonlyMap<CallId, KeptCall>;
    readonly queues: () => readonly Queue[];
    readonly newId: IdSource;
  };

  constructor(parts: {
    calls: ReadonlyMap<CallId, KeptCall>;
    queues: () => readonly Queue[];
    newId: IdSource;
  }) {
    this.#parts = parts;
  }

  live(): readonly KeptCall[] {
    const live: KeptCall[] = [];
    for (const call of this.#parts.calls.values()) if (call.state.name !== 'ended') live.push(call);
    return live;
  }

  contextOf(state: CallState): CallContext {
    const queues = this.#parts.queues();
    const queue = queues.find(({ queueId }) => queueId === state.queueId) ?? queues[0];
    if (queue === undefined) throw new Error('a world without queues');
    return this.contextIn(queue, state.callId);
  }

  contextIn(queue: Queue, of: CallId | undefined): CallContext {
    const takenSlots = new Set(
      this.live().flatMap(({ state }) => (state.name === 'parked' ? [state.slot] : [])),
    );
    return {
      queue,
      newId: this.#parts.newId,
      isOperatorHere: (id) => this.operators.get(id)?.isHere === true,
      situation: this.#situation(queue, of),
      takenSlots,
    };
  }

  waitingIn({ queueId }: Queue): readonly WaitingCall[] {
    const waiting: WaitingCall[] = [];
    for (const { state } of this.#parts.calls.values()) {
      if (state.name !== 'waiting' || state.queueId !== queueId) continue;
      waiting.push({
        callId: state.callId,
        isFront: state.isFront,
        isVip: state.rank.isVip,
        priority: state.rank.priority,
        arrivedAt: state.arrivedAt,
        refusedBy: state.wait.refusals,
        ...(state.offer === undefined ? {} : { offer: state.offer }),
      });
    }
    return waiting;
  }

  /** Whoever has a call is not offered another. */
  queueOperators(): readonly QueueOperator[] {
    const busy = new Set(this.live().flatMap(({ state }) => operatorWith(state) ?? []));
    return [...this.operators].map(([operatorId, { isHere, idleSince, lastOfferedAt }], rank) => ({
      operatorId,
      isAvailable: isHere && !busy.has(operatorId),
      idleSince,
      rank,
      ...(lastOfferedAt === undefined ? {} : { lastOfferedAt }),
    }));
  }

  #situation({ queueId, switches }: Queue, of: CallId | undefined): QueueSituation {
    const waiting = this.live().filter(
      ({ state }) => state.name === 'waiting' && state.queueId === queueId && state.callId !== of,
    ).length;
    const operatorsAtWork = [...this.operators.values()].filter(({ isHere }) => isHere).length;
    const closed = switches.mode === 'night' ? 'closed' : 'open';
    return { state: switches.isEmergency ? 'emergency' : closed, waiting, operatorsAtWork, position: 1 };
  }
}

/** The operator who has this call, and is kept away from others by it. */
export const operatorWith = (state: CallState): PersonId | undefined =>
  'operatorId' in state && state.name !== 'handedOver' && state.name !== 'ended'
    ? state.operatorId
    : undefined;
