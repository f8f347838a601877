import { type Clock, ManualClock } from '@switchboard/kit/clock';
import { ok, type Refused, type Result, refused } from '@switchboard/kit/result';
import type { Ringing } from '../world/bells.ts';
import type { ClientChange, ClientSettings } from '../world/clients.ts';
import { type OutsideLine, plainNumber } from '../world/outside-lines.ts';
import type { Person, PersonChange } from '../world/person.ts';
import type { Presence, PresenceNow } from '../world/presence-book.ts';
import type { WorldSettings } from '../world/settings.ts';
import type { Truth } from '../world/truth.ts';
import type { World } from '../world/world.ts';
import type { LogEntry } from '../world/world-log.ts';
import { badRequest, type ControlRefusal, conflict, notFound } from './refusal.ts';

/** DTMF digits as Graph names them, by the key pressed. */
export const toneOfKey: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [String(digit), `tone${digit}`])),
  '*': 'star',
  '#': 'pound',
};

/** A person with everything a page or a test wants to know of them. */
export interface PersonView {
  readonly person: Person;
  readonly presence: PresenceNow;
  readonly client: ClientSettings;
  readonly ringing: readonly { readonly id: string; readonly from: string; readonly since: number }[];
  readonly inConversation: string | null;
}

export interface ControlParts {
  readonly world: World;
  /** Resolves when no notification and no media fetch of the platform is under way. */
  readonly settled: () => Promise<void>;
  /** A key pressed by whoever is in this conversation. @returns whether any application listens for tones */
  readonly pressed: (conversationId: string, tone: string) => boolean;
}

type Answer<T> = Result<T, ControlRefusal>;

/** How many people a search gives at most: a page shows no more. */
const searchLimit = 50;

/** Moves the people of the world: what the pages, the tests and the scenarios do with it. */
export class Control {
  readonly world: World;
  readonly #settled: () => Promise<void>;
  readonly #pressed: ControlParts['pressed'];

  constructor(parts: ControlParts) {
    this.world = parts.world;
    this.#settled = parts.settled;
    this.#pressed = parts.pressed;
  }

  /** An outside telephone dials a queue's number. Both numbers in E.164; blanks are allowed. */
  dial(call: { from: string; to: string; name?: string }): Answer<OutsideLine> {
    const dialled = this.world.lines.dial(call.from, call.to, call.name ?? null);
    if (dialled.ok) return dialled;
    if (dialled.refusal.kind === 'unassigned') {
      return refused(
        notFound(`to: nobody has the number ${call.to}; GET /control/queues lists those that can be dialled`),
      );
    }
    return refused(badRequest('from: not a telephone number; write it as +44 20 7946 0999'));
  }

  hangUpLine(lineId: string): Answer<OutsideLine> {
    const line = this.world.lines.find(lineId);
    if (!line) return refused(notFound(`lineId: there is no line ${lineId}; dial first`));
    if (!this.world.lines.hangUp(lineId)) return refused(conflict('this line is in no call any more'));
    return ok(line);
  }

  /** @param keys 0 to 9, * and # */
  pressKeys(lineId: string, keys: string): Answer<{ readonly heard: boolean }> {
    const place = this.world.exchange.where(`outside:${lineId}`);
    if (!place) return refused(notFound(`lineId: ${lineId} is in no call`));
    const tones = [...keys].map((key) => toneOfKey[key]);
    if (tones.length === 0 || tones.includes(undefined)) {
      return refused(badRequest('keys: only the digits 0 to 9, * and # can be pressed'));
    }
    const heard = tones.map((tone) => this.#pressed(place.conversation.id, tone ?? ''));
    return ok({ heard: heard.includes(true) });
  }

  /** A person picks up what rings, or, with an id, this one of several. */
  answer(personIdOrName: string, ringingId?: string): Answer<PersonView> {
    return this.#act(personIdOrName, ringingId, (person, bell) => {
      if (this.world.exchange.where(`person:${person.id}`)) {
        return refused(conflict(`${person.displayName} is in a call; hang up first`));
      }
      this.world.bells.answer(bell.id);
      return ok(this.#view(person));
    });
  }

  /** A delegate or colleague picks up what rings for somebody else. */
  pickUp(personIdOrName: string, forIdOrName: string, ringingId?: string): Answer<PersonView> {
    const person = this.world.directory.find(personIdOrName);
    if (!person) return this.#nobody(personIdOrName);
    return this.#act(forIdOrName, ringingId, (_, bell) =>
      this.world.bells.pickUpFor(bell.id, person.id)
        ? ok(this.#view(person))
        : refused(conflict(`${person.displayName} is in a call; hang up first`)),
    );
  }

  decline(personIdOrName: string, ringingId?: string): Answer<PersonView> {
    return this.#act(personIdOrName, ringingId, (person, bell) => {
      this.world.bells.decline(bell.id);
      return ok(this.#view(person));
    });
  }

  hangUp(personIdOrName: string): Answer<PersonView> {
    const person = this.world.directory.find(personIdOrName);
    if (!person) return this.#nobody(personIdOrName);
    const place = this.world.exchange.where(`person:${person.id}`);
    if (!place) return refused(conflict(`${person.displayName} is in no call`));
    this.world.log.add('client', `${person.displayName} hangs up`, place.conversation.id);
    this.world.exchange.leave(place.conversation, place.member.id, 'hungUp');
    return ok(this.#view(person));
  }

  /** An outside telephone that is being called picks up or refuses. */
  answerNumber(number: string): Answer<Truth> {
    return this.#actOnNumber(number, (bell) => this.world.bells.answer(bell.id));
  }

  declineNumber(number: string): Answer<Truth> {
    return this.#actOnNumber(number, (bell) => this.world.bells.decline(bell.id));
  }

  setPresence(personIdOrName: string, presence: Presence): Answer<PersonView> {
    return this.#with(personIdOrName, (person) => this.world.presence.set(person.id, presence));
  }

  /** Whoever is signed out leaves the call they are in. */
  setClient(personIdOrName: string, change: ClientChange): Answer<PersonView> {
    const other = change.pickedUpBy?.person;
    if (other !== undefined && !this.world.directory.find(other)) {
      return this.#nobody(other, 'pickedUpBy.person');
    }
    return this.#with(personIdOrName, (person) => {
      this.world.clients.change(person.id, change);
      const place = this.world.exchange.where(`person:${person.id}`);
      if (change.signedIn === false && place) {
        this.world.log.add('client', `${person.displayName} signs out of Teams`, place.conversation.id);
        this.world.exchange.leave(place.conversation, place.member.id, 'hungUp');
      }
      this.world.touch();
    });
  }

  person(idOrName: string): Answer<PersonView> {
    return this.#with(idOrName, () => undefined);
  }

  /** People whose name, address, department or title contains the text; the first fifty. */
  search(text: string): readonly Person[] {
    const found: Person[] = [];
    const wanted = text.toLowerCase();
    for (const person of this.world.directory.all()) {
      const texts = [person.displayName, person.userPrincipalName, person.department, person.jobTitle];
      if (texts.some((value) => value?.toLowerCase().includes(wanted))) found.push(person);
      if (found.length === searchLimit) break;
    }
    return found;
  }

  /** Changes the directory, as an administrator would. `managerId` null takes the manager away. */
  changePerson(idOrName: string, change: PersonChange, managerId?: string | null): Answer<PersonView> {
    if (managerId && !this.world.directory.find(managerId)) return this.#nobody(managerId, 'managerId');
    return this.#with(idOrName, (person) => {
      this.world.directory.update(person.id, change, managerId);
    });
  }

  addPerson(pattern: string, change: PersonChange): Answer<PersonView> {
    const person = this.world.directory.find(pattern);
    if (!person) return this.#nobody(pattern, 'like');
    const managerId = this.world.directory.managerOf(person.id)?.id ?? null;
    return ok(this.#view(this.world.directory.add(person, change, managerId)));
  }

  removePerson(idOrName: string, forGood = false): Answer<{ readonly removed: string }> {
    const id = this.world.directory.find(idOrName)?.id ?? idOrName;
    // Whoever is in the bin can still be removed for good.
    return this.world.directory.remove(id, forGood) ? ok({ removed: id }) : this.#nobody(idOrName);
  }

  truth(): Truth {
    return this.world.truth();
  }

  log(since = 0): readonly LogEntry[] {
    return this.world.log.since(since);
  }

  settings(): WorldSettings {
    return this.world.settings;
  }

  changeSettings(change: Partial<WorldSettings>): WorldSettings {
    return this.world.changeSettings(change);
  }

  /** Moves a clock that is driven by hand, moment by moment, and lets every notification arrive before the next. */
  async advance(milliseconds: number): Promise<Answer<{ readonly now: number }>> {
    const clock: Clock = this.world.clock;
    if (!(clock instanceof ManualClock)) {
      return refused(
        conflict('the clock is the real one; only a simulator started with a manual clock can be advanced'),
      );
    }
    const end = clock.now() + milliseconds;
    await this.#settled();
    for (let due = clock.nextDue(); due !== undefined && due <= end; due = clock.nextDue()) {
      clock.advance(Math.max(0, due - clock.now()));
      await this.#settled();
    }
    clock.advance(Math.max(0, end - clock.now()));
    return ok({ now: clock.now() });
  }

  #act(
    personIdOrName: string,
    ringingId: string | undefined,
    act: (person: Person, bell: Ringing) => Answer<PersonView>,
  ): Answer<PersonView> {
    const person = this.world.directory.find(personIdOrName);
    if (!person) return this.#nobody(personIdOrName);
    const bells = this.world.bells.forPerson(person.id);
    const bell = ringingId === undefined ? bells[0] : bells.find(({ id }) => id === ringingId);
    if (bell) return act(person, bell);
    return refused(
      conflict(`nothing rings for ${person.displayName}${ringingId ? ` with the id ${ringingId}` : ''}`),
    );
  }

  #actOnNumber(number: string, act: (bell: Ringing) => void): Answer<Truth> {
    const bell = this.world.bells.forNumber(plainNumber(number))[0];
    if (!bell) return refused(conflict(`nothing rings at ${number}`));
    act(bell);
    return ok(this.truth());
  }

  #with(idOrName: string, act: (person: Person) => void): Answer<PersonView> {
    const person = this.world.directory.find(idOrName);
    if (!person) return this.#nobody(idOrName);
    act(person);
    return ok(this.#view(this.world.directory.find(person.id) ?? person));
  }

  #view(person: Person): PersonView {
    return {
      person,
      presence: this.world.presence.of(person.id),
      client: this.world.clients.of(person.id),
      ringing: this.world.bells.forPerson(person.id).map(({ id, from, since }) => ({ id, from, since })),
      inConversation: this.world.exchange.where(`person:${person.id}`)?.conversation.id ?? null,
    };
  }

  #nobody(idOrName: string, field = 'person'): Refused<ControlRefusal> {
    return refused(notFound(`${field}: there is nobody with the id or principal name ${idOrName}`));
  }
}
