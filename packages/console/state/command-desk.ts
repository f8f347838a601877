import type { CallCommandMessage } from '@switchboard/contract/commands/call-command';
import type { RefusalView } from '@switchboard/contract/errors/refusal';
import type { CallAction, CallView } from '@switchboard/contract/views/call-view';
import type { Cancel, Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { Cell, type Readable } from '../connection/cell.ts';

/** A command that was sent. It is over when it was answered and the call came round changed. */
export interface Asked {
  readonly id: string;
  readonly action: CallAction;
  readonly callId: string;
}

export interface CommandDeskParts {
  readonly clock: Clock;
  readonly newId: IdSource;
  /** False: not connected, nothing was sent. */
  readonly send: (message: CallCommandMessage) => boolean;
  readonly findCall: (callId: string) => CallView | undefined;
  readonly onRefused: (asked: Asked, refusal: RefusalView) => void;
  /** Nobody knows what became of it: the time is over, or the connection broke before the answer. */
  readonly onUnknown: (asked: Asked, why: 'noAnswer' | 'connectionLost') => void;
  readonly onOffline: (action: CallAction) => void;
}

/** A healthy server answers in a tenth of a second; Microsoft behind it within a few. Then a person must know. */
const answerLimit = 10_000;

interface Pending extends Asked {
  readonly before: CallView;
  readonly answered: boolean;
  readonly cameRound: boolean;
  readonly cancel: Cancel;
  readonly onDone: () => void;
}

/** The commands under way. It never pretends: nothing changes on the screen until the server says so. */
export class CommandDesk {
  readonly #parts: CommandDeskParts;
  #pending: readonly Pending[] = [];
  readonly #asked = new Cell<readonly Asked[]>([]);

  constructor(parts: CommandDeskParts) {
    this.#parts = parts;
  }

  get asked(): Readable<readonly Asked[]> {
    return this.#asked;
  }

  isAsked(callId: string, action: CallAction): boolean {
    return this.#pending.some((pending) => pending.callId === callId && pending.action === action);
  }

  /**
   * Sends a command unless the same is under way. True: it is under way now. `onDone` is called when it was answered
   * and the call came round changed.
   */
  ask(action: CallAction, call: CallView, personId?: string, onDone: () => void = nothing): boolean {
    if (this.isAsked(call.callId, action)) return true;
    const id = this.#parts.newId();
    if (!this.#parts.send(commandOf(action, id, call.callId, personId))) {
      this.#parts.onOffline(action);
      return false;
    }
    const cancel = this.#parts.clock.after(answerLimit, () => this.#giveUp(id, 'noAnswer'));
    this.#keep([
      ...this.#pending,
      { id, action, callId: call.callId, before: call, answered: false, cameRound: false, cancel, onDone },
    ]);
    return true;
  }

  answered(id: string, refusal: RefusalView | undefined): void {
    const pending = this.#pending.find((each) => each.id === id);
    if (pending === undefined) return;
    if (refusal === undefined)
      return this.#settle((each) => (each.id === id ? { ...each, answered: true } : each));
    this.#remove(pending);
    this.#parts.onRefused(pending, refusal);
  }

  callsChanged(): void {
    this.#settle((each) =>
      each.cameRound ? each : { ...each, cameRound: hasComeRound(each, this.#parts.findCall(each.callId)) },
    );
  }

  /** Answers are not repeated after a new connection: what has not come round by now is not known. */
  reconnected(): void {
    this.callsChanged();
    for (const pending of this.#pending) {
      if (pending.cameRound) this.#remove(pending);
      else if (!pending.answered) this.#giveUp(pending.id, 'connectionLost');
    }
  }

  #giveUp(id: string, why: 'noAnswer' | 'connectionLost'): void {
    const pending = this.#pending.find((each) => each.id === id);
    if (pending === undefined) return;
    this.#remove(pending);
    this.#parts.onUnknown(pending, why);
  }

  #settle(change: (pending: Pending) => Pending): void {
    const changed = this.#pending.map(change);
    const isOver = (pending: Pending): boolean => pending.answered && pending.cameRound;
    this.#keep(changed.filter((pending) => !isOver(pending)));
    for (const pending of changed.filter(isOver)) {
      pending.cancel();
      pending.onDone();
    }
  }

  #remove(pending: Pending): void {
    pending.cancel();
    this.#keep(this.#pending.filter((each) => each.id !== pending.id));
  }

  #keep(pending: readonly Pending[]): void {
    const isSame =
      pending.length === this.#pending.length && pending.every((each, i) => each.id === this.#pending[i]?.id);
    this.#pending = pending;
    if (!isSame) this.#asked.set(pending);
  }
}

/** The call shows the command's effect: it is gone, in another state, or the action is not offered any more. */
function hasComeRound({ action, before }: Pending, now: CallView | undefined): boolean {
  if (now === undefined) return true;
  return (
    !now.can.includes(action) ||
    now.state !== before.state ||
    now.hold !== before.hold ||
    now.since !== before.since
  );
}

function commandOf(
  action: CallAction,
  id: string,
  callId: string,
  personId: string | undefined,
): CallCommandMessage {
  if (action === 'transfer') return { type: action, id, callId, personId: personId ?? '' };
  return { type: action, id, callId };
}

const nothing = (): void => {};
