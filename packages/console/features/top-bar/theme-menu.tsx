import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { DarkThemeRegular } from '@fluentui/react-icons/svg/dark-theme';
import { useValue } from '../../design/use-value.ts';
import type { Texts } from '../../i18n/texts.ts';
import { type ThemePreference, themeChoices } from '../../state/theme-choice.ts';

interface ThemeMenuProps {
  readonly theme: ThemePreference;
  readonly texts: Texts;
}

export function ThemeMenu({ theme, texts }: ThemeMenuProps) {
  const choice = useValue(theme.choice);
  const say = texts.screen.bar;
  return (
    <Menu
      inline
      checkedValues={{ theme: [choice] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const chosen = themeChoices.find((each) => checkedItems.includes(each));
        if (chosen !== undefined) theme.choose(chosen);
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
