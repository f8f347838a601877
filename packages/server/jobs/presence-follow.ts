import type { PresenceView } from '@switchboard/contract/views/presence-view';
import { isBusy as isBusyNow } from '@switchboard/domain/directory/presence';
import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Clock, Instant } from '@switchboard/kit/clock';
import { asError, type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import type { Store } from '@switchboard/store/access/store';
import {
  changeOperatorWork,
  type PresenceFollower,
  readPresenceFollowers,
} from '@switchboard/store/operators/operators';
import { changeWork } from '../handle/operator-work.ts';
import type { PresenceOf } from '../present/presence-of.ts';
import { byTenant } from './by-tenant.ts';

export interface PresenceFollowParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly presenceOf: PresenceOf;
  /** Whether this server polls the presence of the tenant: no other looks. */
  readonly isOurs: (tenantId: TenantId) => boolean;
  readonly log: Logger;
}

/** In milliseconds. */
const lookEvery = 5_000;
/** Presence lags behind a call of ours that has just ended: busy is who is seen so as often in a row. */
const timesBusy = 2;

/** Operators who want it are on a break while Teams has them busy with something else than our calls. */
export function createPresenceFollow(parts: PresenceFollowParts): Service {
  const { store, clock, presenceOf, isOurs, log } = parts;
  const seenBusy = new Map<PersonId, { readonly times: number; readonly asOf: Instant }>();

  async function look(tenantId: TenantId, followers: readonly PresenceFollower[]): Promise<void> {
    const known = await presenceOf(
      tenantId,
      followers.map(({ operatorId }) => operatorId),
    );
    for (const follower of followers) {
      const view = known.get(follower.operatorId);
      if (view !== undefined && view.staleAt > clock.now()) await take(follower, view);
    }
  }

  async function take(
    { tenantId, operatorId, isInCall, isOnBreak }: PresenceFollower,
    view: PresenceView,
  ): Promise<void> {
    const isBusy = isBusyNow(view) && !isInCall;
    const seen = seenBusy.get(operatorId);
    if (seen?.asOf === view.asOf) return;
    const times = isBusy ? (seen?.times ?? 0) + 1 : 0;
    seenBusy.set(operatorId, { times, asOf: view.asOf });
    if (isBusy === isOnBreak || (isBusy && times < timesBusy)) return;
    const now = clock.now();
    await changeOperatorWork(store, tenantId, operatorId, now, (known) =>
      changeWork(known, { type: 'presence', isBusy }, now),
    );
  }

  async function round(): Promise<void> {
    const followers = (await readPresenceFollowers(store)).filter(({ tenantId }) => isOurs(tenantId));
    await Promise.all(
      [...byTenant(followers)].map(async ([tenantId, ofTenant]) => {
        try {
          await look(tenantId, ofTenant);
        } catch (error) {
          log.warn('operators could not be looked at', { tenant: tenantId, error: asError(error) });
        }
      }),
    );
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
