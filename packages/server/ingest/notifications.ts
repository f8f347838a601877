import { callId, type LegId, type TenantId } from '@switchboard/domain/ids';
import {
  factsFromNotification,
  type NotifiedFact,
} from '@switchboard/graph/notifications/facts-from-notification';
import { isLegacyNotification } from '@switchboard/graph/notifications/is-legacy-notification';
import type { NotificationVerifier } from '@switchboard/graph/notifications/verify-token';
import type { LegSnapshot } from '@switchboard/graph/wire/leg-snapshot';
import { isUuid } from '@switchboard/kit/ids';
import type { Logger } from '@switchboard/kit/logger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CallHandler } from '../handle/calls.ts';
import type { UnknownLegs } from '../handle/unknown-legs.ts';
import { isStorable, makeStorable } from './storable.ts';

export interface NotificationParts {
  readonly verifier: NotificationVerifier;
  readonly calls: CallHandler;
  readonly unknownLegs: UnknownLegs;
  readonly log: Logger;
  isKnownTenant(tenantId: TenantId): Promise<boolean>;
}

/** A notification is a few kilobytes; a full roster of a large conference some hundred. */
const bodyLimit = 1_048_576;

/** Where Graph calls back: once for a new call, and for each call at an address of its own. */
export const callbackPath = '/api/calls';

/**
 * Ends the address of a call that was answered with `isDeltaRosterEnabled`: a notification does not say whether its
 * roster is whole, and calls go on when the setting changes.
 */
export const changesOnly = 'changes';

const isToldOfChanges = (request: FastifyRequest): boolean =>
  request.routeOptions.url?.endsWith(`/${changesOnly}`) === true;

export function registerNotifications(app: FastifyInstance, given: NotificationParts): void {
  const parts = { ...given, isKnownTenant: remembering(given.isKnownTenant) };
  const take = (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    receive(parts, request, reply);
  app.post(callbackPath, { bodyLimit }, take);
  app.post(`${callbackPath}/:callId`, { bodyLimit }, take);
  app.post(`${callbackPath}/:callId/${changesOnly}`, { bodyLimit }, take);
}

/** Whoever is a customer stays one: no tenant is ever taken out. */
function remembering(isKnown: NotificationParts['isKnownTenant']): NotificationParts['isKnownTenant'] {
  const known = new Set<TenantId>();
  return async (tenantId) => {
    if (!known.has(tenantId) && (await isKnown(tenantId))) known.add(tenantId);
    return known.has(tenantId);
  };
}

/** 202 only when everything the notification tells is committed. */
async function receive(
  parts: NotificationParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const verified = await parts.verifier.verify(request.headers.authorization);
  if (!verified.ok) {
    const status = verified.refusal.code === 'unreachable' ? 503 : 403;
    parts.log.warn('notification refused', { code: verified.refusal.code });
    return reply.code(status).send({ error: verified.refusal });
  }
  const { tenantId } = verified.value;
  if (!(await parts.isKnownTenant(tenantId))) {
    return reply
      .code(403)
      .send({ error: { code: 'tenant', message: 'tid: this tenant is not a customer of ours' } });
  }
  if (isLegacyNotification(request.body)) return reply.code(204).send();
  makeStorable(request.body);
  const read = factsFromNotification(request.body, tenantId, { deltaRoster: isToldOfChanges(request) });
  if (!read.ok) return reply.code(400).send({ error: read.refusal });
  for (const reason of read.value.ignored) parts.log.info('notification item ignored', { reason });
  const { facts, legs } = read.value;
  const strange = await takeAll(parts, tenantId, facts, idOf(request));
  const isLookedAt = parts.unknownLegs.take(
    tenantId,
    [...strange.legs].map(([leg, isOver]) => ({ leg, isOver, ...snapshotOf(leg, legs) })),
  );
  if (strange.unknown > 0 && strange.unknown === facts.length && !isLookedAt) {
    return reply
      .code(404)
      .send({ error: { code: 'unknownCall', message: 'value: no such call or queue here' } });
  }
  return reply.code(202).send();
}

const idOf = (request: FastifyRequest): string | undefined => (request.params as { callId?: string }).callId;

/** The newest word of how a leg stands. */
function snapshotOf(leg: LegId, legs: readonly LegSnapshot[]): { readonly snapshot?: LegSnapshot } {
  const snapshot = legs.findLast((one) => one.leg === leg);
  return snapshot === undefined ? {} : { snapshot };
}

interface Strange {
  /** How many facts are about nothing that we know. */
  unknown: number;
  /** Legs that no live call is about, and whether one that has ended was. */
  readonly legs: Map<LegId, boolean>;
}

/** Takes the facts in their order; returns what no live call is about. */
async function takeAll(
  parts: NotificationParts,
  tenantId: TenantId,
  facts: readonly NotifiedFact[],
  named: string | undefined,
): Promise<Strange> {
  const strange: Strange = { unknown: 0, legs: new Map() };
  const about = named !== undefined && isUuid(named) ? { callId: callId(named) } : {};
  for (const { leg, fact } of facts) {
    if (!isStorable(leg)) {
      strange.unknown += 1;
      continue;
    }
    const taken =
      fact.type === 'callIncoming'
        ? await parts.calls.takeIncoming(fact)
        : await parts.calls.takeFact(tenantId, fact, about);
    if (!taken.ok) strange.unknown += 1;
    if (!taken.ok || taken.value === 'over') strange.legs.set(leg, taken.ok);
    else strange.legs.delete(leg);
  }
  return strange;
}
