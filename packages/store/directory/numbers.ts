import type { Person } from '@switchboard/domain/directory/person';
import { searchTextOf } from '@switchboard/domain/directory/search-text';
import type { PersonId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';
import { type FoundBy, putPeople, readKnown, type StoredPerson } from './change-people.ts';
import { holdChanges, noteLastChange } from './hold-changes.ts';
import { type ClaimedStream, changeStream, holdStream, lease } from './hold-stream.ts';

/** Whom to give which number of Teams; undefined: they have none. */
export type TeamsNumbers = ReadonlyMap<PersonId, string | undefined>;

/**
 * Gives people of the directory their numbers of Teams; whom nobody knows stays unknown. Returns whether anything
 * changed; undefined: the reader was overtaken.
 */
export function writeNumbers(
  store: Store,
  claim: ClaimedStream,
  numbers: TeamsNumbers,
  now: Instant,
): Promise<boolean | undefined> {
  const { tenantId } = claim;
  return store.transaction().execute(async (tx) => {
    if (!(await holdStream(tx, claim))) return undefined;
    const lastChange = await holdChanges(tx, tenantId);
    const of = { tenantId, source: 'directory', now, lastChange } as const;
    let last = lastChange;
    for (const [round, people] of byRound(await readKnown(tx, of, [...numbers.keys()]), numbers)) {
      last = await putPeople(tx, { ...of, lastChange: last }, people, round);
    }
    await noteLastChange(tx, tenantId, last);
    await changeStream(tx, claim, { owned_until: now + lease });
    return last > lastChange;
  });
}

/** People whose number differs, with the round that saw them: a number is no sight of a person. */
function byRound(
  known: ReadonlyMap<PersonId, StoredPerson>,
  numbers: TeamsNumbers,
): ReadonlyMap<number, readonly FoundBy[]> {
  const changed = [...known].flatMap(([id, { person, round, isGone }]) => {
    const number = numbers.get(id);
    if (isGone || person.teamsNumber === number) return [];
    const after = withNumber(person, number);
    return [{ round, found: { person: after, searchText: searchTextOf(after) } }];
  });
  const grouped = Map.groupBy(changed, ({ round }) => round);
  return new Map([...grouped].map(([round, all]) => [round, all.map(({ found }) => found)]));
}

function withNumber({ teamsNumber: _before, ...person }: Person, number: string | undefined): Person {
  return number === undefined ? person : { ...person, teamsNumber: number };
}

/** Who has a number of Teams here. */
export async function readNumbered(store: Store, { tenantId }: ClaimedStream): Promise<readonly PersonId[]> {
  const { rows } = await sql<{ person_id: PersonId }>`
    SELECT person_id FROM people
    WHERE tenant_id = ${tenantId} AND source = 'directory' AND gone_at IS NULL AND data ? 'teamsNumber'`.execute(
    store,
  );
  return rows.map((row) => row.person_id);
}

/** The list was read to its end. */
export const endNumbers = (
  store: Store,
  claim: ClaimedStream,
  { now, readEvery, read }: { readonly now: Instant; readonly readEvery: number; readonly read: number },
): Promise<boolean> =>
  changeStream(store, claim, {
    read,
    is_filled: true,
    read_at: now,
    problem: null,
    problem_at: null,
    due_at: now + readEvery,
    owner: null,
    owned_until: null,
  });
