import { type PersonId, personId, type TenantId } from '@switchboard/domain/ids';
import type { Result } from '@switchboard/kit/result';
import * as z from 'zod';
import type { GraphClient } from '../client/graph-request.ts';
import { oneSpelling } from '../wire/lenient.ts';
import { typeName } from '../wire/notification.ts';
import { type DeltaPage, type DeltaRefusal, deltaRound, type ItemReading } from './delta-round.ts';
import type { SaidText } from './directory-person.ts';

/** A group, and who came into it or left since the link. Direct members only. */
export interface GroupChange {
  readonly id: string;
  readonly displayName?: SaidText;
  readonly joined: readonly PersonId[];
  readonly left: readonly PersonId[];
}

const memberSchema = z.looseObject({ id: z.string().min(1), '@removed': z.unknown().optional() });
const groupSchema = z.looseObject({
  id: z.string().min(1),
  displayName: z.string().nullish().catch(undefined),
  'members@delta': z.array(z.unknown()).nullish().catch(undefined),
});

/** So many objects a filter of a delta takes (https://learn.microsoft.com/graph/delta-query-overview, read 2026-11-23). */
export const mostFollowedGroups = 50;

/**
 * Who is in some groups, or came and left since a link, page after page: keeps the filters by group up to date. A group
 * with many members comes up in several pages.
 *
 * @param groupIds at most {@link mostFollowedGroups}, for a first round; a link knows its own
 */
export function groupsDelta(
  client: GraphClient,
  tenantId: TenantId,
  groupIds: readonly string[],
  link?: string,
): AsyncGenerator<Result<DeltaPage<GroupChange>, DeltaRefusal>, void, undefined> {
  const ids = groupIds.slice(0, mostFollowedGroups).map((id) => `id eq '${id.replaceAll("'", "''")}'`);
  const filter = encodeURIComponent(ids.join(' or '));
  return deltaRound(client, {
    asker: { tenantId },
    firstPath: `/groups/delta?$select=id,displayName,members&$filter=${filter}`,
    link,
    what: 'groups',
    read: readGroup,
  });
}

function readGroup(item: unknown): ItemReading<GroupChange> {
  const parsed = groupSchema.safeParse(item);
  if (!parsed.success) return { item: undefined, ignored: ['a group without an id'] };
  const { id, displayName, 'members@delta': changes } = parsed.data;
  const joined: PersonId[] = [];
  const left: PersonId[] = [];
  for (const change of changes ?? []) {
    const member = memberSchema.safeParse(change);
    if (!member.success || ![undefined, 'user'].includes(typeName(change))) continue;
    const list = member.data['@removed'] === undefined ? joined : left;
    list.push(personId(oneSpelling(member.data.id)));
  }
  return { item: { id: oneSpelling(id), displayName, joined, left }, ignored: [] };
}
