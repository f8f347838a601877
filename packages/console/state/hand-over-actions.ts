import type { CallView } from '@switchboard/contract/views/call-view';
import { Cell, type Readable } from '../connection/cell.ts';
import { callAsk } from './call-ask.ts';
import { type Choice, personKey } from './choices.ts';
import type { ConsoleModel } from './console-model.ts';
import { handOver, isInTeams, linesOf, type Manner } from './hand-over.ts';
import { isNumberLine, type Line, lines } from './letter-map.ts';
import type { WayOn } from './ways-on.ts';

/** Enter, pressed before the results of this very text were here. */
interface Wish {
  readonly text: string;
  readonly manner: Manner;
  readonly callId: string;
}

/** How a caller is handed over to the one chosen in the list. */
export class HandOverActions {
  readonly #model: ConsoleModel;
  readonly #focusSearch: () => void;
  readonly #wish = new Cell<Wish | undefined>(undefined);
  readonly #line = new Cell<Line>('teams');
  #lineOf: string | undefined;

  constructor(model: ConsoleModel, focusSearch: () => void) {
    this.#model = model;
    this.#focusSearch = focusSearch;
    model.search.state.subscribe(() => this.#searchChanged());
    model.line.state.subscribe(() => this.#wish.set(undefined));
  }

  /** The wish that waits for its results. */
  get wish(): Readable<Wish | undefined> {
    return this.#wish;
  }

  /** The line of the person chosen on which they are rung. */
  get line(): Readable<Line> {
    return this.#line;
  }

  /** By place in the list of lines; says which one it is, or that there is none. */
  chooseLine(index: number): void {
    const { announcements } = this.#model.texts;
    const choice = this.#model.search.selected();
    const line = lines[index];
    if (choice?.kind !== 'person' || line === undefined || !linesOf(this.#call(), choice).includes(line)) {
      return this.#say(announcements.noLine);
    }
    this.#line.set(line);
    const number = isNumberLine(line) ? choice.person[line] : undefined;
    this.#say(announcements.line(line, number));
  }

  /**
   * Hands the current call over to the one chosen. Never acts on the best of results that are not of the typed text;
   * a row that was chosen by hand is meant.
   */
  do(manner: Manner): void {
    const { search, texts, line } = this.#model;
    const call = this.#call();
    if (call === undefined || !canHandOver(call)) return this.#refuse(call);
    const isOnline = line.state.getSnapshot().kind === 'live';
    const { text } = search.state.getSnapshot();
    if (isOnline && !this.#isMeant()) {
      this.#wish.set({ text, manner, callId: call.callId });
      return this.#say(texts.announcements.stillSearching(text.trim()));
    }
    const choice = search.selected();
    if (choice === undefined) return this.#say(texts.announcements.nobodyChosen);
    this.to(call, choice, manner, this.#line.getSnapshot());
  }

  /**
   * A double click: puts the current call through to the row that its first press met, wherever that row is by now.
   * `pressed` is absent where no row was met that can be rung.
   */
  putThroughTo(pressed: Choice | undefined): void {
    const call = this.#call();
    if (call === undefined || !canHandOver(call)) return this.#refuse(call);
    if (pressed === undefined) return this.#model.complain(this.#model.texts.announcements.nobodyChosen);
    const { search } = this.#model;
    const isChosen = search.selected()?.key === pressed.key;
    const choice = search.state.getSnapshot().choices.find(({ key }) => key === pressed.key) ?? pressed;
    const line = isChosen ? this.#line.getSnapshot() : (linesOf(call, choice)[0] ?? 'teams');
    this.to(call, choice, 'transfer', line);
  }

  /** To the chosen person's mailbox, whatever line is chosen. */
  toVoicemail(): void {
    this.#withPerson((call, choice) => this.to(call, choice, 'transfer', 'voicemail'));
  }

  /** The caller waits until the person chosen is free. */
  camp(): void {
    this.#withPerson((call, { person }) => this.#camp(call, person.personId));
  }

  /** Parks the call for the person chosen. */
  parkForChosen(): void {
    this.#withPerson((call, { person }) => this.park(call, person.personId));
  }

  to(call: CallView, choice: Choice, manner: Manner, line: Line): void {
    const { announcements } = this.#model.texts;
    const wanted = handOver(call, choice, manner, line);
    if (wanted.action === undefined) {
      const why = {
        notNow: announcements.notPutThroughNow,
        mailboxCannotTalk: announcements.cannotTalkToMailbox,
        queueCannotTalk: announcements.cannotTalkToQueue,
        cannotBeRung: announcements.cannotBeRung,
      };
      return this.#model.complain(why[wanted.why]);
    }
    this.#ask(call, wanted.action, wanted.message);
  }

  /** For everybody, or for one person. */
  park(call: CallView, forPersonId?: string): void {
    if (!call.can.includes('park')) return this.#say(this.#model.texts.announcements.notHere);
    const { callId } = call;
    this.#ask(call, 'park', {
      type: 'park',
      callId,
      ...(forPersonId === undefined ? {} : { forPersonId }),
    });
  }

  /** One of the ways on of a call that came back. */
  follow(call: CallView, way: Exclude<WayOn, { kind: 'message' }>): void {
    switch (way.kind) {
      case 'manager':
      case 'department':
        this.#model.search.type(way.text);
        return this.#focusSearch();
      case 'park':
        return this.park(call, way.person?.personId);
      case 'camp':
        return this.#camp(call, way.person.personId);
      default: {
        const { kind, person } = way;
        const choice = { kind: 'person', key: personKey(person.personId), person } as const;
        this.to(call, choice, 'transfer', kind === 'again' ? 'teams' : kind);
      }
    }
  }

  #camp(call: CallView, personId: string): void {
    const { callId } = call;
    if (!call.can.includes('camp')) return this.#say(this.#model.texts.announcements.notHere);
    this.#ask(call, 'camp', { type: 'camp', callId, personId });
  }

  #ask(call: CallView, ...[action, message]: AskParts): void {
    const { desk, search, calls } = this.#model;
    const { text } = search.state.getSnapshot();
    const ask = callAsk(action, call, message, calls.find);
    // What was typed stays until it is done: a refusal leaves it there to choose again.
    const onDone = (): void => {
      if (search.state.getSnapshot().text === text) search.clearAll();
      this.#offerUndo(call);
    };
    if (desk.ask({ ...ask, onDone })) this.#focusSearch();
  }

  /** A caller who waits somewhere is had back by retrieving them. */
  #offerUndo({ callId }: CallView): void {
    const { undo, calls, texts, desk } = this.#model;
    const left = calls.find(callId);
    if (left === undefined || !left.can.includes('retrieve')) return;
    const caller = texts.screen.nameOf(left.caller);
    const done =
      left.state === 'camped'
        ? texts.announcements.camped(left.caller, left.target)
        : texts.undo.parked(caller);
    const isThere = (): boolean => calls.find(callId)?.can.includes('retrieve') === true;
    const retrieve = (): void => {
      const now = calls.find(callId);
      if (now !== undefined) desk.ask(callAsk('retrieve', now, { type: 'retrieve', callId }, calls.find));
    };
    undo.offer(done, retrieve, { isSo: isThere, of: calls.arrangement });
  }

  #withPerson(act: (call: CallView, choice: Extract<Choice, { kind: 'person' }>) => void): void {
    const { announcements } = this.#model.texts;
    const call = this.#call();
    const choice = this.#model.search.selected();
    if (call === undefined) return this.#say(announcements.noCallToPutThrough);
    if (choice?.kind !== 'person' || !this.#isMeant()) {
      return this.#say(announcements.nobodyChosen);
    }
    if (!isInTeams(choice.person)) return this.#say(announcements.cannotBeRung);
    act(call, choice);
  }

  #searchChanged(): void {
    const chosen = this.#model.search.selected();
    if (chosen?.key !== this.#lineOf) {
      this.#lineOf = chosen?.key;
      this.#line.set(linesOf(this.#call(), chosen)[0] ?? 'teams');
    }
    this.#followWish();
  }

  /** The results of exactly the wished text are here: one is enough to act, of several the operator chooses. */
  #followWish(): void {
    const wish = this.#wish.getSnapshot();
    if (wish === undefined) return;
    const { search, texts } = this.#model;
    const { text, choices } = search.state.getSnapshot();
    const isStill = text === wish.text && this.#call()?.callId === wish.callId;
    if (isStill && !search.isUpToDate()) return;
    this.#wish.set(undefined);
    if (!isStill) return;
    if (choices.length === 1) this.do(wish.manner);
    else if (choices.length > 1) this.#say(texts.announcements.several(choices.length, text.trim()));
  }

  /** Whether whom the list has chosen is whom the operator means. */
  #isMeant(): boolean {
    const { search } = this.#model;
    return search.isUpToDate() || search.isChosenByHand();
  }

  /** A call that is there and cannot be handed over is told of on the screen, too: who pressed too early sees why. */
  #refuse(call: CallView | undefined): void {
    const { announcements } = this.#model.texts;
    if (call === undefined) return this.#say(announcements.noCallToPutThrough);
    this.#model.complain(announcements.notPutThroughNow);
  }

  #call(): CallView | undefined {
    return this.#model.calls.arrangement.getSnapshot().current;
  }

  #say(text: string): void {
    this.#model.announcer.say({ text, urgency: 'assertive' });
  }
}

type AskParts = readonly [action: Parameters<typeof callAsk>[0], message: Parameters<typeof callAsk>[2]];

/** Whether anything in the list could be chosen for this call. */
export const canHandOver = (call: CallView): boolean =>
  (['transfer', 'consult', 'add', 'moveToQueue', 'voicemail'] as const).some((action) =>
    call.can.includes(action),
  );
