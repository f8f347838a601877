import type { ReadCaller } from '@switchboard/contract/commands/history-command';
import type { CallerRead } from '@switchboard/contract/feed/history-read';
import type { PastCallView } from '@switchboard/contract/views/past-call-view';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { IdSource } from '@switchboard/kit/ids';
import { Cell, type Readable } from '../../connection/cell.ts';

/** Who calls, and their earlier calls. */
export interface KnownCaller {
  readonly people: readonly PersonView[];
  /** Newest first. */
  readonly calls: readonly PastCallView[];
  readonly hasMore: boolean;
}

export interface CallerBookParts {
  readonly newId: IdSource;
  readonly send: (message: ReadCaller) => boolean;
  /** Told once of each call that is live, when the answer is here. */
  readonly onKnown: (callId: string, caller: KnownCaller) => void;
}

/** What is known of the callers of the calls that an operator has, is offered, or looks at: asked once a call. */
export class CallerBook {
  readonly #parts: CallerBookParts;
  readonly #byCall = new Cell<ReadonlyMap<string, KnownCaller>>(new Map());
  /** By the id of the question. */
  readonly #asked = new Map<string, string>();
  #live: ReadonlySet<string> = new Set();
  #lookedAt: string | undefined;

  constructor(parts: CallerBookParts) {
    this.#parts = parts;
  }

  get byCall(): Readable<ReadonlyMap<string, KnownCaller>> {
    return this.#byCall;
  }

  /** The calls that are this operator's or offered to them. What was known of others is forgotten. */
  callsAre(callIds: readonly string[]): void {
    this.#live = new Set(callIds);
    this.#keep();
  }

  /** The call of the history that is looked at. */
  lookAt(callId: string | undefined): void {
    this.#lookedAt = callId;
    this.#keep();
  }

  heard({ id, callId, people, calls, hasMore }: CallerRead): void {
    if (!this.#asked.delete(id) || !this.#isWanted(callId)) return;
    const caller = { people, calls, hasMore };
    this.#byCall.update((known) => new Map([...known, [callId, caller]]));
    if (this.#live.has(callId)) this.#parts.onKnown(callId, caller);
  }

  /** A call that is gone, or not theirs to see: nothing is shown, and nothing asked again. */
  refused(id: string): void {
    const callId = this.#asked.get(id);
    if (!this.#asked.delete(id) || callId === undefined) return;
    this.#byCall.update((known) => new Map([...known, [callId, { people: [], calls: [], hasMore: false }]]));
  }

  /** Answers are not repeated after a new connection. */
  reconnected(): void {
    this.#asked.clear();
    this.#keep();
  }

  #keep(): void {
    const known = this.#byCall.getSnapshot();
    if ([...known.keys()].some((callId) => !this.#isWanted(callId)))
      this.#byCall.set(new Map([...known].filter(([callId]) => this.#isWanted(callId))));
    for (const callId of this.#live) this.#ask(callId);
    if (this.#lookedAt !== undefined) this.#ask(this.#lookedAt);
  }

  #ask(callId: string): void {
    if (this.#byCall.getSnapshot().has(callId) || [...this.#asked.values()].includes(callId)) return;
    const id = this.#parts.newId();
    if (this.#parts.send({ type: 'readCaller', id, callId })) this.#asked.set(id, callId);
  }

  #isWanted = (callId: string): boolean => this.#live.has(callId) || this.#lookedAt === callId;
}
