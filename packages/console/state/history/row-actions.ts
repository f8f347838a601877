import type { PastCallView } from '@switchboard/contract/views/past-call-view';
import type { ConsoleModel } from '../console-model.ts';
import type { OperatorActions } from '../operator-actions.ts';

/** What an operator does with the call of the history that is chosen, besides calling back. */
export class RowActions {
  readonly #model: ConsoleModel;
  readonly #actions: OperatorActions;

  constructor(model: ConsoleModel, actions: OperatorActions) {
    this.#model = model;
    this.#actions = actions;
  }

  timeline(call: PastCallView): void {
    this.#model.timeline.open(call);
  }

  canKeep(call: PastCallView): boolean {
    return call.caller.name === undefined && this.#actions.people.isUnknown(call);
  }

  keep(call: PastCallView): void {
    this.#actions.people.keepCaller(call);
  }

  /** Looks for the caller among people, in place of the history. */
  find({ caller }: PastCallView): void {
    this.#model.past.close();
    this.#model.search.type(caller.name ?? caller.number ?? '');
    this.#actions.focusSearch();
  }

  sayCopied(number: string, isCopied: boolean): void {
    const { actions } = this.#model.texts.history;
    const text = isCopied ? actions.copied(number) : actions.notCopied(number);
    this.#model.announcer.say({ text, urgency: 'assertive' });
    this.#model.notices.show(isCopied ? 'info' : 'error', text);
  }
}
