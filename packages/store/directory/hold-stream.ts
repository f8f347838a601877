import type { DirectorySettings } from '@switchboard/domain/directory/directory-settings';
import type { TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import type { Updateable } from 'kysely';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';
import type { PeopleWork } from './hold-changes.ts';

/** A list of Graph's: the people, the organisational contacts, the numbers of Teams. */
export type StreamName = Tables['directory_streams']['stream'];

/** A stream that one server has the right to read, for as long as nobody takes it over. */
export interface ClaimedStream {
  readonly tenantId: TenantId;
  readonly stream: StreamName;
  readonly owner: number;
  readonly round: number;
  /** Where to read on; undefined begins a whole round. */
  readonly link: string | undefined;
  readonly isWhole: boolean;
  readonly isFilled: boolean;
  readonly about: number | undefined;
  /** How long it rested after its last problem, in milliseconds; undefined: it had none. */
  readonly restedFor: number | undefined;
  readonly settings: DirectorySettings;
}

/** How long a server keeps a stream that it says nothing about: longer than a page takes, Graph's pauses included. */
export const lease = 90_000;

/** Locks the stream for a change that its reader makes; false: it was overtaken, and nothing may be written any more. */
export async function holdStream(tx: PeopleWork, claim: ClaimedStream): Promise<boolean> {
  const row = await tx
    .selectFrom('directory_streams')
    .select('round')
    .where('tenant_id', '=', claim.tenantId)
    .where('stream', '=', claim.stream)
    .where('owner', '=', claim.owner)
    .where('round', '=', claim.round)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Changes a stream as its reader; false: another server, or a round begun anew, has overtaken it. */
export async function changeStream(
  store: Store,
  { tenantId, stream, owner, round }: ClaimedStream,
  set: Updateable<Tables['directory_streams']>,
): Promise<boolean> {
  const { numUpdatedRows } = await store
    .updateTable('directory_streams')
    .set(set)
    .where('tenant_id', '=', tenantId)
    .where('stream', '=', stream)
    .where('owner', '=', owner)
    .where('round', '=', round)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

const free = { owner: null, owned_until: null } as const;

/** Keeps the right to read while nothing is written. */
export const keepStream = (store: Store, claim: ClaimedStream, now: Instant): Promise<boolean> =>
  changeStream(store, claim, { owned_until: now + lease });

/** About how many a whole round will bring. */
export const noteAbout = (store: Store, claim: ClaimedStream, about: number): Promise<boolean> =>
  changeStream(store, claim, { about });

/** Gives the stream back: others have their turn first, then it is read on from where it is. */
export const releaseStream = (store: Store, claim: ClaimedStream, now: Instant): Promise<boolean> =>
  changeStream(store, claim, { ...free, due_at: now });

/** Gives back all streams of a server that stops, or is dead. */
export async function releaseStreams(store: Store, owner: number): Promise<void> {
  await store.updateTable('directory_streams').set(free).where('owner', '=', owner).execute();
}

/** It could not be read, and is not tried again before `dueAt`. */
export const failStream = (
  store: Store,
  claim: ClaimedStream,
  { problem, now, dueAt }: { readonly problem: string; readonly now: Instant; readonly dueAt: Instant },
): Promise<boolean> => changeStream(store, claim, { ...free, problem, problem_at: now, due_at: dueAt });

/** A round that reads everything begins. Whoever is here stays; whoever does not come up until its end is gone then. */
export const beginAnew = (
  store: Store,
  claim: ClaimedStream,
  { now, dueAt }: { readonly now: Instant; readonly dueAt: Instant },
): Promise<boolean> =>
  changeStream(store, claim, {
    ...free,
    link: null,
    round: claim.round + 1,
    is_whole: true,
    read: 0,
    about: null,
    began_at: now,
    due_at: dueAt,
  });
