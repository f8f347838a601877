import type { ThemeChoice } from '@switchboard/contract/preferences/look';
import type { SettingsTab } from '../state/settings-place.ts';

const tabs: Record<SettingsTab, string> = { look: 'Look', keys: 'Keys', speech: 'Speech' };
const themes: Record<ThemeChoice, string> = {
  system: 'Like the system',
  light: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
};

/** The settings of an operator. */
export const settings = {
  title: 'Settings',
  close: 'Close the settings',
  tabs,
  offline: 'Not connected: what you change holds here, and is saved when the connection is back.',
  look: { theme: 'Theme', themes },
};
