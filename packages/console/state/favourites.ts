import type { PersonView } from '@switchboard/contract/views/person-view';
import { Cell, type Readable } from '../connection/cell.ts';
import { personKey, type Row } from './choices.ts';
import type { CommandDesk } from './command-desk.ts';
import { changedPeople } from './found-people.ts';

/** Favourites sorted under one name; without a group under none. */
export interface FavouriteGroup {
  readonly title: string | undefined;
  readonly people: readonly PersonView[];
}

/**
 * The operator's favourites, in their order. Whoever is taken out here keeps the place in the list until it is left, so
 * that nothing jumps and the same key puts them back.
 */
export class Favourites {
  readonly #desk: CommandDesk;
  readonly #people = new Cell<readonly PersonView[]>([]);
  /** Asked to be taken out, and not answered. */
  readonly #leaving = new Set<string>();
  /** Taken out, and still in their places. */
  readonly #takenOut = new Set<string>();

  constructor(desk: CommandDesk) {
    this.#desk = desk;
  }

  get people(): Readable<readonly PersonView[]> {
    return this.#people;
  }

  /** The groups in the order of their first favourite; those without one first. */
  groups(): readonly FavouriteGroup[] {
    const people = this.#people.getSnapshot();
    const titles = new Set(people.map(({ favourite }) => favourite?.group ?? ''));
    const ordered = ['', ...Array.from(titles).filter((title) => title !== '')];
    return ordered
      .filter((title) => titles.has(title))
      .map((title) => ({
        title: title === '' ? undefined : title,
        people: people.filter(({ favourite }) => (favourite?.group ?? '') === title),
      }));
  }

  /** The rows of the list, a heading before each group. */
  rows(): readonly Row[] {
    return this.groups().flatMap(({ title, people }): readonly Row[] => [
      ...(title === undefined ? [] : [{ kind: 'heading', key: `group-${title}`, title } as const]),
      ...people.map((person) => ({ kind: 'person', key: personKey(person.personId), person }) as const),
    ]);
  }

  /** As a favourite now; absent when they are none. Of somebody taken out here the place is left. */
  find(personId: string): PersonView['favourite'] {
    if (this.#takenOut.has(personId)) return undefined;
    return this.#people.getSnapshot().find((each) => each.personId === personId)?.favourite;
  }

  heard(people: readonly PersonView[]): void {
    const isKept = new Set(people.map(({ personId }) => personId));
    for (const personId of isKept) this.#takenOut.delete(personId);
    for (const personId of this.#leaving) if (!isKept.has(personId)) this.#takenOut.add(personId);
    const before = this.#people.getSnapshot();
    const now = [...people];
    for (const [place, person] of before.entries()) {
      if (this.#takenOut.has(person.personId)) now.splice(Math.min(place, now.length), 0, person);
    }
    this.#people.set(now);
    this.#desk.changed();
  }

  changed(people: readonly PersonView[], removed: readonly string[]): void {
    this.#people.update((known) => {
      const favouriteOf = new Map(known.map(({ personId, favourite }) => [personId, favourite]));
      const kept = people.map((person) => {
        const favourite = person.favourite ?? favouriteOf.get(person.personId);
        return favourite === undefined ? person : { ...person, favourite };
      });
      return changedPeople(known, kept, removed);
    });
  }

  /** The list is left: the places of those taken out close. */
  left(): void {
    if (this.#takenOut.size === 0) return;
    this.#people.update((people) => people.filter(({ personId }) => !this.#takenOut.has(personId)));
    this.#takenOut.clear();
  }

  /** Keeps somebody, in a group or in none, or keeps them no longer. `onDone` when it came round. */
  keep(personId: string, isFavourite: boolean, group: string | undefined, onDone: () => void): void {
    const wanted = group?.trim() === '' ? undefined : group?.trim();
    const isListed = this.#people.getSnapshot().some((each) => each.personId === personId);
    // Before the answer: the list may come round first.
    if (!isFavourite && isListed) this.#leaving.add(personId);
    this.#desk.ask({
      action: 'setFavourite',
      subject: personId,
      message: {
        type: 'setFavourite',
        personId,
        isFavourite,
        ...(wanted === undefined || !isFavourite ? {} : { group: wanted }),
      },
      cameRound: () => {
        const now = this.find(personId);
        return isFavourite ? now !== undefined && now.group === wanted : now === undefined;
      },
      onDone: () => {
        this.#leaving.delete(personId);
        onDone();
      },
      onFailed: () => this.#leaving.delete(personId),
    });
  }

  /** Moves a favourite by places within the group. False: it is at the end already, or none. */
  move(personId: string, places: number, onDone: () => void): boolean {
    const groups = this.groups();
    const group = groups.find(({ people }) => people.some((each) => each.personId === personId));
    const ids = group?.people.map((each) => each.personId) ?? [];
    const from = ids.indexOf(personId);
    const to = from + places;
    if (from < 0 || to < 0 || to >= ids.length) return false;
    ids.splice(from, 1);
    ids.splice(to, 0, personId);
    const personIds = groups.flatMap((each) =>
      each === group ? ids : each.people.map((person) => person.personId),
    );
    this.#desk.ask({
      action: 'orderFavourites',
      subject: 'favourites',
      message: { type: 'orderFavourites', personIds: personIds.filter((id) => !this.#takenOut.has(id)) },
      onDone,
    });
    return true;
  }
}
