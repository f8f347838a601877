import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  cap: {
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase100,
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
    padding: '0 5px',
    minWidth: '10px',
    textAlign: 'center',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground2,
    whiteSpace: 'nowrap',
    flexShrink: 0,
  },
  onColor: { backgroundColor: 'transparent', color: 'inherit', border: '1px solid currentcolor' },
});

/** A key as it looks on a keyboard; nothing where there is none. `onColor`: it stands on a coloured button. */
export function KeyCap({ cap, onColor = false }: { readonly cap: string; readonly onColor?: boolean }) {
  const styles = useStyles();
  if (cap === '') return null;
  return <kbd className={mergeClasses(styles.cap, onColor && styles.onColor)}>{cap}</kbd>;
}
