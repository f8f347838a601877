import { searchTextOf } from '@switchboard/domain/directory/search-text';
import type { TenantId } from '@switchboard/domain/ids';
import type { DirectoryReader } from '@switchboard/graph/directory/users-delta';
import type { Clock } from '@switchboard/kit/clock';
import { asError, type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import type { Store } from '@switchboard/store/access/store';
import { forgetDirectoryLink, readDirectoryProgress, writeDirectoryPage } from '@switchboard/store/people/people';
import { listTenants } from '@switchboard/store/tenants/tenants';
import { personFromDirectory } from './person-from-directory.ts';

export interface DirectorySyncParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly reader: DirectoryReader;
}

/** Changes of the directory are read this often, in milliseconds. */
const readEvery = 120_000;
/** After a failure, sooner. */
const againAfter = 5_000;

/** Keeps the people of every tenant: all of them once, page by page and resumable, then what changes. */
export function createDirectorySync(parts: DirectorySyncParts): Service {
  const { store, clock, log } = parts;
  return {
    name: 'directory sync',
    async run(signal: StopSignal) {
      while (!signal.aborted) {
        let pause = readEvery;
        for (const { tenantId } of await listTenants(store)) {
          try {
            await syncTenant(parts, tenantId, signal);
          } catch (error) {
            log.warn('the directory could not be read', { tenant: tenantId, error: asError(error) });
            pause = againAfter;
          }
        }
        await sleep(pause, signal, clock);
      }
    },
  };
}

async function syncTenant(parts: DirectorySyncParts, tenantId: TenantId, signal: StopSignal): Promise<void> {
  const { store, log, reader } = parts;
  const { link, isFilled } = await readDirectoryProgress(store, tenantId);
  let count = 0;
  for await (const page of reader.read(tenantId, link)) {
    if (page.type === 'resync') {
      await forgetDirectoryLink(store, tenantId);
      throw new Error('the tenant’s directory must be read anew');
    }
    if (page.type === 'failed') throw new Error(page.message);
    const people = page.people.flatMap((entry) => {
      const person = personFromDirectory(entry);
      return person === undefined ? [] : [{ person, searchText: searchTextOf(person) }];
    });
    const shown = new Set(people.map(({ person }) => person.personId));
    const hidden = page.people.map((entry) => entry.personId).filter((id) => !shown.has(id));
    await writeDirectoryPage(store, tenantId, {
      people,
      removed: [...page.removed, ...hidden],
      link: page.link,
      isFilled: page.isLast,
    });
    count += people.length;
    if (!isFilled) log.info('reading the directory', { tenant: tenantId, people: count });
    if (signal.aborted) return;
  }
}
