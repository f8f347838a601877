import type { ConsoleMessage } from '@switchboard/contract/commands/console-message';
import type { DirectoryProgress, PersonalContacts } from '@switchboard/contract/feed/directory-progress';
import type { FeedMessage } from '@switchboard/contract/feed/feed-message';
import type { PeopleChanged } from '@switchboard/contract/feed/people-changed';
import type { PeopleFound } from '@switchboard/contract/feed/people-found';
import type { PersonView } from '@switchboard/contract/views/person-view';
import { unreachable } from '@switchboard/kit/assert';
import type { Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { Cell, type Readable } from '../connection/cell.ts';
import type { SendContacts } from '../connection/contacts-file.ts';
import type { Texts } from '../i18n/texts.ts';
import type { Announcer } from './announcer.ts';
import type { ChoiceScope } from './choices.ts';
import type { CommandDesk } from './command-desk.ts';
import { ContactDesk } from './contact-desk.ts';
import { type DraftStorage, Drafts } from './drafts.ts';
import { Favourites } from './favourites.ts';
import { PeopleBook } from './people-book.ts';
import { PeopleFilters } from './people-filters.ts';
import { PersonEditor } from './person-editor.ts';
import { PersonSearch } from './person-search.ts';
import { PresenceBook } from './presence-book.ts';
import { sayFound } from './say-found.ts';
import type { TwoStepGuard } from './two-step-guard.ts';
import { WatchList } from './watch-list.ts';

export interface DirectoryParts {
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly send: (message: ConsoleMessage) => boolean;
  readonly texts: () => Texts;
  readonly desk: CommandDesk;
  readonly announcer: Announcer;
  readonly guard: TwoStepGuard;
  readonly operatorId: string;
  readonly draftStorage: DraftStorage;
  readonly sendContacts: SendContacts;
  readonly scope: () => ChoiceScope;
}

/** What the server says about people. */
export type PeopleMessage = Extract<
  FeedMessage,
  {
    type:
      | 'people'
      | 'peopleChanged'
      | 'person'
      | 'favourites'
      | 'filters'
      | 'directory'
      | 'personalContacts'
      | 'presence';
  }
>;

/** Who is chosen stays chosen so long before they are asked for whole: who steps through a list asks for nobody. */
const restsFor = 200;

/** Everything that the screens show of people, and where what the server says of them is put in its place. */
export class DirectoryModel {
  readonly presence: PresenceBook;
  readonly people: PeopleBook;
  readonly search: PersonSearch;
  readonly favourites: Favourites;
  readonly filters: PeopleFilters;
  readonly editor: PersonEditor;
  readonly contacts: ContactDesk;
  readonly drafts: Drafts;
  /** The favourite whose new group is being named. */
  readonly naming = new Cell<PersonView | undefined>(undefined);
  readonly #parts: DirectoryParts;
  readonly #watch: WatchList;
  readonly #progress = new Cell<DirectoryProgress | undefined>(undefined);
  readonly #personal = new Cell<PersonalContacts | undefined>(undefined);
  #called: readonly string[] = [];
  #lookedAt: string | undefined;
  #cancelRest = (): void => {};

  constructor(parts: DirectoryParts) {
    const { clock, newId, send, desk, texts, announcer } = parts;
    this.#parts = parts;
    this.people = new PeopleBook(clock, newId, send);
    this.favourites = new Favourites(desk);
    const favourites = (): ReturnType<Favourites['rows']> => this.favourites.rows();
    this.search = new PersonSearch({ clock, newId, send, scope: parts.scope, favourites });
    this.filters = new PeopleFilters(desk);
    this.drafts = new Drafts(parts.draftStorage, parts.operatorId);
    this.editor = new PersonEditor({
      desk,
      drafts: this.drafts,
      texts,
      onSaved: (person) => this.#changedHere(person.personId, texts().announcements.saved(person.name)),
    });
    this.contacts = new ContactDesk({
      desk,
      drafts: this.drafts,
      texts,
      guard: parts.guard,
      sendContacts: parts.sendContacts,
      onSaved: (person, isNew) => this.#contactKept(person, isNew),
      onRemoved: (person) => this.#contactRemoved(person),
    });
    this.#watch = new WatchList(send);
    this.presence = new PresenceBook(this.#watch.has);
    sayFound({ clock, announcer, texts, search: this.search });
    this.search.state.subscribe(() => this.#searchChanged());
    this.search.sight.subscribe(() => this.#showPeople());
  }

  /** How far the directory is, once the server has told it. */
  get progress(): Readable<DirectoryProgress | undefined> {
    return this.#progress;
  }

  /** How it stands with the operator's own contacts. */
  get personal(): Readable<PersonalContacts | undefined> {
    return this.#personal;
  }

  take(message: PeopleMessage): void {
    switch (message.type) {
      case 'people':
        return this.#found(message);
      case 'peopleChanged':
        return this.#changed(message);
      case 'person':
        this.#changed({ type: 'peopleChanged', people: [message.person], removed: [] });
        return this.contacts.heard(message);
      case 'favourites':
        return this.#heardFavourites(message.people);
      case 'filters':
        return this.filters.heard(message);
      case 'directory':
        return this.#progress.set(message);
      case 'personalContacts':
        return this.#personal.set(message);
      case 'presence':
        return this.presence.heard(message.presences);
      default:
        return unreachable(message);
    }
  }

  /** Whom calls are about: their presence is on the screen, too. */
  calledAre(personIds: readonly string[]): void {
    this.#called = personIds;
    this.#showPeople();
  }

  reconnected(): void {
    this.#watch.reconnected();
    this.people.reconnected();
    this.search.reconnected();
    this.filters.reconnected();
    this.#lookedAt = undefined;
    this.#searchChanged();
  }

  #found(message: PeopleFound): void {
    this.presence.found(message.people);
    this.people.heard(message.people);
    this.search.heard(message);
  }

  #changed({ people, removed }: PeopleChanged): void {
    this.presence.found(people);
    this.people.read(people);
    this.people.removed(removed);
    this.favourites.changed(people, removed);
    this.search.changed(people, removed);
    this.search.refresh();
    this.#parts.desk.changed();
  }

  #heardFavourites(people: readonly PersonView[]): void {
    this.presence.found(people);
    this.people.heard(people);
    this.favourites.heard(people);
    this.search.refresh();
    this.#showPeople();
  }

  #contactKept(person: PersonView, isNew: boolean): void {
    const say = this.#parts.texts().announcements;
    this.#parts.announcer.say({
      text: isNew ? say.contactKept(person.name) : say.saved(person.name),
      urgency: 'polite',
    });
    this.search.open(person);
  }

  #contactRemoved({ personId, name }: PersonView): void {
    this.#changed({ type: 'peopleChanged', people: [], removed: [personId] });
    if (this.search.state.getSnapshot().opened?.personId === personId) this.search.open(undefined);
    this.#parts.announcer.say({
      text: this.#parts.texts().announcements.contactRemoved(name),
      urgency: 'polite',
    });
  }

  /** What is known of somebody is old: they are read anew. */
  #changedHere(personId: string, text: string): void {
    this.people.isOld(personId);
    this.people.wantWhole(personId);
    this.#parts.announcer.say({ text, urgency: 'polite' });
  }

  #searchChanged(): void {
    if (this.search.isLooking()) this.favourites.left();
    this.#showPeople();
    const chosen = this.search.selected();
    const personId =
      chosen?.kind === 'person' && !chosen.person.isFormer ? chosen.person.personId : undefined;
    if (personId === this.#lookedAt) return;
    this.#lookedAt = personId;
    this.#cancelRest();
    if (personId === undefined) return;
    this.#cancelRest = this.#parts.clock.after(restsFor, () => this.people.wantWhole(personId));
  }

  /** Whose presence is on the screen: those that calls are about, whoever is looked at, the list where it is in sight. */
  #showPeople(): void {
    const { opened } = this.search.state.getSnapshot();
    const inList = this.search.near().map(({ personId }) => personId);
    this.#watch.show([...this.#called, ...(opened === undefined ? [] : [opened.personId]), ...inList]);
  }
}
