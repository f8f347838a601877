import { Button } from '@fluentui/react-components';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { KeyCap } from '../../design/key-cap.tsx';
import { useValue } from '../../design/use-value.ts';
import type { CallRowProps } from './call-row.ts';

/** Writes to a colleague about a call, live or ended. */
export function MessageButton({ call, model, actions }: CallRowProps) {
  const hasLetters = useValue(actions.letters) === 'calls';
  const name = model.texts.messages.aboutCall;
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={<MailRegular />}
      aria-label={name}
      title={`${name} (${model.texts.keyCap('focusCalls')} ${model.keys.letter('calls', 'message')})`}
      onClick={() => actions.messages.aboutCall(call)}
    >
      {hasLetters && <KeyCap cap={model.keys.letter('calls', 'message')} />}
    </Button>
  );
}
