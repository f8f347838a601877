import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowEnterLeftRegular } from '@fluentui/react-icons/svg/arrow-enter-left';
import { ArrowExitRegular } from '@fluentui/react-icons/svg/arrow-exit';
import { ArrowSwapRegular } from '@fluentui/react-icons/svg/arrow-swap';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { CallEndRegular } from '@fluentui/react-icons/svg/call-end';
import { CallParkRegular } from '@fluentui/react-icons/svg/call-park';
import { CallTransferRegular } from '@fluentui/react-icons/svg/call-transfer';
import { DialpadRegular } from '@fluentui/react-icons/svg/dialpad';
import { MergeRegular } from '@fluentui/react-icons/svg/merge';
import { PauseRegular } from '@fluentui/react-icons/svg/pause';
import { PersonSubtractRegular } from '@fluentui/react-icons/svg/person-subtract';
import { PersonSwapRegular } from '@fluentui/react-icons/svg/person-swap';
import { PlayRegular } from '@fluentui/react-icons/svg/play';
import type { CallAction } from '@switchboard/contract/views/call-view';
import type { ReactElement, ReactNode } from 'react';
import { ActionButton } from '../../design/action-button.tsx';
import { useValue } from '../../design/use-value.ts';
import type { KeyAction } from '../../state/key-map.ts';
import type { CallLetter } from '../../state/letter-map.ts';
import { twoStep } from '../../state/two-step-guard.ts';
import { type CallRowProps, useAskState, useSecondsToDo } from './call-row.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalSNudge },
});

interface CardAction {
  /** The key that does it to the current call; without one there is a letter. */
  readonly key?: KeyAction;
  readonly icon: ReactElement;
}

/** The actions that stand on a call, in the order of their buttons. Handing over stands with the one chosen. */
const cardActions: readonly (readonly [CallLetter, CardAction])[] = [
  ['complete', { key: 'go', icon: <CallTransferRegular /> }],
  ['merge', { key: 'ask', icon: <MergeRegular /> }],
  ['swap', { key: 'holdOrResume', icon: <ArrowSwapRegular /> }],
  ['resume', { key: 'holdOrResume', icon: <PlayRegular /> }],
  ['hold', { key: 'holdOrResume', icon: <PauseRegular /> }],
  ['retrieve', { icon: <ArrowEnterLeftRegular /> }],
  ['takeOver', { icon: <PersonSwapRegular /> }],
  ['takeBack', { key: 'stepBack', icon: <ArrowUndoRegular /> }],
  ['back', { key: 'letGo', icon: <PersonSubtractRegular /> }],
  ['leave', { key: 'goAndLeave', icon: <ArrowExitRegular /> }],
  ['park', { key: 'park', icon: <CallParkRegular /> }],
  ['sendTones', { icon: <DialpadRegular /> }],
  ['hangUp', { key: 'hangUp', icon: <CallEndRegular /> }],
];

const first: readonly CallAction[] = ['complete', 'resume'];

export interface CallActionsProps extends CallRowProps {
  readonly isCurrent: boolean;
  /** Of a call in one row: small buttons. */
  readonly isSmall?: boolean;
  /** What else stands among the buttons. */
  readonly children?: ReactNode;
}

/** What can be done with a call now: what the server says, and nothing else. */
export function CallActions({
  call,
  isCurrent,
  isSmall = false,
  model,
  actions,
  children,
}: CallActionsProps) {
  const styles = useStyles();
  const { texts } = model;
  const stateOf = useAskState(call.callId, model);
  const hasLetters = useValue(actions.letters) === 'calls';
  const seconds = useSecondsToDo(twoStep.hangUp(call.callId), model);
  const label = (action: CallAction): string => {
    if (action !== 'hangUp') return texts.actions[action];
    if (call.state === 'connecting') return texts.screen.calls.giveBack;
    return seconds === undefined ? texts.actions.hangUp : texts.screen.calls.endAgain(seconds);
  };
  const cap = (action: CallLetter, key: KeyAction | undefined): string | undefined => {
    if (hasLetters) return model.keys.letter('calls', action);
    if (!isCurrent) return undefined;
    return key === undefined
      ? `${texts.keyCap('focusCalls')} ${model.keys.letter('calls', action)}`
      : texts.keyCap(key);
  };
  return (
    <div className={styles.row} data-part="actions">
      {cardActions
        .filter(([action]) => call.can.includes(action))
        .map(([action, { key, icon }]) => (
          <ActionButton
            key={action}
            label={label(action)}
            icon={icon}
            cap={cap(action, key)}
            size={isSmall ? 'small' : 'medium'}
            look={
              (isCurrent && first.includes(action)) || (action === 'hangUp' && seconds !== undefined)
                ? 'primary'
                : 'secondary'
            }
            {...stateOf(action)}
            onPress={() => actions.act(action, call)}
          />
        ))}
      {children}
    </div>
  );
}
