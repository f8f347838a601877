import { Button, Checkbox, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { OperatorStatusView } from '@switchboard/contract/views/operator-status-view';
import { useState } from 'react';
import { KeyCap } from '../../design/key-cap.tsx';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, width: '260px' },
  reasons: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalXS },
  own: { display: 'flex', alignItems: 'flex-end', gap: tokens.spacingHorizontalXS },
  field: { flex: 1, minWidth: 0 },
  input: { minWidth: 0 },
  start: { minWidth: 0 },
  offline: { gap: tokens.spacingHorizontalS },
});

/** What the contract takes. */
const longestReason = 60;

interface StatusPanelProps {
  readonly own: OperatorStatusView;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
  readonly onDone: () => void;
}

/** Available again, a break with its reason, offline, and whether Teams' presence sets the status, too. */
export function StatusPanel({ own, model, actions, onDone }: StatusPanelProps) {
  const styles = useStyles();
  const [reason, setReason] = useState('');
  const isLive = useValue(model.line.state).kind === 'live';
  const say = model.texts.screen.desk.status;
  const offlineKey = model.texts.keyCap('goOffline');
  const isBusy = own.status !== 'available' || own.wrapUpUntil !== undefined;
  const takeBreak = (why: string): void => {
    actions.desk.takeBreak(why);
    onDone();
  };
  return (
    <div className={styles.panel}>
      {isBusy && (
        <Button
          appearance="primary"
          disabledFocusable={!isLive}
          onClick={() => {
            actions.desk.becomeAvailable();
            onDone();
          }}
        >
          {own.status === 'available' ? say.readyNow : say.again}
        </Button>
      )}
      <Text weight="semibold">{say.takeBreak}</Text>
      <div className={styles.reasons}>
        {say.reasons.map((each) => (
          <Button key={each} disabledFocusable={!isLive} onClick={() => takeBreak(each)}>
            {each}
          </Button>
        ))}
      </div>
      <form
        className={styles.own}
        onSubmit={(event) => {
          event.preventDefault();
          if (isLive && reason.trim() !== '') takeBreak(reason);
        }}
      >
        <Field className={styles.field} label={`${say.ownReason} (${say.ownReasonHint})`}>
          <Input
            className={styles.input}
            value={reason}
            maxLength={longestReason}
            autoComplete="off"
            onChange={(_, { value }) => setReason(value)}
          />
        </Field>
        <Button type="submit" className={styles.start} disabledFocusable={!isLive || reason.trim() === ''}>
          {say.start}
        </Button>
      </form>
      {own.status !== 'offline' && (
        <Button
          className={styles.offline}
          disabledFocusable={!isLive}
          title={`${say.goOffline} (${offlineKey})`}
          onClick={() => {
            actions.desk.goOffline();
            onDone();
          }}
        >
          {say.goOffline}
          <KeyCap cap={offlineKey} />
        </Button>
      )}
      <Checkbox
        label={say.follows}
        checked={own.followsPresence}
        disabled={!isLive}
        onChange={(_, { checked }) => actions.desk.follow(checked === true)}
      />
    </div>
  );
}
