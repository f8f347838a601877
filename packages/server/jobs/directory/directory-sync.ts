import { asError, type Service, type StopSignal } from '@switchboard/kit/lifecycle';
import { claimStream, nameOfStream, prepareStreams } from '@switchboard/store/directory/claim-stream';
import { type ClaimedStream, releaseStreams } from '@switchboard/store/directory/hold-stream';
import { rest } from './end-stream.ts';
import { GroupFilter } from './group-filter.ts';
import { readContacts } from './read-contacts.ts';
import { readNumbers } from './read-numbers.ts';
import { readUsers } from './read-users.ts';
import { sideBySide } from './side-by-side.ts';
import type { StreamParts } from './stream-parts.ts';

export interface DirectorySyncParts extends StreamParts {
  readonly owner: number;
}

/**
 * Keeps the people of every tenant as Microsoft has them: all of them once, page by page and resumable, then what
 * changes. Each list is read by one server at a time; tenants are read side by side, and what fails in one stops no other.
 */
export function createDirectorySync(parts: DirectorySyncParts): Service {
  const { store, clock, owner } = parts;
  const groups = new GroupFilter(parts);
  return sideBySide<ClaimedStream>({
    name: 'directory sync',
    clock,
    mostAtOnce: 6,
    prepare: () => prepareStreams(store),
    take: (busy) => claimStream(store, { owner, now: clock.now(), busy }),
    nameOf: nameOfStream,
    work: (claim, signal) => readStream(parts, claim, groups, signal),
    release: () => releaseStreams(store, owner),
  });
}

/** Whatever goes wrong is of this stream alone. */
async function readStream(
  parts: StreamParts,
  claim: ClaimedStream,
  groups: GroupFilter,
  signal: StopSignal,
): Promise<void> {
  const { tenantId: tenant, stream } = claim;
  try {
    await read(parts, claim, groups, signal);
  } catch (error) {
    parts.log.error('a list of the directory could not be kept', { tenant, stream, error: asError(error) });
    await rest(parts, claim, undefined).catch((again: unknown) => {
      // The database is away: the right to read lapses by itself.
      parts.log.warn('a list of the directory was left', { tenant, stream, error: asError(again) });
    });
  }
}

async function read(
  parts: StreamParts,
  claim: ClaimedStream,
  groups: GroupFilter,
  signal: StopSignal,
): Promise<void> {
  const { stream } = claim;
  if (stream === 'numbers') return await readNumbers(parts, claim, signal);
  if (stream === 'organisation') return await readContacts(parts, { ...claim, stream }, signal);
  const users = { ...claim, stream };
  const members = await groups.membersOf(users);
  if (members !== 'kept') await readUsers(parts, users, members, signal);
}
