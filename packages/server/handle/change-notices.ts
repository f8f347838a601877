import type { TenantId } from '@switchboard/domain/ids';
import type { ChangeNotice, KnownSubscription } from '@switchboard/graph/subscriptions/change-notice';
import { namedInNotices, readChangeNotices } from '@switchboard/graph/subscriptions/read-change-notices';
import type { ValidationTokenVerifier } from '@switchboard/graph/subscriptions/verify-validation-tokens';
import type { Clock, Instant } from '@switchboard/kit/clock';
import type { Logger } from '@switchboard/kit/logger';
import type { Seal } from '@switchboard/store/access/seal';
import type { Store } from '@switchboard/store/access/store';
import { wakeDirectory } from '@switchboard/store/directory/wake-directory';
import { type SaidPresence, writePresences } from '@switchboard/store/presence/presences';
import {
  directoryHost,
  findSubscriptions,
  noteSubscriptionEvent,
} from '@switchboard/store/presence/subscriptions';
import type { NoticeKeys } from './notice-keys.ts';
import { presenceFromGraph } from './presence-from-graph.ts';

export interface ChangeNoticeParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly seal: Seal | undefined;
  readonly keys: NoticeKeys | undefined;
  readonly verify: ValidationTokenVerifier;
  /** Told when presences have changed in the database. */
  readonly onNews: (tenantId: TenantId) => void;
  /** Told when something is to be done about subscriptions. */
  readonly onDue: (tenantId: TenantId) => void;
}

/** Takes what Graph says by subscriptions. Duplicates, strangers and nonsense change nothing. */
export interface ChangeNotices {
  /** @param receivedAt when the body came: what it says is as old */
  take(body: unknown, receivedAt: Instant): Promise<void>;
}

/** What a subscription's secret is bound to where it is kept. */
export const clientStateOf = (tenantId: TenantId, host: string): string => `client state ${tenantId} ${host}`;

/** Graph's ids are guids; whatever else stands in their place is looked up nowhere. */
const plainId = /^[\w-]{1,128}$/;

/** Opening a notice is 1 ms of RSA: after so many, whatever else waits has its turn. */
const itemsAtOnce = 8;

export function createChangeNotices(parts: ChangeNoticeParts): ChangeNotices {
  const { store, clock, log, seal, keys, verify, onNews, onDue } = parts;

  async function knownAmong(ids: readonly string[]): Promise<ReadonlyMap<string, KnownSubscription>> {
    const found = await findSubscriptions(
      store,
      ids.filter((id) => plainId.test(id)),
    );
    return new Map(
      found.flatMap(({ tenantId, host, subscriptionId, clientState }) => {
        const secret = clientState && seal?.open(clientState, clientStateOf(tenantId, host));
        if (subscriptionId === undefined || secret === undefined) return [];
        const about = host === directoryHost ? 'users' : 'presence';
        return [[subscriptionId, { tenantId, clientState: secret, about }]];
      }),
    );
  }

  async function apply(
    tenantId: TenantId,
    notices: readonly ChangeNotice[],
    receivedAt: Instant,
  ): Promise<void> {
    const said = notices.flatMap((notice) =>
      notice.type === 'presenceChanged' ? [saidBy(notice, receivedAt)] : [],
    );
    const newest = [...new Map(said.map((each) => [each.personId, each])).values()];
    if ((await writePresences(store, tenantId, newest)) > 0) onNews(tenantId);
    let isDue = false;
    for (const notice of notices) {
      if (notice.type === 'presenceChanged') continue;
      if (notice.type === 'directoryChanged') {
        await wakeDirectory(store, tenantId, clock.now());
        continue;
      }
      isDue = true;
      await noteSubscriptionEvent(store, tenantId, notice.subscriptionId, eventOf(notice), clock.now());
    }
    if (isDue) onDue(tenantId);
  }

  return {
    async take(body, receivedAt) {
      const named = namedInNotices(body);
      if (!named.ok) return;
      const known = await knownAmong(named.value.subscriptionIds);
      if (known.size === 0) {
        log.info('notices of subscriptions that are not ours', { count: named.value.subscriptionIds.length });
        return;
      }
      const { vouched, refusals } = await verify(named.value.validationTokens);
      for (const refusal of refusals) log.warn('a validation token is not accepted', { code: refusal.code });
      const opening = (await keys?.opening()) ?? [];
      const notices: ChangeNotice[] = [];
      const ignored: string[] = [];
      for (const part of inParts(body)) {
        const read = readChangeNotices(part, { known, keys: opening, vouched });
        if (!read.ok) continue;
        notices.push(...read.value.notices);
        ignored.push(...read.value.ignored);
        await new Promise<void>((resolve) => clock.after(0, resolve));
      }
      if (ignored.length > 0) log.info('notices ignored', { count: ignored.length, first: ignored[0] });
      for (const [tenantId, ofTenant] of Map.groupBy(notices, (notice) => notice.tenantId))
        await apply(tenantId, ofTenant, receivedAt);
    },
  };
}

/** The same body some items at a time. */
function* inParts(body: unknown): Generator {
  const { value } = body as { readonly value: readonly unknown[] };
  for (let from = 0; from < value.length; from += itemsAtOnce)
    yield { value: value.slice(from, from + itemsAtOnce) };
}

type PresenceChanged = Extract<ChangeNotice, { type: 'presenceChanged' }>;

const saidBy = ({ presence }: PresenceChanged, saidAt: Instant): SaidPresence => ({
  ...presenceFromGraph(presence),
  saidAt,
  isWhole: false,
});

function eventOf({
  type,
}: Exclude<ChangeNotice, PresenceChanged | { type: 'directoryChanged' }>): Parameters<
  typeof noteSubscriptionEvent
>[3] {
  switch (type) {
    case 'renewalAsked':
      return 'renewalAsked';
    case 'subscriptionRemoved':
      return 'removed';
    case 'noticesMissed':
    case 'presenceMoved':
      return 'missed';
  }
}
