import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CallCheckmarkRegular } from '@fluentui/react-icons/svg/call-checkmark';
import { CallForwardRegular } from '@fluentui/react-icons/svg/call-forward';
import { CallMissedRegular } from '@fluentui/react-icons/svg/call-missed';
import { CallProhibitedRegular } from '@fluentui/react-icons/svg/call-prohibited';
import type { CallOutcomeView, PastCallView } from '@switchboard/contract/views/past-call-view';
import { memo, type ReactElement } from 'react';
import { HiddenText } from '../../design/hidden-text.tsx';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { rowHeight } from './use-history-rows.ts';

const useStyles = makeStyles({
  row: {
    position: 'absolute',
    insetInline: 0,
    top: 0,
    height: `${rowHeight}px`,
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: 'default',
    ':hover': { boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1Hover}` },
  },
  chosen: {
    color: tokens.colorNeutralForeground1Selected,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    ':hover': { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
    // Colours are the system's there: the chosen row is inverted as in any list of it.
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
  },
  icon: { fontSize: '20px', lineHeight: 0, color: tokens.colorNeutralForeground3 },
  plain: { color: 'inherit' },
  lost: { color: tokens.colorStatusDangerForeground1 },
  answered: { color: tokens.colorStatusSuccessForeground1 },
  putThrough: { color: tokens.colorStatusSuccessForeground1 },
  refused: { color: tokens.colorNeutralForeground3 },
  who: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
  when: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-end',
    fontVariantNumeric: 'tabular-nums',
  },
});

const icons: Readonly<Record<CallOutcomeView, ReactElement>> = {
  answered: <CallCheckmarkRegular />,
  putThrough: <CallForwardRegular />,
  lost: <CallMissedRegular />,
  refused: <CallProhibitedRegular />,
};

interface HistoryRowProps {
  readonly call: PastCallView;
  readonly id: string;
  readonly start: number;
  readonly position: number;
  /** -1: nobody knows yet. */
  readonly count: number;
  readonly isChosen: boolean;
  readonly onChoose: (callId: string) => void;
  readonly model: ConsoleModel;
}

/** A call that is over; to screen readers it is one sentence. */
export const HistoryRow = memo(function HistoryRow(props: HistoryRowProps) {
  const { call, id, start, position, count, isChosen, onChoose, model } = props;
  const styles = useStyles();
  const now = useValue(model.now);
  const { history: say } = model.texts;
  const { locality } = model.past;
  // On the chosen row everything has its one colour: others are not sure to be read there.
  const quiet = isChosen ? undefined : styles.quiet;
  const number = call.caller.name === undefined ? undefined : call.caller.number;
  return (
    // The list has the focus and its keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
    <li
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-setsize={count}
      aria-posinset={position}
      className={mergeClasses(styles.row, isChosen && styles.chosen)}
      style={{ transform: `translateY(${start}px)` }}
      onClick={() => onChoose(call.callId)}
    >
      <HiddenText>{say.sentence(call, now, locality)}</HiddenText>
      <span
        aria-hidden
        className={
          isChosen ? mergeClasses(styles.icon, styles.plain) : mergeClasses(styles.icon, styles[call.outcome])
        }
      >
        {icons[call.outcome]}
      </span>
      <span aria-hidden className={styles.who}>
        <Text className={styles.line}>
          {say.caller(call)}
          {number !== undefined && <span className={quiet}>{`  ${number}`}</span>}
        </Text>
        <Text size={200} className={mergeClasses(styles.line, quiet)}>
          {[say.cameTo(call), ...(call.cameBack ? [say.cameBack] : []), say.queueOf(call)].join(' · ')}
        </Text>
      </span>
      <span aria-hidden className={styles.when}>
        <Text size={200}>{say.clock(call.arrivedAt, locality)}</Text>
        <Text size={200} className={quiet}>
          {say.day(call.arrivedAt, now, locality)}
        </Text>
      </span>
    </li>
  );
});
