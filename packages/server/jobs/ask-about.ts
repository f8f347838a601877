import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Clock } from '@switchboard/kit/clock';
import type { Store } from '@switchboard/store/access/store';
import {
  doubtedList,
  dropPresenceList,
  keepPresenceList,
  putPresenceList,
} from '@switchboard/store/presence/presence-lists';

export interface AskAboutParts {
  readonly store: Store;
  readonly clock: Clock;
  /** Told when there is a list to read. */
  readonly onWatched: (tenantId: TenantId) => void;
  /** What is not read after so many milliseconds is asked for another time. */
  readonly patience?: number;
}

/** Asks Graph about these people now and writes what it says; false: it did not say. */
export type AskAbout = (tenantId: TenantId, personIds: readonly PersonId[]) => Promise<boolean>;

/** A list is read every two seconds. In milliseconds. */
const usualPatience = 8_000;
const lookEvery = 200;

/**
 * Has people asked about by whichever server polls the tenant: all that Graph is asked about presence is in one budget,
 * and waits where Graph wants it to.
 */
export function createAskAbout(parts: AskAboutParts): AskAbout {
  const { store, clock, onWatched, patience = usualPatience } = parts;
  const pause = (): Promise<void> => new Promise((resolve) => clock.after(lookEvery, resolve));
  return async (tenantId, personIds) => {
    if (personIds.length === 0) return true;
    const askedAt = clock.now();
    const list = { list: doubtedList, personIds };
    const version = await putPresenceList(store, tenantId, list, askedAt + patience);
    onWatched(tenantId);
    try {
      while (clock.now() < askedAt + patience) {
        const read = await keepPresenceList(store, tenantId, doubtedList, askedAt + patience);
        if (read !== undefined && read.readVersion >= version && read.readAt >= askedAt) return true;
        await pause();
      }
      return false;
    } finally {
      await dropPresenceList(store, tenantId, doubtedList);
    }
  };
}
