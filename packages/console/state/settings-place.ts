import { Cell, type Readable } from '../connection/cell.ts';

/** The tabs of the settings, in their order. */
export const settingsTabs = ['sounds', 'notices', 'headset', 'look', 'keys', 'speech', 'app'] as const;
export type SettingsTab = (typeof settingsTabs)[number];

/** Whether the settings are open, and where. */
export class SettingsPlace {
  readonly #tab = new Cell<SettingsTab | undefined>(undefined);
  #latest: SettingsTab = settingsTabs[0];

  /** Absent: they are closed. */
  get tab(): Readable<SettingsTab | undefined> {
    return this.#tab;
  }

  /** Where they were left, unless a tab is named. */
  open(tab: SettingsTab = this.#latest): void {
    this.#latest = tab;
    this.#tab.set(tab);
  }

  close(): void {
    this.#tab.set(undefined);
  }
}
