import { MenuItem } from '@fluentui/react-components';
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { SignOutRegular } from '@fluentui/react-icons/svg/sign-out';
import type { ConsoleModel } from '../../state/console-model.ts';

interface AccountItemsProps {
  readonly model: ConsoleModel;
  readonly onSignOut: () => void;
}

/** What belongs to the one who is signed in. */
export function AccountItems({ model, onSignOut }: AccountItemsProps) {
  const { screen, tour, keyCap } = model.texts;
  return (
    <>
      <MenuItem
        icon={<SettingsRegular />}
        secondaryContent={keyCap('openSettings')}
        onClick={() => model.settings.open()}
      >
        {screen.bar.settings}
      </MenuItem>
      <MenuItem icon={<LightbulbRegular />} onClick={() => model.workplace.tour.open()}>
        {tour.menu}
      </MenuItem>
      <MenuItem icon={<SignOutRegular />} onClick={onSignOut}>
        {screen.bar.signOut}
      </MenuItem>
    </>
  );
}
