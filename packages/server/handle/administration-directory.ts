import type { ChangeDirectory, DirectoryView, PersonErased } from '@switchboard/contract/admin/directory';
import { type DirectorySettings, fromTeams } from '@switchboard/domain/directory/directory-settings';
import { type PersonId, personId, type TenantId } from '@switchboard/domain/ids';
import { mappedProperty } from '@switchboard/graph/directory/mapped-property';
import { ok, refused } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import { prepareStreams } from '@switchboard/store/directory/claim-stream';
import { eraseDirectory } from '@switchboard/store/directory/erase-directory';
import { erasePerson } from '@switchboard/store/directory/forget-people';
import { countDirectory, readDirectoryProgress, readStreams } from '@switchboard/store/directory/progress';
import { changeDirectorySettings, readDirectorySettings } from '@switchboard/store/directory/settings';
import { restartDirectory } from '@switchboard/store/directory/wake-directory';
import type { AdministrationParts } from './administration-parts.ts';
import type { AdministrationRefusal, Outcome } from './administration-refusal.ts';

export async function showDirectory(store: Store, tenant: TenantId): Promise<DirectoryView> {
  const [{ state }, streams, counts, settings] = await Promise.all([
    readDirectoryProgress(store, tenant),
    readStreams(store, tenant),
    countDirectory(store, tenant),
    readDirectorySettings(store, tenant),
  ]);
  const isRead = {
    users: true,
    organisation: settings.organisationContacts,
    numbers: settings.teamsNumber === fromTeams,
  };
  return {
    state,
    streams: streams.filter(({ stream }) => isRead[stream]),
    counts,
    settings: {
      ...settings,
      extra: settings.extra.map((field) => ({ ...field })),
      groups: [...settings.groups],
    },
  };
}

/** Other settings than before have everything read anew. */
export async function changeDirectory(
  { store, clock }: AdministrationParts,
  tenant: TenantId,
  asked: ChangeDirectory,
): Outcome<DirectoryView> {
  const problem = propertyProblem(asked);
  if (problem !== undefined) return refused(problem);
  await prepareStreams(store);
  await changeDirectorySettings(store, tenant, clock.now(), (before) => patched(before, asked));
  return ok(await showDirectory(store, tenant));
}

function patched(before: DirectorySettings, asked: ChangeDirectory): DirectorySettings {
  const entries = Object.entries({ ...before, ...withoutUndefined(asked) });
  return Object.fromEntries(entries.filter(([, value]) => value !== null)) as unknown as DirectorySettings;
}

const withoutUndefined = (asked: ChangeDirectory): object =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));

/** What of it goes into queries must be a name. */
function propertyProblem(asked: ChangeDirectory): AdministrationRefusal | undefined {
  const named = [
    ['otherPhone', asked.otherPhone],
    ['teamsNumber', asked.teamsNumber],
    ...(asked.extra ?? []).map(({ property }, at) => [`extra.${at}.property`, property] as const),
  ] as const;
  for (const [field, name] of named) {
    const read = name === undefined || name === null ? undefined : mappedProperty(name);
    if (read?.ok !== false) continue;
    return {
      code: 'malformed',
      field,
      message: read.refusal.message.replace(/\.$/, ''),
      remedy: 'write it as Graph does: faxNumber, extensionAttribute1, extension_{application id}_{name}',
    };
  }
  return undefined;
}

/** Everything is read anew, whoever is here stays meanwhile. */
export async function readDirectoryAnew(
  { store, clock }: AdministrationParts,
  tenant: TenantId,
): Outcome<DirectoryView> {
  await restartDirectory(store, tenant, clock.now());
  return ok(await showDirectory(store, tenant));
}

export async function eraseAll(
  { store, clock }: AdministrationParts,
  tenant: TenantId,
  withOwn: boolean,
): Outcome<DirectoryView> {
  await eraseDirectory(store, tenant, { withOwn, now: clock.now() });
  return ok(await showDirectory(store, tenant));
}

export async function eraseOne(
  { store, clock }: AdministrationParts,
  tenant: TenantId,
  person: PersonId,
): Outcome<PersonErased> {
  const id = personId(person);
  if (await erasePerson(store, tenant, id, clock.now())) return ok({ personId: id });
  return refused({
    code: 'personUnknown',
    field: 'personId',
    message: `Nothing is known here of a person with the id ${id}`,
    remedy: 'give the object id of the Entra admin center, or the id that the console shows of a contact',
    isAddress: true,
  });
}
