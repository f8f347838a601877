import type { CallView } from '@switchboard/contract/views/call-view';
import { Cell, type Readable } from '../connection/cell.ts';
import { arrangeCalls, type CallArrangement } from './arrange-calls.ts';

/** One call before and after a message. `before` is absent for a new call, `after` for one that is gone. */
export interface CallChange {
  readonly before: CallView | undefined;
  readonly after: CallView | undefined;
}

/** When a call became whose it is now, as far as this console has seen it; by the server's clock. */
export interface CallMoments {
  readonly takenAt?: number;
  readonly connectedAt?: number;
}

/** More nobody looks up; the rest is in the reports. */
const mostEnded = 20;

/** Every live call of the operator's queues, as the server last said it. */
export class CallBook {
  readonly #byId = new Map<string, CallView>();
  readonly #moments = new Map<string, CallMoments>();
  readonly #arrangement = new Cell<CallArrangement>(arrangeCalls([], '', undefined));
  readonly #ended = new Cell<readonly CallView[]>([]);
  #operatorId = '';
  #chosen: string | undefined;

  get arrangement(): Readable<CallArrangement> {
    return this.#arrangement;
  }

  /** The calls that ended since this page was opened, the newest first. */
  get ended(): Readable<readonly CallView[]> {
    return this.#ended;
  }

  get operatorId(): string {
    return this.#operatorId;
  }

  readonly find = (callId: string): CallView | undefined => this.#byId.get(callId);

  moments(callId: string): CallMoments {
    return this.#moments.get(callId) ?? {};
  }

  /** Makes a call of mine the one that the keys are about. */
  choose(callId: string): void {
    this.#chosen = callId;
    this.#arrange();
  }

  /** The whole picture. Calls that it does not name are gone. */
  replaceAll(calls: readonly CallView[], operatorId: string): readonly CallChange[] {
    this.#operatorId = operatorId;
    const named = new Set(calls.map((call) => call.callId));
    const gone = Array.from(this.#byId.values()).filter((call) => !named.has(call.callId));
    const changes: CallChange[] = gone.map((before) => ({ before, after: undefined }));
    for (const call of gone) this.#forget(call.callId);
    changes.push(...calls.map((call) => this.#put(call)));
    this.#arrange();
    return changes;
  }

  /** Some calls that are new, changed or ended. */
  apply(calls: readonly CallView[]): readonly CallChange[] {
    const changes = calls.map((call) => this.#put(call));
    this.#arrange();
    return changes;
  }

  #put(after: CallView): CallChange {
    const before = this.#byId.get(after.callId);
    if (after.state === 'ended') {
      this.#forget(after.callId);
      const others = this.#ended.getSnapshot().filter(({ callId }) => callId !== after.callId);
      this.#ended.set([after, ...others].slice(0, mostEnded));
    } else this.#keep(before, after);
    return { before, after };
  }

  #keep(before: CallView | undefined, after: CallView): void {
    this.#byId.set(after.callId, after);
    if (before?.operator?.operatorId !== after.operator?.operatorId) {
      this.#moments.delete(after.callId);
      // A call that has just become mine is what the operator works on now.
      if (after.operator?.operatorId === this.#operatorId) this.#chosen = undefined;
    }
    const known = this.moments(after.callId);
    if (after.state === 'connecting') this.#moments.set(after.callId, { takenAt: after.since, ...known });
    if (after.state === 'connected') this.#moments.set(after.callId, { connectedAt: after.since, ...known });
  }

  #forget(callId: string): void {
    this.#byId.delete(callId);
    this.#moments.delete(callId);
    if (this.#chosen === callId) this.#chosen = undefined;
  }

  #arrange(): void {
    this.#arrangement.set(arrangeCalls(this.#byId.values(), this.#operatorId, this.#chosen));
  }
}
