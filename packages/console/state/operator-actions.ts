import type { CallAction, CallView } from '@switchboard/contract/views/call-view';
import { Cell, type Readable } from '../connection/cell.ts';
import { nextToTake } from './arrange-calls.ts';
import type { ConsoleModel } from './console-model.ts';
import { keyMap } from './key-map.ts';

/** A place on the screen that wants the focus because the operator asked for it; `count` tells two askings apart. */
export interface FocusWish {
  readonly place: 'search' | 'calls';
  readonly count: number;
}

/** What an operator does, whether by key or by button. */
export class OperatorActions {
  readonly #model: ConsoleModel;
  readonly #focus = new Cell<FocusWish | undefined>(undefined);

  constructor(model: ConsoleModel) {
    this.#model = model;
  }

  get focus(): Readable<FocusWish | undefined> {
    return this.#focus;
  }

  /** Enter: puts the caller through to the person chosen, or takes the next call when nothing is typed. */
  go(): void {
    const { text } = this.#model.search.state.getSnapshot();
    if (text.trim() === '') this.takeNext();
    else this.putThrough();
  }

  takeNext(): void {
    const next = nextToTake(this.#model.calls.arrangement.getSnapshot());
    if (next === undefined) return this.#say(this.#model.texts.announcements.noCallToTake);
    this.take(next);
  }

  take(call: CallView): void {
    if (this.#model.desk.ask('accept', call)) this.focusSearch();
  }

  /** Puts the current call through to the person chosen. Never acts on results that are not of the typed text. */
  putThrough(): void {
    const { search, calls, desk, texts } = this.#model;
    const call = calls.arrangement.getSnapshot().current;
    if (call === undefined || !call.can.includes('transfer')) {
      return this.#say(texts.announcements.noCallToPutThrough);
    }
    const isOffline = this.#model.line.state.getSnapshot().kind !== 'live';
    if (!isOffline && !search.isUpToDate()) {
      return this.#say(texts.announcements.stillSearching(search.state.getSnapshot().text.trim()));
    }
    const person = search.selected();
    if (person === undefined) return this.#say(texts.announcements.nobodyChosen);
    const { text } = search.state.getSnapshot();
    // What was typed stays until the colleague rings: a refusal leaves it there to choose again.
    const isAsked = desk.ask('transfer', call, person.personId, () => {
      if (search.state.getSnapshot().text === text) search.clear();
    });
    if (isAsked) this.focusSearch();
  }

  holdOrResume(): void {
    const call = this.#model.calls.arrangement.getSnapshot().current;
    const action = (['hold', 'resume'] as const).find((each) => call?.can.includes(each));
    if (call === undefined || action === undefined) return this.#say(this.#model.texts.announcements.noCall);
    this.#model.desk.ask(action, call);
  }

  /** Clears the search; with nothing typed takes back the transfer that rings. Never ends a call. */
  stepBack(): void {
    const { search, calls, desk, hangUpGuard } = this.#model;
    if (hangUpGuard.armed.getSnapshot() !== undefined) return hangUpGuard.disarm();
    if (search.state.getSnapshot().text !== '') return search.clear();
    const ringing = calls.arrangement.getSnapshot().mine.find((call) => call.can.includes('takeBack'));
    if (ringing !== undefined) desk.ask('takeBack', ringing);
  }

  /** Ends the current call at the second press; while the operator's own Teams rings, gives it back at once. */
  hangUp(): void {
    const call = this.#model.calls.arrangement.getSnapshot().current;
    if (call?.can.includes('hangUp') !== true) return this.#say(this.#model.texts.announcements.noCall);
    this.end(call);
  }

  end(call: CallView): void {
    const { desk, hangUpGuard, texts } = this.#model;
    if (this.#model.line.state.getSnapshot().kind !== 'live')
      return this.#model.complain(texts.notSent('hangUp'));
    if (call.state === 'connecting' || hangUpGuard.press(call.callId)) desk.ask('hangUp', call);
    else this.#say(texts.announcements.hangUpAgain(keyMap.hangUp.key));
  }

  /** A button of a call's card. */
  act(action: CallAction, call: CallView): void {
    switch (action) {
      case 'accept':
        return this.take(call);
      case 'hangUp':
        return this.end(call);
      case 'transfer':
        return this.putThrough();
      case 'hold':
      case 'resume':
      case 'takeBack':
        this.#model.desk.ask(action, call);
    }
  }

  /** Everything in one sentence. */
  saySituation(): void {
    const { calls, texts, line } = this.#model;
    const { current, waitingCount, longestSince } = calls.arrangement.getSnapshot();
    const now = line.serverNow();
    this.#model.announcer.say({
      urgency: 'assertive',
      text: texts.announcements.situation({
        connection: line.state.getSnapshot().kind === 'live' ? 'live' : 'lost',
        call:
          current === undefined
            ? undefined
            : { view: current, lasts: now - current.since, target: current.target },
        waiting: waitingCount,
        longest: longestSince === undefined ? undefined : now - longestSince,
      }),
    });
  }

  focusSearch(): void {
    this.#wish('search');
  }

  focusCalls(): void {
    this.#wish('calls');
  }

  #wish(place: FocusWish['place']): void {
    this.#focus.update((wish) => ({ place, count: (wish?.count ?? 0) + 1 }));
  }

  #say(text: string): void {
    this.#model.announcer.say({ text, urgency: 'assertive' });
  }
}
