import type { PaneName } from '@switchboard/contract/preferences/layout';
import type { WindowPort } from '../state/pane-windows.ts';

/** The windows of one console as a browser would have them: what is posted in one is heard in all others. */
export class FakeWindows {
  /** The windows that were opened and are open. */
  readonly open = new Map<PaneName, FakeWindow>();
  /** Whether the browser lets windows be opened. */
  isAllowed = true;
  readonly #all = new Set<FakeWindow>();

  add(pane?: PaneName): FakeWindow {
    const added = new FakeWindow(pane, this);
    this.#all.add(added);
    if (pane !== undefined) this.open.set(pane, added);
    return added;
  }

  post(from: FakeWindow, message: unknown): void {
    for (const each of this.#all)
      if (each !== from) each.hearers.forEach((hear) => hear(structuredClone(message)));
  }

  /** The operator goes to a window and uses it; or to another program. */
  focus(one: FakeWindow | undefined): void {
    for (const each of this.#all) each.isFocused = each === one;
    for (const each of this.#all) each.focusWatchers.forEach((changed) => changed());
    one?.inputWatchers.forEach((used) => used());
  }

  gone(one: FakeWindow): void {
    this.#all.delete(one);
    if (one.pane !== undefined) this.open.delete(one.pane);
  }
}

export class FakeWindow implements WindowPort {
  readonly pane: PaneName | undefined;
  readonly hearers: ((message: unknown) => void)[] = [];
  readonly focusWatchers: (() => void)[] = [];
  readonly inputWatchers: (() => void)[] = [];
  isFocused = false;
  raised = 0;
  readonly #windows: FakeWindows;
  readonly #endWatchers: (() => void)[] = [];

  constructor(pane: PaneName | undefined, windows: FakeWindows) {
    this.pane = pane;
    this.#windows = windows;
  }

  readonly post = (message: unknown): void => this.#windows.post(this, message);
  readonly hear = (hearer: (message: unknown) => void): void => void this.hearers.push(hearer);
  readonly hasFocus = (): boolean => this.isFocused;
  readonly watchFocus = (changed: () => void): void => void this.focusWatchers.push(changed);
  readonly watchInput = (used: () => void): void => void this.inputWatchers.push(used);
  readonly watchEnd = (ended: () => void): void => void this.#endWatchers.push(ended);
  readonly raise = (): void => void (this.raised += 1);

  readonly open: WindowPort['open'] = (pane) => {
    if (!this.#windows.isAllowed) return undefined;
    return {
      isClosed: () => !this.#windows.open.has(pane),
      raise: () => this.#windows.open.get(pane)?.raise(),
    };
  };

  readonly close = (): void => {
    for (const ended of this.#endWatchers) ended();
    this.#windows.gone(this);
  };

  /** The window is there no more, and has said nothing. */
  kill(): void {
    this.#windows.gone(this);
  }
}
