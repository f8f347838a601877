import type { ConsoleMessage } from '@switchboard/contract/commands/console-message';
import type { RefusalView } from '@switchboard/contract/errors/refusal';
import type { FeedMessage } from '@switchboard/contract/feed/feed-message';
import type { PreferencesChanged } from '@switchboard/contract/feed/preferences-changed';
import type { CallBackView } from '@switchboard/contract/views/call-back-view';
import type { CallView } from '@switchboard/contract/views/call-view';
import { must } from '@switchboard/kit/assert';
import { ManualClock } from '@switchboard/kit/clock';
import { Cell, type Readable } from '../connection/cell.ts';
import type { ConnectionState } from '../connection/connection-state.ts';
import type { SendContacts } from '../connection/contacts-file.ts';
import { english, type Texts } from '../i18n/texts.ts';
import { ConsoleModel, type Line } from '../state/console-model.ts';
import type { DraftStorage } from '../state/drafts.ts';
import type { TextStorage } from '../state/kept-preferences.ts';
import { OperatorActions } from '../state/operator-actions.ts';
import { PaneWindows, type WindowPort } from '../state/pane-windows.ts';
import { PreferenceBook } from '../state/preference-book.ts';
import { FakeStorage } from './fake-storage.testing.ts';
import { me, sampleOperators, tourSeen } from './sample-office.testing.ts';

/** A connection that a test steers: what the server says goes in, what the console sends is kept. */
export class FakeLine implements Line {
  readonly clock = new ManualClock(1_700_000_000_000);
  readonly state = new Cell<ConnectionState>({ kind: 'connecting', failures: 0 });
  readonly sent: ConsoleMessage[] = [];
  /** Calls back that the welcome tells of. */
  readonly callBacks: CallBackView[] = [];
  /** What the server has of the operator's preferences. */
  sections: PreferencesChanged['sections'] = tourSeen;
  /** How the console was built that the server has. */
  build: string | undefined;
  /** What becomes of a file of contacts. */
  takeContacts: SendContacts = () => Promise.resolve({ kind: 'unreachable' });
  #hearer: (message: FeedMessage) => void = () => {};
  #seq = 0;

  readonly serverNow = (): number => this.clock.now();

  hear(hearer: (message: FeedMessage) => void): void {
    this.#hearer = hearer;
  }

  send(message: ConsoleMessage): boolean {
    if (this.state.getSnapshot().kind !== 'live') return false;
    this.sent.push(message);
    return true;
  }

  say(message: FeedMessage): void {
    this.#hearer(message);
  }

  welcome(calls: readonly CallView[] = [], resumed = false): void {
    this.state.set({ kind: 'live' });
    this.say({
      type: 'welcome',
      seq: this.#seq,
      now: this.clock.now(),
      resumed,
      build: this.build,
      me,
      calls: [...calls],
      operators: [...sampleOperators(this.clock.now())],
      callBacks: [...this.callBacks],
    });
    this.say({ type: 'preferences', sections: this.sections });
  }

  lose(): void {
    this.state.set({ kind: 'lost', failures: 1, heardAt: this.clock.now() });
  }

  put(call: CallView): void {
    this.#seq += 1;
    this.say({ type: 'call', seq: this.#seq, call });
  }

  /** Answers the last command, and returns it. */
  answerLast(refusal?: RefusalView): ConsoleMessage {
    const last = must(this.commands().at(-1), 'a command');
    this.say({ type: 'answer', id: last.id, ...(refusal === undefined ? {} : { refusal }) });
    return last;
  }

  /** Everything that was asked, but searches, single people, calendars, past calls and what is watched. */
  commands(): readonly Command[] {
    return this.sent.filter(isCommand);
  }

  searches(): readonly Extract<ConsoleMessage, { type: 'search' }>[] {
    return this.sent.filter((message) => message.type === 'search');
  }
}

/** What is asked without the operator's doing. */
export const inPassing = [
  'hello',
  'search',
  'watch',
  'readPerson',
  'readSchedules',
  'readCalendar',
  'readCaller',
  'readHistory',
] as const;
type Command = Exclude<ConsoleMessage, { type: (typeof inPassing)[number] }>;
const isCommand = (message: ConsoleMessage): message is Command =>
  !inPassing.some((type) => type === message.type);

export interface Desk {
  readonly line: FakeLine;
  readonly clock: ManualClock;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
  /** Everything said aloud so far, in order. */
  readonly said: string[];
}

/** A browser's storage, as long as a test keeps it. */
export function memoryStorage(): TextStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

/** The only window of a console, with the focus. */
export const aloneWindow: WindowPort = {
  pane: undefined,
  post: () => {},
  hear: () => {},
  hasFocus: () => true,
  watchFocus: () => {},
  watchInput: () => {},
  watchEnd: () => {},
  open: () => undefined,
  raise: () => {},
  close: () => {},
};

interface ModelSurroundings {
  readonly storage: TextStorage;
  readonly draftStorage: DraftStorage;
  readonly port: WindowPort;
  readonly sendContacts: SendContacts;
  readonly texts: Readable<Texts>;
}

/** What a console knows, over any line. */
export function openModel(
  clock: ManualClock,
  line: Line,
  { storage, draftStorage, port, sendContacts, texts }: ModelSurroundings = {
    storage: memoryStorage(),
    draftStorage: new FakeStorage(),
    port: aloneWindow,
    sendContacts: () => Promise.resolve({ kind: 'unreachable' }),
    texts: new Cell(english),
  },
): ConsoleModel {
  let count = 0;
  const newId = (): string => `id-${++count}`;
  return new ConsoleModel({
    ...{ clock, newId, line, texts, me, draftStorage, sendContacts },
    preferences: new PreferenceBook({ clock, newId, storage }),
    windows: new PaneWindows(clock, port),
    build: 'this-build',
  });
}

/**
 * An operator's console without a screen.
 *
 * @param storage what a page before this one left of its preferences
 * @param draftStorage what it left of its drafts
 * @param port this window among others
 * @param texts in the language shown
 */
export function openDesk(
  storage: TextStorage = memoryStorage(),
  draftStorage: DraftStorage = new FakeStorage(),
  port: WindowPort = aloneWindow,
  texts: Readable<Texts> = new Cell(english),
): Desk {
  const line = new FakeLine();
  const sendContacts: SendContacts = (csv) => line.takeContacts(csv);
  const model = openModel(line.clock, line, { storage, draftStorage, port, sendContacts, texts });
  const said: string[] = [];
  model.announcer.latest.subscribe(() => said.push(model.announcer.latest.getSnapshot()));
  return { line, clock: line.clock, model, actions: new OperatorActions(model), said };
}
