import { type PersonId, personId } from '@switchboard/domain/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import { type Asker, rightsOf } from '../client/asker.ts';
import type { GraphClient } from '../client/graph-request.ts';
import { oneSpelling } from '../wire/lenient.ts';
import { typeName } from '../wire/notification.ts';
import { readODataPage } from '../wire/odata-page.ts';
import { type DirectoryRefusal, directoryRefusal } from './directory-refusal.ts';

const memberSchema = z.looseObject({ id: z.string().min(1) });

/**
 * The people in a group, and in the groups inside it: for a filter by group. Whatever is no user (a device, a contact, a
 * group itself) is left out. Needs `GroupMember.Read.All`
 * (https://learn.microsoft.com/graph/api/group-list-members, read 2026-11-23).
 *
 * @param nested false leaves out whoever is only in a group inside it
 */
export async function groupMembers(
  client: GraphClient,
  asker: Asker,
  groupId: string,
  { nested = true }: { readonly nested?: boolean } = {},
): Promise<Result<ReadonlySet<PersonId>, DirectoryRefusal>> {
  const members = new Set<PersonId>();
  const seen = new Set<string>();
  const list = nested ? 'transitiveMembers' : 'members';
  let path: string | undefined = `/groups/${encodeURIComponent(groupId)}/${list}?$select=id&$top=999`;
  while (path !== undefined && !seen.has(path)) {
    seen.add(path);
    const answer = await client.request({
      ...rightsOf(asker),
      method: 'GET',
      path,
      kind: 'directory',
      retry: 'safe',
      priority: 'low',
    });
    if (!answer.ok) return refused(directoryRefusal(answer.refusal));
    const page = readODataPage(answer.value.body, 'group members');
    if (!page.ok) return refused(directoryRefusal(page.refusal));
    for (const id of page.value.value.flatMap(userIn)) members.add(id);
    path = page.value.nextLink;
  }
  return ok(members);
}

function userIn(item: unknown): readonly PersonId[] {
  const member = memberSchema.safeParse(item);
  const isUser = [undefined, 'user'].includes(typeName(item));
  return member.success && isUser ? [personId(oneSpelling(member.data.id))] : [];
}
