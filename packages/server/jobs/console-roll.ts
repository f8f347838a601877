import type { Clock } from '@switchboard/kit/clock';
import { type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import { correctConsoles } from '@switchboard/store/access/sessions';
import type { Store } from '@switchboard/store/access/store';

/** Well within the grace in which a console that went counts as connected, in milliseconds. */
const lookEvery = 5_000;

/**
 * Calls the roll of this server's consoles. That one came or went is written once, and may not get into the database
 * while that is away; another server may have taken this one for dead while its standing connection was broken. An
 * operator who is wrongly taken to be here loses callers, one wrongly taken to be gone is offered none.
 */
export function createConsoleRoll(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly owner: number;
  /** Of every console that is connected to this server now. */
  readonly connectionIds: () => readonly string[];
}): Service {
  const { store, clock, owner, connectionIds } = parts;
  return {
    name: 'console roll',
    async run(signal: StopSignal) {
      while (!signal.aborted) {
        await sleep(lookEvery, signal, clock);
        if (!signal.aborted) await correctConsoles(store, owner, connectionIds(), clock.now());
      }
    },
  };
}
