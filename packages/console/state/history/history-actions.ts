import type { CallBackView } from '@switchboard/contract/views/call-back-view';
import type { PastCallView } from '@switchboard/contract/views/past-call-view';
import type { ConsoleModel } from '../console-model.ts';
import type { DeskActions } from '../desk-actions.ts';
import type { PeopleActions } from '../people-actions.ts';
import { callAddress } from './call-address.ts';
import { callBackOf } from './to-call-back.ts';

/** What an operator does with calls that are over, and with those who are to be called back. */
export class HistoryActions {
  readonly #model: ConsoleModel;
  readonly #desk: DeskActions;
  readonly #people: PeopleActions;
  readonly #focusSearch: () => void;

  constructor(
    model: ConsoleModel,
    parts: { readonly desk: DeskActions; readonly people: PeopleActions; readonly focusSearch: () => void },
  ) {
    this.#model = model;
    this.#desk = parts.desk;
    this.#people = parts.people;
    this.#focusSearch = parts.focusSearch;
  }

  /** Where a number is called; undefined: by hand, or there is no number. */
  addressOf({ dial }: { readonly dial?: string | undefined }): string | undefined {
    const { with: way } = this.#model.preferences.of('calling').getSnapshot();
    return dial === undefined ? undefined : callAddress(dial, way);
  }

  /** The operator calls the number: whoever stands on the list for it is theirs now, so that nobody calls twice. */
  called(call: {
    readonly callId: string;
    readonly queueId: string;
    readonly dial?: string | undefined;
  }): void {
    const callBack = callBackOf(this.#model.callBacks.items.getSnapshot(), call);
    if (callBack?.state === 'open') this.#desk.callBack(callBack, 'taken');
  }

  /** Who stands on the list of those to call back for a call of the past. */
  onList(call: PastCallView, callBacks: readonly CallBackView[]): CallBackView | undefined {
    return callBackOf(callBacks, call);
  }

  timeline(call: PastCallView): void {
    this.#model.timeline.open(call);
  }

  canKeep(call: PastCallView): boolean {
    return call.caller.name === undefined && this.#people.isUnknown(call);
  }

  keep(call: PastCallView): void {
    this.#people.keepCaller(call);
  }

  /** Looks for the caller among people, in place of the history. */
  find({ caller }: PastCallView): void {
    this.#model.past.history.close();
    this.#model.search.type(caller.name ?? caller.number ?? '');
    this.#focusSearch();
  }

  sayCopied(number: string, isCopied: boolean): void {
    const { actions } = this.#model.texts.history;
    const text = isCopied ? actions.copied(number) : actions.notCopied(number);
    this.#model.announcer.say({ text, urgency: 'assertive' });
    this.#model.notices.show(isCopied ? 'info' : 'error', text);
  }
}
