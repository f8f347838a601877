import type { SignedInView } from '@switchboard/contract/views/signed-in-view';
import type { Cancel, Clock } from '@switchboard/kit/clock';
import { Cell, type Readable } from '../connection/cell.ts';
import type { Connection } from '../connection/connection.ts';
import { reconnectPause } from '../connection/reconnect-pause.ts';
import type { AskSession } from '../connection/session.ts';
import type { Attention } from '../state/attention/attention.ts';
import type { ConsoleModel } from '../state/console-model.ts';
import type { OperatorActions } from '../state/operator-actions.ts';

/** A signed-in operator's console. */
export interface OpenConsole {
  readonly connection: Connection;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
  readonly attention: Attention;
}

/** What the page shows. `asking` is before the first answer; `failures` counts the tries without one. */
export type GateState =
  | { readonly kind: 'asking'; readonly failures: number }
  | { readonly kind: 'signedOut'; readonly isOver: boolean }
  | { readonly kind: 'outdated' }
  | { readonly kind: 'open'; readonly console: OpenConsole };

export interface SessionGateParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly askSession: AskSession;
  readonly openConsole: (me: SignedInView) => OpenConsole;
}

/** Asks who is signed in until the server says it, opens the console, and closes it when the session is over. */
export class SessionGate {
  readonly #parts: SessionGateParts;
  readonly #state = new Cell<GateState>({ kind: 'asking', failures: 0 });
  #cancel: Cancel = () => {};

  constructor(parts: SessionGateParts) {
    this.#parts = parts;
  }

  get state(): Readable<GateState> {
    return this.#state;
  }

  async ask(): Promise<void> {
    this.#cancel();
    const session = await this.#parts.askSession();
    const state = this.#state.getSnapshot();
    if (state.kind !== 'asking') return;
    switch (session.kind) {
      case 'signedIn':
        return this.#open(session.me);
      case 'signedOut':
        return this.#state.set({ kind: 'signedOut', isOver: false });
      case 'unknown': {
        const failures = state.failures + 1;
        this.#state.set({ kind: 'asking', failures });
        this.#cancel = this.#parts.clock.after(reconnectPause(failures, this.#parts.random()), () => {
          void this.ask();
        });
      }
    }
  }

  #open(me: SignedInView): void {
    const opened = this.#parts.openConsole(me);
    const { connection } = opened;
    connection.state.subscribe(() => {
      const { kind } = connection.state.getSnapshot();
      if (kind === 'signedOut') this.#state.set({ kind, isOver: true });
      // Who talks keeps what the screen has of the call; its status line asks for the reload.
      const isInCall = opened.model.calls.arrangement.getSnapshot().mine.length > 0;
      if (kind === 'outdated' && !isInCall) this.#state.set({ kind });
    });
    this.#state.set({ kind: 'open', console: opened });
    connection.start();
  }
}
