import { createHash, timingSafeEqual } from 'node:crypto';
import { type PersonId, personId, type TenantId, tenantId } from '@switchboard/domain/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import { readPresence } from '../presence/presences.ts';
import { instantIn } from '../wire/date-time.ts';
import { maybe, member, oneSpelling, text } from '../wire/lenient.ts';
import { utc } from '../wire/time-zone.ts';
import type { ChangeNotice, KnownSubscription } from './change-notice.ts';
import type { EncryptionKey } from './encryption-key.ts';
import { encryptedContentSchema, openResourceData } from './open-resource-data.ts';

export interface NoticeReading {
  /** By id. What is not here was not asked for, and is ignored. */
  readonly known: ReadonlyMap<string, KnownSubscription>;
  /** Those that open notifications (`keysInUse`). */
  readonly keys: readonly EncryptionKey[];
  /** Tenants that the `validationTokens` of the body speak for (`verifyValidationTokens`). */
  readonly vouched: ReadonlySet<TenantId>;
}

export interface ChangeNotices {
  readonly notices: readonly ChangeNotice[];
  /** One sentence for each item that is no notice. For the log. */
  readonly ignored: readonly string[];
}

export interface MalformedNotices {
  readonly code: 'malformed';
  readonly message: string;
}

/** Graph packs some hundred into a body at most. */
const mostItems = 5_000;

const bodySchema = z.looseObject({
  value: z.array(z.unknown()).max(mostItems),
  validationTokens: z.array(z.unknown()).nullish().catch(undefined),
});

const itemSchema = z.looseObject({
  subscriptionId: z.string().min(1).transform(oneSpelling),
  clientState: text,
  tenantId: text,
  resource: text,
  lifecycleEvent: member,
  subscriptionExpirationDateTime: text,
  resourceData: maybe(z.looseObject({ id: text })),
  encryptedContent: z.unknown().optional(),
});

type Item = z.output<typeof itemSchema>;

/** The subscriptions that a body names, to look them up; and its tokens. Nothing of it is trusted yet. */
export function namedInNotices(
  body: unknown,
): Result<
  { readonly subscriptionIds: readonly string[]; readonly validationTokens: readonly string[] },
  MalformedNotices
> {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return refused(malformed);
  const ids = parsed.data.value.flatMap((item) => {
    const read = itemSchema.safeParse(item);
    return read.success ? [read.data.subscriptionId] : [];
  });
  const tokens = (parsed.data.validationTokens ?? []).filter((token) => typeof token === 'string');
  return ok({ subscriptionIds: [...new Set(ids)], validationTokens: tokens });
}

const malformed: MalformedNotices = {
  code: 'malformed',
  message: `The body has no array \`value\` of at most ${mostItems} notifications.`,
};

/** What a body of Graph's says, in our words: changes and lifecycle events alike, of any subscriptions and tenants. */
export function readChangeNotices(
  body: unknown,
  reading: NoticeReading,
): Result<ChangeNotices, MalformedNotices> {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return refused(malformed);
  const notices: ChangeNotice[] = [];
  const ignored: string[] = [];
  for (const [index, item] of parsed.data.value.entries()) {
    const notice = readItem(item, reading);
    if (notice.ok) notices.push(notice.value);
    else ignored.push(`value[${index}]: ${notice.refusal}`);
  }
  return ok({ notices, ignored });
}

function readItem(given: unknown, reading: NoticeReading): Result<ChangeNotice, string> {
  const parsed = itemSchema.safeParse(given);
  if (!parsed.success) return refused('names no subscription');
  const item = parsed.data;
  const known = reading.known.get(item.subscriptionId);
  if (known === undefined) return refused('is for a subscription that is not ours');
  if (!isSame(item.clientState ?? '', known.clientState)) return refused('does not know our clientState');
  if (item.tenantId !== undefined && tenantId(item.tenantId) !== known.tenantId) {
    return refused('is about another tenant than its subscription');
  }
  const common = { tenantId: known.tenantId, subscriptionId: item.subscriptionId };
  if (item.lifecycleEvent !== undefined) return lifecycleNotice(item, common);
  const who = personIn(item);
  if (known.about === 'users') {
    return ok({ ...common, type: 'directoryChanged', ...(who === undefined ? {} : { personId: who }) });
  }
  if (item.encryptedContent !== undefined && item.encryptedContent !== null) {
    return richNotice(item.encryptedContent, common, reading);
  }
  return who === undefined
    ? refused('names nobody whose presence changed')
    : ok({ ...common, type: 'presenceMoved', personId: who });
}

interface Common {
  readonly tenantId: TenantId;
  readonly subscriptionId: string;
}

function lifecycleNotice(item: Item, common: Common): Result<ChangeNotice, string> {
  switch (item.lifecycleEvent) {
    case 'reauthorizationrequired': {
      const expiresAt = instantIn(item.subscriptionExpirationDateTime ?? '', utc);
      return ok({ ...common, type: 'renewalAsked', ...(expiresAt === undefined ? {} : { expiresAt }) });
    }
    case 'subscriptionremoved':
      return ok({ ...common, type: 'subscriptionRemoved' });
    case 'missed':
      return ok({ ...common, type: 'noticesMissed' });
    default:
      return refused('is a lifecycle event that we do not know');
  }
}

function richNotice(
  content: unknown,
  common: Common,
  { keys, vouched }: NoticeReading,
): Result<ChangeNotice, string> {
  if (!vouched.has(common.tenantId)) return refused('has resource data that no validation token vouches for');
  const encrypted = encryptedContentSchema.safeParse(content);
  if (!encrypted.success) return refused('has encrypted content without its parts');
  const opened = openResourceData(encrypted.data, keys);
  if (!opened.ok) return refused(`is not opened: ${opened.refusal.message} (${opened.refusal.code})`);
  const presence = readPresence(opened.value);
  if (!presence.ok) return refused(`has inside ${presence.refusal}`);
  return ok({ ...common, type: 'presenceChanged', presence: presence.value });
}

/** `communications/presences/{id}`, `presences('{id}')`, `users/{id}/presence`, `Users/{id}`. */
const personPath = /(?:^|\/)(?:presences|users)(?:\/|\(')([^/?#()'"]+)/i;

function personIn({ resource, resourceData }: Item): PersonId | undefined {
  const id = resourceData?.id ?? personPath.exec(resource ?? '')?.[1];
  return id === undefined ? undefined : personId(oneSpelling(id));
}

/** In a time that tells nothing of how much is right. */
function isSame(given: string, expected: string): boolean {
  const digest = (value: string): Buffer => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
