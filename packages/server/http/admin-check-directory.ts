import type { DoctorCheck } from '@switchboard/contract/admin/doctor';
import { type DirectorySettings, fromTeams } from '@switchboard/domain/directory/directory-settings';
import type { TenantId } from '@switchboard/domain/ids';
import type { Store } from '@switchboard/store/access/store';
import { countDirectory, readDirectoryProgress } from '@switchboard/store/directory/progress';
import { type Finding, look } from './admin-finding.ts';

/** What the directory's settings ask of Graph beside the people, each with what may stand in for it. */
export const neededByDirectory = (
  settings: DirectorySettings,
): readonly (readonly [string, ...string[]])[] => [
  ...(settings.organisationContacts ? [['OrgContact.Read.All', 'Directory.Read.All'] as const] : []),
  ...(settings.teamsNumber === fromTeams ? [['TeamsUserConfiguration.Read.All'] as const] : []),
  ...(settings.groups.length > 0
    ? [['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'] as const]
    : []),
];

/** Whether the directory is here, and what keeps it from being read. Calls go on without. */
export const checkDirectory = (
  store: Store,
  { tenantId, name }: { readonly tenantId: TenantId; readonly name: string },
): Promise<DoctorCheck> =>
  look(`people of ${name}`, 'see "database"', async (): Promise<Finding> => {
    const [progress, counts] = await Promise.all([
      readDirectoryProgress(store, tenantId),
      countDirectory(store, tenantId),
    ]);
    if (progress.problem !== undefined) {
      return {
        status: 'warning',
        detail: progress.problem.replace(/\.$/, ''),
        remedy: 'see switchboard directory show; switchboard directory read tries it at once',
      };
    }
    const people = `${counts.directory} people and ${counts.organisation} organisational contacts are here`;
    const isFilled = progress.state === 'ready';
    return { status: 'ok', detail: isFilled ? people : `${people} so far, the first reading goes on` };
  });
