import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { MenuButton } from '../../design/opening-button.tsx';
import { useLoaded } from '../../design/use-loaded.ts';
import { useValue } from '../../design/use-value.ts';
import { knownLanguage, languageNames, languages } from '../../i18n/languages.ts';
import type { ConsoleModel } from '../../state/console-model.ts';

const useStyles = makeStyles({
  button: {
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
  },
});

const loadItems = () => import('./radio-items.tsx');

/** The language in two letters, and the way to another. */
export function LanguageMenu({ model }: { readonly model: ConsoleModel }) {
  const styles = useStyles();
  const { texts, preferences } = model;
  const { language } = useValue(preferences.of('look'));
  const [isOpen, setOpen] = useState(false);
  const onFailed = useCallback(() => {
    setOpen(false);
    model.complain(model.texts.screen.notLoaded);
  }, [model]);
  const part = useLoaded(isOpen, loadItems, onFailed);
  const name = texts.screen.settings.look.language;
  const cap = texts.language.toUpperCase();
  const trigger = {
    className: styles.button,
    'aria-label': `${cap}, ${name}`,
    title: name,
    children: cap,
  };
  return (
    <MenuButton
      isOpen={isOpen}
      onOpenChange={setOpen}
      onFailed={onFailed}
      button={trigger}
      // What is chosen, also while it is still being fetched.
      checked={{ language: knownLanguage(language) ?? texts.language }}
      onChecked={(value) => {
        const other = languages.find((each) => each === value);
        if (other !== undefined) preferences.change('look', { language: other });
      }}
    >
      {part && (
        <part.RadioItems
          name="language"
          choices={languages.map((each) => ({ value: each, label: languageNames[each], lang: each }))}
        />
      )}
    </MenuButton>
  );
}
