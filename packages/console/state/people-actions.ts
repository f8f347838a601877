import type { CallView } from '@switchboard/contract/views/call-view';
import type { PersonAction, PersonView } from '@switchboard/contract/views/person-view';
import type { ConsoleModel } from './console-model.ts';
import { type Filter, toggled } from './search-filters.ts';

/** What an operator does with people besides putting callers through. */
export class PeopleActions {
  readonly #model: ConsoleModel;
  /** Who is to be opened as soon as they are read. */
  #wanted: string | undefined;

  constructor(model: ConsoleModel) {
    this.#model = model;
    model.people.byId.subscribe(() => this.#openWanted());
    model.line.state.subscribe(() => (this.#wanted = undefined));
  }

  /** The person chosen, who may be another in the list than in the details. */
  chosen(): PersonView | undefined {
    const choice = this.#model.search.selected();
    return choice?.kind === 'person' ? choice.person : undefined;
  }

  /** Whether somebody is a favourite now. */
  favouriteOf(personId: string): PersonView['favourite'] {
    return this.#model.directory.favourites.find(personId);
  }

  /** Keeps the person chosen as a favourite, or no longer. */
  toggleFavourite(person = this.chosen()): void {
    if (person === undefined || !this.#may(person, 'favourite')) return this.#sayNobody(person);
    const isFavourite = this.favouriteOf(person.personId) === undefined;
    // Whoever comes back to where they stood comes back to their group.
    const group = isFavourite ? person.favourite?.group : undefined;
    this.keep(person, isFavourite, group);
  }

  /** Sorts a favourite into a group; an empty name is none. */
  moveToGroup(person: PersonView, group: string): void {
    this.keep(person, true, group);
  }

  /** Moves the favourite chosen up or down within its group. */
  moveFavourite(places: 1 | -1, person = this.chosen()): void {
    const { texts, directory } = this.#model;
    const say = texts.announcements;
    if (person === undefined || this.favouriteOf(person.personId) === undefined) {
      return this.#say(say.noFavourite);
    }
    const { personId, name } = person;
    const isMoved = directory.favourites.move(personId, places, () => {
      const ids = directory.favourites.people.getSnapshot().map((each) => each.personId);
      this.#say(say.favouriteMoved(name, ids.indexOf(personId) + 1, ids.length));
    });
    if (!isMoved) this.#say(places < 0 ? say.isFirst(name) : say.isLast(name));
  }

  /** Opens what operators write about the person chosen. */
  describe(person = this.chosen()): void {
    if (person === undefined || !this.#may(person, 'describe')) return this.#sayNobody(person);
    this.#model.directory.editor.open(this.whole(person));
  }

  /** Opens the shared contact that is chosen. */
  changeContact(person = this.chosen()): void {
    if (person === undefined || !this.#may(person, 'change')) return this.#sayNobody(person);
    this.#model.directory.contacts.change(this.whole(person));
  }

  /** Keeps the caller of a call as a shared contact: what is known of them is filled in. */
  keepCaller({ caller }: Pick<CallView, 'caller'>): void {
    const { number, name } = caller;
    this.#model.directory.contacts.add({
      ...(number === undefined ? {} : { phone: number }),
      ...(name === undefined ? {} : { name }),
    });
  }

  /** Whether the caller is somebody with a number whom nobody has kept yet. */
  isUnknown({ caller }: Pick<CallView, 'caller'>): boolean {
    return (
      caller.number !== undefined &&
      caller.personId === undefined &&
      this.#model.people.find(caller) === undefined
    );
  }

  /** Opens the manager of the person chosen, in place of them. */
  openManager(person = this.chosen()): void {
    const managerId = person && this.whole(person).managerId;
    if (managerId === undefined) return this.#say(this.#model.texts.announcements.noManager);
    this.#wanted = managerId;
    this.#model.people.wantWhole(managerId);
    this.#openWanted();
  }

  filter(filter: Filter): void {
    const { search } = this.#model;
    search.filterBy(toggled(search.state.getSnapshot().filters, filter));
  }

  /** All that is known of somebody, where the list knows less. */
  whole(person: PersonView): PersonView {
    const known = this.#model.people.byId.getSnapshot().get(person.personId);
    return known === undefined || person.isFormer === true ? person : known;
  }

  keep(person: PersonView, isFavourite: boolean, group: string | undefined): void {
    const say = this.#model.texts.announcements;
    const wasGroup = this.favouriteOf(person.personId)?.group;
    this.#model.directory.favourites.keep(person.personId, isFavourite, group, () => {
      if (!isFavourite) this.#say(say.noLongerFavourite(person.name));
      else if (wasGroup === group || group === undefined) this.#say(say.favourite(person.name));
      else this.#say(say.favouriteIn(person.name, group));
      this.#model.search.refresh();
    });
  }

  #openWanted(): void {
    const person =
      this.#wanted === undefined ? undefined : this.#model.people.byId.getSnapshot().get(this.#wanted);
    if (person === undefined) return;
    this.#wanted = undefined;
    this.#model.search.open(person);
    this.#say(this.#model.texts.announcements.opened(person.name));
  }

  #may(person: PersonView, action: PersonAction): boolean {
    return this.whole(person).can.includes(action);
  }

  #sayNobody(person: PersonView | undefined): void {
    const say = this.#model.texts.announcements;
    this.#say(person === undefined ? say.nobodyChosen : say.notWithThem(person.name));
  }

  #say(text: string): void {
    this.#model.announcer.say({ text, urgency: 'polite' });
  }
}
