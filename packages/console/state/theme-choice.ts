import type { ThemeChoice } from '@switchboard/contract/preferences/look';

/** The theme to show: the choice, or what the system asks for. */
export function shownTheme(
  choice: ThemeChoice,
  system: { readonly isDark: boolean; readonly isContrast: boolean },
): Exclude<ThemeChoice, 'system'> {
  if (choice !== 'system') return choice;
  if (system.isContrast) return 'contrast';
  return system.isDark ? 'dark' : 'light';
}
