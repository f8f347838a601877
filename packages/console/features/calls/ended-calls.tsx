import { mergeClasses, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { UnbrokenNumbers } from '../../design/unbroken-numbers.tsx';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import { callerName } from './call-row.ts';
import { CallSection } from './call-section.tsx';
import { FoldButton } from './fold-button.tsx';
import { MessageButton } from './message-button.tsx';
import { useRowStyles } from './row-styles.ts';
import { TimelineButton } from './timeline-button.tsx';

interface EndedCallsProps {
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** The calls that ended since the page was opened, for their timelines. Folded until somebody wants them. */
export function EndedCalls({ model, actions }: EndedCallsProps) {
  const row = useRowStyles();
  const [isOpen, setOpen] = useState(false);
  const calls = useValue(model.calls.ended);
  const now = useValue(model.now);
  const say = model.texts.screen.calls;
  if (calls.length === 0) return null;
  const label = `${say.ended} · ${say.endedHint(calls.length)}`;
  const fold = <FoldButton isOpen={isOpen} onOpenChange={setOpen} label={label} />;
  if (!isOpen) return <div>{fold}</div>;
  return (
    <CallSection title={say.ended} heading={fold}>
      {calls.map((call) => (
        <li key={call.callId} className={mergeClasses(row.row, row.plain)} data-call-id={call.callId}>
          <div className={row.who}>
            <Text className={row.name}>
              <UnbrokenNumbers text={callerName(call, model)} />
            </Text>
            <Text size={200} className={row.quiet}>
              {[say.endedSo(call.ended), model.texts.screen.ago(Math.max(0, now - call.since))].join(' · ')}
            </Text>
          </div>
          <MessageButton call={call} model={model} actions={actions} />
          <TimelineButton call={call} model={model} actions={actions} />
        </li>
      ))}
    </CallSection>
  );
}
