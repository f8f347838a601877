import type { ConsoleMessage } from '@switchboard/contract/commands/console-message';
import type { FeedMessage } from '@switchboard/contract/feed/feed-message';
import type { Welcome } from '@switchboard/contract/feed/welcome';
import type { CallBackView } from '@switchboard/contract/views/call-back-view';
import type { CallView } from '@switchboard/contract/views/call-view';
import type { MeView } from '@switchboard/contract/views/me-view';
import type { OperatorStatusView } from '@switchboard/contract/views/operator-status-view';
import type { QueueView } from '@switchboard/contract/views/queue-view';
import type { SignedInView } from '@switchboard/contract/views/signed-in-view';
import { unreachable } from '@switchboard/kit/assert';
import type { Clock, Instant } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { Cell, type Readable } from '../connection/cell.ts';
import type { ConnectionState } from '../connection/connection-state.ts';
import type { SendContacts } from '../connection/contacts-file.ts';
import type { Texts } from '../i18n/texts.ts';
import { Announcer } from './announcer.ts';
import { announceCallChange } from './call-announcements.ts';
import { CallBook, type CallChange } from './call-book.ts';
import type { ChoiceScope } from './choices.ts';
import { ColleagueTimes } from './colleague-times.ts';
import { CommandDesk } from './command-desk.ts';
import { announceOperator, announceQueue } from './desk-news.ts';
import { DirectoryModel } from './directory-model.ts';
import type { DraftStorage } from './drafts.ts';
import { PastDesk } from './history/past-desk.ts';
import { keepSearch } from './keep-search.ts';
import type { KeyBook } from './key-book.ts';
import { KeyedBook } from './keyed-book.ts';
import { keyedTexts } from './keyed-texts.ts';
import { browserLocality, type Locality } from './locality.ts';
import type { MessageWriter } from './messages/compose-message.ts';
import { MessageDesk } from './messages/message-desk.ts';
import { NewerBuild } from './newer-build.ts';
import { Notices } from './notices.ts';
import type { PaneWindows } from './pane-windows.ts';
import type { PeopleBook } from './people-book.ts';
import type { PersonSearch } from './person-search.ts';
import type { PreferenceBook } from './preference-book.ts';
import type { PresenceBook } from './presence-book.ts';
import { SettingsPlace } from './settings-place.ts';
import { eachSecond, Ticker } from './ticker.ts';
import { TimelineReader } from './timeline-reader.ts';
import { TonePad } from './tone-pad.ts';
import { TwoStepGuard } from './two-step-guard.ts';
import type { UndoDesk } from './undo-desk.ts';
import { type WayOn, waysOn } from './ways-on.ts';
import { Workplace } from './workplace.ts';

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
  /** In the language shown. */
  readonly texts: Readable<Texts>;
  readonly me: SignedInView;
  /** Of the browser unless given. */
  readonly locality?: Locality;
  readonly preferences: PreferenceBook;
  /** Where what is typed and not saved yet is kept. */
  readonly draftStorage: DraftStorage;
  readonly sendContacts: SendContacts;
  readonly windows: PaneWindows;
  /** How this page was built, if it says so. */
  readonly build?: string | undefined;
}

/** Everything that the screens show, and where what the server says is put in its place. Knows no screen. */
export class ConsoleModel {
  readonly clock: Clock;
  readonly line: Line;
  readonly calls = new CallBook();
  readonly operators = new KeyedBook<OperatorStatusView>(({ operatorId }) => operatorId);
  readonly callBacks = new KeyedBook<CallBackView>(({ callBackId }) => callBackId);
  /** One that comes back after that is no new promise. */
  readonly #callBacksDone = new Set<string>();
  readonly announcer: Announcer;
  readonly notices: Notices;
  readonly newerBuild: NewerBuild;
  readonly guard: TwoStepGuard;
  readonly preferences: PreferenceBook;
  readonly settings = new SettingsPlace();
  readonly workplace: Workplace;
  readonly keys: KeyBook;
  readonly undo: UndoDesk;
  readonly desk: CommandDesk;
  readonly directory: DirectoryModel;
  readonly people: PeopleBook;
  readonly presence: PresenceBook;
  readonly search: PersonSearch;
  readonly pad: TonePad;
  readonly messages: MessageDesk;
  readonly timeline: TimelineReader;
  readonly past: PastDesk;
  readonly now: Ticker;
  readonly times: ColleagueTimes;
  readonly me: Readable<MeView>;
  readonly #me: Cell<MeView>;
  readonly #texts: () => Texts;
  readonly #locality: Locality;
  #hasBeenLive = false;

  constructor(parts: ConsoleModelParts) {
    const { clock, newId, line, texts, me, locality, preferences, windows } = parts;
    const send = (message: ConsoleMessage): boolean => line.send(message);
    this.clock = clock;
    this.#locality = locality ?? browserLocality();
    this.line = line;
    this.#me = new Cell<MeView>({ ...me, queues: [] });
    this.me = this.#me;
    this.announcer = new Announcer(clock, {
      level: () => preferences.of('speech').getSnapshot().level,
      isSpeaking: windows.isSpeaking,
    });
    this.notices = new Notices(clock);
    this.newerBuild = new NewerBuild({
      own: parts.build,
      say: () => this.announcer.say({ text: this.texts.screen.connection.newer, urgency: 'polite' }),
    });
    this.guard = new TwoStepGuard(clock);
    this.now = new Ticker(clock, line.serverNow, eachSecond);
    this.times = new ColleagueTimes({ clock, newId, serverNow: line.serverNow, send, locality });
    this.desk = new CommandDesk({
      clock,
      newId,
      send,
      onRefused: ({ action }, refusal) => this.complain(this.texts.refused(action, refusal)),
      onUnknown: ({ action }, why) =>
        this.complain(why === 'noAnswer' ? this.texts.noAnswer(action) : this.texts.notKnown(action)),
      onOffline: (action) => this.complain(this.texts.notSent(action)),
      onBusy: (action) => this.complain(this.texts.stillUnderWay(action)),
    });
    this.preferences = preferences;
    this.#preferAs(me.operatorId);
    const { desk, announcer, guard, notices, calls } = this;
    const { draftStorage, sendContacts } = parts;
    this.directory = new DirectoryModel({
      ...{ clock, newId, send, desk, announcer, guard, draftStorage, sendContacts },
      texts: () => this.texts,
      operatorId: me.operatorId,
      scope: () => this.#scope(),
    });
    this.people = this.directory.people;
    this.presence = this.directory.presence;
    this.search = this.directory.search;
    // A window of a pane follows the main one.
    if (windows.pane === undefined) keepSearch(this.search, this.directory.drafts);
    this.workplace = new Workplace({
      ...{ clock, preferences, windows, announcer, notices },
      texts: () => this.texts,
      calls: calls.arrangement,
    });
    this.keys = this.workplace.keys;
    this.undo = this.workplace.undo;
    this.#texts = keyedTexts(texts, this.keys);
    this.pad = new TonePad(this.desk);
    this.timeline = new TimelineReader(this.desk);
    this.past = new PastDesk({
      ...{ clock, newId, send, announcer, locality },
      serverNow: line.serverNow,
      texts: () => this.texts,
    });
    this.messages = new MessageDesk({
      ...{ desk, newId, announcer },
      drafts: this.directory.drafts,
      texts: () => this.texts,
      writer: () => this.#writer(),
      complain: (text) => this.complain(text),
    });
    line.hear((message) => this.#take(message));
    line.state.subscribe(() => this.#lineChanged());
    this.search.state.subscribe(() => this.times.choose(this.search.selected()));
  }

  /** Every text, in the language shown and with the keys as the operator has them. */
  get texts(): Texts {
    return this.#texts();
  }

  /** The name of a queue of this operator; its id while it is not known. */
  readonly queueName = (queueId: string): string => this.queue(queueId)?.name ?? queueId;

  queue(queueId: string): QueueView | undefined {
    return this.#me.getSnapshot().queues.find((queue) => queue.queueId === queueId);
  }

  /** The operator's own status, once the server has told it. */
  own(): OperatorStatusView | undefined {
    return this.operators.find(this.#me.getSnapshot().operatorId);
  }

  /** What can be done about a call that came back. */
  waysOn(call: CallView): readonly WayOn[] {
    if (call.recall === undefined || call.state !== 'held') return [];
    const { target } = call.recall;
    const person = target === undefined ? undefined : this.people.find(target);
    return waysOn(call, person, person && (this.presence.of(person.personId) ?? person.presence));
  }

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
        this.times.refused(message.id);
        this.past.refused(message.id);
        this.preferences.answered(message.id, message.refusal);
        return this.desk.answered(message.id, message.refusal);
      case 'operator':
        return this.#operatorChanged(message.operator);
      case 'queue':
        return this.#queueChanged(message.queue);
      case 'callBack':
        return this.#callBackChanged(message.callBack);
      case 'history':
      case 'caller':
        return this.past.take(message);
      case 'timeline':
        return this.timeline.heard(message);
      case 'people':
      case 'peopleChanged':
      case 'person':
      case 'favourites':
      case 'filters':
      case 'directory':
      case 'personalContacts':
      case 'presence':
        return this.directory.take(message);
      case 'schedules':
      case 'calendar':
        return this.times.heard(message);
      case 'messages':
      case 'messageWays':
        return this.messages.take(message);
      case 'preferences':
        this.preferences.heard(message);
        return this.workplace.preferencesKnown();
      case 'heartbeat':
      case 'farewell':
        return;
      default:
        return unreachable(message);
    }
  }

  #welcome(message: Welcome): void {
    const isFirst = !this.#hasBeenLive;
    this.#hasBeenLive = true;
    this.#me.set(message.me);
    this.operators.replaceAll(message.operators);
    this.callBacks.replaceAll(message.callBacks);
    this.#callBacksDone.clear();
    const changes = message.resumed
      ? this.calls.apply(message.calls)
      : this.calls.replaceAll(message.calls, message.me.operatorId);
    this.newerBuild.told(message.build);
    this.now.refresh();
    this.#preferAs(message.me.operatorId);
    this.preferences.reconnected();
    this.desk.reconnected();
    this.directory.reconnected();
    this.times.reconnected();
    this.past.reconnected();
    this.#followCalls();
    if (isFirst) this.#sayWaiting();
    else this.#say(changes);
    this.#tellNewerBuild();
  }

  #tellNewerBuild(): void {
    this.newerBuild.tell(this.calls.arrangement.getSnapshot().mine.length > 0);
  }

  /** Who writes to colleagues, and where they sit. */
  #writer(): MessageWriter {
    const { name: operator, tenantName: organisation } = this.#me.getSnapshot();
    const { timeZone } = this.#locality;
    return { operator, organisation, language: this.texts.language, timeZone };
  }

  #preferAs(operatorId: string): void {
    this.preferences.belongTo({
      operatorId,
      send: (message) => this.line.send(message),
      onRefused: (refusal) => this.complain(this.texts.refused('savePreferences', refusal)),
    });
  }

  #callsChanged(changes: readonly CallChange[]): void {
    this.now.refresh();
    this.desk.changed();
    this.#followCalls();
    this.#say(changes);
    this.#tellNewerBuild();
    for (const { after } of changes) this.past.changed(after);
  }

  /** What stands on the calls stands on those that are there now. */
  #followCalls(): void {
    const armed = this.guard.armed.getSnapshot();
    // A call that is not there or cannot be ended any more is not about to be ended.
    if (armed?.callId !== undefined && this.calls.find(armed.callId)?.can.includes('hangUp') !== true) {
      this.guard.disarm();
    }
    this.pad.callsChanged(this.calls.find);
    this.search.refresh();
    for (const { recall } of this.calls.arrangement.getSnapshot().held) {
      if (recall?.target !== undefined) this.people.wantToKnow(recall.target);
    }
    this.directory.calledAre(this.#called());
    this.past.callsAre(this.calls.arrangement.getSnapshot());
  }

  #operatorChanged(operator: OperatorStatusView): void {
    const before = this.operators.put(operator);
    this.now.refresh();
    this.desk.changed();
    if (operator.operatorId !== this.#me.getSnapshot().operatorId) return;
    const said = announceOperator(before, operator, this.line.serverNow(), this.texts);
    if (said !== undefined) this.announcer.say(said);
  }

  #queueChanged(queue: QueueView): void {
    const before = this.queue(queue.queueId);
    if (before === undefined) return;
    this.#me.update((me) => ({ ...me, queues: me.queues.map((each) => (each === before ? queue : each)) }));
    this.search.refresh();
    this.desk.changed();
    const said = announceQueue(before, queue, this.texts);
    if (said !== undefined) this.announcer.say(said);
  }

  #callBackChanged(callBack: CallBackView): void {
    const { callBackId } = callBack;
    const isNew = this.callBacks.find(callBackId) === undefined && !this.#callBacksDone.has(callBackId);
    if (callBack.state === 'done') {
      this.callBacks.remove(callBackId);
      this.#callBacksDone.add(callBackId);
    } else this.callBacks.put(callBack);
    this.desk.changed();
    // Of a lost call its end has been told.
    if (!isNew || callBack.state !== 'open' || callBack.why === 'lost') return;
    this.announcer.say({ text: this.texts.announcements.callBackPromised(callBack), urgency: 'polite' });
  }

  /** What a typed text may find besides people: what the current call can be put through to. */
  #scope(): ChoiceScope {
    const call = this.calls.arrangement.getSnapshot().current;
    const can = (action: CallView['can'][number]): boolean => call?.can.includes(action) === true;
    const { queues } = this.#me.getSnapshot();
    return {
      queues: can('moveToQueue') ? queues.filter(({ queueId }) => queueId !== call?.queueId) : [],
      numbers: can('transfer') || can('consult') || can('add'),
      callId: call?.callId,
    };
  }

  #say(changes: readonly CallChange[]): void {
    const { waitingCount } = this.calls.arrangement.getSnapshot();
    const { operatorId } = this.calls;
    const context = { texts: this.texts, operatorId, queueName: this.queueName, waitingCount };
    for (const change of changes) {
      const announcement = announceCallChange(change, context);
      if (announcement !== undefined) this.announcer.say(announcement);
    }
  }

  #sayWaiting(): void {
    const { waitingCount, offered } = this.calls.arrangement.getSnapshot();
    const [offer] = offered;
    if (offer !== undefined) {
      const text = this.texts.announcements.yours(offer, this.queueName(offer.queueId));
      this.announcer.say({ text, urgency: 'assertive', topic: `call ${offer.callId}` });
    }
    if (waitingCount === offered.length) return;
    this.announcer.say({ text: this.texts.announcements.waiting(waitingCount), urgency: 'polite' });
  }

  #lineChanged(): void {
    const { kind } = this.line.state.getSnapshot();
    const say = this.texts.announcements;
    this.guard.disarm();
    if (kind === 'lost') this.announcer.say({ text: say.lost, urgency: 'assertive', topic: 'line' });
    if (kind === 'outdated')
      this.announcer.say({ text: this.texts.screen.connection.outdated, urgency: 'assertive' });
    if (kind === 'live' && this.#hasBeenLive) {
      this.announcer.say({ text: say.back, urgency: 'assertive', topic: 'line' });
    }
  }

  /** Those being rung or waited for, and those who did not answer. */
  #called(): readonly string[] {
    const { mine, camped } = this.calls.arrangement.getSnapshot();
    const called = [...mine, ...camped].flatMap(({ target, recall }) => [
      target?.personId,
      recall?.target?.personId,
    ]);
    return called.filter((id) => id !== undefined);
  }
}
