import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { CallEndRegular } from '@fluentui/react-icons/svg/call-end';
import { PauseRegular } from '@fluentui/react-icons/svg/pause';
import { PlayRegular } from '@fluentui/react-icons/svg/play';
import type { CallAction, CallView } from '@switchboard/contract/views/call-view';
import type { ReactElement } from 'react';
import { ActionButton } from '../../design/action-button.tsx';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { type KeyAction, keyMap } from '../../state/key-map.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The actions of a call's card: in the order of its buttons, with the key that does the same to the current call. */
const cardActions: readonly (readonly [CallAction, KeyAction, ReactElement])[] = [
  ['hold', 'holdOrResume', <PauseRegular key="hold" />],
  ['resume', 'holdOrResume', <PlayRegular key="resume" />],
  ['takeBack', 'stepBack', <ArrowUndoRegular key="takeBack" />],
  ['hangUp', 'hangUp', <CallEndRegular key="hangUp" />],
];

export interface CallActionsProps {
  readonly call: CallView;
  readonly isCurrent: boolean;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** What can be done with a call of mine now: what the server says, and nothing else. */
export function CallActions({ call, isCurrent, model, actions }: CallActionsProps) {
  const styles = useStyles();
  const { texts } = model;
  const asked = useValue(model.desk.asked);
  const isLive = useValue(model.line.state).kind === 'live';
  const seconds = useSecondsToHangUp(call.callId, model);
  const isAsked = (action: CallAction): boolean =>
    asked.some((each) => each.callId === call.callId && each.action === action);
  const label = (action: CallAction): string => {
    if (action !== 'hangUp') return texts.actions[action];
    if (call.state === 'connecting') return texts.screen.calls.giveBack;
    return seconds === undefined ? texts.actions.hangUp : texts.screen.calls.endAgain(seconds);
  };
  const cap = ({ key }: { readonly key: string }): string => texts.keyCaps[key] ?? key;
  return (
    <div className={styles.row}>
      {cardActions
        .filter(([action]) => call.can.includes(action))
        .map(([action, key, icon]) => (
          <ActionButton
            key={action}
            label={label(action)}
            icon={icon}
            cap={isCurrent || action === 'takeBack' ? cap(keyMap[key]) : undefined}
            look={
              action === 'resume' || (action === 'hangUp' && seconds !== undefined) ? 'primary' : 'secondary'
            }
            pending={isAsked(action) ? texts.screen.calls.asked : undefined}
            blocked={isLive ? undefined : texts.screen.connection.offline}
            onPress={() => actions.act(action, call)}
          />
        ))}
    </div>
  );
}

/** Counts down while a second press would end this call. */
function useSecondsToHangUp(callId: string, model: ConsoleModel): number | undefined {
  const armed = useValue(model.hangUpGuard.armed);
  useValue(model.now);
  if (armed?.callId !== callId) return undefined;
  return Math.max(1, Math.ceil((armed.until - model.clock.now()) / 1000));
}
