import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CallTransferRegular } from '@fluentui/react-icons/svg/call-transfer';
import type { ReactNode } from 'react';
import { HiddenText } from '../../design/hidden-text.tsx';
import { optionId } from './people-ids.ts';

const useStyles = makeStyles({
  place: { position: 'absolute', insetInline: 0, top: 0 },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    margin: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusLarge,
    border: '1px solid transparent',
    cursor: 'pointer',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
  },
  selected: {
    color: tokens.colorNeutralForeground1Selected,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    ':hover': { border: `1px solid ${tokens.colorBrandStroke1}` },
    // Colours are the system's there: the chosen row is inverted as in any list of it.
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
  },
  // As wide in the rows that are not chosen: what stands before it stands below each other.
  enter: { width: '20px', fontSize: '20px', lineHeight: 0, flexShrink: 0 },
});

/** What every row of the list is told. */
export interface OptionProps {
  /** The key of its choice. */
  readonly option: string;
  readonly isSelected: boolean;
  /** Enter puts the caller through to this one. */
  readonly canPutThrough: boolean;
  readonly position: number;
  readonly count: number;
  /** Its place among the rows, counted from 0, and where that begins, in pixels. */
  readonly index: number;
  readonly start: number;
  readonly measure: (row: Element | null) => void;
  readonly onChoose: (key: string) => void;
  /** The first press of the mouse on it. */
  readonly onPress: (key: string) => void;
}

interface OptionRowProps extends OptionProps {
  /** What is read out in place of what is drawn. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** One row of the list that the search steers. */
export function OptionRow(props: OptionRowProps) {
  const { option, isSelected, canPutThrough, position, count, index, start, measure, label, children } =
    props;
  const styles = useStyles();
  return (
    <li
      ref={measure}
      data-index={index}
      style={{ transform: `translateY(${start}px)` }}
      id={optionId(option)}
      role="option"
      aria-selected={isSelected}
      aria-posinset={position}
      aria-setsize={count}
      className={styles.place}
      onMouseDown={(event) => {
        // The cursor stays in the search.
        event.preventDefault();
        if (event.detail <= 1) props.onPress(option);
      }}
      // The second click of two may meet another row: it is about the one that the first met.
      onClick={(event) => event.detail <= 1 && props.onChoose(option)}
    >
      {label !== undefined && <HiddenText>{label}</HiddenText>}
      <div
        aria-hidden={label !== undefined}
        className={mergeClasses(styles.row, isSelected && styles.selected)}
      >
        {children}
        {canPutThrough && <span className={styles.enter}>{isSelected && <CallTransferRegular />}</span>}
      </div>
    </li>
  );
}
