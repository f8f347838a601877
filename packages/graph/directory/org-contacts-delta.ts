import type { TenantId } from '@switchboard/domain/ids';
import type { Result } from '@switchboard/kit/result';
import type { GraphClient } from '../client/graph-request.ts';
import { type DeltaPage, type DeltaRefusal, deltaRound } from './delta-round.ts';
import { type DirectoryContact, orgContactFields, readOrgContact } from './directory-contact.ts';

/**
 * The organisational contacts of a tenant, or what changed since a link, page after page, as for its users. Needs
 * `OrgContact.Read.All` (https://learn.microsoft.com/graph/api/orgcontact-delta, read 2026-11-23).
 */
export const orgContactsDelta = (
  client: GraphClient,
  tenantId: TenantId,
  link?: string,
): AsyncGenerator<Result<DeltaPage<DirectoryContact>, DeltaRefusal>, void, undefined> =>
  deltaRound(client, {
    asker: { tenantId },
    firstPath: `/contacts/delta?$select=${[...orgContactFields, 'manager'].join(',')}`,
    link,
    what: 'contacts',
    read: readOrgContact,
  });
