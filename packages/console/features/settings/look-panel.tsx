import { densities, themeChoices } from '@switchboard/contract/preferences/look';
import { ChoiceField } from '../../design/choice-field.tsx';
import { useValue } from '../../design/use-value.ts';
import { LanguageField } from './language-field.tsx';
import type { SettingsPanelProps } from './settings-dialog.tsx';

/** How the console looks, and in which language. */
export function LookPanel({ model }: SettingsPanelProps) {
  const { theme, density } = useValue(model.preferences.of('look'));
  const say = model.texts.screen.settings.look;
  return (
    <>
      <ChoiceField
        label={say.theme}
        choices={themeChoices}
        names={say.themes}
        chosen={theme}
        onChoose={(chosen) => model.preferences.change('look', { theme: chosen })}
      />
      <LanguageField model={model} />
      <ChoiceField
        label={say.density}
        choices={densities}
        names={say.densities}
        chosen={density}
        isRow
        onChoose={(chosen) => model.preferences.change('look', { density: chosen })}
      />
    </>
  );
}
