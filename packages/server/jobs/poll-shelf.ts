import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import type { Store } from '@switchboard/store/access/store';
import {
  noteListsRead,
  type PresenceList,
  putPresenceList,
  readPresenceLists,
} from '@switchboard/store/presence/presence-lists';
import {
  readPeopleAfter,
  readPeopleNear,
  readPeopleOfDesk,
} from '@switchboard/store/presence/presence-polls';

/** What a poll of one tenant knows of others, and leaves for them. */
export interface PollShelf {
  /** The lists of all servers; those of a known version without their people. */
  lists(known: ReadonlyMap<number, number>, now: Instant): ReturnType<typeof readPresenceLists>;
  desk(): Promise<readonly PersonId[]>;
  near(since: Instant): Promise<readonly PersonId[]>;
  /** The next people of the directory by id. */
  after(cursor: string, limit: number): Promise<readonly PersonId[]>;
  put(list: number, personIds: readonly PersonId[], keptUntil: Instant): Promise<number>;
  noteRead(lists: readonly Pick<PresenceList, 'list' | 'version'>[], readAt: Instant): Promise<void>;
}

export const createPollShelf = (store: Store, tenantId: TenantId): PollShelf => ({
  lists: (known, now) => readPresenceLists(store, tenantId, known, now),
  desk: () => readPeopleOfDesk(store, tenantId),
  near: (since) => readPeopleNear(store, tenantId, since),
  after: (cursor, limit) => readPeopleAfter(store, tenantId, cursor, limit),
  put: (list, personIds, keptUntil) => putPresenceList(store, tenantId, { list, personIds }, keptUntil),
  noteRead: (lists, readAt) => noteListsRead(store, tenantId, lists, readAt),
});
