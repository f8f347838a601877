import { Button } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { KeyCap } from '../../design/key-cap.tsx';
import { useValue } from '../../design/use-value.ts';
import type { CallRowProps } from './call-row.ts';

/** Opens the timeline of a call, live or ended. */
export function TimelineButton({ call, model, actions }: CallRowProps) {
  const hasLetters = useValue(actions.letters) === 'calls';
  const name = model.texts.actions.readTimeline;
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={<HistoryRegular />}
      aria-label={name}
      title={`${name} (${model.texts.keyCap('focusCalls')} ${model.keys.letter('calls', 'timeline')})`}
      onClick={() => model.timeline.open(call)}
    >
      {hasLetters && <KeyCap cap={model.keys.letter('calls', 'timeline')} />}
    </Button>
  );
}
