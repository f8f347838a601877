import { DarkThemeRegular } from '@fluentui/react-icons/svg/dark-theme';
import { themeChoices } from '@switchboard/contract/preferences/look';
import { useCallback, useState } from 'react';
import { MenuButton } from '../../design/opening-button.tsx';
import { useLoaded } from '../../design/use-loaded.ts';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';

const loadItems = () => import('./radio-items.tsx');

export function ThemeMenu({ model }: { readonly model: ConsoleModel }) {
  const { theme } = useValue(model.preferences.of('look'));
  const [isOpen, setOpen] = useState(false);
  const { notLoaded, settings } = model.texts.screen;
  const onFailed = useCallback(() => {
    setOpen(false);
    model.complain(notLoaded);
  }, [model, notLoaded]);
  const part = useLoaded(isOpen, loadItems, onFailed);
  const { theme: title } = settings.look;
  return (
    <MenuButton
      isOpen={isOpen}
      onOpenChange={setOpen}
      onFailed={onFailed}
      button={{ icon: <DarkThemeRegular />, title, 'aria-label': title }}
      checked={{ theme }}
      onChecked={(value) => {
        const chosen = themeChoices.find((each) => each === value);
        if (chosen !== undefined) model.preferences.change('look', { theme: chosen });
      }}
    >
      {part && (
        <part.RadioItems
          name="theme"
          choices={themeChoices.map((value) => ({ value, label: settings.look.themes[value] }))}
        />
      )}
    </MenuButton>
  );
}
