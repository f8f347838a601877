import type { HistoryCommandMessage } from '@switchboard/contract/commands/history-command';
import type { CallerRead, HistoryRead } from '@switchboard/contract/feed/history-read';
import type { CallView } from '@switchboard/contract/views/call-view';
import type { Clock, Instant } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import type { Texts } from '../../i18n/texts.ts';
import type { Announcer } from '../announcer.ts';
import type { CallArrangement } from '../arrange-calls.ts';
import { browserLocality, type Locality } from '../locality.ts';
import { CallerBook, type KnownCaller } from './caller-book.ts';
import { HistoryModel } from './history-model.ts';

export interface PastDeskParts {
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly serverNow: () => Instant;
  readonly send: (message: HistoryCommandMessage) => boolean;
  readonly texts: () => Texts;
  readonly announcer: Announcer;
  readonly locality: Locality | undefined;
}

/** All about calls that are over: the history, and what is known of those who call now. */
export class PastDesk {
  readonly history: HistoryModel;
  readonly callers: CallerBook;
  readonly locality: Locality;
  readonly #parts: PastDeskParts;

  constructor(parts: PastDeskParts) {
    const { newId, send, locality } = parts;
    this.#parts = parts;
    this.locality = locality ?? browserLocality();
    this.history = new HistoryModel(parts);
    this.callers = new CallerBook({ newId, send, onKnown: (_callId, caller) => this.#say(caller) });
  }

  take(message: HistoryRead | CallerRead): void {
    if (message.type === 'history') this.history.heard(message);
    else this.callers.heard(message);
  }

  refused(id: string): void {
    this.history.refused(id);
    this.callers.refused(id);
  }

  reconnected(): void {
    this.history.reconnected();
    this.callers.reconnected();
  }

  callsAre({ offered, mine }: CallArrangement): void {
    this.callers.callsAre([...offered, ...mine].map(({ callId }) => callId));
  }

  changed(call: CallView | undefined): void {
    if (call?.state === 'ended') this.history.callEnded(call.callId);
  }

  /** Who calls, as soon as that is known: worth knowing before the call is taken. */
  #say(caller: KnownCaller): void {
    const { texts, serverNow, announcer } = this.#parts;
    const text = texts().history.earlier.said(caller, serverNow(), this.locality);
    if (text !== undefined) announcer.say({ text, urgency: 'polite', topic: 'caller', from: 'normal' });
  }
}
