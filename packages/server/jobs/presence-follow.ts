import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Clock } from '@switchboard/kit/clock';
import { asError, type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import type { Store } from '@switchboard/store/access/store';
import { withTurn } from '@switchboard/store/feed/with-turn';
import {
  changeOperatorWork,
  type PresenceFollower,
  readPresenceFollowers,
} from '@switchboard/store/operators/operators';
import { changeWork } from '../handle/operator-work.ts';
import { byTenant } from './by-tenant.ts';
import type { PresenceReading, ReadPresences } from './presence-ring.ts';

export interface PresenceFollowParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly readPresences: ReadPresences;
  readonly log: Logger;
}

/** In milliseconds. */
const lookEvery = 5_000;
/** Presence lags behind a call of ours that has just ended: busy is who is seen so as often in a row. */
const timesBusy = 2;

const busyWords: ReadonlySet<string> = new Set(['Busy', 'BusyIdle', 'DoNotDisturb']);

/** Operators who want it are on a break while Teams has them busy with something else than our calls. */
export function createPresenceFollow(parts: PresenceFollowParts): Service {
  const { store, clock, readPresences, log } = parts;
  const seenBusy = new Map<PersonId, number>();

  async function look(tenantId: TenantId, followers: readonly PresenceFollower[]): Promise<void> {
    const readings = await readPresences(
      tenantId,
      followers.map(({ operatorId }) => operatorId),
    );
    const byPerson = new Map(readings.map((reading) => [reading.personId, reading]));
    for (const follower of followers) {
      const reading = byPerson.get(follower.operatorId);
      if (reading !== undefined) await take(follower, reading);
    }
  }

  async function take(
    { tenantId, operatorId, isInCall, isOnBreak }: PresenceFollower,
    reading: PresenceReading,
  ): Promise<void> {
    const isBusy = busyWords.has(reading.availability) && !isInCall;
    const times = isBusy ? (seenBusy.get(operatorId) ?? 0) + 1 : 0;
    seenBusy.set(operatorId, times);
    if (isBusy === isOnBreak || (isBusy && times < timesBusy)) return;
    const now = clock.now();
    await changeOperatorWork(store, tenantId, operatorId, now, (known) =>
      changeWork(known, { type: 'presence', isBusy }, now),
    );
  }

  async function round(): Promise<void> {
    for (const [tenantId, followers] of byTenant(await readPresenceFollowers(store))) {
      try {
        await withTurn(store, `presence of operators of ${tenantId}`, () => look(tenantId, followers));
      } catch (error) {
        log.warn('presence could not be read', { tenant: tenantId, error: asError(error) });
      }
    }
  }

  return {
    name: 'presence follow',
    async run(signal: StopSignal) {
      while (!signal.aborted) {
        await round();
        await sleep(lookEvery, signal, clock);
      }
    },
  };
}
