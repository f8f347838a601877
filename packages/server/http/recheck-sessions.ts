import type { Cancel, Clock } from '@switchboard/kit/clock';
import { asError } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import { findOpenSessions } from '@switchboard/store/access/open-sessions';
import type { Store } from '@switchboard/store/access/store';
import type { ConsoleSocket } from './console-socket.ts';

export interface RecheckParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
}

/** In milliseconds: as long may a console still be open whose session another server has ended. */
const recheckEvery = 4_000;

/**
 * Looks again and again whether the sessions of the open consoles still hold, all by one statement: they end by signing
 * out at any server, by an administrator, and by time. Returns how to stop.
 */
export function recheckSessions(
  open: ReadonlySet<ConsoleSocket>,
  { store, clock, log }: RecheckParts,
): Cancel {
  let cancel: Cancel = () => {};
  let isStopped = false;

  async function look(): Promise<void> {
    const consoles = [...open];
    if (consoles.length === 0) return;
    const hashes = [...new Set(consoles.map(({ tokenHash }) => tokenHash))];
    const found = await findOpenSessions(store, hashes, clock.now());
    await Promise.all(consoles.map((console) => console.sessionIs(found.get(console.tokenHash))));
  }

  const plan = (): void => {
    if (!isStopped) cancel = clock.after(recheckEvery, round);
  };
  const round = (): void => {
    look()
      .catch((error: unknown) => log.warn('sessions could not be looked at', { error: asError(error) }))
      .finally(plan);
  };
  plan();
  return () => {
    isStopped = true;
    cancel();
  };
}
