import type { PreferencesChanged } from '@switchboard/contract/feed/preferences-changed';
import type { KeptPreferences } from '@switchboard/store/operators/preferences';

/** What an operator prefers, for their own consoles. */
export const presentPreferences = (kept: readonly KeptPreferences[]): PreferencesChanged => ({
  type: 'preferences',
  sections: Object.fromEntries(kept.map(({ section, version, value }) => [section, { version, value }])),
});
