import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { themeChoices } from '@switchboard/contract/preferences/look';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';

/** How the console looks. */
export function LookPanel({ model }: { readonly model: ConsoleModel }) {
  const { theme } = useValue(model.preferences.of('look'));
  const say = model.texts.screen.settings.look;
  return (
    <Field label={say.theme}>
      <RadioGroup
        value={theme}
        onChange={(_, { value }) => {
          const chosen = themeChoices.find((each) => each === value);
          if (chosen !== undefined) model.preferences.change('look', { theme: chosen });
        }}
      >
        {themeChoices.map((each) => (
          <Radio key={each} value={each} label={say.themes[each]} />
        ))}
      </RadioGroup>
    </Field>
  );
}
