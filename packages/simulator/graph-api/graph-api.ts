import type { Result } from '@switchboard/kit/result';
import type { FastifyInstance } from 'fastify';
import type { World } from '../world/world.ts';
import { calendarRoutes } from './calendar/calendar-routes.ts';
import type { CallApplication, CallContext } from './calls/call-context.ts';
import { CallNotifier } from './calls/call-notifier.ts';
import { CallRegistry } from './calls/call-registry.ts';
import { callRoutes } from './calls/call-routes.ts';
import { forget } from './calls/call-states.ts';
import { followWorld } from './calls/follow-world.ts';
import type { GraphCall } from './calls/graph-call.ts';
import { announce } from './calls/incoming-call.ts';
import { tellTone } from './calls/tones.ts';
import { chatRoutes } from './chats/chat-routes.ts';
import { Delivery, type DeliveryPlan, type Outgoing } from './delivery/delivery.ts';
import { Errands } from './delivery/errands.ts';
import { PromptStore } from './delivery/prompt-store.ts';
import type { RoundFate } from './delta/delta-feed.ts';
import { grantRoutes } from './grants/grant-routes.ts';
import type { GrantedPrincipal } from './grants/permission-grant.ts';
import { groupRoutes } from './groups/group-routes.ts';
import { Limiter } from './limits/limiter.ts';
import { mailRoutes } from './mail/mail-routes.ts';
import { mailboxRoutes } from './mailbox/mailbox-routes.ts';
import { orgContactRoutes } from './org-contacts/org-contact-routes.ts';
import { personalContactRoutes } from './personal-contacts/contact-routes.ts';
import { presenceRoutes } from './presence/presence-routes.ts';
import { ChangeTeller } from './subscriptions/change-teller.ts';
import { kindFates, type SubscriptionFates } from './subscriptions/subscription-fate.ts';
import { subscriptionRoutes } from './subscriptions/subscription-routes.ts';
import { Subscriptions } from './subscriptions/subscriptions.ts';
import { teamsUserRoutes } from './teams-users/teams-user-routes.ts';
import { userRoutes } from './users/user-routes.ts';
import { batchRoute } from './wire/batch.ts';
import { GraphDoor, type NoReply, type RequestDoor } from './wire/graph-door.ts';
import type { GraphRequest, GraphToken } from './wire/graph-request.ts';
import { type GraphReply, refuse } from './wire/reply.ts';

/** What Graph needs of Entra ID: it verifies its own tokens and has its notifications signed. */
export interface TokenAuthority {
  verifyGraphToken(
    authorization: string | undefined,
  ): Promise<Result<GraphToken, { code: string; message: string }>>;
  signNotification(audience: string, tenantId: string): Promise<string>;
  signValidationToken(audience: string, tenantId: string): Promise<string>;
}

/** Where faults come in: on requests, and on notifications. */
export interface FaultDoors {
  readonly requests: RequestDoor;
  readonly plan: (outgoing: Outgoing) => DeliveryPlan;
  /** What befalls a round of changes that begins with a token; default: nothing. */
  readonly round?: () => RoundFate;
  /** What befalls subscriptions; default: nothing. */
  readonly subscriptions?: SubscriptionFates;
}

export interface GraphApiOptions {
  readonly world: World;
  readonly tenantId: string;
  readonly applications: readonly CallApplication[];
  readonly tokens: TokenAuthority;
  readonly publicUrl: () => string;
  /** The service principals of the tenant, with what they are granted; default: none. */
  readonly principals?: () => readonly GrantedPrincipal[];
  readonly faults: FaultDoors;
  /** The way to the application: its webhook and its prompts. Default: the network. */
  readonly fetch?: typeof fetch;
}

export interface GraphApi {
  register(app: FastifyInstance): Promise<void>;
  /** The same without a network in between, for worlds that live in one process. `path` is below `/v1.0`. */
  ask(request: Omit<GraphRequest, 'params' | 'baseUrl'>): Promise<GraphReply | NoReply>;
  /** Resolves when no notification and no fetch is under way. */
  settled(): Promise<void>;
  /** Tells the application in a conversation of a key. @returns whether it listens */
  pressed(conversationId: string, tone: string): boolean;
  /** The legs that applications have now. */
  calls(): readonly GraphCall[];
  /** Loses a leg without telling anybody. @returns false when there is none of this id */
  forget(callId: string): boolean;
}

const prefix = '/v1.0';
/** Graph takes 4 MB in a request. */
const bodyLimit = 4 * 1_024 * 1_024;

/** Microsoft Graph v1.0, as far as an attendant console needs it. */
export function createGraphApi(options: GraphApiOptions): GraphApi {
  const { world, tenantId, tokens } = options;
  const errands = new Errands();
  const way = options.fetch ?? fetch;
  const delivery = new Delivery({
    clock: world.clock,
    settings: () => world.settings,
    log: world.log,
    errands,
    plan: options.faults.plan,
    fetch: way,
  });
  const context: CallContext = {
    world,
    tenantId,
    calls: new CallRegistry(world.newId),
    prompts: new PromptStore(errands, way),
    application: (id) => options.applications.find(({ applicationId }) => applicationId === id),
    tell: new CallNotifier({
      delivery,
      tenantId,
      sign: (applicationId) => tokens.signNotification(applicationId, tenantId),
      legacyFirst: () => world.settings.legacyFirstNotification,
    }),
  };
  const fates = options.faults.subscriptions ?? kindFates;
  const subscriptions = new Subscriptions({ world, errands, delivery, fates });
  world.lines.onDialled((dialled) => announce(context, dialled));
  world.exchange.onEvent((event) => followWorld(context, event));
  new ChangeTeller({
    world,
    subscriptions,
    fates,
    delivery,
    errands,
    signValidationToken: (applicationId, tenant) => tokens.signValidationToken(applicationId, tenant),
  });

  const door = new GraphDoor({
    clock: world.clock,
    newId: world.newId,
    verify: (authorization) => tokens.verifyGraphToken(authorization),
    publicUrl: options.publicUrl,
    door: options.faults.requests,
    limiter: new Limiter(world),
    onDefect: (error) => world.log.add('defect', error.stack ?? error.message),
  });
  const delta = { world, fate: options.faults.round ?? (() => ({ again: 0 })) };
  const routes = [
    ...callRoutes(context),
    ...userRoutes(delta),
    ...orgContactRoutes(delta),
    ...groupRoutes(delta),
    ...personalContactRoutes(delta),
    ...calendarRoutes(world),
    ...mailboxRoutes(world),
    ...mailRoutes(world),
    ...chatRoutes(world),
    ...teamsUserRoutes(world),
    ...presenceRoutes(world),
    ...subscriptionRoutes(subscriptions),
    ...grantRoutes(options.principals ?? (() => [])),
  ];
  const splitRoutes = routes.map((route) => ({ route, parts: route.path.split('/') }));
  return {
    async register(app) {
      await app.register(
        async (scope) => {
          door.register(scope, [...routes, batchRoute(app, prefix)]);
        },
        { prefix, bodyLimit },
      );
    },
    async ask(request) {
      const path = request.path.split('/');
      for (const { route, parts } of splitRoutes) {
        const params = route.method === request.method ? paramsOf(parts, path) : undefined;
        if (params !== undefined) {
          return await door.pass(route, { ...request, params, baseUrl: `${options.publicUrl()}${prefix}` });
        }
      }
      return refuse(404, 'ResourceNotFound', `Resource not found for ${request.method} ${request.path}.`);
    },
    settled: () => errands.settled(),
    pressed: (conversationId, tone) => tellTone(context, conversationId, tone),
    calls: () => context.calls.all(),
    forget(callId) {
      const call = context.calls.find(callId);
      if (call) forget(context, call);
      return call !== undefined;
    },
  };
}

/** The parameters of a route that a path matches; undefined when it does not. */
function paramsOf(pattern: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== path.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const value = path[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return undefined;
  }
  return params;
}
