import { Cell, type Readable } from '../connection/cell.ts';

export const themeChoices = ['system', 'light', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** The part of the browser's storage that is used; it may throw where a browser forbids it. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const storageKey = 'switchboard.theme';

/** The theme that the operator chose, kept in this browser. */
export class ThemePreference {
  readonly #storage: TextStorage;
  readonly #choice: Cell<ThemeChoice>;

  constructor(storage: TextStorage) {
    this.#storage = storage;
    this.#choice = new Cell(this.#read());
  }

  get choice(): Readable<ThemeChoice> {
    return this.#choice;
  }

  choose(choice: ThemeChoice): void {
    this.#choice.set(choice);
    try {
      this.#storage.setItem(storageKey, choice);
    } catch {
      // A browser that keeps nothing still shows the theme until it is closed.
    }
  }

  #read(): ThemeChoice {
    try {
      const kept = this.#storage.getItem(storageKey);
      return themeChoices.find((choice) => choice === kept) ?? 'system';
    } catch {
      return 'system';
    }
  }
}

/** The theme to show: the choice, or what the system asks for. */
export function shownTheme(
  choice: ThemeChoice,
  system: { readonly isDark: boolean; readonly isContrast: boolean },
): Exclude<ThemeChoice, 'system'> {
  if (choice !== 'system') return choice;
  if (system.isContrast) return 'contrast';
  return system.isDark ? 'dark' : 'light';
}
