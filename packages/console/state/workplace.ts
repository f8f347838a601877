import type { Preferences } from '@switchboard/contract/preferences/sections';
import type { Clock } from '@switchboard/kit/clock';
import type { Readable } from '../connection/cell.ts';
import type { Texts } from '../i18n/texts.ts';
import type { Announcer } from './announcer.ts';
import type { CallArrangement } from './arrange-calls.ts';
import { keptSection } from './kept.ts';
import { KeyBook } from './key-book.ts';
import { LayoutModel } from './layout-model.ts';
import type { Notices } from './notices.ts';
import { PaneActions } from './pane-actions.ts';
import type { PaneWindows } from './pane-windows.ts';
import type { PreferenceBook } from './preference-book.ts';
import { Tour } from './tour.ts';
import { UndoDesk, type UndoOffer } from './undo-desk.ts';

export interface WorkplaceParts {
  readonly clock: Clock;
  readonly preferences: PreferenceBook;
  readonly windows: PaneWindows;
  readonly texts: () => Texts;
  readonly announcer: Announcer;
  readonly notices: Notices;
  readonly calls: Readable<CallArrangement>;
}

/** How the operator has the console: its keys, panes and windows, what is said, the tour; and what can be undone. */
export class Workplace {
  readonly keys: KeyBook;
  readonly layout: LayoutModel;
  readonly windows: PaneWindows;
  readonly panes: PaneActions;
  readonly speech: Readable<Preferences<'speech'>>;
  readonly tour: Tour;
  readonly undo: UndoDesk;
  readonly #parts: WorkplaceParts;
  #undoNotice: number | undefined;

  constructor(parts: WorkplaceParts) {
    const { clock, preferences, windows, texts, announcer } = parts;
    const layout = keptSection(preferences, 'layout');
    this.#parts = parts;
    this.windows = windows;
    this.keys = new KeyBook(() => texts().keySettings.ownName, keptSection(preferences, 'keys'));
    this.layout = new LayoutModel(layout);
    this.panes = new PaneActions({ layout: this.layout, windows, texts, announcer });
    this.speech = preferences.of('speech');
    this.tour = new Tour(layout, parts.calls);
    this.undo = new UndoDesk(clock, (offer) => this.#showUndo(offer));
    this.undo.offered.subscribe(() => this.#undoChanged());
  }

  /** The server has told what the operator prefers. */
  preferencesKnown(): void {
    if (this.windows.pane === undefined) this.tour.openFirst();
  }

  #showUndo({ text }: UndoOffer): void {
    const { notices, texts, announcer } = this.#parts;
    const { undo, keyCap } = texts();
    const cap = keyCap('undo');
    const action = { label: undo.button, cap, run: () => void this.undo.undo() };
    this.#undoNotice = notices.show('info', text, action);
    if (cap === '') return;
    // What was done is said first.
    this.#parts.clock.after(0, () => {
      announcer.say({ text: undo.key(cap), urgency: 'polite', topic: 'undo', from: 'full' });
    });
  }

  #undoChanged(): void {
    const { notices } = this.#parts;
    if (this.undo.offered.getSnapshot() !== undefined || this.#undoNotice === undefined) return;
    notices.dismiss(this.#undoNotice);
    this.#undoNotice = undefined;
  }
}
