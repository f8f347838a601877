import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { KeyCap } from '../../design/key-cap.tsx';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';

interface BackButtonProps {
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** From somebody who was opened back to the one chosen in the list. */
export function BackButton({ model, actions }: BackButtonProps) {
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={<ArrowLeftRegular />}
      style={{ alignSelf: 'flex-start', gap: '6px' }}
      onClick={() => {
        model.search.open(undefined);
        actions.focusSearch();
      }}
    >
      {model.texts.screen.details.back}
      <KeyCap cap={model.texts.keyCap('stepBack')} />
    </Button>
  );
}
