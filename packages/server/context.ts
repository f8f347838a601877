import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { callId, effectId, type LegId, type TenantId } from '@switchboard/domain/ids';
import { createEntraClients } from '@switchboard/graph/auth/create-entra-clients';
import { lookAtLeg } from '@switchboard/graph/calls/look-at-leg';
import { type CallActions, createCallActions } from '@switchboard/graph/calls/perform-effect';
import { createGraphClient } from '@switchboard/graph/client/create-graph-client';
import type { GraphClient } from '@switchboard/graph/client/graph-request';
import { createNotificationVerifier } from '@switchboard/graph/notifications/verify-token';
import { type Clock, createClock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { keepRunning, type Service } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import { createSeal } from '@switchboard/store/access/seal';
import { openStore, type Store } from '@switchboard/store/access/store';
import { createServerPresence, type ServerPresence } from '@switchboard/store/feed/presence-of-server';
import { migrate } from '@switchboard/store/migrations/migrate';
import { findLegOwner } from '@switchboard/store/reads/leg-owner';
import { findQueueByInstance, findTenant } from '@switchboard/store/tenants/tenants';
import type { FastifyInstance } from 'fastify';
import { Outbox } from './act/outbox.ts';
import type { Config } from './config/config.ts';
import { type CallHandler, createCallHandler } from './handle/calls.ts';
import { createConsoleCommands } from './handle/console-commands.ts';
import { createDesk } from './handle/desk.ts';
import { createHistoryCommands } from './handle/history-commands.ts';
import { createPeopleCommands } from './handle/people-commands.ts';
import { createPreferenceCommands } from './handle/preference-commands.ts';
import { createTokenCaches } from './handle/token-caches.ts';
import { UnknownLegs } from './handle/unknown-legs.ts';
import { registerAdmin } from './http/admin.ts';
import { createDoctorChecks } from './http/admin-checks.ts';
import { createApp } from './http/app.ts';
import { registerAuth } from './http/auth.ts';
import { consoleBuild } from './http/console-build.ts';
import { registerContacts } from './http/contacts.ts';
import { registerHistoryFile } from './http/history-file.ts';
import { registerManual } from './http/manual.ts';
import { openSockets, type Sockets } from './http/sockets.ts';
import { createIdSource } from './id-source.ts';
import { callbackPath, changesOnly, registerNotifications } from './ingest/notifications.ts';
import { createCampWatch } from './jobs/camp-watch.ts';
import { createConsoleRoll } from './jobs/console-roll.ts';
import { createDeadlines } from './jobs/deadlines.ts';
import { createDirectorySync } from './jobs/directory/directory-sync.ts';
import { createPersonalContactsSync } from './jobs/directory/personal-contacts-sync.ts';
import { DistributionJob } from './jobs/distribution.ts';
import { createOperatorWatch } from './jobs/operator-watch.ts';
import { createPresenceFollow } from './jobs/presence-follow.ts';
import { createQueueWatch } from './jobs/queue-watch.ts';
import { createRetention } from './jobs/retention.ts';
import { createTakeOver } from './jobs/take-over.ts';
import { createPrompts, type PromptLibrary } from './media/prompts.ts';
import { createMessageWork, type MessageWork } from './message-work.ts';
import { createPeopleWork, type PeopleWork } from './people-work.ts';
import { createPresenceWork, type PresenceWork } from './presence-work.ts';
import { Hub } from './publish/hub.ts';

/** What a test may put in place of the real thing. */
export interface Overrides {
  readonly clock?: Clock;
  readonly newId?: IdSource;
}

/** A running server. */
export interface RunningServer {
  readonly store: Store;
  /** Where it listens. */
  readonly address: string;
  /** Lets the work that was taken on finish, and stops. */
  stop(): Promise<void>;
}

/** One request to Graph, headers and body together: longer than any that works takes. */
const graphTimeout = 10_000;

const consoleFolder = path.resolve(import.meta.dirname, '../console/dist');

/** Builds a server from its configuration, and starts it. */
export async function startServer(
  config: Config,
  log: Logger,
  overrides: Overrides = {},
): Promise<RunningServer> {
  const clock = overrides.clock ?? createClock({ now: Date.now, setTimeout, clearTimeout });
  const newId = overrides.newId ?? createIdSource(clock);
  await migrate(config.databaseUrl, log);
  const store = openStore(config.databaseUrl, log);
  const presence = await createServerPresence(config.databaseUrl, { clock, log });
  const seal = config.sealKeys === undefined ? undefined : createSeal(config.sealKeys, randomBytes);
  if (seal === undefined) log.warn('no SWITCHBOARD_TOKEN_KEY: operators sign in again after each start');
  const tokenCaches =
    seal === undefined ? {} : { tokenCaches: createTokenCaches({ store, clock, seal, log }) };
  const entra = createEntraClients({ ...config.entra, clock, log, ...tokenCaches });
  const { baseUrl } = config.graph;
  const graph = createGraphClient({ baseUrl, token: entra.appToken, clock, log, timeoutMs: graphTimeout });
  const { outbox, calls, unknownLegs } = createCallWork({
    config,
    store,
    clock,
    newId,
    presence,
    log,
    graph,
  });
  const hub = new Hub({
    ...{ store, clock, log, hasVoicemail: hasVoicemail(config) },
    consoleBuild: () => consoleBuild(consoleFolder),
  });
  presence.onBell((tenantId, events) => hub.ring(tenantId, events));
  const distribution = new DistributionJob({ store, clock, calls, log, owner: presence.owner });
  presence.onBell((tenantId) => distribution.ring(tenantId));
  const presences = createPresenceWork({ config, store, clock, newId, log, graph, entra, seal, presence });
  const { presenceOf, isOurs } = presences;
  const campWatch = createCampWatch({ store, clock, calls, presenceOf, isOurs, log });
  presence.onBell((tenantId) => campWatch.ring(tenantId), 'presences');

  const people = createPeopleWork({ config, store, clock, log, graph, entra, presenceOf });
  presence.onBell((tenantId) => people.ring(tenantId));

  const writing = createMessageWork({ store, clock, newId, log, graph, entra });

  const prompts = createPrompts(config.publicUrl);
  const app = await createApp({ log, clock, prompts, consoleFolder });
  const parts: WebParts = {
    config,
    store,
    clock,
    newId,
    log,
    owner: presence.owner,
    hub,
    presences,
    people,
    calls,
    unknownLegs,
    graph,
    entra,
    writing,
    prompts,
  };
  const sockets = await openWeb(app, parts);

  const reading = {
    store,
    clock,
    owner: presence.owner,
    ring: (tenantId: TenantId) => presence.ring(tenantId),
  };
  const services: Service[] = [
    presence,
    outbox,
    hub,
    ...people.services,
    ...presences.services,
    createDeadlines({ store, clock, calls, log }),
    createConsoleRoll({
      store,
      clock,
      owner: presence.owner,
      connectionIds: () => sockets.connectionIds(),
    }),
    createTakeOver({ store, clock, owner: presence.owner, calls, log }),
    createDirectorySync({ ...reading, log, graph }),
    createPersonalContactsSync({ ...reading, log, graph, newId, operatorTokens: entra.operatorTokens }),
    distribution,
    createQueueWatch({ store, clock, calls, log }),
    campWatch,
    createOperatorWatch(store, clock),
    createPresenceFollow({ store, clock, presenceOf, isOurs, log }),
    createRetention({ store, clock, log, owner: presence.owner }),
    writing.sender,
    unknownLegs,
  ];
  const stop = new AbortController();
  const running = services.map((service) => keepRunning(service, stop.signal, clock, log));
  const address = await app.listen({ host: config.host, port: config.port });
  log.info('the server listens', { address, publicUrl: config.publicUrl });
  return {
    store,
    address,
    async stop() {
      await sockets.close();
      await app.close();
      stop.abort();
      await Promise.all(running);
      await store.destroy();
    },
  };
}

interface CallWorkParts {
  readonly config: Config;
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly presence: ServerPresence;
  readonly log: Logger;
  readonly graph: GraphClient;
}

interface CallWork {
  readonly outbox: Outbox;
  readonly calls: CallHandler;
  readonly unknownLegs: UnknownLegs;
}

const hasVoicemail = ({ graph }: Config): boolean => graph.mailboxes === true;

/** Deciding and acting know of each other only here: effects go one way, what Graph says to them the other. */
function createCallWork(parts: CallWorkParts): CallWork {
  const { config, store, clock, newId, presence, log, graph } = parts;
  const { owner } = presence;
  const deltaRoster = config.graph.deltaRoster === true;
  const callbackUri = (_tenant: TenantId, _leg: string, callId: string): string =>
    `${config.publicUrl}${callbackPath}/${callId}${deltaRoster ? `/${changesOnly}` : ''}`;
  const mailboxes = hasVoicemail(config);
  const actions = createCallActions({ client: graph, callbackUri, log, deltaRoster, mailboxes });
  const outbox: Outbox = new Outbox({
    store,
    clock,
    owner,
    actions,
    log,
    async report({ tenantId, callId }, effect, fact, closed) {
      await calls.takeFact(tenantId, fact, { callId, closes: { effectId: effect.effectId, ...closed } });
      unknownLegs.doubt(tenantId, effect, fact);
    },
  });
  const calls = createCallHandler({
    store,
    clock,
    newId,
    owner,
    log,
    onEvents: (tenantId, events) => presence.ring(tenantId, events),
    onEffects: (tenantId, callId, claimed) => outbox.poke(tenantId, callId, claimed),
    onUnheard: (tenantId, callId) => outbox.missedAnswer(tenantId, callId),
  });
  const unknownLegs = new UnknownLegs({
    clock,
    log,
    ownerOf: (tenantId, leg) => findLegOwner(store, tenantId, leg),
    isQueue: async (tenantId, instance) =>
      (await findQueueByInstance(store, tenantId, instance)) !== undefined,
    look: (tenantId, leg) => lookAtLeg({ client: graph, tenantId, leg }),
    takeOn: (incoming) => calls.takeIncoming(incoming),
    hangUp: (tenantId, leg) => endLeg(actions, { tenantId, leg, newId, log }),
  });
  return { outbox, calls, unknownLegs };
}

/** Ends a leg that no call is about: there is no outbox that it could go through. */
async function endLeg(
  actions: CallActions,
  { tenantId, leg, newId, log }: { tenantId: TenantId; leg: LegId; newId: IdSource; log: Logger },
): Promise<void> {
  const nobody = callId(newId());
  const effect = { type: 'hangUp', effectId: effectId(newId()), leg } as const;
  const outcome = await actions.perform(effect, { tenantId, callId: nobody });
  log.info('a leg without a call was ended', { leg, outcome: outcome.type });
}

interface WebParts {
  readonly config: Config;
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly log: Logger;
  readonly owner: number;
  readonly hub: Hub;
  readonly presences: PresenceWork;
  readonly people: PeopleWork;
  readonly calls: CallHandler;
  readonly unknownLegs: UnknownLegs;
  readonly graph: GraphClient;
  readonly entra: ReturnType<typeof createEntraClients>;
  readonly writing: MessageWork;
  readonly prompts: PromptLibrary;
}

async function openWeb(app: FastifyInstance, parts: WebParts): Promise<Sockets> {
  const {
    config,
    store,
    clock,
    newId,
    log,
    owner,
    hub,
    presences,
    people,
    calls,
    unknownLegs,
    graph,
    entra,
    writing,
    prompts,
  } = parts;
  const { publicUrl } = config;
  const pastCalls = { store, numbers: people.numbers };
  const sockets = openSockets(app.server, {
    store,
    clock,
    newId,
    owner,
    log,
    publicUrl,
    feed: hub,
    presence: presences.board,
    peopleFeed: people.feed,
    search: people.search,
    commands: createConsoleCommands({ store, calls, hasVoicemail: hasVoicemail(config) }),
    desk: createDesk(store, clock),
    people: createPeopleCommands({
      store,
      clock,
      newId,
      filters: people.filters,
      presenceOf: presences.presenceOf,
    }),
    calendars: writing.calendars,
    messages: writing.messages,
    history: createHistoryCommands({ ...pastCalls, presenceOf: presences.presenceOf }),
    preferences: createPreferenceCommands(store, clock),
  });
  const onSignedOut = (tokenHash: string): void => sockets.signedOut(tokenHash);
  registerAuth(app, { store, clock, entra, log, publicUrl, onSignedOut, onLeft: presences.onLeft });
  const verifier = createNotificationVerifier({
    openIdConfigurationUrl: config.graph.notificationsOpenIdUrl,
    issuers: config.graph.notificationIssuers,
    audience: config.entra.clientId,
    clock,
  });
  const isKnownTenant = async (id: TenantId): Promise<boolean> => (await findTenant(store, id)) !== undefined;
  registerAdmin(app, {
    adminToken: config.adminToken,
    store,
    clock,
    newId,
    checks: createDoctorChecks({ config, store, entra, graph, clock }),
    defaultPrompts: prompts,
  });
  registerContacts(app, { store, clock, newId, publicUrl });
  registerHistoryFile(app, { ...pastCalls, clock, log });
  await registerManual(app);
  await presences.registerChanges(app);
  registerNotifications(app, { verifier, calls, unknownLegs, log, isKnownTenant });
  return sockets;
}
