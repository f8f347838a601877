import type { PaneName } from '@switchboard/contract/preferences/layout';
import type { Texts } from '../i18n/texts.ts';
import type { Announcer } from './announcer.ts';
import type { LayoutModel } from './layout-model.ts';
import type { PaneWindows } from './pane-windows.ts';

interface PaneActionsParts {
  readonly layout: LayoutModel;
  readonly windows: PaneWindows;
  readonly texts: () => Texts;
  readonly announcer: Announcer;
}

/** What an operator does with the panes, by key or by button; each is said. */
export class PaneActions {
  readonly #parts: PaneActionsParts;

  constructor(parts: PaneActionsParts) {
    this.#parts = parts;
  }

  hide(pane: PaneName): void {
    const { layout, texts } = this.#parts;
    const say = texts().panes;
    this.#say(layout.hide(pane) ? say.isHidden(pane) : say.lastOne);
  }

  show(pane: PaneName): void {
    const { layout, texts } = this.#parts;
    layout.show(pane);
    this.#say(texts().panes.isShown(pane));
  }

  /** Hidden or shown; out: brought back. */
  toggle(pane: PaneName): void {
    const { layout, windows } = this.#parts;
    if (!windows.hasPane(pane)) this.bringBack(pane);
    else if (layout.isHidden(pane)) this.show(pane);
    else this.hide(pane);
  }

  /** Into a window of its own, or back. */
  toggleWindow(pane: PaneName): void {
    const { windows, texts } = this.#parts;
    if (!windows.hasPane(pane)) return this.bringBack(pane);
    const say = texts().panes;
    this.#say(windows.popOut(pane) ? say.isOut(pane) : say.blocked);
  }

  bringBack(pane: PaneName): void {
    const { windows, layout, texts } = this.#parts;
    windows.bringBack(pane);
    layout.show(pane);
    this.#say(texts().panes.isBack(pane));
  }

  /** Changes places with the next one; the last one with the first neighbour before it. */
  moveOn(pane: PaneName): void {
    const { layout, texts } = this.#parts;
    const { order } = layout.layout.getSnapshot();
    layout.move(pane, order.at(-1) === pane ? -1 : 1);
    this.#say(texts().panes.order(layout.layout.getSnapshot().order));
  }

  enlarge(pane: PaneName): void {
    this.#parts.layout.enlarge(pane);
    this.#say(this.#parts.texts().panes.isLarger(pane));
  }

  reset(): void {
    this.#parts.layout.reset();
    this.#say(this.#parts.texts().panes.isReset);
  }

  /** A key wants to go there: it is shown, or its window is asked. False: it is not in this window. */
  reveal(pane: 'calls' | 'details'): boolean {
    const { layout, windows, texts } = this.#parts;
    if (windows.hasPane(pane)) {
      if (windows.pane === undefined) layout.show(pane);
      return true;
    }
    windows.askFor(pane === 'calls' ? 'calls' : 'person');
    this.#say(texts().panes.isElsewhere(pane));
    return false;
  }

  #say(text: string): void {
    this.#parts.announcer.say({ text, urgency: 'assertive' });
  }
}
