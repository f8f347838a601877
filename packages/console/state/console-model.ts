import type { ConsoleMessage } from '@switchboard/contract/commands/console-message';
import type { FeedMessage } from '@switchboard/contract/feed/feed-message';
import type { PeopleFound } from '@switchboard/contract/feed/people-found';
import type { Welcome } from '@switchboard/contract/feed/welcome';
import type { MeView } from '@switchboard/contract/views/me-view';
import { unreachable } from '@switchboard/kit/assert';
import type { Clock, Instant } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { Cell, type Readable } from '../connection/cell.ts';
import type { ConnectionState } from '../connection/connection-state.ts';
import type { Texts } from '../i18n/texts.ts';
import { Announcer } from './announcer.ts';
import { announceCallChange } from './call-announcements.ts';
import { CallBook, type CallChange } from './call-book.ts';
import { CommandDesk } from './command-desk.ts';
import { HangUpGuard } from './hang-up-guard.ts';
import { Notices } from './notices.ts';
import { PersonSearch } from './person-search.ts';
import { PresenceBook } from './presence-book.ts';
import { Ticker } from './ticker.ts';
import { WatchList } from './watch-list.ts';

/** The part of the connection that the model stands on. */
export interface Line {
  readonly state: Readable<ConnectionState>;
  readonly serverNow: () => Instant;
  hear(hearer: (message: FeedMessage) => void): void;
  send(message: ConsoleMessage): boolean;
}

export interface ConsoleModelParts {
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly line: Line;
  readonly texts: Texts;
  readonly me: MeView;
}

/** Everything that the screens show, and where what the server says is put in its place. Knows no screen. */
export class ConsoleModel {
  readonly clock: Clock;
  readonly texts: Texts;
  readonly line: Line;
  readonly calls = new CallBook();
  readonly presence = new PresenceBook();
  readonly announcer: Announcer;
  readonly notices: Notices;
  readonly hangUpGuard: HangUpGuard;
  readonly search: PersonSearch;
  readonly desk: CommandDesk;
  readonly now: Ticker;
  readonly me: Readable<MeView>;
  readonly #me: Cell<MeView>;
  readonly #watch: WatchList;
  #hasBeenLive = false;

  constructor({ clock, newId, line, texts, me }: ConsoleModelParts) {
    const send = (message: ConsoleMessage): boolean => line.send(message);
    this.clock = clock;
    this.texts = texts;
    this.line = line;
    this.#me = new Cell(me);
    this.me = this.#me;
    this.announcer = new Announcer(clock);
    this.notices = new Notices(clock);
    this.hangUpGuard = new HangUpGuard(clock);
    this.search = new PersonSearch({ clock, newId, send });
    this.now = new Ticker(clock, line.serverNow);
    this.#watch = new WatchList(send);
    this.desk = new CommandDesk({
      clock,
      newId,
      send,
      findCall: (callId) => this.calls.find(callId),
      onRefused: ({ action }, refusal) => this.complain(texts.refused(action, refusal)),
      onUnknown: ({ action }, why) =>
        this.complain(why === 'noAnswer' ? texts.noAnswer(action) : texts.notKnown(action)),
      onOffline: (action) => this.complain(texts.notSent(action)),
    });
    line.hear((message) => this.#take(message));
    line.state.subscribe(() => this.#lineChanged());
    this.search.state.subscribe(() => this.#showPeople());
  }

  /** The name of a queue of this operator; its id while it is not known. */
  readonly queueName = (queueId: string): string =>
    this.#me.getSnapshot().queues.find((queue) => queue.queueId === queueId)?.name ?? queueId;

  /** Something was not done: on the screen and aloud. */
  complain(text: string): void {
    this.notices.show('error', text);
    this.announcer.say({ text, urgency: 'assertive' });
  }

  #take(message: FeedMessage): void {
    switch (message.type) {
      case 'welcome':
        return this.#welcome(message);
      case 'call':
        return this.#callsChanged(this.calls.apply([message.call]));
      case 'answer':
        return this.desk.answered(message.id, message.refusal);
      case 'people':
        return this.#peopleFound(message);
      case 'presence':
        return this.presence.heard(message.presences);
      case 'heartbeat':
      case 'farewell':
        return;
      default:
        return unreachable(message);
    }
  }

  #peopleFound(message: PeopleFound): void {
    this.presence.found(message.people);
    this.search.heard(message);
    const { status, people, text } = this.search.state.getSnapshot();
    if (status !== 'shown' || people.length > 0) return;
    // People who are found are read out by the list itself.
    const say = this.texts.announcements.nobodyFound(text.trim());
    this.announcer.say({ text: say, urgency: 'polite', topic: 'search' });
  }

  #welcome(message: Welcome): void {
    const isFirst = !this.#hasBeenLive;
    this.#hasBeenLive = true;
    this.#me.set(message.me);
    const changes = message.resumed
      ? this.calls.apply(message.calls)
      : this.calls.replaceAll(message.calls, message.me.operatorId);
    this.now.refresh();
    this.desk.reconnected();
    this.#watch.reconnected();
    this.search.reconnected();
    this.#showPeople();
    if (isFirst) this.#sayWaiting();
    else this.#say(changes);
  }

  #callsChanged(changes: readonly CallChange[]): void {
    this.now.refresh();
    this.desk.callsChanged();
    this.#disarm();
    this.#showPeople();
    this.#say(changes);
  }

  /** A call that is not there or cannot be ended any more is not about to be ended. */
  #disarm(): void {
    const armed = this.hangUpGuard.armed.getSnapshot();
    if (armed !== undefined && this.calls.find(armed.callId)?.can.includes('hangUp') !== true) {
      this.hangUpGuard.disarm();
    }
  }

  #say(changes: readonly CallChange[]): void {
    const context = { texts: this.texts, operatorId: this.calls.operatorId, queueName: this.queueName };
    for (const change of changes) {
      const announcement = announceCallChange(change, context);
      if (announcement !== undefined) this.announcer.say(announcement);
    }
  }

  #sayWaiting(): void {
    const { waitingCount } = this.calls.arrangement.getSnapshot();
    if (waitingCount === 0) return;
    this.announcer.say({ text: this.texts.announcements.waiting(waitingCount), urgency: 'polite' });
  }

  #lineChanged(): void {
    const { kind } = this.line.state.getSnapshot();
    const say = this.texts.announcements;
    this.hangUpGuard.disarm();
    if (kind === 'lost') this.announcer.say({ text: say.lost, urgency: 'assertive', topic: 'line' });
    if (kind === 'live' && this.#hasBeenLive) {
      this.announcer.say({ text: say.back, urgency: 'assertive', topic: 'line' });
    }
  }

  /** Whose presence is on the screen: the people found, and those being rung. */
  #showPeople(): void {
    const targets = this.calls.arrangement.getSnapshot().mine.map((call) => call.target?.personId);
    const found = this.search.state.getSnapshot().people.map((person) => person.personId);
    this.#watch.show([...targets.filter((id) => id !== undefined), ...found]);
  }
}
