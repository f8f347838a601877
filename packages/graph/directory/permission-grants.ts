import { type PersonId, personId, type TenantId } from '@switchboard/domain/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import type { GraphClient } from '../client/graph-request.ts';
import { member, oneSpelling } from '../wire/lenient.ts';
import { readODataPage } from '../wire/odata-page.ts';
import { type DirectoryRefusal, directoryRefusal } from './directory-refusal.ts';

/** What an application may ask in people's names. Names of permissions are in lower case. */
export interface PermissionGrants {
  /** What an administrator consented to, for all. */
  readonly everybody: ReadonlySet<string>;
  /** What people consented to for themselves. */
  readonly persons: ReadonlyMap<PersonId, ReadonlySet<string>>;
}

const grantSchema = z.looseObject({
  consentType: member,
  principalId: z.string().nullish().catch(undefined),
  scope: z.string(),
});

/**
 * The delegated permissions that a tenant has granted to an application. Needs one of the application permissions
 * `Directory.Read.All` and `DelegatedPermissionGrant.Read.All`; refused with `noRight` otherwise. Grants for any API
 * are taken together: the application asks none but Graph.
 */
export async function readPermissionGrants(
  client: GraphClient,
  tenantId: TenantId,
  applicationId: string,
): Promise<Result<PermissionGrants, DirectoryRefusal>> {
  const everybody = new Set<string>();
  const persons = new Map<PersonId, Set<string>>();
  const seen = new Set<string>();
  const principal = `servicePrincipals(appId='${encodeURIComponent(applicationId)}')`;
  let path: string | undefined = `/${principal}/oauth2PermissionGrants`;
  while (path !== undefined && !seen.has(path)) {
    seen.add(path);
    const answer = await client.request({ tenantId, method: 'GET', path, kind: 'directory', retry: 'safe' });
    const page = answer.ok ? readODataPage(answer.value.body, 'permission grants') : answer;
    if (!page.ok) return refused(directoryRefusal(page.refusal));
    for (const item of page.value.value) {
      const read = grantSchema.safeParse(item);
      if (!read.success) continue;
      const { consentType, principalId, scope } = read.data;
      const names = scope.toLowerCase().split(' ').filter(Boolean);
      if (consentType === 'allprincipals') for (const name of names) everybody.add(name);
      else if (consentType === 'principal' && typeof principalId === 'string') {
        const person = personId(oneSpelling(principalId));
        persons.set(person, new Set([...(persons.get(person) ?? []), ...names]));
      }
    }
    path = page.value.nextLink;
  }
  return ok({ everybody, persons });
}
