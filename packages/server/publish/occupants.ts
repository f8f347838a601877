import type { CallState } from '@switchboard/domain/call/call-state';
import type { CallId, PersonId } from '@switchboard/domain/ids';
import { occupant } from '../policies/call-rights.ts';

/** Which operators are occupied by a call, kept up call by call. */
export class Occupants {
  readonly #byCall = new Map<CallId, PersonId>();
  readonly #counts = new Map<PersonId, number>();
  /** Who may have become busy or free since it was asked last, and whether they were busy then. */
  readonly #before = new Map<PersonId, boolean>();

  /** A call is now so. */
  see(call: CallState): void {
    const was = this.#byCall.get(call.callId);
    const is = occupant(call);
    if (was === is) return;
    if (was !== undefined) this.#count(was, -1);
    if (is === undefined) this.#byCall.delete(call.callId);
    else {
      this.#byCall.set(call.callId, is);
      this.#count(is, 1);
    }
  }

  isBusy(operatorId: PersonId): boolean {
    return this.#counts.has(operatorId);
  }

  /** Those who have become busy or free since this was asked last. */
  takeTurned(): ReadonlySet<PersonId> {
    const turned = [...this.#before].filter(([id, wasBusy]) => wasBusy !== this.isBusy(id));
    this.#before.clear();
    return new Set(turned.map(([id]) => id));
  }

  #count(operatorId: PersonId, by: number): void {
    if (!this.#before.has(operatorId)) this.#before.set(operatorId, this.isBusy(operatorId));
    const count = (this.#counts.get(operatorId) ?? 0) + by;
    if (count === 0) this.#counts.delete(operatorId);
    else this.#counts.set(operatorId, count);
  }
}
