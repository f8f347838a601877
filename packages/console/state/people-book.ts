import type { PeopleCommandMessage } from '@switchboard/contract/commands/people-command';
import type { PartyView } from '@switchboard/contract/views/call-view';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { Clock, Instant } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { Cell, type Readable } from '../connection/cell.ts';

type ReadPerson = Extract<PeopleCommandMessage, { type: 'readPerson' }>;

/** Somebody read whole is asked for again after this, when looked at anew: changes of those in sight come by themselves. */
const wholeFor = 60_000;

/** A day's searches find more; those found longest ago are read again when they are needed. */
const mostKept = 2_000;

/** The people that this console has heard of, for calls that name one by id or number only, and for the details. */
export class PeopleBook {
  readonly #clock: Clock;
  readonly #newId: IdSource;
  readonly #send: (message: ReadPerson) => boolean;
  readonly #byId = new Cell<ReadonlyMap<string, PersonView>>(new Map());
  readonly #askedFor = new Set<string>();
  readonly #wholeSince = new Map<string, Instant>();

  constructor(clock: Clock, newId: IdSource, send: (message: ReadPerson) => boolean) {
    this.#clock = clock;
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

  /** People as a search or the list of favourites shows them: what is known whole stays. */
  heard(people: readonly PersonView[]): void {
    this.#put(people.filter(({ personId }) => !this.#isWhole(personId)));
  }

  /** People as they are now, whole. */
  read(people: readonly PersonView[]): void {
    for (const { personId } of people) this.#wholeSince.set(personId, this.#clock.now());
    this.#put(people);
  }

  /** What is known of somebody was changed. */
  isOld(personId: string): void {
    this.#wholeSince.delete(personId);
  }

  removed(personIds: readonly string[]): void {
    if (personIds.length === 0) return;
    const isGone = new Set(personIds);
    this.#byId.update((known) => new Map(Array.from(known).filter(([personId]) => !isGone.has(personId))));
  }

  /** Asks once for somebody who is not known yet. */
  wantToKnow({ personId }: PartyView): void {
    if (personId !== undefined && !this.#byId.getSnapshot().has(personId)) this.#ask(personId);
  }

  /** Asks for somebody whole who is looked at, unless that was read a short time ago. */
  wantWhole(personId: string): void {
    if (!this.#isWhole(personId)) this.#ask(personId);
  }

  /** What was asked on the old connection has no answer, and who was read there may be another now. */
  reconnected(): void {
    this.#askedFor.clear();
    this.#wholeSince.clear();
  }

  #ask(personId: string): void {
    if (this.#askedFor.has(personId)) return;
    if (this.#send({ type: 'readPerson', id: this.#newId(), personId })) this.#askedFor.add(personId);
  }

  #isWhole(personId: string): boolean {
    const since = this.#wholeSince.get(personId);
    return since !== undefined && this.#clock.now() - since < wholeFor;
  }

  #put(people: readonly PersonView[]): void {
    if (people.length === 0) return;
    for (const { personId } of people) this.#askedFor.delete(personId);
    const next = new Map(this.#byId.getSnapshot());
    for (const each of people) {
      next.delete(each.personId);
      next.set(each.personId, each);
    }
    for (const personId of next.keys()) {
      if (next.size <= mostKept) break;
      next.delete(personId);
      this.#wholeSince.delete(personId);
    }
    this.#byId.set(next);
  }
}

const digits = (number: string | undefined): string => (number ?? '').replaceAll(/\D/g, '');
const has = ({ phone, otherPhone, mobile, teamsNumber }: PersonView, number: string): boolean =>
  digits(number) !== '' &&
  [phone, otherPhone, mobile, teamsNumber].some((each) => digits(each) === digits(number));
