import type { TenantId } from '@switchboard/domain/ids';
import type { EntraClientsForOperators } from '@switchboard/graph/auth/create-entra-clients';
import { openIdConfigurationUrl, readLoginBase } from '@switchboard/graph/auth/login-base';
import type { PersonKey } from '@switchboard/graph/auth/token-cache-store';
import type { GraphProblem } from '@switchboard/graph/client/graph-problem';
import type { GraphClient } from '@switchboard/graph/client/graph-request';
import { readPresences } from '@switchboard/graph/presence/presences';
import {
  createValidationTokenVerifier,
  microsoftIssuers,
} from '@switchboard/graph/subscriptions/verify-validation-tokens';
import type { Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import type { Service } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import { ok, refused } from '@switchboard/kit/result';
import type { Seal } from '@switchboard/store/access/seal';
import type { Store } from '@switchboard/store/access/store';
import type { ServerPresence } from '@switchboard/store/feed/presence-of-server';
import { readSubscriptions } from '@switchboard/store/presence/subscriptions';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config/config.ts';
import { createChangeNotices } from './handle/change-notices.ts';
import { createNoticeKeys, type NoticeKeys } from './handle/notice-keys.ts';
import { presenceFromGraph } from './handle/presence-from-graph.ts';
import { changesPath, createChangeNoticePosts, lifecyclePath } from './ingest/change-notices.ts';
import { createAskAbout } from './jobs/ask-about.ts';
import type { ReadPresences, ReadProblem } from './jobs/presence-asker.ts';
import { PresencePoller } from './jobs/presence-poller.ts';
import { createSubscriptionDesk, type SubscriptionDesk } from './jobs/subscription-desk.ts';
import { createSubscriptionKeeper } from './jobs/subscription-keeper.ts';
import { createPresenceOf, type PresenceOf } from './present/presence-of.ts';
import { PresenceBoard } from './publish/presence-board.ts';

export interface PresenceWorkParts {
  readonly config: Config;
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly log: Logger;
  readonly graph: GraphClient;
  readonly entra: EntraClientsForOperators;
  /** Without one there are no subscriptions: their secrets could not be kept. */
  readonly seal: Seal | undefined;
  readonly presence: ServerPresence;
}

/** Presence: read by one server of each tenant, kept in the database, told by every server to its screens. */
export interface PresenceWork {
  readonly board: PresenceBoard;
  readonly presenceOf: PresenceOf;
  readonly services: readonly Service[];
  /** Whether this server polls the presence of a tenant. */
  isOurs(tenantId: TenantId): boolean;
  /** Where Graph tells of changes. */
  registerChanges(app: FastifyInstance): Promise<void>;
  /** An operator's last session ended: their subscription is ended while their tokens are still there. */
  onLeft(person: PersonKey): Promise<void>;
}

/** In half a minute; Microsoft takes twice as many (docs/graph/limits-that-are-counted.md). */
const usualRequests = 750;
/** Nobody who signs out waits longer for Graph, in milliseconds. */
const leavePatience = 2_000;

export function createPresenceWork(parts: PresenceWorkParts): PresenceWork {
  const { config, store, clock, newId, log, graph, seal, presence } = parts;
  const { owner } = presence;
  const read = presenceReader(graph);
  const onNews = (tenantId: TenantId): void => presence.ringAbout(tenantId, 'presences');
  const limit = config.graph.presenceRequests ?? usualRequests;
  const poller = new PresencePoller({ store, clock, log, owner, read, limit, onNews });
  const onWatched = (tenantId: TenantId): void => presence.ringAbout(tenantId, 'watched');
  const board = new PresenceBoard({ store, clock, log, owner, onWatched });
  presence.onBell((tenantId) => board.ring(tenantId), 'presences');
  presence.onBell((tenantId) => poller.ring(tenantId), 'watched');

  const keys = seal && createNoticeKeys({ store, clock, newId, seal });
  const onDue = (tenantId: TenantId): void => presence.ringAbout(tenantId, 'subscriptions');
  const verify = createValidationTokenVerifier({
    openIdConfigurationUrl: openIdConfigurationUrl(readLoginBase(config.entra.loginBaseUrl), 'common'),
    audience: config.entra.clientId,
    issuers: microsoftIssuers,
    clock,
  });
  const notices = createChangeNotices({ store, clock, log, seal, keys, verify, onNews, onDue });
  const posts = createChangeNoticePosts({ notices, clock, log });
  const subscriptions = seal && keys && createSubscriptionWork({ ...parts, seal, keys, onNews });
  presence.onBell(() => subscriptions?.keeper.ring(), 'subscriptions');
  return {
    board,
    presenceOf: createPresenceOf(store, clock),
    services: [board, poller, posts, ...(subscriptions === undefined ? [] : [subscriptions.keeper])],
    isOurs: (tenantId) => poller.holds(tenantId),
    registerChanges: (app) => posts.register(app),
    async onLeft({ tenantId, personId }) {
      const known = (await readSubscriptions(store, tenantId)).find(({ host }) => host === personId);
      if (known === undefined || subscriptions === undefined) return;
      const patience = new Promise<void>((resolve) => clock.after(leavePatience, resolve));
      await Promise.race([subscriptions.desk.end(tenantId, known), patience]);
      onDue(tenantId);
    },
  };
}

interface SubscriptionParts extends PresenceWorkParts {
  readonly seal: Seal;
  readonly keys: NoticeKeys;
  readonly onNews: (tenantId: TenantId) => void;
}

function createSubscriptionWork(parts: SubscriptionParts): {
  readonly desk: SubscriptionDesk;
  readonly keeper: ReturnType<typeof createSubscriptionKeeper>;
} {
  const { config, store, clock, log, onNews, presence } = parts;
  const onWatched = (tenantId: TenantId): void => presence.ringAbout(tenantId, 'watched');
  const askAbout = createAskAbout({ store, clock, onWatched });
  const addresses = {
    notificationUrl: `${config.publicUrl}${changesPath}`,
    lifecycleUrl: `${config.publicUrl}${lifecyclePath}`,
  };
  const tokens = parts.entra.operatorTokens;
  const desk = createSubscriptionDesk({ ...parts, tokens, addresses, askAbout, onNews });
  const keeper = createSubscriptionKeeper({ store, clock, log, owner: presence.owner, desk, askAbout });
  return { desk, keeper };
}

function presenceReader(graph: GraphClient): ReadPresences {
  return async (tenantId, ids) => {
    const read = await readPresences(graph, tenantId, ids);
    return read.ok ? ok(read.value.map(presenceFromGraph)) : refused(problemOf(read.refusal));
  };
}

const problemOf = (problem: GraphProblem): ReadProblem => ({
  message: problem.message,
  isThrottled: problem.kind === 'throttled',
  ...('retryAfterMs' in problem && problem.retryAfterMs !== undefined
    ? { retryAfterMs: problem.retryAfterMs }
    : {}),
});
