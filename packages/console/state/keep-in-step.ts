import type { ConsoleModel } from './console-model.ts';
import type { PaneWindows } from './pane-windows.ts';
import type { InStep } from './window-message.ts';

/** Keeps the search, the one chosen and the current call of all windows of a console the same. */
export class KeepInStep {
  readonly #model: ConsoleModel;
  readonly #windows: PaneWindows;
  #last: InStep;
  #isFollowing = false;

  constructor(model: ConsoleModel, windows: PaneWindows) {
    this.#model = model;
    this.#windows = windows;
    this.#last = this.now();
    model.search.state.subscribe(() => this.#changed());
    model.calls.arrangement.subscribe(() => this.#changed());
  }

  readonly now = (): InStep => {
    const { text, selectedKey } = this.#model.search.state.getSnapshot();
    const callId = this.#model.calls.arrangement.getSnapshot().current?.callId;
    return {
      text,
      ...(selectedKey === undefined ? {} : { selectedKey }),
      ...(callId === undefined ? {} : { callId }),
    };
  };

  /** The operator uses another window, and this is what they do there. */
  readonly follow = (state: InStep): void => {
    const { search, calls } = this.#model;
    this.#isFollowing = true;
    search.type(state.text);
    const { selectedKey } = search.state.getSnapshot();
    if (state.selectedKey !== undefined && state.selectedKey !== selectedKey)
      search.select(state.selectedKey);
    const { current, mine } = calls.arrangement.getSnapshot();
    const other = mine.find(({ callId }) => callId === state.callId && callId !== current?.callId);
    if (other !== undefined) calls.choose(other.callId);
    this.#isFollowing = false;
    this.#last = this.now();
  };

  #changed(): void {
    if (this.#isFollowing) return;
    const now = this.now();
    if (isSame(now, this.#last)) return;
    this.#last = now;
    this.#windows.tell(now);
  }
}

const isSame = (one: InStep, other: InStep): boolean =>
  one.text === other.text && one.selectedKey === other.selectedKey && one.callId === other.callId;
