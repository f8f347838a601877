import type { Simulator } from '@switchboard/simulator/start';
import { partyKey } from '@switchboard/simulator/world/conversation';

const tick = 250;
/** One operator takes over while another is shown out: so long both may be in the call, in milliseconds. */
const bearable = 15_000;

/** Looks again and again whether anybody is connected with two at once: two operators with one caller, or one in two calls. */
export class DoubleWatch {
  readonly found: string[] = [];
  readonly #simulator: Simulator;
  readonly #operators: readonly string[];
  readonly #since = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;

  constructor(simulator: Simulator, operators: readonly string[]) {
    this.#simulator = simulator;
    this.#operators = operators;
    this.#timer = setInterval(() => this.look(bearable), tick);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** @param longest how long it may have lasted, in milliseconds; 0 when nothing is on its way any more */
  look(longest: number): void {
    const calls = new Map<string, string>();
    for (const { id, members } of this.#simulator.world.exchange.conversations.values()) {
      const both = [...members.values()].filter(({ party }) => this.#operators.includes(party.id));
      this.#note(`call ${id}: ${both.length} operators`, both.length > 1, longest);
      for (const { party } of members.values()) {
        if (party.kind === 'application') continue;
        const key = partyKey(party);
        const other = calls.get(key);
        this.#note(`${key} is in the calls ${other ?? ''} and ${id}`, other !== undefined, 0);
        calls.set(key, id);
      }
    }
  }

  #note(what: string, isSo: boolean, longest: number): void {
    if (!isSo) return;
    const since = this.#since.get(what) ?? Date.now();
    this.#since.set(what, since);
    if (Date.now() - since >= longest && !this.found.includes(what)) this.found.push(what);
  }
}
