import type { PeopleFound } from '@switchboard/contract/feed/people-found';
import type { PersonView } from '@switchboard/contract/views/person-view';

/** People asked for at once: more than a window shows. */
export const pageSize = 50;
/** The contract takes no offset beyond 5,000: as far as anybody scrolls. */
const farthestPage = 100;
const reachable = (farthestPage + 1) * pageSize;

/** The people that one question finds, as far as they were read. Places are counted from 0, best first. */
export interface FoundPeople {
  readonly byPlace: ReadonlyMap<number, PersonView>;
  /** Places that the list has. */
  readonly count: number;
  /** How many there are, about; `isCapped`: at least. May be more than the list has places. */
  readonly total: number;
  readonly isCapped: boolean;
  readonly forwarded: PeopleFound['forwarded'];
}

export const nobodyFound: FoundPeople = {
  byPlace: new Map(),
  count: 0,
  total: 0,
  isCapped: false,
  forwarded: undefined,
};

/** With the people of one more answer, which begins at this place. What was read of other places stays. */
export function withAnswer(found: FoundPeople, offset: number, answer: PeopleFound): FoundPeople {
  const end = offset + answer.people.length;
  const hasMore = answer.more && answer.people.length > 0;
  const total = hasMore ? Math.max(answer.total, end + 1) : end;
  const count = Math.min(total, reachable);
  const byPlace = new Map(Array.from(found.byPlace).filter(([place]) => place < count));
  for (const [index, person] of answer.people.entries()) byPlace.set(offset + index, person);
  const forwarded = offset === 0 ? answer.forwarded : found.forwarded;
  return { byPlace, count, total, isCapped: hasMore && answer.isCapped === true, forwarded };
}

/** The first page that lies between two places and was not read; absent when all are here. */
export function missingPage(found: FoundPeople, first: number, last: number): number | undefined {
  const from = Math.max(0, Math.floor(first / pageSize));
  const to = Math.floor(Math.min(last, found.count - 1) / pageSize);
  for (let page = from; page <= to; page += 1) {
    // A page that was read has its first place filled.
    if (!found.byPlace.has(page * pageSize)) return page;
  }
  return undefined;
}

/** The people as they are now: changed ones in their places, those who are gone marked, never moved. */
export function changedPeople(
  people: readonly PersonView[],
  changed: readonly PersonView[],
  removed: readonly string[],
): readonly PersonView[] {
  const newById = new Map(changed.map((each) => [each.personId, each]));
  const isGone = new Set(removed);
  let hasChanged = false;
  const now = people.map((person) => {
    const newer = newById.get(person.personId);
    if (newer === undefined && !isGone.has(person.personId)) return person;
    hasChanged = true;
    return newer === undefined ? gone(person) : withMatches(newer, person);
  });
  return hasChanged ? now : people;
}

/** The same for what a question found. */
export function withChanges(
  found: FoundPeople,
  changed: readonly PersonView[],
  removed: readonly string[],
): FoundPeople {
  const before = Array.from(found.byPlace.values());
  const now = changedPeople(before, changed, removed);
  if (now === before) return found;
  const places = Array.from(found.byPlace.keys());
  const byPlace = new Map(now.map((person, index) => [places[index] ?? 0, person]));
  return { ...found, byPlace };
}

/** Somebody who is no longer there keeps the row, and nothing can be done with them. */
const gone = (person: PersonView): PersonView => ({ ...person, isFormer: true, can: [] });

/** A change knows of no search: what the search marked stays marked as long as that text stands. */
function withMatches(now: PersonView, before: PersonView): PersonView {
  const matches = (now.matches ?? before.matches)?.filter(({ field }) => {
    const same = (person: PersonView): string =>
      JSON.stringify(field === 'phones' ? phones(person) : person[field]);
    return now.matches !== undefined || same(now) === same(before);
  });
  return matches === undefined ? now : { ...now, matches };
}

const phones = ({ phone, otherPhone, mobile, teamsNumber }: PersonView): readonly (string | undefined)[] => [
  phone,
  otherPhone,
  mobile,
  teamsNumber,
];
