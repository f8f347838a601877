import { KeysPanel } from '../features/keys/keys-panel.tsx';
import { AppPanel } from '../features/settings/app-panel.tsx';
import { HeadsetPanel } from '../features/settings/headset-panel.tsx';
import { LookPanel } from '../features/settings/look-panel.tsx';
import { NoticesPanel } from '../features/settings/notices-panel.tsx';
import {
  SettingsDialog,
  type SettingsPanel,
  type SettingsPanelProps,
} from '../features/settings/settings-dialog.tsx';
import { SoundsPanel } from '../features/settings/sounds-panel.tsx';
import { SpeechPanel } from '../features/speech/speech-panel.tsx';
import type { SettingsTab } from '../state/settings-place.ts';

/** What each tab shows, whatever feature it belongs to. Fetched with the settings when they are first opened. */
const panels: Readonly<Record<SettingsTab, SettingsPanel>> = {
  sounds: SoundsPanel,
  notices: NoticesPanel,
  headset: HeadsetPanel,
  look: LookPanel,
  keys: KeysPanel,
  speech: SpeechPanel,
  app: AppPanel,
};

export function Settings(props: SettingsPanelProps & { readonly tab: SettingsTab }) {
  return <SettingsDialog {...props} panels={panels} />;
}
