import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { outOfSight } from '../../design/hidden-text.tsx';
import { MenuButton } from '../../design/opening-button.tsx';
import { PersonAvatar } from '../../design/person-avatar.tsx';
import { useLoaded } from '../../design/use-loaded.ts';
import { useValue } from '../../design/use-value.ts';
import { tiny } from '../../design/window-sizes.ts';
import type { ConsoleModel } from '../../state/console-model.ts';

const loadItems = () => import('./account-items.tsx');

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
    [tiny]: outOfSight,
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
  const [isOpen, setOpen] = useState(false);
  const { notLoaded } = model.texts.screen;
  const onFailed = useCallback(() => {
    setOpen(false);
    model.complain(notLoaded);
  }, [model, notLoaded]);
  const part = useLoaded(isOpen, loadItems, onFailed);
  const trigger = {
    className: styles.trigger,
    children: (
      <>
        <PersonAvatar name={me.name} size={28} id={me.operatorId} />
        <span className={styles.name}>{me.name}</span>
      </>
    ),
  };
  const who = (
    <div className={styles.who}>
      <Text weight="semibold">{me.name}</Text>
      <Text size={200} className={styles.quiet}>
        {me.userPrincipalName}
      </Text>
      <Text size={200} className={styles.quiet}>
        {me.tenantName} · {me.queues.map((queue) => queue.name).join(', ')}
      </Text>
    </div>
  );
  return (
    <MenuButton isOpen={isOpen} onOpenChange={setOpen} onFailed={onFailed} button={trigger} head={who}>
      {part && <part.AccountItems model={model} onSignOut={onSignOut} />}
    </MenuButton>
  );
}
