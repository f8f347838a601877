import type { Clock, Instant } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { Queue } from './contoso.ts';
import type { Conversation, Party } from './conversation.ts';
import type { Exchange } from './exchange.ts';
import type { WorldLog } from './world-log.ts';

/** A telephone outside the tenant that is, or was, in a call with it. */
export interface OutsideLine {
  readonly id: string;
  /** E.164 */
  readonly number: string;
  readonly name: string | null;
  /** The number it dialled, or null when it was called. */
  readonly dialled: string | null;
  readonly startedAt: Instant;
  endedAt: Instant | undefined;
  /** Why it ended: `hung up`, `not answered`, … */
  endReason: string | undefined;
  /** Tones that an application sent into the call. */
  readonly tones: string[];
}

/**
 * `incoming`, `established`: the application never hears of the call, which is ringing, or even answered in its name.
 * Such a call lives at the platform alone.
 */
export type Unannounced = 'incoming' | 'established';

/** What a telephone announces to the platform: a call to a queue's number that nobody has answered yet. */
export interface DialledCall {
  readonly line: OutsideLine;
  readonly queue: Queue;
  readonly conversation: Conversation;
  readonly memberId: string;
  readonly unannounced?: Unannounced;
}

export type DialRefusal = { readonly kind: 'notANumber' } | { readonly kind: 'unassigned' };

/** Ended lines are kept for the truth: the last 500 are more than any test looks at. */
const keptLines = 500;

const e164 = /^\+[1-9]\d{5,14}$/;

/** Drops the spaces, dots and brackets that people write in numbers. */
export const plainNumber = (text: string): string => text.replace(/[\s().-]/g, '');

/** All telephones outside. */
export class OutsideLines {
  readonly #clock: Clock;
  readonly #newId: IdSource;
  readonly #exchange: Exchange;
  readonly #log: WorldLog;
  readonly #queues: readonly Queue[];
  readonly #lines = new Map<string, OutsideLine>();
  #onDialled: ((call: DialledCall) => void) | undefined;

  constructor(parts: {
    clock: Clock;
    newId: IdSource;
    exchange: Exchange;
    log: WorldLog;
    queues: readonly Queue[];
  }) {
    this.#clock = parts.clock;
    this.#newId = parts.newId;
    this.#exchange = parts.exchange;
    this.#log = parts.log;
    this.#queues = parts.queues;
    parts.exchange.onEvent((event) => {
      if (event.kind !== 'left' || event.member.party.kind !== 'outside' || event.reason === 'moved') return;
      const reasons = { hungUp: 'hung up', removed: 'removed by the application', ended: 'the call ended' };
      this.#close(event.member.party.id, reasons[event.reason]);
    });
  }

  /** The platform listens here for calls to queues. */
  onDialled(listener: (call: DialledCall) => void): void {
    this.#onDialled = listener;
  }

  all(): readonly OutsideLine[] {
    return [...this.#lines.values()];
  }

  find(lineId: string): OutsideLine | undefined {
    return this.#lines.get(lineId);
  }

  dial(
    from: string,
    to: string,
    name: string | null,
    unannounced?: Unannounced,
  ): Result<OutsideLine, DialRefusal> {
    const [number, dialled] = [plainNumber(from), plainNumber(to)];
    if (!e164.test(number)) return refused({ kind: 'notANumber' });
    const queue = this.#queues.find((candidate) => candidate.number === dialled);
    if (!queue) return refused({ kind: 'unassigned' });
    const line = this.#open(number, name, dialled);
    const conversation = this.#exchange.open('p2p');
    const member = this.#exchange.join(conversation, { kind: 'outside', id: line.id, number, name });
    this.#log.add('caller', `${name ?? number} dials ${queue.displayName}`, conversation.id);
    this.#onDialled?.({
      line,
      queue,
      conversation,
      memberId: member.id,
      ...(unannounced ? { unannounced } : {}),
    });
    return ok(line);
  }

  /** @returns false when the line is not in a call */
  hangUp(lineId: string): boolean {
    const place = this.#exchange.where(`outside:${lineId}`);
    if (!place) return false;
    this.#log.add('caller', `${this.#lines.get(lineId)?.number ?? lineId} hangs up`, place.conversation.id);
    place.conversation.alerting = false;
    this.#exchange.leave(place.conversation, place.member.id, 'hungUp');
    return true;
  }

  /** The party of a number that was called and answered. */
  pickUp(number: string): Party {
    const line = this.#open(plainNumber(number), null, null);
    return { kind: 'outside', id: line.id, number: line.number, name: null };
  }

  #open(number: string, name: string | null, dialled: string | null): OutsideLine {
    const line: OutsideLine = {
      id: this.#newId(),
      number,
      name,
      dialled,
      startedAt: this.#clock.now(),
      endedAt: undefined,
      endReason: undefined,
      tones: [],
    };
    this.#lines.set(line.id, line);
    this.#dropOldest();
    return line;
  }

  #close(lineId: string, reason: string): void {
    const line = this.#lines.get(lineId);
    if (!line || line.endedAt !== undefined) return;
    line.endedAt = this.#clock.now();
    line.endReason = reason;
  }

  #dropOldest(): void {
    for (const line of this.#lines.values()) {
      if (this.#lines.size <= keptLines) return;
      if (line.endedAt === undefined) continue;
      this.#lines.delete(line.id);
      this.#exchange.hearing.forget(`outside:${line.id}`);
    }
  }
}
