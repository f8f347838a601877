import type { Search } from '@switchboard/contract/commands/search';
import type { PartyView } from '@switchboard/contract/views/call-view';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { IdSource } from '@switchboard/kit/ids';
import { Cell, type Readable } from '../connection/cell.ts';

/** A name finds its person among the first few. */
const mostLookedAt = 10;

/** The people that this console has heard of, for calls that name one by id or number only. */
export class PeopleBook {
  readonly #newId: IdSource;
  readonly #send: (message: Search) => boolean;
  readonly #byId = new Cell<ReadonlyMap<string, PersonView>>(new Map());
  readonly #askedFor = new Set<string>();

  constructor(newId: IdSource, send: (message: Search) => boolean) {
    this.#newId = newId;
    this.#send = send;
  }

  get byId(): Readable<ReadonlyMap<string, PersonView>> {
    return this.#byId;
  }

  /** Who a call's party is, by id or by one of their numbers. */
  find({ personId, number }: PartyView): PersonView | undefined {
    const people = this.#byId.getSnapshot();
    if (personId !== undefined) return people.get(personId);
    return number === undefined ? undefined : Array.from(people.values()).find((each) => has(each, number));
  }

  heard(people: readonly PersonView[]): void {
    if (people.length === 0) return;
    this.#byId.update(
      (known) => new Map([...known, ...people.map((each) => [each.personId, each] as const)]),
    );
  }

  /** Asks the directory once for somebody who is not known yet. */
  wantToKnow(party: PartyView): void {
    const { personId, name } = party;
    if (personId === undefined || name === undefined || this.find(party) !== undefined) return;
    if (this.#askedFor.has(personId)) return;
    const search: Search = { type: 'search', id: this.#newId(), text: name, limit: mostLookedAt };
    if (this.#send(search)) this.#askedFor.add(personId);
  }

  /** What was asked on the old connection has no answer. */
  reconnected(): void {
    this.#askedFor.clear();
  }
}

const digits = (number: string | undefined): string => (number ?? '').replaceAll(/\D/g, '');
const has = ({ phone, mobile }: PersonView, number: string): boolean =>
  digits(number) !== '' && [phone, mobile].some((each) => digits(each) === digits(number));
