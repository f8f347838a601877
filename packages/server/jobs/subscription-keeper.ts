import type { PersonId, TenantId } from '@switchboard/domain/ids';
import { mostWatched } from '@switchboard/graph/subscriptions/wanted-subscription';
import type { Clock, Instant } from '@switchboard/kit/clock';
import { asError, type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import { Wake } from '@switchboard/kit/wake';
import type { Store } from '@switchboard/store/access/store';
import { wakeDirectory } from '@switchboard/store/directory/wake-directory';
import { leaveLeases, takeLeases } from '@switchboard/store/presence/leases';
import { coverPresences } from '@switchboard/store/presence/presences';
import {
  directoryHost,
  readHosts,
  readShown,
  readSubscriptions,
  type StoredSubscription,
  settleSubscription,
} from '@switchboard/store/presence/subscriptions';
import type { AskAbout } from './ask-about.ts';
import type { Fate, SubscriptionDesk } from './subscription-desk.ts';
import { planSubscriptions } from './subscription-plan.ts';

export interface SubscriptionKeeperParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly owner: number;
  readonly desk: SubscriptionDesk;
  readonly askAbout: AskAbout;
}

export interface SubscriptionKeeper extends Service {
  /** Something is to be done about a subscription. */
  ring(): void;
}

const work = 'subscriptions';
/** Every tenant is looked at this often, in milliseconds. */
const lookEvery = 5_000;
/** A server that dies is followed by another after so long. */
const leaseFor = 20_000;
/** What a server needs until it listens, and more. */
const startAfter = 1_000;
/** Who is on a screen for so long is worth a subscription; who was only typed past is not. */
const steadyAfter = 10_000;
/** Graph is asked this often whether it still knows a subscription: one that is lost in silence tells nobody. */
const checkEvery = 2 * 60_000;

/** Keeps the subscriptions of each tenant: as many as are needed, renewed in time, made anew when they are lost. */
export function createSubscriptionKeeper(parts: SubscriptionKeeperParts): SubscriptionKeeper {
  const { store, clock, log, owner, desk, askAbout } = parts;
  const wake = new Wake();
  const seenSince = new Map<TenantId, Map<PersonId, Instant>>();
  const busy = new Set<TenantId>();
  /** When this server last asked Graph about a host's; one that it takes over is checked at once. */
  const vouched = new Map<string, { readonly subscriptionId: string; readonly at: Instant }>();

  /** Those who have been on screens for a while, and all who are near. */
  async function wantedOf(tenantId: TenantId): Promise<readonly PersonId[]> {
    const now = clock.now();
    const { onScreens, near } = await readShown(store, tenantId, now);
    const before = seenSince.get(tenantId);
    const since = new Map(onScreens.map((id) => [id, before?.get(id) ?? now]));
    seenSince.set(tenantId, since);
    return [...near, ...onScreens.filter((id) => now - (since.get(id) ?? now) >= steadyAfter)];
  }

  /** Renews what is due, and asks after what Graph has not vouched for lately. Undefined: neither. */
  async function lookAfter(tenantId: TenantId, known: StoredSubscription): Promise<Fate | undefined> {
    const { host, subscriptionId, madeAt, dueAt, expiresAt } = known;
    const now = clock.now();
    if (subscriptionId === undefined || expiresAt <= now) return undefined;
    const name = `${tenantId} ${host}`;
    const before = vouched.get(name);
    const askedAt = before?.subscriptionId === subscriptionId ? before.at : madeAt;
    if (dueAt > now && now - askedAt < checkEvery) return undefined;
    vouched.set(name, { subscriptionId, at: now });
    return dueAt <= now ? desk.renew(tenantId, known) : desk.check(tenantId, known);
  }

  async function keepDirectory(tenantId: TenantId, known: StoredSubscription | undefined): Promise<void> {
    if (known === undefined) return desk.make(tenantId, directoryHost, []);
    const { subscriptionId, isDoubted, dueAt, expiresAt } = known;
    if (isDoubted) {
      await wakeDirectory(store, tenantId, clock.now());
      if (subscriptionId !== undefined)
        await settleSubscription(store, tenantId, directoryHost, subscriptionId);
    }
    const isThere = subscriptionId !== undefined && expiresAt > clock.now();
    if (!isThere && dueAt <= clock.now()) return desk.make(tenantId, directoryHost, []);
    // What changed since it was lost was told to nobody.
    if ((await lookAfter(tenantId, known)) === 'lost') await wakeDirectory(store, tenantId, clock.now());
  }

  async function keepOne(tenantId: TenantId, known: StoredSubscription): Promise<void> {
    const { host, subscriptionId, personIds, isDoubted } = known;
    if (isDoubted && (await askAbout(tenantId, personIds)) && subscriptionId !== undefined)
      await settleSubscription(store, tenantId, host, subscriptionId);
    if (subscriptionId === undefined && isDoubted) {
      await coverPresences(store, tenantId, personIds, null);
      return desk.make(tenantId, host, personIds);
    }
    await lookAfter(tenantId, known);
  }

  async function keepPresence(tenantId: TenantId, known: readonly StoredSubscription[]): Promise<void> {
    const hosts = await readHosts(store, tenantId, clock.now());
    const here = new Set<string>(hosts);
    for (const each of known) {
      if (here.has(each.host)) await keepOne(tenantId, each);
      else await desk.end(tenantId, each);
    }
    const now = clock.now();
    const subscriptions = (await readSubscriptions(store, tenantId)).filter(isOfPresence);
    const wanted = hosts.length === 0 ? [] : await wantedOf(tenantId);
    const plan = planSubscriptions({ wanted, hosts, subscriptions, most: mostWatched, now });
    for (const each of subscriptions) {
      const isReplaced = plan.make?.host === each.host && each.subscriptionId !== undefined;
      if (plan.end.includes(each.host) || isReplaced) await desk.end(tenantId, each);
    }
    if (plan.make !== undefined) await desk.make(tenantId, plan.make.host, plan.make.personIds);
  }

  async function keep(tenantId: TenantId): Promise<void> {
    if (busy.has(tenantId)) return;
    busy.add(tenantId);
    try {
      const known = await readSubscriptions(store, tenantId);
      await keepDirectory(
        tenantId,
        known.find(({ host }) => host === directoryHost),
      );
      await keepPresence(tenantId, known.filter(isOfPresence));
    } catch (error) {
      log.warn('subscriptions could not be kept', { tenant: tenantId, error: asError(error) });
    } finally {
      busy.delete(tenantId);
    }
  }

  return {
    name: 'subscription keeper',
    ring: () => wake.ring(),
    async run(signal: StopSignal) {
      signal.addEventListener('abort', () => wake.ring(), { once: true });
      const underWay = new Set<Promise<void>>();
      // Graph asks our address first: it has to be open by then.
      await sleep(startAfter, signal, clock);
      while (!signal.aborted) {
        const now = clock.now();
        for (const tenantId of await takeLeases(store, work, { owner, now, until: now + leaseFor })) {
          const kept = keep(tenantId).finally(() => underWay.delete(kept));
          underWay.add(kept);
        }
        await wake.waitAtMost(lookEvery, clock);
      }
      await Promise.all(underWay);
      await leaveLeases(store, work, owner);
    },
  };
}

const isOfPresence = ({ host }: StoredSubscription): boolean => host !== directoryHost;
