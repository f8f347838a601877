import { searchTextOf } from '@switchboard/domain/directory/search-text';
import type { TenantId } from '@switchboard/domain/ids';
import type { GraphClient } from '@switchboard/graph/client/graph-request';
import { type UsersDeltaPage, usersDelta } from '@switchboard/graph/directory/users-delta';
import type { Clock } from '@switchboard/kit/clock';
import { asError, type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import type { Store } from '@switchboard/store/access/store';
import {
  findPeople,
  forgetDirectoryLink,
  readDirectoryProgress,
  writeDirectoryPage,
} from '@switchboard/store/people/people';
import { listTenants } from '@switchboard/store/tenants/tenants';
import { personFromDirectory } from './person-from-directory.ts';

export interface DirectorySyncParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly graph: GraphClient;
}

/** Changes of the directory are read this often, in milliseconds. */
const readEvery = 60_000;
/** After a failure, sooner; new tenants are noticed as soon. */
const lookEvery = 3_000;

/** Keeps the people of every tenant: all of them once, page by page and resumable, then what changes. */
export function createDirectorySync(parts: DirectorySyncParts): Service {
  const { store, clock, log } = parts;
  const readAt = new Map<TenantId, number>();
  return {
    name: 'directory sync',
    async run(signal: StopSignal) {
      while (!signal.aborted) {
        for (const { tenantId } of await listTenants(store)) {
          if (clock.now() < (readAt.get(tenantId) ?? 0) + readEvery) continue;
          try {
            await syncTenant(parts, tenantId, signal);
            readAt.set(tenantId, clock.now());
          } catch (error) {
            log.warn('the directory could not be read', { tenant: tenantId, error: asError(error) });
          }
        }
        await sleep(lookEvery, signal, clock);
      }
    },
  };
}

async function syncTenant(parts: DirectorySyncParts, tenantId: TenantId, signal: StopSignal): Promise<void> {
  const { store, log, graph } = parts;
  const { link, isFilled } = await readDirectoryProgress(store, tenantId);
  let count = 0;
  for await (const page of usersDelta(graph, tenantId, link)) {
    if (!page.ok) {
      if (page.refusal.code === 'resync') await forgetDirectoryLink(store, tenantId);
      throw new Error(page.refusal.message);
    }
    count += await takePage(store, tenantId, page.value);
    for (const reason of page.value.ignored) log.info('directory entry ignored', { reason });
    if (!isFilled) log.info('reading the directory', { tenant: tenantId, people: count });
    if (signal.aborted) return;
  }
}

async function takePage(store: Store, tenantId: TenantId, page: UsersDeltaPage): Promise<number> {
  const known = await findPeople(
    store,
    tenantId,
    page.people.map((entry) => entry.id),
  );
  const knownById = new Map(known.map((person) => [person.personId, person]));
  const people = page.people.flatMap((entry) => {
    const person = personFromDirectory(entry, knownById.get(entry.id));
    return person === undefined ? [] : [{ person, searchText: searchTextOf(person) }];
  });
  const newest = new Map(people.map((entry) => [entry.person.personId, entry]));
  const hidden = page.people.map((entry) => entry.id).filter((id) => !newest.has(id));
  const { next } = page;
  await writeDirectoryPage(store, tenantId, {
    people: [...newest.values()],
    removed: [...page.removed, ...hidden],
    link: 'deltaLink' in next ? next.deltaLink : next.nextLink,
    isFilled: 'deltaLink' in next,
  });
  return newest.size;
}
