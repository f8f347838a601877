import type { Clock } from '@switchboard/kit/clock';
import { asError, type Service, type StopSignal } from '@switchboard/kit/lifecycle';
import { Wake } from '@switchboard/kit/wake';
import { claimStream, nameOfStream, prepareStreams } from '@switchboard/store/directory/claim-stream';
import { type ClaimedStream, releaseStreams } from '@switchboard/store/directory/hold-stream';
import { rest } from './end-stream.ts';
import { GroupFilter } from './group-filter.ts';
import { readContacts } from './read-contacts.ts';
import { readNumbers } from './read-numbers.ts';
import { readUsers } from './read-users.ts';
import type { StreamParts } from './stream-parts.ts';

export interface DirectorySyncParts extends StreamParts {
  readonly owner: number;
}

/** In milliseconds. Whatever falls due, or is woken, is noticed as soon. */
const lookEvery = 1_000;
/** New tenants are noticed as soon, in milliseconds. */
const prepareEvery = 3_000;
/** A page that is being written is finished; Graph is not waited for, in milliseconds. */
const patience = 500;
/** Streams that one server reads at the same time. */
const mostAtOnce = 6;

/**
 * Keeps the people of every tenant as Microsoft has them: all of them once, page by page and resumable, then what
 * changes. Each list is read by one server at a time; tenants are read side by side, and what fails in one stops no other.
 */
export function createDirectorySync(parts: DirectorySyncParts): Service {
  const { store, clock, owner } = parts;
  const busy = new Map<string, Promise<void>>();
  const bell = new Wake();
  const groups = new GroupFilter(parts);

  async function take(signal: StopSignal): Promise<boolean> {
    const claim = await claimStream(store, { owner, now: clock.now(), busy: [...busy.keys()] });
    if (claim === undefined) return false;
    const name = nameOfStream(claim);
    const reading = readStream(parts, claim, groups, signal).finally(() => {
      busy.delete(name);
      bell.ring();
    });
    busy.set(name, reading);
    return true;
  }

  return {
    name: 'directory sync',
    async run(signal: StopSignal) {
      let preparedAt = Number.NEGATIVE_INFINITY;
      signal.addEventListener('abort', () => bell.ring(), { once: true });
      while (!signal.aborted) {
        if (clock.now() >= preparedAt + prepareEvery) {
          await prepareStreams(store);
          preparedAt = clock.now();
        }
        while (!signal.aborted && busy.size < mostAtOnce && (await take(signal)));
        if (!signal.aborted) await bell.waitAtMost(lookEvery, clock);
      }
      // Others may go on at once; what Graph still owes us is written no more.
      await releaseStreams(store, owner);
      await Promise.race([Promise.all(busy.values()), pause(clock)]);
    },
  };
}

const pause = (clock: Clock): Promise<void> =>
  new Promise((resolve) => {
    clock.after(patience, resolve);
  });

/** Never throws: whatever goes wrong is of this stream alone. */
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
