import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowExitRegular } from '@fluentui/react-icons/svg/arrow-exit';
import { CallAddRegular } from '@fluentui/react-icons/svg/call-add';
import { CallParkRegular } from '@fluentui/react-icons/svg/call-park';
import { CallTransferRegular } from '@fluentui/react-icons/svg/call-transfer';
import { HourglassRegular } from '@fluentui/react-icons/svg/hourglass';
import { PeopleQueueRegular } from '@fluentui/react-icons/svg/people-queue';
import { PersonQuestionMarkRegular } from '@fluentui/react-icons/svg/person-question-mark';
import { VoicemailRegular } from '@fluentui/react-icons/svg/voicemail';
import type { CallAction, CallView } from '@switchboard/contract/views/call-view';
import type { ReactElement } from 'react';
import { ActionButton } from '../../design/action-button.tsx';
import { useSelected, useValue } from '../../design/use-value.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Choice } from '../../state/choices.ts';
import { isAmong } from '../../state/command-desk.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { handOver, isInTeams, linesOf, type Manner, manners } from '../../state/hand-over.ts';
import type { KeyAction } from '../../state/key-map.ts';
import type { Line } from '../../state/letter-map.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import { isBusy } from '../../state/ways-on.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalSNudge },
});

/** A button that hands the caller over, or lets them wait for the one chosen. */
interface HandOverButton {
  readonly id: string;
  readonly action: CallAction;
  readonly label: string;
  readonly icon: ReactElement;
  readonly cap: string;
  readonly onPress: () => void;
}

const keys: Record<Manner, KeyAction> = { transfer: 'go', consult: 'ask', leave: 'goAndLeave' };

function iconOf(action: CallAction, manner: Manner): ReactElement {
  if (action === 'moveToQueue') return <PeopleQueueRegular />;
  if (action === 'voicemail') return <VoicemailRegular />;
  if (action === 'add') return <CallAddRegular />;
  if (action === 'consult') return <PersonQuestionMarkRegular />;
  return manner === 'leave' ? <ArrowExitRegular /> : <CallTransferRegular />;
}

interface HandOverButtonsProps {
  readonly choice: Choice;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** Everything that can be done with the one chosen for the current call. */
export function HandOverButtons({ choice, model, actions }: HandOverButtonsProps) {
  const styles = useStyles();
  const { current } = useValue(model.calls.arrangement);
  const asked = useValue(model.desk.asked);
  const isLive = useValue(model.line.state).kind === 'live';
  const line = useValue(actions.handing.line);
  const hasLetters = useValue(actions.letters) === 'person';
  // Somebody busy may be waited for.
  useSelected(model.presence.byPerson, (known) =>
    choice.kind === 'person' ? known.get(choice.person.personId) : undefined,
  );
  const { screen } = model.texts;
  if (current === undefined) return <Text size={200}>{screen.details.noCall}</Text>;
  const buttons = [
    ...mannerButtons(current, choice, line, { actions, texts: model.texts }),
    ...personButtons(current, choice, line, hasLetters, model, actions),
  ];
  if (buttons.length === 0) return <Text size={200}>{whyNot(current, choice, model.texts)}</Text>;
  return (
    <div className={styles.row}>
      {buttons.map(({ id, action, label, icon, cap, onPress }, index) => (
        <ActionButton
          key={id}
          label={label}
          icon={icon}
          cap={cap}
          look={index === 0 ? 'primary' : 'secondary'}
          size={index === 0 ? 'medium' : 'small'}
          pending={isAmong(asked, current.callId, action) ? screen.calls.asked : undefined}
          blocked={isLive ? undefined : screen.connection.offline}
          onPress={onPress}
        />
      ))}
    </div>
  );
}

function whyNot(call: CallView, choice: Choice, { screen }: Texts): string {
  if (choice.kind === 'person' && linesOf(call, choice).length === 0) return screen.details.cannotBeRung;
  const isRinging = call.state === 'transferring' || call.consult?.phase === 'ringing';
  return isRinging ? screen.details.alreadyRinging : screen.details.notNow;
}

function mannerButtons(
  call: CallView,
  choice: Choice,
  line: Line,
  { actions, texts }: { readonly actions: OperatorActions; readonly texts: Texts },
): readonly HandOverButton[] {
  const wanted = manners.flatMap((manner) => {
    const { action } = handOver(call, choice, manner, line);
    return action === undefined ? [] : [{ manner, action }];
  });
  // Of a call in which several talk both manners add; one button is enough.
  const distinct = wanted.filter(
    ({ manner, action }) =>
      manner === 'leave' || wanted.find((each) => each.action === action)?.manner === manner,
  );
  return distinct.map(({ manner, action }) => ({
    id: manner,
    action,
    label: manner === 'leave' ? texts.screen.details.leaveNow : texts.actions[action],
    icon: iconOf(action, manner),
    cap: texts.keyCap(keys[manner]),
    onPress: () => actions.handing.do(manner),
  }));
}

function personButtons(
  call: CallView,
  choice: Choice,
  line: Line,
  hasLetters: boolean,
  { texts, presence, keys: keyBook }: ConsoleModel,
  { handing }: OperatorActions,
): readonly HandOverButton[] {
  if (choice.kind !== 'person' || !isInTeams(choice.person)) return [];
  const { personId } = choice.person;
  const cap = (letter: string): string => (hasLetters ? letter : `${texts.keyCap('toPerson')} ${letter}`);
  const busy = isBusy(presence.of(personId) ?? choice.person.presence);
  const buttons: readonly (HandOverButton & { readonly isWanted: boolean })[] = [
    {
      id: 'camp',
      action: 'camp',
      label: texts.actions.camp,
      icon: <HourglassRegular />,
      cap: cap(keyBook.letter('person', 'camp')),
      isWanted: busy,
      onPress: () => handing.camp(),
    },
    {
      id: 'voicemail',
      action: 'voicemail',
      label: texts.actions.voicemail,
      icon: <VoicemailRegular />,
      cap: cap(keyBook.letter('person', 'voicemail')),
      isWanted: line !== 'voicemail',
      onPress: () => handing.toVoicemail(),
    },
    {
      id: 'park',
      action: 'park',
      label: texts.screen.details.parkFor,
      icon: <CallParkRegular />,
      cap: cap(keyBook.letter('person', 'park')),
      isWanted: true,
      onPress: () => handing.parkForChosen(),
    },
  ];
  return buttons.filter(({ action, isWanted }) => isWanted && call.can.includes(action));
}
