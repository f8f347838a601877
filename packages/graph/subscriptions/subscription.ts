import type { Instant } from '@switchboard/kit/clock';
import * as z from 'zod';
import { instantIn } from '../wire/date-time.ts';
import { oneSpelling, text } from '../wire/lenient.ts';
import { utc } from '../wire/time-zone.ts';

/** Graph's promise to tell us of changes, until then. */
export interface Subscription {
  readonly id: string;
  /** Graph's own answer: it may be sooner than was asked for. */
  readonly expiresAt: Instant;
  readonly resource?: string;
  readonly notificationUrl?: string;
}

const subscriptionSchema = z.looseObject({
  id: z.string().min(1),
  expirationDateTime: z.string(),
  resource: text,
  notificationUrl: text,
});

/** A `subscription`; undefined when it has no id, or no end that can be read. */
export function subscriptionFromGraph(body: unknown): Subscription | undefined {
  const parsed = subscriptionSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { id, expirationDateTime, resource, notificationUrl } = parsed.data;
  const expiresAt = instantIn(expirationDateTime, utc);
  if (expiresAt === undefined) return undefined;
  return {
    id: oneSpelling(id),
    expiresAt,
    ...(resource === undefined ? {} : { resource }),
    ...(notificationUrl === undefined ? {} : { notificationUrl }),
  };
}

/**
 * When a subscription is renewed: after two thirds of its life, whatever its length. Graph has answered with five
 * minutes where an hour was asked for (docs/graph/subscriptions.md).
 */
export const renewAt = (from: Instant, { expiresAt }: Pick<Subscription, 'expiresAt'>): Instant =>
  from + Math.max(0, Math.floor(((expiresAt - from) * 2) / 3));
