import type { ThemeChoice } from '@switchboard/contract/preferences/look';

/** A theme as somebody has it: what the operator chose, and what their system asks for. */
export interface Look {
  readonly name: string;
  readonly choice: ThemeChoice;
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors: 'none' | 'active';
}

/** Every theme there is. The last is what Windows' contrast themes do to a page. */
export const looks: readonly Look[] = [
  { name: 'light', choice: 'system', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', choice: 'system', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'contrast', choice: 'contrast', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced', choice: 'system', colorScheme: 'dark', forcedColors: 'active' },
];

/** A window in CSS pixels, and how large one of them is drawn. */
export interface Size {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** What offices have. */
export const sizes: readonly Size[] = [
  { name: '1366x768', width: 1366, height: 768, scale: 1 },
  { name: '1024x600', width: 1024, height: 600, scale: 1 },
];

/** A window of 1366 × 768 at a zoom of 200 %. */
export const zoomed: Size = { name: 'zoom-200', width: 683, height: 384, scale: 2 };
