import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import { ActionButton } from '../../design/action-button.tsx';
import { useValue } from '../../design/use-value.ts';
import type { CallRowProps } from './call-row.ts';

/** Keeps a caller whom nobody knows as a shared contact, with the number filled in. */
export function KeepCallerButton({ call, model, actions }: CallRowProps) {
  useValue(model.people.byId);
  const isLive = useValue(model.line.state).kind === 'live';
  const hasLetters = useValue(actions.letters) === 'calls';
  const { screen, keyCap } = model.texts;
  const letter = model.keys.letter('calls', 'keepCaller');
  if (!actions.people.isUnknown(call)) return null;
  return (
    <ActionButton
      label={screen.contacts.keepCaller}
      icon={<PersonAddRegular />}
      size="small"
      look="subtle"
      cap={hasLetters ? letter : `${keyCap('focusCalls')} ${letter}`}
      blocked={isLive ? undefined : screen.connection.offline}
      onPress={() => actions.people.keepCaller(call)}
    />
  );
}
