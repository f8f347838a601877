import type { CallCommandMessage } from '@switchboard/contract/commands/call-command';
import type { DeskCommandMessage } from '@switchboard/contract/commands/desk-command';
import type { MessageCommandMessage } from '@switchboard/contract/commands/message-command';
import type { PeopleCommandMessage } from '@switchboard/contract/commands/people-command';
import type { RefusalView } from '@switchboard/contract/errors/refusal';
import type { Cancel, Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { Cell, type Readable } from '../connection/cell.ts';
import type { ActionName } from '../i18n/english-words.ts';

/** A command that was sent. It is over when it was answered and its effect came round. */
export interface Asked {
  readonly id: string;
  readonly action: ActionName;
  /** The id of the call, the queue, the call back that it is about. */
  readonly subject: string;
  /** Which of several of the same kind: a participant, a mode. */
  readonly detail: string | undefined;
}

type Command = CallCommandMessage | DeskCommandMessage | PeopleCommandMessage | MessageCommandMessage;
/** A command that has no id yet. */
export type Unsent<M = Command> = M extends { readonly id: string } ? Omit<M, 'id'> : never;

/** What is to be asked, and how it is known that it was done. */
export interface Ask {
  readonly action: ActionName;
  readonly subject: string;
  readonly detail?: string | undefined;
  readonly message: Unsent;
  /** Whether the effect is on the screen; without it the answer is all there is to wait for. */
  readonly cameRound?: (() => boolean) | undefined;
  /** Called when it was answered and came round. */
  readonly onDone?: (() => void) | undefined;
  /** Says why it was refused, in place of a message for the whole window. */
  readonly onRefused?: ((refusal: RefusalView) => void) | undefined;
  /** Called when it was refused and nobody else says so, or nobody knows what became of it. */
  readonly onFailed?: (() => void) | undefined;
}

export interface CommandDeskParts {
  readonly clock: Clock;
  readonly newId: IdSource;
  /** False: not connected, nothing was sent. */
  readonly send: (message: Command) => boolean;
  readonly onRefused: (asked: Asked, refusal: RefusalView) => void;
  /** Nobody knows what became of it: the time is over, or the connection broke before the answer. */
  readonly onUnknown: (asked: Asked, why: 'noAnswer' | 'connectionLost') => void;
  readonly onOffline: (action: ActionName) => void;
  /** The same was asked otherwise a moment ago, and that is not over: this was not sent. */
  readonly onBusy: (action: ActionName) => void;
}

/** A healthy server answers in a tenth of a second; Microsoft behind it within a few. Then a person must know. */
const answerLimit = 10_000;

interface Pending extends Asked {
  readonly ask: Ask;
  readonly answered: boolean;
  readonly cameRound: boolean;
  readonly cancel: Cancel;
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

  isAsked(subject: string, action: ActionName, detail?: string): boolean {
    return isAmong(this.#pending, subject, action, detail);
  }

  /** Sends a command unless the same is under way. True: it is under way now. */
  ask(ask: Ask): boolean {
    const { action, subject, detail } = ask;
    const underWay = this.#pending.find(isOf(subject, action, detail));
    if (underWay !== undefined) {
      if (JSON.stringify(underWay.ask.message) === JSON.stringify(ask.message)) return true;
      this.#parts.onBusy(action);
      ask.onFailed?.();
      return false;
    }
    const id = this.#parts.newId();
    if (!this.#parts.send({ ...ask.message, id })) {
      this.#parts.onOffline(action);
      ask.onFailed?.();
      return false;
    }
    const cancel = this.#parts.clock.after(answerLimit, () => this.#giveUp(id, 'noAnswer'));
    const pending = { id, action, subject, detail, ask, cancel, answered: false, cameRound: false };
    this.#keep([...this.#pending, pending]);
    return true;
  }

  answered(id: string, refusal: RefusalView | undefined): void {
    const pending = this.#pending.find((each) => each.id === id);
    if (pending === undefined) return;
    if (refusal === undefined)
      return this.#settle((each) => (each.id === id ? look({ ...each, answered: true }) : each));
    this.#remove(pending);
    if (pending.ask.onRefused !== undefined) return pending.ask.onRefused(refusal);
    this.#parts.onRefused(pending, refusal);
    pending.ask.onFailed?.();
  }

  /** Something changed on the screen: what came round is settled. */
  changed(): void {
    this.#settle(look);
  }

  /** Answers are not repeated after a new connection: what has not come round by now is not known. */
  reconnected(): void {
    this.changed();
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
    pending.ask.onFailed?.();
  }

  #settle(change: (pending: Pending) => Pending): void {
    const changed = this.#pending.map(change);
    const isOver = (pending: Pending): boolean => pending.answered && pending.cameRound;
    this.#keep(changed.filter((pending) => !isOver(pending)));
    for (const pending of changed.filter(isOver)) {
      pending.cancel();
      pending.ask.onDone?.();
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

/** Whether a command of this kind is under way. */
export const isAmong = (
  asked: readonly Asked[],
  subject: string,
  action: ActionName,
  detail?: string,
): boolean => asked.some(isOf(subject, action, detail));

const isOf =
  (subject: string, action: ActionName, detail: string | undefined) =>
  (each: Asked): boolean =>
    each.subject === subject && each.action === action && each.detail === detail;

/** Once seen, an effect stays seen: the call may have moved on since. Where the answer is all, it is the effect. */
function look(pending: Pending): Pending {
  const cameRound =
    pending.cameRound || (pending.ask.cameRound === undefined ? pending.answered : pending.ask.cameRound());
  return cameRound === pending.cameRound ? pending : { ...pending, cameRound };
}
