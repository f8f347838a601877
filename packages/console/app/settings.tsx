import { KeysPanel } from '../features/keys/keys-panel.tsx';
import { LookPanel } from '../features/settings/look-panel.tsx';
import { SettingsDialog, type SettingsPanel } from '../features/settings/settings-dialog.tsx';
import { SpeechPanel } from '../features/speech/speech-panel.tsx';
import type { ConsoleModel } from '../state/console-model.ts';
import type { SettingsTab } from '../state/settings-place.ts';

/** What each tab shows, whatever feature it belongs to. Fetched with the settings when they are first opened. */
const panels: Readonly<Record<SettingsTab, SettingsPanel>> = {
  look: LookPanel,
  keys: KeysPanel,
  speech: SpeechPanel,
};

export function Settings({ model, tab }: { readonly model: ConsoleModel; readonly tab: SettingsTab }) {
  return <SettingsDialog model={model} tab={tab} panels={panels} />;
}
