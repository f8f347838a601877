import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { DarkThemeRegular } from '@fluentui/react-icons/svg/dark-theme';
import { themeChoices } from '@switchboard/contract/preferences/look';
import { useValue } from '../../design/use-value.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { PreferenceBook } from '../../state/preference-book.ts';

interface ThemeMenuProps {
  readonly preferences: PreferenceBook;
  readonly texts: Texts;
}

export function ThemeMenu({ preferences, texts }: ThemeMenuProps) {
  const { theme } = useValue(preferences.of('look'));
  const say = texts.screen.settings.look;
  return (
    <Menu
      inline
      checkedValues={{ theme: [theme] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const chosen = themeChoices.find((each) => checkedItems.includes(each));
        if (chosen !== undefined) preferences.change('look', { theme: chosen });
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<DarkThemeRegular />} aria-label={say.theme} title={say.theme} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {themeChoices.map((each) => (
            <MenuItemRadio key={each} name="theme" value={each}>
              {say.themes[each]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
