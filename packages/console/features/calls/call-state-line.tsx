import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AlertRegular } from '@fluentui/react-icons/svg/alert';
import { ArrowReplyRegular } from '@fluentui/react-icons/svg/arrow-reply';
import { CallRegular } from '@fluentui/react-icons/svg/call';
import { CallTransferRegular } from '@fluentui/react-icons/svg/call-transfer';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { PauseRegular } from '@fluentui/react-icons/svg/pause';
import type { CallView } from '@switchboard/contract/views/call-view';
import type { ReactElement } from 'react';
import type { Texts } from '../../i18n/texts.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalSNudge,
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { fontSize: '18px', lineHeight: 0, flexShrink: 0 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  urgent: { color: tokens.colorBrandForeground1 },
  paused: { color: tokens.colorStatusWarningForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface StateWords {
  readonly words: string;
  readonly icon: ReactElement;
  readonly look: 'good' | 'urgent' | 'paused' | 'quiet';
}

/** The state of a call of mine in words. `lasts` is how long it has been so, in milliseconds. */
export function callStateWords(call: CallView, lasts: number, { screen }: Texts): StateWords {
  const say = screen.calls;
  switch (call.state) {
    case 'connecting':
      return { words: say.teamsRings, icon: <AlertRegular />, look: 'urgent' };
    case 'connected':
      if (call.hold === 'asked') return { words: say.holdAsked, icon: <PauseRegular />, look: 'paused' };
      return { words: say.connected, icon: <CallRegular />, look: 'good' };
    case 'held':
      return {
        words: call.hold === 'on' ? say.onHold : say.holdAsked,
        icon: <PauseRegular />,
        look: 'paused',
      };
    case 'transferring': {
      const words = say.ringing(screen.nameOf(call.target), screen.clockTime(lasts));
      return { words, icon: <CallTransferRegular />, look: 'urgent' };
    }
    case 'handedOver':
      return {
        words: say.handedOver(screen.nameOf(call.target)),
        icon: <CheckmarkCircleRegular />,
        look: 'good',
      };
    default:
      return { words: say.waited(screen.clockTime(lasts)), icon: <ArrowReplyRegular />, look: 'quiet' };
  }
}

interface CallStateLineProps {
  readonly call: CallView;
  readonly lasts: number;
  readonly texts: Texts;
}

export function CallStateLine({ call, lasts, texts }: CallStateLineProps) {
  const styles = useStyles();
  const { words, icon, look } = callStateWords(call, lasts, texts);
  return (
    <div className={mergeClasses(styles.line, styles[look])}>
      <span className={styles.icon}>{icon}</span>
      <span>{words}</span>
    </div>
  );
}
