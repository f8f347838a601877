import type { CallView } from '@switchboard/contract/views/call-view';
import { Cell, type Readable } from '../connection/cell.ts';
import type { CommandDesk } from './command-desk.ts';

export const tones = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;

export interface TonePadState {
  readonly callId: string;
  /** What the server has taken. */
  readonly sent: string;
  /** Pressed, and not answered yet. */
  readonly waiting: string;
}

/** What the contract takes at once. */
const mostAtOnce = 32;
/** As many as a line of the pad shows. */
const mostShown = 24;

/** Keys for an answering machine or a menu: sent in the order in which they were pressed, none twice. */
export class TonePad {
  readonly #desk: CommandDesk;
  readonly #state = new Cell<TonePadState | undefined>(undefined);

  constructor(desk: CommandDesk) {
    this.#desk = desk;
  }

  /** Absent: no pad is open. */
  get state(): Readable<TonePadState | undefined> {
    return this.#state;
  }

  open({ callId }: CallView): void {
    if (this.#state.getSnapshot()?.callId !== callId) this.#state.set({ callId, sent: '', waiting: '' });
  }

  close(): void {
    this.#state.set(undefined);
  }

  /** True: this is a key of a telephone, and it is sent or will be. */
  press(tone: string): boolean {
    const state = this.#state.getSnapshot();
    if (state === undefined || !tones.some((each) => each === tone)) return false;
    this.#state.set({ ...state, waiting: state.waiting + tone });
    this.#sendNext();
    return true;
  }

  /** The calls changed: a pad without a call that takes keys closes. */
  callsChanged(find: (callId: string) => CallView | undefined): void {
    const state = this.#state.getSnapshot();
    if (state !== undefined && find(state.callId)?.can.includes('sendTones') !== true) this.close();
  }

  #sendNext(): void {
    const state = this.#state.getSnapshot();
    if (state === undefined || state.waiting === '') return;
    const { callId } = state;
    if (this.#desk.isAsked(callId, 'sendTones')) return;
    const batch = state.waiting.slice(0, mostAtOnce);
    this.#desk.ask({
      action: 'sendTones',
      subject: callId,
      message: { type: 'sendTones', callId, tones: batch },
      onDone: () => this.#taken(callId, batch),
      // What came behind a key that was not taken would mean something else.
      onFailed: () => this.#change(callId, (now) => ({ ...now, waiting: '' })),
    });
  }

  #taken(callId: string, batch: string): void {
    this.#change(callId, (now) => ({
      ...now,
      sent: (now.sent + batch).slice(-mostShown),
      waiting: now.waiting.slice(batch.length),
    }));
    this.#sendNext();
  }

  #change(callId: string, change: (state: TonePadState) => TonePadState): void {
    this.#state.update((state) => (state?.callId === callId ? change(state) : state));
  }
}
