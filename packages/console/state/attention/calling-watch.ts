import type { Cancel } from '@switchboard/kit/clock';
import { Cell, type Readable } from '../../connection/cell.ts';
import type { ConsoleModel } from '../console-model.ts';
import { type Calling, callingNow, type OperatorNow } from './calling.ts';

const nothing: Calling = { calls: [], step: 0, changesAt: undefined };

/** What calls for the operator, kept up as calls, rules, their state and the time change. */
export class CallingWatch {
  readonly #model: ConsoleModel;
  readonly #calling = new Cell<Calling>(nothing);
  #cancel: Cancel = () => {};

  constructor(model: ConsoleModel) {
    this.#model = model;
    const { calls, preferences, operators, line } = model;
    for (const source of [calls.arrangement, preferences.of('ringing'), operators.items, line.state])
      source.subscribe(() => this.#look());
    this.#look();
  }

  get calling(): Readable<Calling> {
    return this.#calling;
  }

  get operatorNow(): OperatorNow {
    const { calls } = this.#model;
    return {
      isAvailable: this.#model.own()?.status === 'available',
      isTalking: calls.arrangement.getSnapshot().talking.length > 0,
    };
  }

  /** Without a connection nobody knows whether somebody has taken a call: nothing calls then. */
  #look(): void {
    this.#cancel();
    const { calls, preferences, line, clock } = this.#model;
    const isLive = line.state.getSnapshot().kind === 'live';
    const now = line.serverNow();
    const rules = preferences.of('ringing').getSnapshot();
    const calling = isLive
      ? callingNow(calls.arrangement.getSnapshot(), rules, this.operatorNow, now)
      : nothing;
    if (calling.changesAt !== undefined)
      this.#cancel = clock.after(calling.changesAt - now, () => this.#look());
    this.#calling.set(calling);
  }
}
