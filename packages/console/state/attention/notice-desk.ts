import type { CallView } from '@switchboard/contract/views/call-view';
import type { Readable } from '../../connection/cell.ts';
import type { DesktopNotices } from '../../machine/desktop-notices.ts';
import type { ConsoleModel } from '../console-model.ts';
import type { CallingWatch } from './calling-watch.ts';

export interface NoticeDeskParts {
  readonly model: ConsoleModel;
  readonly watch: CallingWatch;
  readonly notices: DesktopNotices;
  /** The operator looks at one of the console's windows. */
  readonly isAnyInFront: Readable<boolean>;
  /** True in the one window that shows notices. */
  readonly isOurs: Readable<boolean>;
  /** Brings this window to the front and goes to the call. */
  readonly goTo: (call: CallView) => void;
}

/** Tells on the desktop of what calls for the operator while no console is in front, and takes it back when it does not. */
export class NoticeDesk {
  readonly #parts: NoticeDeskParts;
  /** What each notice that is shown says, by its call. */
  readonly #shown = new Map<string, string>();

  constructor(parts: NoticeDeskParts) {
    this.#parts = parts;
    const { model, watch, notices, isAnyInFront, isOurs } = parts;
    const sources = [
      watch.calling,
      model.preferences.of('ringing'),
      notices.permission,
      isAnyInFront,
      isOurs,
    ];
    for (const source of sources) source.subscribe(() => this.#look());
    this.#look();
  }

  #look(): void {
    const { model, watch, notices, isAnyInFront, isOurs } = this.#parts;
    const { notices: isWanted } = model.preferences.of('ringing').getSnapshot();
    const isDue =
      isWanted &&
      isOurs.getSnapshot() &&
      !isAnyInFront.getSnapshot() &&
      notices.permission.getSnapshot() === 'allowed';
    const calls = isDue ? watch.calling.getSnapshot().calls : [];
    for (const callId of this.#shown.keys()) {
      if (calls.some((call) => call.callId === callId)) continue;
      notices.close(callId);
      this.#shown.delete(callId);
    }
    for (const call of calls) this.#show(call);
  }

  #show(call: CallView): void {
    const { model, notices, goTo } = this.#parts;
    const { isCallerMasked } = model.preferences.of('ringing').getSnapshot();
    const text = model.texts.notice(call, model.queueName(call.queueId), isCallerMasked);
    const said = JSON.stringify(text);
    if (this.#shown.get(call.callId) === said) return;
    this.#shown.set(call.callId, said);
    notices.show({
      ...text,
      key: call.callId,
      stays: call.offer !== undefined || call.recall !== undefined,
      onClick: () => goTo(call),
    });
  }
}
