import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { AlertRegular } from '@fluentui/react-icons/svg/alert';
import { ArrowReplyRegular } from '@fluentui/react-icons/svg/arrow-reply';
import { CallRegular } from '@fluentui/react-icons/svg/call';
import { CallTransferRegular } from '@fluentui/react-icons/svg/call-transfer';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { PauseRegular } from '@fluentui/react-icons/svg/pause';
import { PeopleCallRegular } from '@fluentui/react-icons/svg/people-call';
import { PersonQuestionMarkRegular } from '@fluentui/react-icons/svg/person-question-mark';
import type { CallView } from '@switchboard/contract/views/call-view';
import type { ReactElement } from 'react';
import { UnbrokenNumbers } from '../../design/unbroken-numbers.tsx';
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
  more: { color: tokens.colorNeutralForeground2, paddingInlineStart: '24px' },
});

interface StateWords {
  readonly words: string;
  /** What else is so: who hears music, when the call comes back. */
  readonly more?: string | undefined;
  readonly icon: ReactElement;
  readonly look: 'good' | 'urgent' | 'paused' | 'quiet';
}

/** The state of a call of mine in words. `now` is the server's time. */
function callStateWords(call: CallView, now: number, texts: Texts): StateWords {
  const { screen } = texts;
  const say = screen.calls;
  const lasts = screen.clockTime(now - call.since);
  const target = screen.nameOf(call.target);
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
      const more = call.until === undefined ? undefined : say.ringsFor(screen.clockTime(call.until - now));
      return { words: say.ringing(target, lasts), more, icon: <CallTransferRegular />, look: 'urgent' };
    }
    case 'consulting':
      return consultWords(call, lasts, texts);
    case 'merged': {
      const count = 2 + (call.guests ?? []).filter((guest) => !guest.isRinging).length;
      return { words: say.together(count), icon: <PeopleCallRegular />, look: 'good' };
    }
    case 'handedOver':
      return { words: say.handedOver(target), icon: <CheckmarkCircleRegular />, look: 'good' };
    default:
      return { words: say.waited(lasts), icon: <ArrowReplyRegular />, look: 'quiet' };
  }
}

function consultWords(call: CallView, lasts: string, { screen }: Texts): StateWords {
  const say = screen.calls;
  const caller = screen.nameFirst(call.caller);
  const target = screen.nameOf(call.target);
  if (call.consult?.phase !== 'talking') {
    return {
      words: say.asking(target, lasts),
      more: say.hearsMusic(caller),
      icon: <PersonQuestionMarkRegular />,
      look: 'urgent',
    };
  }
  const isWithTarget = call.consult.held === 'caller';
  return {
    words: say.askedTalking(isWithTarget ? target : screen.nameOf(call.caller)),
    more: say.hearsMusic(isWithTarget ? caller : screen.nameFirst(call.target)),
    icon: <PersonQuestionMarkRegular />,
    look: 'good',
  };
}

interface CallStateLineProps {
  readonly call: CallView;
  readonly now: number;
  readonly texts: Texts;
}

export function CallStateLine({ call, now, texts }: CallStateLineProps) {
  const styles = useStyles();
  const { words, more, icon, look } = callStateWords(call, now, texts);
  return (
    <div>
      <div className={mergeClasses(styles.line, styles[look])}>
        <span className={styles.icon}>{icon}</span>
        <span>
          <UnbrokenNumbers text={words} />
        </span>
      </div>
      {more !== undefined && (
        <Text block size={200} className={styles.more}>
          <UnbrokenNumbers text={more} />
        </Text>
      )}
    </div>
  );
}
