import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { ActionButton } from '../../design/action-button.tsx';
import type { ConsoleModel } from '../../state/console-model.ts';

/** Opens the calls that are over, and those to call back. */
export function HistoryButton({ model }: { readonly model: ConsoleModel }) {
  const { history, keyCap } = model.texts;
  return (
    <ActionButton
      size="small"
      look="subtle"
      icon={<HistoryRegular />}
      label={history.button}
      description={history.title}
      cap={keyCap('openHistory')}
      onPress={() => model.past.open()}
    />
  );
}
