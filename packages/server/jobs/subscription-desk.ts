import { randomBytes } from 'node:crypto';
import { type PersonId, personId, type TenantId } from '@switchboard/domain/ids';
import { operatorAsker } from '@switchboard/graph/auth/operator-asker';
import type { OperatorTokens } from '@switchboard/graph/auth/operator-tokens';
import type { Asker } from '@switchboard/graph/client/asker';
import type { GraphClient } from '@switchboard/graph/client/graph-request';
import {
  findSubscription,
  listSubscriptions,
  renewSubscription,
  type SubscriptionRefusal,
  subscribe,
  unsubscribe,
} from '@switchboard/graph/subscriptions/subscribe';
import { renewAt, type Subscription } from '@switchboard/graph/subscriptions/subscription';
import {
  type NoticeAddress,
  presenceSubscription,
  usersSubscription,
} from '@switchboard/graph/subscriptions/wanted-subscription';
import type { Clock, Instant } from '@switchboard/kit/clock';
import type { Logger } from '@switchboard/kit/logger';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { Seal } from '@switchboard/store/access/seal';
import type { Store } from '@switchboard/store/access/store';
import { coverPresences } from '@switchboard/store/presence/presences';
import {
  directoryHost,
  dropSubscription,
  prolongSubscription,
  putSubscription,
  type StoredSubscription,
} from '@switchboard/store/presence/subscriptions';
import { clientStateOf } from '../handle/change-notices.ts';
import type { NoticeKeys } from '../handle/notice-keys.ts';
import { operatorScopes } from '../handle/operator-scopes.ts';
import type { AskAbout } from './ask-about.ts';

export interface SubscriptionDeskParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly graph: GraphClient;
  readonly tokens: OperatorTokens;
  readonly seal: Seal;
  readonly keys: NoticeKeys;
  /** Where Graph tells, and where of the subscription itself; https for Microsoft. */
  readonly addresses: Omit<NoticeAddress, 'clientState'>;
  readonly askAbout: AskAbout;
  /** Told when it has changed who is covered. */
  readonly onNews: (tenantId: TenantId) => void;
}

const minute = 60_000;
/**
 * A subscription that Graph has vouched for counts for so long: nothing tells that one is lost in silence, so who is
 * told of by it alone is shown with an age after that. In milliseconds.
 */
const trustedFor = 5 * minute;
/** What to wait for before the same is tried again, by why it failed. In milliseconds. */
const waits: Readonly<Record<Problem, number>> = {
  exists: 2_000,
  gone: 5_000,
  graph: minute,
  notReached: 2 * minute,
  // Somebody has to consent, or to sign in again: neither happens this minute.
  noRight: 10 * minute,
  signIn: 10 * minute,
};

type Problem = SubscriptionRefusal['code'] | 'signIn';

/** `lost`: Graph does not know it, so changes may have been told to nobody. `unsaid`: it is not known. */
export type Fate = 'lives' | 'lost' | 'unsaid';

/** Makes, renews and ends subscriptions at Graph, and keeps the rows about them true. */
export interface SubscriptionDesk {
  /** Makes one in the place of the host's own. */
  make(tenantId: TenantId, host: string, personIds: readonly PersonId[]): Promise<void>;
  renew(tenantId: TenantId, known: StoredSubscription): Promise<Fate>;
  /** Asks Graph whether it is still there, and counts on it for a while longer if so. */
  check(tenantId: TenantId, known: StoredSubscription): Promise<Fate>;
  /** Ends it at Graph if that can be reached, and forgets it. */
  end(tenantId: TenantId, known: StoredSubscription): Promise<void>;
}

export function createSubscriptionDesk(parts: SubscriptionDeskParts): SubscriptionDesk {
  const { store, clock, log, graph, tokens, seal, keys, addresses, askAbout, onNews } = parts;

  /** By whose rights Graph is asked about a host's subscription. */
  async function askerFor(tenantId: TenantId, host: string): Promise<Result<Asker, Problem>> {
    if (host === directoryHost) return ok({ tenantId });
    const asker = await operatorAsker(
      tokens,
      { tenantId, personId: personId(host) },
      operatorScopes.presence,
    );
    if (asker.ok) return asker;
    const { code } = asker.refusal;
    return refused(code === 'unreachable' ? 'graph' : code === 'signIn' ? 'signIn' : 'noRight');
  }

  async function failed(tenantId: TenantId, known: StoredSubscription, problem: Problem): Promise<void> {
    log.info('a subscription is not there', {
      tenantId,
      isOfDirectory: known.host === directoryHost,
      problem,
    });
    await putSubscription(store, tenantId, { ...known, dueAt: clock.now() + waits[problem], problem });
  }

  /** Graph has none of this id any more, or not for us. */
  async function lose(tenantId: TenantId, known: StoredSubscription, problem: Problem): Promise<void> {
    const { subscriptionId: _, ...rest } = known;
    await cover(tenantId, known, null);
    await failed(tenantId, rest, problem);
  }

  /** Nobody vouches for it now: whoever it tells of is polled, and has an age, until somebody does. */
  async function doubt(tenantId: TenantId, known: StoredSubscription): Promise<Fate> {
    await cover(tenantId, known, null);
    return 'unsaid';
  }

  const trustedUntil = ({ expiresAt }: StoredSubscription): Instant =>
    Math.min(expiresAt, clock.now() + trustedFor);

  async function wantedFor(host: string, personIds: readonly PersonId[], clientState: string) {
    const address: NoticeAddress = { ...addresses, clientState };
    return host === directoryHost
      ? usersSubscription(address, clock.now())
      : presenceSubscription(personIds, address, await keys.current(), clock.now());
  }

  /** Whatever Graph has of ours in this host's name, and we know nothing of. */
  async function clear(asker: Asker): Promise<void> {
    const found = await listSubscriptions(graph, asker);
    const ours = (found.ok ? found.value : []).filter(
      ({ notificationUrl }) => notificationUrl === addresses.notificationUrl,
    );
    for (const { id } of ours) await unsubscribe(graph, asker, id);
  }

  async function cover(
    tenantId: TenantId,
    { host, personIds }: StoredSubscription,
    until: Instant | null,
  ): Promise<void> {
    if (host === directoryHost) return;
    await coverPresences(store, tenantId, personIds, until);
    onNews(tenantId);
  }

  function lives(known: StoredSubscription, subscription: Subscription, from: Instant): StoredSubscription {
    const { problem: _, ...rest } = known;
    const { id: subscriptionId, expiresAt } = subscription;
    return { ...rest, subscriptionId, expiresAt, dueAt: renewAt(from, subscription) };
  }

  return {
    async make(tenantId, host, personIds) {
      const now = clock.now();
      const nothing = { host, personIds, madeAt: now, expiresAt: 0, dueAt: now, isDoubted: false };
      const asker = await askerFor(tenantId, host);
      if (!asker.ok) return failed(tenantId, nothing, asker.refusal);
      const clientState = randomBytes(32).toString('base64url');
      const wanted = await wantedFor(host, personIds, clientState);
      const made = await subscribe(graph, asker.value, wanted);
      if (!made.ok) {
        if (made.refusal.code === 'exists') await clear(asker.value);
        return failed(tenantId, nothing, made.refusal.code);
      }
      const sealed = seal.seal(clientState, clientStateOf(tenantId, host));
      const known = lives({ ...nothing, clientState: sealed }, made.value, now);
      await putSubscription(store, tenantId, known);
      // What changed since the last reading was told to nobody.
      if (host !== directoryHost && (await askAbout(tenantId, personIds)))
        await cover(tenantId, known, trustedUntil(known));
    },
    async renew(tenantId, known) {
      const { subscriptionId, host } = known;
      if (subscriptionId === undefined) return 'unsaid';
      const asker = await askerFor(tenantId, host);
      if (!asker.ok) {
        await failed(tenantId, known, asker.refusal);
        return doubt(tenantId, known);
      }
      const now = clock.now();
      const until = Date.parse((await wantedFor(host, known.personIds, '')).expirationDateTime);
      const renewed = await renewSubscription(graph, asker.value, subscriptionId, until);
      if (renewed.ok) {
        const living = lives(known, renewed.value, now);
        await prolongSubscription(store, tenantId, living);
        await cover(tenantId, living, trustedUntil(living));
        return 'lives';
      }
      const { code } = renewed.refusal;
      const isLost = code === 'gone' || code === 'noRight';
      await (isLost ? lose : failed)(tenantId, known, code);
      return isLost ? 'lost' : doubt(tenantId, known);
    },
    async check(tenantId, known) {
      const { subscriptionId, host } = known;
      if (subscriptionId === undefined) return 'unsaid';
      const asker = await askerFor(tenantId, host);
      if (!asker.ok) return doubt(tenantId, known);
      const found = await findSubscription(graph, asker.value, subscriptionId);
      if (found.ok) {
        await cover(tenantId, known, trustedUntil(known));
        return 'lives';
      }
      if (found.refusal.code !== 'gone') return doubt(tenantId, known);
      await lose(tenantId, known, 'gone');
      return 'lost';
    },
    async end(tenantId, known) {
      await dropSubscription(store, tenantId, known.host);
      await cover(tenantId, known, null);
      const asker = known.subscriptionId === undefined ? undefined : await askerFor(tenantId, known.host);
      if (known.subscriptionId !== undefined && asker?.ok === true)
        await unsubscribe(graph, asker.value, known.subscriptionId);
    },
  };
}
