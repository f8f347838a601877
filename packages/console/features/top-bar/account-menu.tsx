import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { SignOutRegular } from '@fluentui/react-icons/svg/sign-out';
import { PersonAvatar } from '../../design/person-avatar.tsx';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';

const useStyles = makeStyles({
  trigger: {
    minWidth: 0,
    flexShrink: 1,
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingHorizontalXXS} ${tokens.spacingHorizontalS}`,
  },
  name: {
    maxWidth: '160px',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightRegular,
  },
  who: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface AccountMenuProps {
  readonly model: ConsoleModel;
  readonly onSignOut: () => void;
}

/** Who is signed in, what belongs to them, and the way out. */
export function AccountMenu({ model, onSignOut }: AccountMenuProps) {
  const styles = useStyles();
  const me = useValue(model.me);
  const say = model.texts.screen.bar;
  return (
    <Menu inline>
      <MenuTrigger disableButtonEnhancement>
        <Button className={styles.trigger} appearance="subtle">
          <PersonAvatar name={me.name} size={28} id={me.operatorId} />
          <span className={styles.name}>{me.name}</span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <div className={styles.who}>
          <Text weight="semibold">{me.name}</Text>
          <Text size={200} className={styles.quiet}>
            {me.userPrincipalName}
          </Text>
          <Text size={200} className={styles.quiet}>
            {me.tenantName} · {me.queues.map((queue) => queue.name).join(', ')}
          </Text>
        </div>
        <MenuDivider />
        <MenuList>
          <MenuItem
            icon={<SettingsRegular />}
            secondaryContent={model.texts.keyCap('openSettings')}
            onClick={() => model.settings.open()}
          >
            {say.settings}
          </MenuItem>
          <MenuItem icon={<LightbulbRegular />} onClick={() => model.workplace.tour.open()}>
            {model.texts.tour.menu}
          </MenuItem>
          <MenuItem icon={<SignOutRegular />} onClick={onSignOut}>
            {say.signOut}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
