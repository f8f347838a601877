import type { HistoryCommandMessage } from '@switchboard/contract/commands/history-command';
import type { CallerRead, HistoryRead } from '@switchboard/contract/feed/history-read';
import type { CallView } from '@switchboard/contract/views/call-view';
import type { Clock, Instant } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { Cell, type Readable } from '../../connection/cell.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Announcer } from '../announcer.ts';
import type { CallArrangement } from '../arrange-calls.ts';
import { browserLocality, type Locality } from '../locality.ts';
import { CallerBook, type KnownCaller } from './caller-book.ts';

export const historyTabs = ['queues', 'mine', 'toCallBack'] as const;
export type HistoryTab = (typeof historyTabs)[number];

/** The history while somebody looks at it: its screen brings it, since few pages need it. */
interface HistoryHearer {
  heard(message: HistoryRead): void;
  refused(id: string): void;
  callEnded(callId: string): void;
  reconnected(): void;
}

export interface PastDeskParts {
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly serverNow: () => Instant;
  readonly send: (message: HistoryCommandMessage) => boolean;
  readonly texts: () => Texts;
  readonly announcer: Announcer;
  readonly locality: Locality | undefined;
}

/** All about calls that are over: where their history is open, and what is known of those who call now. */
export class PastDesk {
  readonly callers: CallerBook;
  readonly locality: Locality;
  readonly parts: PastDeskParts;
  readonly #opened = new Cell<HistoryTab | undefined>(undefined);
  #history: HistoryHearer | undefined;

  constructor(parts: PastDeskParts) {
    const { newId, send, locality } = parts;
    this.parts = parts;
    this.locality = locality ?? browserLocality();
    this.callers = new CallerBook({ newId, send, onKnown: (_callId, caller) => this.#say(caller) });
  }

  /** At which tab the history was opened; absent: it is closed. */
  get opened(): Readable<HistoryTab | undefined> {
    return this.#opened;
  }

  open(tab: HistoryTab = 'queues'): void {
    this.#opened.set(tab);
  }

  close(): void {
    this.#opened.set(undefined);
  }

  /** Hands on what is for the history, until it leaves. */
  follow(history: HistoryHearer): () => void {
    this.#history = history;
    return () => {
      if (this.#history === history) this.#history = undefined;
    };
  }

  take(message: HistoryRead | CallerRead): void {
    if (message.type === 'history') this.#history?.heard(message);
    else this.callers.heard(message);
  }

  refused(id: string): void {
    this.#history?.refused(id);
    this.callers.refused(id);
  }

  reconnected(): void {
    this.#history?.reconnected();
    this.callers.reconnected();
  }

  callsAre({ offered, mine }: CallArrangement): void {
    this.callers.callsAre([...offered, ...mine].map(({ callId }) => callId));
  }

  changed(call: CallView | undefined): void {
    if (call?.state === 'ended') this.#history?.callEnded(call.callId);
  }

  /** Who calls, as soon as that is known: worth knowing before the call is taken. */
  #say(caller: KnownCaller): void {
    const { texts, serverNow, announcer } = this.parts;
    const text = texts().history.earlier.said(caller, serverNow(), this.locality);
    if (text !== undefined) announcer.say({ text, urgency: 'polite', topic: 'caller', from: 'normal' });
  }
}
