import { Field, Radio, RadioGroup, Text } from '@fluentui/react-components';
import { useValue } from '../../design/use-value.ts';
import { knownLanguage, languageNames, languageOf, languages } from '../../i18n/languages.ts';
import type { ConsoleModel } from '../../state/console-model.ts';

/** The language of the console. Each is named as those who speak it do, and in the voice of it. */
export function LanguageField({ model }: { readonly model: ConsoleModel }) {
  const { language } = useValue(model.preferences.of('look'));
  const say = model.texts.screen.settings.look;
  const asked = window.navigator.languages;
  const ofBrowser = languageNames[languageOf('system', asked)];
  const isComing = languageOf(language, asked) !== model.texts.language;
  return (
    <>
      <Field label={say.language}>
        <RadioGroup
          value={knownLanguage(language) ?? 'system'}
          onChange={(_, { value }) => model.preferences.change('look', { language: value })}
        >
          <Radio value="system" label={say.systemLanguage(ofBrowser)} />
          {languages.map((each) => (
            <Radio key={each} value={each} label={<span lang={each}>{languageNames[each]}</span>} />
          ))}
        </RadioGroup>
      </Field>
      {isComing && <Text role="status">{say.languageComing}</Text>}
    </>
  );
}
