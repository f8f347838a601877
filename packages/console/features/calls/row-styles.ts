import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CallView } from '@switchboard/contract/views/call-view';

/** How a call looks that takes one row of the list. */
export const useRowStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  plain: { backgroundColor: 'transparent' },
  icon: { fontSize: '20px', lineHeight: 0, color: tokens.colorNeutralForeground2 },
  who: { flex: '1 1 128px', minWidth: 0, display: 'flex', flexDirection: 'column' },
  // What stands beside it goes below before the number breaks.
  whole: { flexBasis: 'max-content' },
  name: { overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  time: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  ends: { display: 'flex', alignItems: 'center', marginInlineStart: 'auto', gap: tokens.spacingHorizontalXS },
});

/** How the middle of a row looks, where the caller stands; one without a name has the number there. */
export const whoLook = ({ caller }: CallView, row: ReturnType<typeof useRowStyles>): string =>
  caller.name === undefined ? mergeClasses(row.who, row.whole) : row.who;
