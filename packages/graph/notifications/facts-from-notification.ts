import type { TenantId } from '@switchboard/domain/ids';
import { unreachable } from '@switchboard/kit/assert';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { LegSnapshot } from '../wire/leg-snapshot.ts';
import { notificationSchema, notificationsSchema, ownPath, typeName } from '../wire/notification.ts';
import { type CallResource, callResourceFromPath } from '../wire/resource-path.ts';
import { readCall } from './read-call.ts';
import { readOperation } from './read-operation.ts';
import { readRoster } from './read-roster.ts';
import { ignoredBecause, type NotifiedFact, type Reading } from './reading.ts';

export type { NotifiedFact } from './reading.ts';

export interface NotificationSettings {
  /** We answer calls with `isDeltaRosterEnabled`, so rosters carry only changes. The payload does not say which. */
  readonly deltaRoster: boolean;
}

export interface NotificationFacts {
  readonly facts: NotifiedFact[];
  /** One sentence for each item, or participant in a roster, that is no fact. For the log. */
  readonly ignored: string[];
  /** How the legs stand whose calls the items are about, facts or not: for legs that nobody here knows. */
  readonly legs: LegSnapshot[];
}

export interface MalformedNotification {
  readonly code: 'malformed';
  readonly message: string;
}

/**
 * What a callback of Graph says, in our words.
 *
 * @param body the JSON as received; its sender is verified already
 * @param tenantId the tenant that the sender's token names (`tid`), never one that the body names
 */
export function factsFromNotification(
  body: unknown,
  tenantId: TenantId,
  settings: NotificationSettings = { deltaRoster: false },
): Result<NotificationFacts, MalformedNotification> {
  const parsed = notificationsSchema.safeParse(body);
  if (!parsed.success) {
    const message =
      'The body has no array `value`: expected {"value":[…]} as in microsoft.graph.commsNotifications.';
    return refused({ code: 'malformed', message });
  }
  const facts: NotifiedFact[] = [];
  const ignored: string[] = [];
  const legs: LegSnapshot[] = [];
  for (const [index, item] of parsed.data.value.entries()) {
    const read = readItem(item, tenantId, settings);
    facts.push(...read.facts);
    ignored.push(...read.ignored.map((reason) => `value[${index}]: ${reason}`));
    if (read.snapshot !== undefined) legs.push(read.snapshot);
  }
  return ok({ facts, ignored, legs });
}

function readItem(item: unknown, tenantId: TenantId, settings: NotificationSettings): Reading {
  const parsed = notificationSchema.safeParse(item);
  if (!parsed.success) return ignoredBecause('is not a notification object');
  const { changeType: change, resource, resourceUrl, resourceData: data } = parsed.data;
  const path = resourceUrl ?? resource ?? ownPath(data);
  if (path === undefined) return ignoredBecause('names no resource (resourceUrl, resource)');
  const about = callResourceFromPath(path);
  if (about === undefined)
    return ignoredBecause(`is about ${JSON.stringify(path.slice(0, 200))}, which is no call`);
  const kind = kindOf(about, data);
  switch (kind) {
    case 'call':
      return readCall(change, about.leg, data, tenantId);
    case 'operation':
      return readOperation(
        change,
        about.leg,
        about.kind === 'operation' ? about.operationId : undefined,
        data,
      );
    case 'participants': {
      const participantId = about.kind === 'participants' ? about.participantId : undefined;
      return readRoster({ change, leg: about.leg, participantId, data, deltaRoster: settings.deltaRoster });
    }
    case 'other':
      return ignoredBecause(
        `is about ${about.kind === 'other' ? about.name : 'a part'} of call ${about.leg}`,
      );
    default:
      return unreachable(kind);
  }
}

/**
 * The data decides before the path: the documents send rosters and invitations to `/operations/participants`
 * (https://learn.microsoft.com/graph/api/participant-invite, example 2, read 2026-11-23).
 */
function kindOf(about: CallResource, data: unknown): CallResource['kind'] {
  if (Array.isArray(data)) return 'participants';
  const type = typeName(data);
  if (type === 'call') return 'call';
  if (type === 'participant') return 'participants';
  if (type?.endsWith('operation') === true) return 'operation';
  return about.kind;
}
