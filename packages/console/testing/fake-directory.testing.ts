import type { PeopleCommandMessage } from '@switchboard/contract/commands/people-command';
import type { Search } from '@switchboard/contract/commands/search';
import type { DirectoryProgress, PersonalContacts } from '@switchboard/contract/feed/directory-progress';
import type { FeedMessage } from '@switchboard/contract/feed/feed-message';
import type { PeopleFound } from '@switchboard/contract/feed/people-found';
import type { MatchView, PersonView } from '@switchboard/contract/views/person-view';
import { personSources } from '@switchboard/contract/views/person-view';
import { me, samplePeople } from './sample-office.testing.ts';

const searched = ['name', 'department', 'jobTitle', 'organisation', 'nicknames', 'tasks'] as const;

/** The people of a server that a test steers: found, kept and changed as a real one does, without its cleverness. */
export class FakeDirectory {
  readonly people = new Map<string, PersonView>();
  /** Favourites by their ids, in order, with their groups. */
  readonly favourites = new Map<string, string | undefined>();
  progress: DirectoryProgress = { type: 'directory', state: 'ready', read: 12 };
  personal: PersonalContacts = { type: 'personalContacts', state: 'ready', count: 0 };
  /** What a search says of having asked Microsoft too. */
  forwarded: PeopleFound['forwarded'];
  readonly #madeAt = Date.now();
  readonly #now: () => number;
  #count = 0;

  constructor(now: () => number) {
    this.#now = now;
    for (const person of samplePeople(this.#madeAt)) this.put(person);
  }

  put(person: PersonView): void {
    this.people.set(person.personId, person);
  }

  /** What stands behind each welcome. */
  greeting(): readonly FeedMessage[] {
    return [this.progress, this.personal, this.#favouriteList()];
  }

  find({ id, text, limit, offset = 0, filters = {} }: Search): FeedMessage {
    const words = text.toLowerCase().split(' ').filter(Boolean);
    const isAsked = words.length > 0 || Object.keys(filters).length > 0;
    const all = Array.from(this.people.values()).flatMap((person) => {
      const matches = matchesOf(person, words);
      const isWanted = isAsked && matches !== undefined && fits(person, filters);
      return isWanted ? [{ ...this.#shown(person), ...(matches.length > 0 ? { matches } : {}) }] : [];
    });
    return {
      type: 'people',
      id,
      people: all.slice(offset, offset + limit),
      total: all.length,
      more: all.length > offset + limit,
      ...(this.forwarded === undefined ? {} : { forwarded: this.forwarded }),
    };
  }

  /** What is said back, in order. */
  answer(message: PeopleCommandMessage): readonly FeedMessage[] {
    const { id } = message;
    const done = { type: 'answer', id } as const;
    switch (message.type) {
      case 'setFavourite':
        if (message.isFavourite) this.favourites.set(message.personId, message.group);
        else this.favourites.delete(message.personId);
        return [this.#favouriteList(), done];
      case 'orderFavourites': {
        const named = message.personIds.filter((personId) => this.favourites.has(personId));
        const order = new Set([...named, ...this.favourites.keys()]);
        const groups = new Map(this.favourites);
        this.favourites.clear();
        for (const personId of order) this.favourites.set(personId, groups.get(personId));
        return [this.#favouriteList(), done];
      }
      case 'describePerson': {
        const { note, tasks, alternateNames, nicknames, personId } = message;
        const written = note === undefined ? {} : { note: { text: note, by: me.name, at: Date.now() } };
        const lists = { tasks, alternateNames, nicknames };
        const given = Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined));
        return [...this.#changed(personId, { ...written, ...given }), done];
      }
      case 'saveSharedContact': {
        const personId = message.personId ?? `s.${++this.#count}`;
        const { note, ...fields } = message.contact;
        this.put({
          ...fields,
          ...{ personId, source: 'shared', can: ['call', 'favourite', 'describe', 'change', 'remove'] },
          ...(note === undefined ? {} : { note: { text: note, by: me.name, at: Date.now() } }),
        });
        return this.#read(id, personId);
      }
      case 'removeSharedContact':
        this.people.delete(message.personId);
        return [done, { type: 'peopleChanged', people: [], removed: [message.personId] }];
      case 'readPerson':
        return this.#read(id, message.personId);
      default:
        return [this.#filters(id)];
    }
  }

  #changed(personId: string, change: Partial<PersonView>): readonly FeedMessage[] {
    const person = this.people.get(personId);
    if (person === undefined) return [];
    this.put({ ...person, ...change });
    return [{ type: 'peopleChanged', people: [this.#shown({ ...person, ...change })], removed: [] }];
  }

  #read(id: string, personId: string): readonly FeedMessage[] {
    const person = this.people.get(personId);
    if (person === undefined) return [{ type: 'answer', id, refusal: { code: 'personUnknown' } }];
    return [{ type: 'person', id, person: this.#shown(person) }];
  }

  #filters(id: string): FeedMessage {
    const people = Array.from(this.people.values());
    const counted = (values: readonly (string | undefined)[]) =>
      Array.from(new Set(values.filter((value) => value !== undefined)), (value) => ({
        value,
        count: values.filter((each) => each === value).length,
      })).toSorted((a, b) => b.count - a.count);
    return {
      type: 'filters',
      id,
      departments: counted(people.map(({ department }) => department)),
      places: counted(people.map(({ office }) => office)),
      sources: counted(people.map(({ source }) => source)),
    };
  }

  #favouriteList(): FeedMessage {
    const people = Array.from(this.favourites.keys()).flatMap((personId) => {
      const person = this.people.get(personId);
      return person === undefined ? [] : [this.#shown(person)];
    });
    return { type: 'favourites', people };
  }

  /** As it is said: with a presence as old as it was at the start, however long that is ago. */
  #shown(person: PersonView): PersonView {
    const { presence, personId } = person;
    const later = this.#now() - this.#madeAt;
    const group = this.favourites.get(personId);
    return {
      ...person,
      ...(this.favourites.has(personId) ? { favourite: group === undefined ? {} : { group } } : {}),
      ...(presence === undefined
        ? {}
        : {
            presence: {
              ...presence,
              personId,
              asOf: presence.asOf + later,
              staleAt: presence.staleAt + later,
            },
          }),
    };
  }
}

/** Where the words are found; absent: one is not. */
function matchesOf(person: PersonView, words: readonly string[]): MatchView[] | undefined {
  const byWord = words.map((word) =>
    searched.flatMap((field) => {
      const value = person[field];
      const texts = value === undefined || typeof value === 'string' ? [value ?? ''] : value;
      return texts.flatMap((text, index): MatchView[] => {
        const start = text.toLowerCase().indexOf(word);
        if (start < 0) return [];
        return [{ field, value: index, start, end: start + word.length, kind: 'prefix' }];
      });
    }),
  );
  return byWord.some((matches) => matches.length === 0) ? undefined : byWord.flat();
}

function fits(
  person: PersonView,
  { departments, places, sources, presence }: NonNullable<Search['filters']>,
): boolean {
  const isOne = (wanted: readonly string[] | undefined, value: string | undefined): boolean =>
    wanted === undefined || (value !== undefined && wanted.includes(value));
  const isFree = presence === undefined || person.presence?.availability === 'Available';
  const isFrom =
    sources === undefined ||
    sources.some((source) => personSources.includes(source) && source === person.source);
  return isOne(departments, person.department) && isOne(places, person.office) && isFrom && isFree;
}
