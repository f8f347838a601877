import type { Clock } from '@switchboard/kit/clock';
import { type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import type { Store } from '@switchboard/store/access/store';
import { forgetPeople } from '@switchboard/store/directory/forget-people';
import { forgetMailboxes } from '@switchboard/store/directory/mailboxes';
import { readDirectorySettings } from '@switchboard/store/directory/settings';
import { releaseLeases, takeLease } from '@switchboard/store/feed/leases';
import { forgetSome } from '@switchboard/store/retention/forget';
import { listTenants, type Tenant } from '@switchboard/store/tenants/tenants';

export interface RetentionParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  /** This server. */
  readonly owner: number;
}

const day = 24 * 3_600_000;
/** What is kept for days may stay an hour longer. */
const lookEvery = 3_600_000;
/** Contacts of an operator that nobody could read for so long are erased: they are not here, or lent us no right. */
const contactDays = 30;
/** Calls go first: deleting leaves the database time between its small steps. */
const pauseBetween = 200;
/** In one round of a tenant: the rest is for the next round, so that one with years behind it keeps nobody waiting. */
const mostSteps = 500;

const work = 'retention';
/** Longer than a step takes, in milliseconds: kept with each step, given back after the round. */
const leaseFor = 60_000;

/** Deletes what is older than its tenant keeps it, of one tenant one server at a time. */
export function createRetention({ store, clock, log, owner }: RetentionParts): Service {
  async function forget({ tenantId, keepDays }: Tenant, signal: StopSignal): Promise<void> {
    if (!(await isOurs(tenantId))) return;
    const now = clock.now();
    const { formerDays } = await readDirectorySettings(store, tenantId);
    await inSteps(tenantId, signal, () => forgetSome(store, tenantId, now - keepDays * day));
    const former = { until: now - formerDays * day, now };
    await inSteps(tenantId, signal, () => forgetPeople(store, tenantId, former));
    await forgetMailboxes(store, tenantId, now - contactDays * day);
  }

  function isOurs(tenantId: Tenant['tenantId']): Promise<boolean> {
    const now = clock.now();
    return takeLease(store, { tenantId, work, owner }, { now, until: now + leaseFor });
  }

  /** @param step returns whether there is more */
  async function inSteps(
    tenantId: Tenant['tenantId'],
    signal: StopSignal,
    step: () => Promise<boolean>,
  ): Promise<void> {
    for (let steps = 1; steps <= mostSteps && !signal.aborted; steps += 1) {
      if (!(await isOurs(tenantId)) || !(await step())) return;
      await sleep(pauseBetween, signal, clock);
    }
    log.info('more is left to delete than one round takes', { tenant: tenantId });
  }

  return {
    name: 'retention',
    async run(signal: StopSignal) {
      while (!signal.aborted) {
        for (const tenant of await listTenants(store)) if (!signal.aborted) await forget(tenant, signal);
        await releaseLeases(store, owner, work);
        await sleep(lookEvery, signal, clock);
      }
    },
  };
}
