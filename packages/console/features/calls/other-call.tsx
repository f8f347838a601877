import { mergeClasses, Text } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { PersonCallRegular } from '@fluentui/react-icons/svg/person-call';
import type { CallView } from '@switchboard/contract/views/call-view';
import { UnbrokenNumbers } from '../../design/unbroken-numbers.tsx';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { CallActions } from './call-actions.tsx';
import { type CallRowProps, callerName } from './call-row.ts';
import { useRowStyles, whoLook } from './row-styles.ts';
import { TimelineButton } from './timeline-button.tsx';

interface OtherCallProps extends CallRowProps {
  /** Given out by this operator. */
  readonly isMine?: boolean;
}

/** A call that another operator has, or that this one has given out. */
export function OtherCall({ call, isMine = false, model, actions }: OtherCallProps) {
  const row = useRowStyles();
  const now = useValue(model.now);
  const say = model.texts.screen;
  return (
    <div className={mergeClasses(row.row, row.plain)} data-call-id={call.callId}>
      <span className={row.icon}>
        {call.state === 'handedOver' ? <CheckmarkCircleRegular /> : <PersonCallRegular />}
      </span>
      <div className={whoLook(call, row)}>
        <Text className={row.name}>
          <UnbrokenNumbers text={callerName(call, model)} />
        </Text>
        <Text size={200} className={row.quiet}>
          <UnbrokenNumbers text={whoHas(call, isMine, model)} />
        </Text>
      </div>
      <span className={row.ends}>
        <Text size={200} className={row.time}>
          {say.clockTime(now - call.since)}
        </Text>
        <CallActions call={call} isCurrent={false} isSmall model={model} actions={actions}>
          <TimelineButton call={call} model={model} actions={actions} />
        </CallActions>
      </span>
    </div>
  );
}

function whoHas(call: CallView, isMine: boolean, { texts: { screen } }: ConsoleModel): string {
  const say = screen.calls;
  const operator = call.operator?.name ?? '';
  const target = screen.nameOf(call.target);
  switch (call.state) {
    case 'connecting':
      return say.withRinging(operator);
    case 'held':
      return say.withHeld(operator);
    case 'transferring':
      return isMine ? say.diverting(target, undefined) : say.withGiven(operator, target);
    case 'handedOver':
      return say.handedOver(target);
    default:
      return say.with(operator);
  }
}
