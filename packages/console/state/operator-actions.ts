import type { CallAction, CallView } from '@switchboard/contract/views/call-view';
import { Cell, type Readable } from '../connection/cell.ts';
import { nextToTake } from './arrange-calls.ts';
import { callAsk } from './call-ask.ts';
import type { ConsoleModel } from './console-model.ts';
import { DeskActions } from './desk-actions.ts';
import { canHandOver, HandOverActions } from './hand-over-actions.ts';
import type { LetterPlace } from './letter-map.ts';
import { MessageActions } from './messages/message-actions.ts';
import { PeopleActions } from './people-actions.ts';
import { hasFilters } from './search-filters.ts';
import { situationOf } from './situation.ts';
import { twoStep } from './two-step-guard.ts';
import type { WayOn } from './ways-on.ts';

/** A place on the screen that wants the focus because the operator asked for it; `count` tells two askings apart. */
export interface FocusWish {
  readonly place: 'search' | 'calls' | 'person' | 'status' | 'favourite' | 'line' | 'panes' | 'queues';
  readonly count: number;
  /** Of the calls: which one; without it the current one. */
  readonly callId?: string;
}

/** Actions of a call that need nothing but the call. */
const plain = [
  'hold',
  'resume',
  'takeBack',
  'leave',
  'complete',
  'merge',
  'swap',
  'back',
  'retrieve',
  'takeOver',
  'decline',
] as const satisfies readonly CallAction[];

const lettersTopic = 'letters';

/** What an operator does, whether by key or by button. */
export class OperatorActions {
  readonly handing: HandOverActions;
  readonly desk: DeskActions;
  readonly people: PeopleActions;
  readonly messages: MessageActions;
  readonly #model: ConsoleModel;
  readonly #focus = new Cell<FocusWish | undefined>(undefined);
  readonly #letters = new Cell<LetterPlace>('none');

  constructor(model: ConsoleModel) {
    this.#model = model;
    this.handing = new HandOverActions(model, () => this.focusSearch());
    this.desk = new DeskActions(model);
    this.people = new PeopleActions(model);
    this.messages = new MessageActions(model);
  }

  get focus(): Readable<FocusWish | undefined> {
    return this.#focus;
  }

  /** Where letters act instead of being typed. */
  get letters(): Readable<LetterPlace> {
    return this.#letters;
  }

  /** Enter: hands over to the one chosen; with nothing typed hands over to the colleague asked, or takes the next call. */
  go(): void {
    if (this.#hasChosen()) return this.handing.do('transfer');
    const call = this.#current();
    if (call?.consult?.phase === 'talking' && call.can.includes('complete'))
      return this.act('complete', call);
    this.takeNext();
  }

  /** Shift+Enter: asks the one chosen first; with nothing typed lets all three talk. */
  ask(): void {
    if (this.#hasChosen()) this.handing.do('consult');
    else this.#actOnCurrent(['merge']);
  }

  /** Ctrl+Enter: hands over and leaves; with nothing typed leaves the others to each other. */
  goAndLeave(): void {
    if (this.#hasChosen()) this.handing.do('leave');
    else this.#actOnCurrent(['leave']);
  }

  takeNext(): void {
    const next = nextToTake(this.#model.calls.arrangement.getSnapshot());
    if (next === undefined) return this.#say(this.#whyNoneToTake());
    this.act('accept', next);
  }

  #whyNoneToTake(): string {
    const { noCallToTake, stillInCall } = this.#model.texts.announcements;
    const { current, waitingCount } = this.#model.calls.arrangement.getSnapshot();
    return current === undefined || waitingCount === 0 ? noCallToTake : stillInCall(current.caller);
  }

  /** Hold or back; asking a colleague: the other one. */
  holdOrResume(): void {
    this.#actOnCurrent(['hold', 'resume', 'swap'], this.#model.texts.announcements.noCall);
  }

  park(): void {
    this.#actOnCurrent(['park']);
  }

  /** Leaves an offered call to others, or lets the colleague go who was asked. */
  letGo(): void {
    const { offered } = this.#model.calls.arrangement.getSnapshot();
    const call = offered.find(({ can }) => can.includes('decline'));
    if (call === undefined) this.#actOnCurrent(['back']);
    else this.act('decline', call);
  }

  /**
   * Back from whom was opened, then clears the search and the filters; with nothing to clear takes back what rings.
   * Never ends a call, and lets nobody go who talks.
   */
  stepBack(): void {
    const { calls, guard, texts } = this.#model;
    if (guard.armed.getSnapshot() !== undefined) return guard.disarm();
    if (this.#letters.getSnapshot() !== 'none') return this.focusSearch();
    if (this.#clearsSearch()) return;
    const { mine, current } = calls.arrangement.getSnapshot();
    const ringing = mine.find((call) => call.can.includes('takeBack'));
    if (ringing !== undefined) return this.act('takeBack', ringing);
    if (current === undefined || !current.can.includes('back')) return;
    if (current.consult?.phase === 'ringing') return this.act('back', current);
    this.#say(texts.announcements.letGoBy(texts.keyCap('letGo'), current.target));
  }

  /** True: there was something to clear. */
  #clearsSearch(): boolean {
    const { search } = this.#model;
    const { opened, text, filters, selectedKey } = search.state.getSnapshot();
    if (opened !== undefined) search.open(undefined);
    else if (text !== '' || (selectedKey !== undefined && !hasFilters(filters))) search.clear();
    else if (hasFilters(filters)) search.clearAll();
    else return false;
    return true;
  }

  /** Ends the current call at the second press; while the operator's own Teams rings, gives it back at once. */
  hangUp(): void {
    const call = this.#current();
    if (call?.can.includes('hangUp') !== true) return this.#say(this.#model.texts.announcements.noCall);
    this.act('hangUp', call);
  }

  /** An action of a call, by its button or its key. */
  act(action: CallAction, call: CallView): void {
    const { desk, calls, pad } = this.#model;
    const { callId } = call;
    if (!call.can.includes(action)) return this.#say(this.#model.texts.announcements.notHere);
    const simple = plain.find((each) => each === action);
    if (simple !== undefined) {
      desk.ask(callAsk(simple, call, { type: simple, callId }, calls.find));
    } else if (action === 'accept') {
      if (desk.ask(callAsk('accept', call, { type: 'accept', callId }, calls.find))) this.focusSearch();
    } else if (action === 'park') this.handing.park(call);
    else if (action === 'sendTones') pad.open(call);
    else if (action === 'hangUp') this.#end(call);
    else this.handing.do(action === 'consult' ? 'consult' : 'transfer');
  }

  /** Takes somebody out of a call in which several talk, at the second press. */
  takeOut(call: CallView, participantId: string): void {
    const { desk, guard, calls, texts } = this.#model;
    const guest = call.guests?.find((each) => each.participantId === participantId);
    if (guest === undefined || !call.can.includes('drop')) return this.#say(texts.announcements.notHere);
    const { callId } = call;
    if (!guest.isRinging && !guard.press(twoStep.takeOut(callId, participantId), callId)) {
      return this.#say(texts.announcements.takeOutAgain(texts.screen.nameOf(guest.party)));
    }
    const ask = callAsk('drop', call, { type: 'drop', callId, participantId }, calls.find);
    desk.ask({ ...ask, detail: participantId });
  }

  /** One of the ways on of a call that came back. */
  follow(call: CallView, way: WayOn): void {
    if (way.kind === 'message') this.messages.aboutCall(call);
    else this.handing.follow(call, way);
  }

  /** What has this place on the call's card: a way on, or somebody in the call. */
  actOnNumbered(call: CallView, index: number): void {
    const way = this.#model.waysOn(call)[index];
    const guest = call.guests?.[index];
    if (way !== undefined) this.follow(call, way);
    else if (guest !== undefined) this.takeOut(call, guest.participantId);
    else this.#say(this.#model.texts.announcements.notHere);
  }

  /** Ready now, available again, or the list of reasons for a break. */
  changeStatus(): void {
    const own = this.#model.own();
    const isWrappingUp = (own?.wrapUpUntil ?? 0) > this.#model.line.serverNow();
    if (own?.status === 'available' && !isWrappingUp) this.#wish('status');
    else this.desk.becomeAvailable();
  }

  /** Everything in one sentence. */
  saySituation(): void {
    this.#say(this.#model.texts.announcements.situation(situationOf(this.#model)));
  }

  /** To the one line that always says it. */
  readLine(): void {
    this.#wish('line');
  }

  /** Opens what hides, shows and moves the panes. */
  arrangePanes(): void {
    this.#wish('panes');
  }

  /** Opens the queues' switches and the colleagues. */
  openQueues(): void {
    this.#wish('queues');
  }

  focusSearch(): void {
    this.endLetters();
    this.#wish('search');
  }

  /** To the calls, where letters act. */
  focusCalls(): void {
    if (!this.#model.workplace.panes.reveal('calls')) return;
    this.#letters.set('calls');
    this.#wish('calls');
    this.#sayLetters(this.#model.texts.announcements.letters.calls);
  }

  /** To one call, where letters act. */
  goToCall(callId: string): void {
    if (!this.#model.workplace.panes.reveal('calls')) return;
    this.#letters.set('calls');
    this.#wish('calls', callId);
  }

  /** To what can be done with the one chosen, where letters act. False: nobody is chosen. */
  focusPerson(): boolean {
    const choice = this.#model.search.selected();
    if (choice === undefined) return false;
    if (!this.#model.workplace.panes.reveal('details')) return true;
    // Whom the operator goes to is meant, whatever the list becomes.
    const { search } = this.#model;
    if (search.state.getSnapshot().opened === undefined) search.select(choice.key);
    this.#letters.set('person');
    this.#wish('person');
    if (choice.kind === 'person') {
      this.#sayLetters(this.#model.texts.announcements.letters.person(choice.person.name));
    }
    return true;
  }

  /** Letters are text again; the focus stays where it is. */
  endLetters(): void {
    this.#letters.set('none');
    // Who was quicker than the sentence is not told afterwards.
    this.#model.announcer.withdraw(lettersTopic);
  }

  #sayLetters(text: string): void {
    this.#model.announcer.say({ text, urgency: 'polite', topic: lettersTopic });
  }

  /** Ends a call without a second press: a headset that is put down means it. */
  endAtOnce(call: CallView): void {
    const { desk, calls } = this.#model;
    const { callId } = call;
    desk.ask(callAsk('hangUp', call, { type: 'hangUp', callId }, calls.find));
  }

  #end(call: CallView): void {
    const { desk, guard, texts, calls, line } = this.#model;
    if (line.state.getSnapshot().kind !== 'live') return this.#model.complain(texts.notSent('hangUp'));
    const { callId } = call;
    if (call.state === 'connecting' || guard.press(twoStep.hangUp(callId), callId)) {
      desk.ask(callAsk('hangUp', call, { type: 'hangUp', callId }, calls.find));
    } else this.#say(texts.announcements.hangUpAgain(texts.keyCap('hangUp')));
  }

  /** The first of these actions that the current call allows. */
  #actOnCurrent(actions: readonly CallAction[], otherwise = this.#model.texts.announcements.notHere): void {
    const call = this.#current();
    const action = actions.find((each) => call?.can.includes(each));
    if (call === undefined || action === undefined) return this.#say(otherwise);
    this.act(action, call);
  }

  /** Something is typed, or somebody was chosen without typing for a call that can be handed over. */
  #hasChosen(): boolean {
    const { search } = this.#model;
    if (search.state.getSnapshot().text.trim() !== '') return true;
    const call = this.#current();
    return search.selected() !== undefined && call !== undefined && canHandOver(call);
  }

  #current(): CallView | undefined {
    return this.#model.calls.arrangement.getSnapshot().current;
  }

  /** Opens what can be done with a favourite: its group and its place. */
  openFavouriteMenu(): void {
    const person = this.people.chosen();
    const isFavourite = person !== undefined && this.people.favouriteOf(person.personId) !== undefined;
    if (isFavourite) this.#wish('favourite');
    else this.#say(this.#model.texts.announcements.noFavourite);
  }

  #wish(place: FocusWish['place'], callId?: string): void {
    const of = callId === undefined ? {} : { callId };
    this.#focus.update((wish) => ({ place, count: (wish?.count ?? 0) + 1, ...of }));
  }

  #say(text: string): void {
    this.#model.announcer.say({ text, urgency: 'assertive' });
  }
}
