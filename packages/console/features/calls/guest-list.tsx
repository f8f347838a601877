import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { PersonSubtractRegular } from '@fluentui/react-icons/svg/person-subtract';
import { ActionButton } from '../../design/action-button.tsx';
import { UnbrokenNumbers } from '../../design/unbroken-numbers.tsx';
import { useValue } from '../../design/use-value.ts';
import { twoStep } from '../../state/two-step-guard.ts';
import { type CallRowProps, useAskState, useSecondsToDo } from './call-row.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  guest: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '32px' },
  name: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type Guest = NonNullable<CallRowProps['call']['guests']>[number];

interface GuestListProps extends CallRowProps {
  /** The digits act on this call after the key that goes to the calls. */
  readonly isCurrent: boolean;
}

/** Who else is in a call in which several talk. */
export function GuestList(props: GuestListProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={props.model.texts.screen.calls.guests}>
      {(props.call.guests ?? []).map((guest, index) => (
        <GuestRow key={guest.participantId} guest={guest} index={index} {...props} />
      ))}
    </ul>
  );
}

interface GuestRowProps extends GuestListProps {
  readonly guest: Guest;
  readonly index: number;
}

function GuestRow({ guest, index, call, isCurrent, model, actions }: GuestRowProps) {
  const styles = useStyles();
  const { calls, nameOf } = model.texts.screen;
  const stateOf = useAskState(call.callId, model);
  const hasLetters = useValue(actions.letters) === 'calls';
  const seconds = useSecondsToDo(twoStep.takeOut(call.callId, guest.participantId), model);
  const name = nameOf(guest.party);
  const toCalls = model.texts.keyCap('focusCalls');
  return (
    <li className={styles.guest}>
      <Text className={styles.name}>
        <UnbrokenNumbers text={name} />{' '}
        {guest.isRinging && <span className={styles.quiet}>{calls.guestRings}</span>}
      </Text>
      {call.can.includes('drop') && (
        <ActionButton
          size="small"
          icon={<PersonSubtractRegular />}
          label={seconds === undefined ? model.texts.actions.drop : calls.takeOutAgain(seconds)}
          description={calls.takeOut(name)}
          cap={hasLetters ? String(index + 1) : isCurrent ? `${toCalls} ${index + 1}` : undefined}
          look={seconds === undefined ? 'secondary' : 'primary'}
          {...stateOf('drop', guest.participantId)}
          onPress={() => actions.takeOut(call, guest.participantId)}
        />
      )}
    </li>
  );
}
