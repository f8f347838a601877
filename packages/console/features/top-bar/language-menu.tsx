import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useValue } from '../../design/use-value.ts';
import { knownLanguage, languageNames, languages } from '../../i18n/languages.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { PreferenceBook } from '../../state/preference-book.ts';

const useStyles = makeStyles({
  button: {
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
  },
});

interface LanguageMenuProps {
  readonly preferences: PreferenceBook;
  readonly texts: Texts;
}

/** The language in two letters, and the way to another. */
export function LanguageMenu({ preferences, texts }: LanguageMenuProps) {
  const styles = useStyles();
  const { language } = useValue(preferences.of('look'));
  const name = texts.screen.settings.look.language;
  const cap = texts.language.toUpperCase();
  // What is chosen, also while it is still being fetched.
  const chosen = knownLanguage(language) ?? texts.language;
  return (
    <Menu
      inline
      checkedValues={{ language: [chosen] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const other = languages.find((each) => checkedItems.includes(each));
        if (other !== undefined) preferences.change('look', { language: other });
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button className={styles.button} appearance="subtle" aria-label={`${cap}, ${name}`} title={name}>
          {cap}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {languages.map((each) => (
            <MenuItemRadio key={each} name="language" value={each} lang={each}>
              {languageNames[each]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
