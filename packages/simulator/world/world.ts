import type { Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { Absences } from './absences.ts';
import { Bells } from './bells.ts';
import { Calendars } from './calendars.ts';
import { Clients } from './clients.ts';
import { ContactBooks } from './contact-books.ts';
import { contoso, contosoQueues, type Queue } from './contoso.ts';
import type { Member } from './conversation.ts';
import { Directory } from './directory.ts';
import { Exchange, type ExchangeEvent } from './exchange.ts';
import { Groups } from './groups.ts';
import { Ledger } from './ledger.ts';
import { type OrgContact, orgContactsOf } from './org-contacts.ts';
import { OutsideLines } from './outside-lines.ts';
import { PostOffice } from './post-office.ts';
import { PresenceBook } from './presence-book.ts';
import { defaultSettings, type WorldSettings } from './settings.ts';
import { type Truth, truthOf } from './truth.ts';
import { WorldLog } from './world-log.ts';

export interface WorldOptions {
  readonly clock: Clock;
  readonly newId: IdSource;
  /** The same seed makes the same people. */
  readonly seed: number;
  readonly people: number;
  readonly settings?: Partial<WorldSettings>;
}

/** Contoso: its people, their Teams clients, the telephones outside, and who talks with whom. */
export class World {
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly queues: readonly Queue[] = contosoQueues;
  readonly directory: Directory;
  readonly groups: Groups;
  readonly contactBooks: ContactBooks;
  readonly absences: Absences;
  readonly calendars: Calendars;
  readonly postOffice: PostOffice;
  readonly presence: PresenceBook;
  readonly clients = new Clients();
  readonly exchange: Exchange;
  readonly bells: Bells;
  readonly lines: OutsideLines;
  readonly log: WorldLog;
  #settings: WorldSettings;
  readonly #makeOrgContacts: () => Ledger<OrgContact>;
  #orgContacts: Ledger<OrgContact> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(options: WorldOptions) {
    const { clock, newId, seed } = options;
    this.clock = clock;
    this.newId = newId;
    this.#settings = { ...defaultSettings(contoso.applicationId), ...options.settings };
    this.log = new WorldLog(clock, () => this.touch());
    this.directory = new Directory({ seed, count: options.people, clock, newId });
    const { directory } = this;
    this.#makeOrgContacts = () => new Ledger(clock, orgContactsOf(seed, options.people));
    this.groups = new Groups(seed, directory, clock);
    const touch = (): void => this.touch();
    this.contactBooks = new ContactBooks({ directory, clock, seed }, touch);
    this.absences = new Absences({ directory, clock, seed });
    this.calendars = new Calendars({ directory, seed, absences: this.absences }, touch);
    this.postOffice = new PostOffice({ clock, newId }, touch);
    this.presence = new PresenceBook(seed, directory);
    this.exchange = new Exchange(clock, newId);
    this.lines = new OutsideLines({
      clock,
      newId,
      exchange: this.exchange,
      log: this.log,
      queues: this.queues,
    });
    this.bells = new Bells({
      clock,
      newId,
      directory: this.directory,
      clients: this.clients,
      presence: this.presence,
      exchange: this.exchange,
      log: this.log,
      settings: () => this.#settings,
      pickUpOutside: (number) => this.lines.pickUp(number),
      onChange: () => this.touch(),
    });
    this.exchange.onEvent((event) => this.#follow(event));
    this.presence.onChange(() => this.touch());
    this.directory.onChange(touch);
    this.groups.onChange(touch);
    this.absences.onChange((personId) => this.presence.tellAgain(personId));
  }

  /** Contacts of the organisation, made when somebody first looks. */
  get orgContacts(): Ledger<OrgContact> {
    if (this.#orgContacts === undefined) {
      this.#orgContacts = this.#makeOrgContacts();
      this.#orgContacts.onChange(() => this.touch());
    }
    return this.#orgContacts;
  }

  get settings(): WorldSettings {
    return this.#settings;
  }

  changeSettings(change: Partial<WorldSettings>): WorldSettings {
    this.#settings = { ...this.#settings, ...change };
    this.touch();
    return this.#settings;
  }

  truth(): Truth {
    return truthOf(this);
  }

  /** Called after any change of anything; many changes may follow each other at once. */
  onTouch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  touch(): void {
    for (const listener of this.#listeners) listener();
  }

  #follow(event: ExchangeEvent): void {
    if (event.kind === 'joined') this.#joined(event);
    if (event.kind === 'left') this.#showTalking(event.member, false);
    this.touch();
  }

  #joined(event: Extract<ExchangeEvent, { kind: 'joined' }>): void {
    this.#showTalking(event.member, true);
    const { party } = event.member;
    if (party.kind !== 'person' || party.endpoint !== 'voicemail') return;
    const fullAfter = this.#settings.voicemailSeconds * 1_000;
    this.clock.after(fullAfter, () => this.exchange.leave(event.conversation, event.member.id, 'hungUp'));
  }

  #showTalking(member: Member, talking: boolean): void {
    if (member.party.kind !== 'person' || member.party.endpoint === 'voicemail') return;
    const stillTalks = talking || this.exchange.where(`person:${member.party.id}`) !== undefined;
    this.presence.setTalking(member.party.id, stillTalks);
  }
}
