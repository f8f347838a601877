import type { PersonSource } from '@switchboard/domain/directory/person';
import type { PersonId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';
import {
  erase,
  type FoundBy,
  markGone,
  markUnseen,
  type PeopleOf,
  putPeople,
  readKnown,
  type StoredPerson,
} from './change-people.ts';
import { holdChanges, noteLastChange, type PeopleWork } from './hold-changes.ts';
import { type ClaimedStream, holdStream, lease } from './hold-stream.ts';

/** Whom a page shows, and whom it keeps from being shown. */
export interface ComposedPage {
  readonly people: readonly FoundBy[];
  /** Not to be shown by the tenant's settings: erased. */
  readonly leftOut: readonly PersonId[];
}

export interface DirectoryPage {
  /** Whom the page names. */
  readonly ids: readonly PersonId[];
  readonly removed: readonly PersonId[];
  /** What is to be kept, out of what is known; the rows stay as they are meanwhile. */
  readonly compose: (known: ReadonlyMap<PersonId, StoredPerson>) => ComposedPage;
  /** Where to read on; undefined where the page is none of a round, and the round stays where it is. */
  readonly next?: { readonly link: string; readonly isEnd: boolean; readonly readEvery: number };
}

/** What a page came to: whether people changed by it. */
interface PageWritten {
  readonly isChanged: boolean;
}

const sourceOf = { users: 'directory', organisation: 'organisation' } as const satisfies Record<
  string,
  PersonSource
>;

/** A stream that comes in pages of people. */
export type PageClaim = ClaimedStream & { readonly stream: keyof typeof sourceOf };

/** All of a page, or nothing of it, is written with where to read on. Undefined: the reader was overtaken. */
export function writePage(
  store: Store,
  claim: PageClaim,
  page: DirectoryPage,
  now: Instant,
): Promise<PageWritten | undefined> {
  const { tenantId, stream, round, isWhole } = claim;
  return store.transaction().execute(async (tx) => {
    if (!(await holdStream(tx, claim))) return undefined;
    const before = await holdChanges(tx, tenantId);
    let of: PeopleOf = { tenantId, source: sourceOf[stream], now, lastChange: before };
    const { people, leftOut } = page.compose(await readKnown(tx, of, page.ids));
    of = { ...of, lastChange: await putPeople(tx, of, people, round) };
    of = { ...of, lastChange: await markGone(tx, of, page.removed) };
    of = { ...of, lastChange: await erase(tx, of, leftOut) };
    if (isWhole && page.next?.isEnd === true) of = { ...of, lastChange: await markUnseen(tx, of, round) };
    await noteLastChange(tx, tenantId, of.lastChange);
    await moveOn(tx, claim, page, now);
    return { isChanged: of.lastChange > before };
  });
}

async function moveOn(
  tx: PeopleWork,
  claim: ClaimedStream,
  page: DirectoryPage,
  now: Instant,
): Promise<void> {
  const { tenantId, stream, isWhole } = claim;
  const { next, ids } = page;
  if (next === undefined) return;
  await tx
    .updateTable('directory_streams')
    .set((row) => ({
      link: next.link,
      problem: null,
      problem_at: null,
      ...(isWhole ? { read: row('read', '+', ids.length) } : {}),
      ...(next.isEnd
        ? {
            is_filled: true,
            is_whole: false,
            read_at: now,
            due_at: now + next.readEvery,
            owner: null,
            owned_until: null,
          }
        : { owned_until: now + lease }),
    }))
    .where('tenant_id', '=', tenantId)
    .where('stream', '=', stream)
    .execute();
  // Numbers are of people who are here: those who came with this round have theirs looked up now.
  if (next.isEnd && isWhole && stream === 'users') {
    await sql`UPDATE directory_streams SET due_at = ${now}::bigint
      WHERE tenant_id = ${tenantId} AND stream = 'numbers' AND problem IS NULL`.execute(tx);
  }
}
