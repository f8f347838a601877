import { type PaneName, paneNames } from '@switchboard/contract/preferences/layout';
import { unreachable } from '@switchboard/kit/assert';
import type { Clock } from '@switchboard/kit/clock';
import { Cell, type Readable } from '../connection/cell.ts';
import { type InStep, type WindowMessage, windowMessageSchema } from './window-message.ts';

/** What the windows need of the browser. */
export interface WindowPort {
  /** Which pane this window has alone; undefined: it is the main window. */
  readonly pane: PaneName | undefined;
  readonly post: (message: WindowMessage) => void;
  readonly hear: (hearer: (message: unknown) => void) => void;
  readonly hasFocus: () => boolean;
  /** Calls back when this window gets or loses the focus. */
  readonly watchFocus: (changed: () => void) => void;
  /** Calls back when the operator presses a key or a button in this window. */
  readonly watchInput: (used: () => void) => void;
  /** Calls back when this window is closed or reloaded. */
  readonly watchEnd: (ended: () => void) => void;
  /** Undefined: the browser did not allow it. */
  readonly open: (pane: PaneName) => OpenedWindow | undefined;
  /** Brings this window to the front, as far as the browser allows. */
  readonly raise: () => void;
  readonly close: () => void;
}

export interface OpenedWindow {
  isClosed(): boolean;
  raise(): void;
}

/** What a console does when another window of it says so. */
export interface WindowFollower {
  readonly inStep: (state: InStep) => void;
  readonly goTo: (place: 'calls' | 'person') => void;
  /** What a new window is to begin with. */
  readonly now: () => InStep;
}

/** A window that was killed does not say that it is gone. */
const lookEvery = 1_000;
/** A main window that is reloaded is back by then; one that was closed takes its others with it. */
const orphanStays = 10_000;

/** The windows of one console: which panes are out, which window speaks, and what keeps them in step. */
export class PaneWindows {
  readonly #clock: Clock;
  readonly #port: WindowPort;
  readonly #out = new Cell<readonly PaneName[]>([]);
  readonly #opened = new Map<PaneName, OpenedWindow>();
  readonly #focused = new Set<PaneName>();
  #follower: WindowFollower | undefined;
  #stopOrphan: () => void = () => {};
  #isLooking = false;
  #isUsed: boolean;

  constructor(clock: Clock, port: WindowPort) {
    this.#clock = clock;
    this.#port = port;
    this.#isUsed = port.pane === undefined;
    port.hear((message) => this.#heard(message));
    port.watchFocus(() => this.#tellFocus());
    port.watchInput(() => {
      this.#isUsed = true;
    });
    port.watchEnd(() => this.#tellEnd());
  }

  /** The pane that this window has alone; undefined: it is the main window. */
  get pane(): PaneName | undefined {
    return this.#port.pane;
  }

  /** The panes that have windows of their own. */
  get out(): Readable<readonly PaneName[]> {
    return this.#out;
  }

  /**
   * Whether this window says things aloud: the one that has the focus, since a screen reader reads no other, and while
   * none has it the main one.
   */
  readonly isSpeaking = (): boolean =>
    this.#port.hasFocus() || (this.pane === undefined && this.#focused.size === 0);

  /** Makes this window known to the others, and lets `follower` do what they say. */
  start(follower: WindowFollower): void {
    this.#follower = follower;
    const { pane } = this;
    if (pane === undefined) return this.#port.post({ type: 'mainIsHere' });
    this.#port.post({ type: 'paneIsHere', pane });
    this.#tellFocus();
  }

  /** Opens a pane in a window of its own, or brings that window to the front. False: the browser did not allow it. */
  popOut(pane: PaneName): boolean {
    if (this.#out.getSnapshot().includes(pane)) {
      this.#opened.get(pane)?.raise();
      return true;
    }
    const opened = this.#port.open(pane);
    if (opened === undefined) return false;
    this.#opened.set(pane, opened);
    this.#isOut(pane, true);
    this.#look();
    return true;
  }

  /** Takes a pane back from its window; from that window itself: closes it. */
  bringBack(pane: PaneName): void {
    if (this.pane === pane) return this.#port.close();
    this.#port.post({ type: 'comeBack', pane });
    this.#gone(pane);
  }

  /** Tells the other windows what the operator does here. Only the window that was used last does. */
  tell(state: InStep): void {
    if (this.#isUsed) this.#port.post({ type: 'inStep', ...state });
  }

  /** A key asks for a place that this window does not have. */
  askFor(place: 'calls' | 'person'): void {
    const pane = place === 'calls' ? 'calls' : 'details';
    this.#opened.get(pane)?.raise();
    this.#port.post({ type: 'goTo', place });
  }

  /** Whether a pane is on the screen of this window; hidden ones count. */
  hasPane(pane: PaneName): boolean {
    return this.pane === undefined ? !this.#out.getSnapshot().includes(pane) : this.pane === pane;
  }

  #heard(text: unknown): void {
    const read = windowMessageSchema.safeParse(text);
    // Another version of this page may speak otherwise.
    if (!read.success) return;
    const message = read.data;
    if (message.type === 'inStep') {
      this.#isUsed = false;
      return this.#follower?.inStep(message);
    }
    if (message.type === 'goTo') return this.#goTo(message.place);
    if (this.pane === undefined) this.#heardAsMain(message);
    else this.#heardAsPane(message, this.pane);
  }

  #heardAsMain(message: Exclude<WindowMessage, { type: 'inStep' | 'goTo' }>): void {
    switch (message.type) {
      case 'paneIsHere':
        this.#isOut(message.pane, true);
        if (this.#follower !== undefined) this.#port.post({ type: 'inStep', ...this.#follower.now() });
        return;
      case 'paneIsGone':
        return this.#gone(message.pane);
      case 'hasFocus':
        if (message.hasFocus) this.#focused.add(message.pane);
        else this.#focused.delete(message.pane);
        return;
      case 'mainIsHere':
      case 'mainIsGone':
      case 'comeBack':
        return;
      default:
        unreachable(message);
    }
  }

  #heardAsPane(message: WindowMessage, pane: PaneName): void {
    if (message.type === 'mainIsHere') {
      this.#stopOrphan();
      this.#port.post({ type: 'paneIsHere', pane });
      this.#tellFocus();
    }
    if (message.type === 'mainIsGone') {
      this.#stopOrphan = this.#clock.after(orphanStays, () => this.#port.close());
    }
    if (message.type === 'comeBack' && message.pane === pane) this.#port.close();
  }

  #goTo(place: 'calls' | 'person'): void {
    if (!this.hasPane(place === 'calls' ? 'calls' : 'details')) return;
    this.#port.raise();
    this.#follower?.goTo(place);
  }

  #tellFocus(): void {
    const { pane } = this;
    if (pane !== undefined) this.#port.post({ type: 'hasFocus', pane, hasFocus: this.#port.hasFocus() });
  }

  #tellEnd(): void {
    const { pane } = this;
    this.#port.post(pane === undefined ? { type: 'mainIsGone' } : { type: 'paneIsGone', pane });
  }

  #gone(pane: PaneName): void {
    this.#opened.delete(pane);
    this.#focused.delete(pane);
    this.#isOut(pane, false);
  }

  #isOut(pane: PaneName, isOut: boolean): void {
    this.#out.update((out) => {
      if (out.includes(pane) === isOut) return out;
      return paneNames.filter((each) => (each === pane ? isOut : out.includes(each)));
    });
  }

  /** As long as windows are open that may be closed without a word. */
  #look(): void {
    if (this.#isLooking) return;
    this.#isLooking = true;
    this.#clock.after(lookEvery, () => {
      this.#isLooking = false;
      for (const [pane, opened] of this.#opened) if (opened.isClosed()) this.#gone(pane);
      if (this.#opened.size > 0) this.#look();
    });
  }
}
