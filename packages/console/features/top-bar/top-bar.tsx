import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { KeyboardRegular } from '@fluentui/react-icons/svg/keyboard';
import type { ReactNode } from 'react';
import { outOfSight } from '../../design/hidden-text.tsx';
import { KeyCap } from '../../design/key-cap.tsx';
import { ProductMark } from '../../design/product-mark.tsx';
import { useMedia } from '../../design/use-media.ts';
import { useValue } from '../../design/use-value.ts';
import { cramped, narrow, queries, slim, tiny } from '../../design/window-sizes.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { AccountMenu } from './account-menu.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { ThemeMenu } from './theme-menu.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: 'minmax(max-content, 1fr) minmax(240px, 560px) minmax(max-content, 1fr)',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    [narrow]: {
      gap: tokens.spacingHorizontalM,
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    },
    [cramped]: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: tokens.spacingHorizontalS,
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    },
  },
  start: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, flexWrap: 'wrap' },
  brand: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  product: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    [tiny]: outOfSight,
  },
  waits: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  some: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    border: `1px solid ${tokens.colorBrandBackground}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  search: { minWidth: 0, [cramped]: { flex: '1 1 160px' }, [slim]: { flexBasis: '100%', order: 1 } },
  end: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
  },
  keys: { minWidth: 0, gap: tokens.spacingHorizontalXS },
});

interface TopBarProps {
  readonly model: ConsoleModel;
  readonly search: ReactNode;
  readonly onShowKeys: () => void;
  readonly onSignOut: () => void;
}

/** What is always in sight: how many wait, the search, and what belongs to the operator. */
export function TopBar({ model, search, onShowKeys, onSignOut }: TopBarProps) {
  const styles = useStyles();
  const say = model.texts.screen;
  return (
    <div className={styles.bar}>
      <div className={styles.start}>
        <span className={styles.brand}>
          <ProductMark size={28} />
          <h1 className={styles.product}>{say.product}</h1>
        </span>
        <WaitingCount model={model} />
      </div>
      <search className={styles.search}>{search}</search>
      <div className={styles.end}>
        <Button
          className={styles.keys}
          appearance="subtle"
          icon={<KeyboardRegular />}
          aria-label={say.bar.keys}
          onClick={onShowKeys}
        >
          <KeyCap cap={model.texts.keyCap('showKeys')} />
        </Button>
        <LanguageMenu model={model} />
        <ThemeMenu model={model} />
        <AccountMenu model={model} onSignOut={onSignOut} />
      </div>
    </div>
  );
}

function WaitingCount({ model }: { readonly model: ConsoleModel }) {
  const styles = useStyles();
  const now = useValue(model.now);
  const { waitingCount, longestSince } = useValue(model.calls.arrangement);
  const isTiny = useMedia(queries.tiny);
  const { screen, announcements } = model.texts;
  const { bar, clockTime } = screen;
  const words = (): string => {
    if (waitingCount === 0) return bar.nobodyWaits;
    // Since when the longest does stands in the line below: the search needs the room.
    if (isTiny) return announcements.waiting(waitingCount);
    return bar.waits(waitingCount, clockTime(now - (longestSince ?? now)));
  };
  return (
    <Text size={200} className={mergeClasses(styles.waits, waitingCount > 0 && styles.some)}>
      {words()}
    </Text>
  );
}
