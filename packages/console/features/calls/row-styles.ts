import { makeStyles, tokens } from '@fluentui/react-components';

/** How a call looks that takes one row of the list. */
export const useRowStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  plain: { backgroundColor: 'transparent' },
  icon: { fontSize: '20px', lineHeight: 0, color: tokens.colorNeutralForeground2 },
  who: { flex: '1 1 120px', minWidth: 0, display: 'flex', flexDirection: 'column' },
  name: { overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  time: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  ends: { display: 'flex', alignItems: 'center', marginInlineStart: 'auto', gap: tokens.spacingHorizontalXS },
});
