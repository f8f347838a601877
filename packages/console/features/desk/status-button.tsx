import { makeStyles, PresenceBadge, tokens } from '@fluentui/react-components';
import { TimerRegular } from '@fluentui/react-icons/svg/timer';
import type { OperatorStatusView } from '@switchboard/contract/views/operator-status-view';
import { useCallback, useState } from 'react';
import { ActionButton } from '../../design/action-button.tsx';
import { KeyCap } from '../../design/key-cap.tsx';
import { PanelButton } from '../../design/opening-button.tsx';
import { useLoaded } from '../../design/use-loaded.ts';
import { useValue } from '../../design/use-value.ts';
import { useWish } from '../../design/use-wish.ts';
import { isAmong } from '../../state/command-desk.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import { statusBadge, statusWords } from './status-words.ts';

const useStyles = makeStyles({
  place: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  trigger: { minWidth: 0, gap: tokens.spacingHorizontalSNudge, whiteSpace: 'nowrap' },
  words: {
    maxWidth: '200px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    fontWeight: tokens.fontWeightRegular,
  },
  timer: { fontSize: '18px', lineHeight: 0 },
});

interface StatusButtonProps {
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

const loadPanel = () => import('./status-panel.tsx');

/** The operator's own status, always in sight, and the way to change it. */
export function StatusButton({ model, actions }: StatusButtonProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const now = useValue(model.now);
  const asked = useValue(model.desk.asked);
  const isLive = useValue(model.line.state).kind === 'live';
  useValue(model.operators.items);
  const { screen, keyCap } = model.texts;
  const own = model.own();
  const onFailed = useCallback(() => {
    setOpen(false);
    model.complain(screen.notLoaded);
  }, [model, screen]);
  const part = useLoaded(isOpen, loadPanel, onFailed);
  useWish(
    actions.focus,
    'status',
    useCallback(() => setOpen(true), []),
  );
  if (own === undefined) return null;
  const isWrappingUp = (own.wrapUpUntil ?? 0) > now;
  const trigger = {
    className: styles.trigger,
    size: 'small',
    icon: statusMark(own, isWrappingUp, styles.timer),
    title: `${screen.desk.status.menu} (${keyCap('changeStatus')})`,
    children: (
      <>
        <span className={styles.words}>{statusWords(own, now, model.texts)}</span>
        <KeyCap cap={keyCap('changeStatus')} />
      </>
    ),
  } as const;
  return (
    <span className={styles.place}>
      <PanelButton
        isOpen={isOpen}
        onOpenChange={setOpen}
        onFailed={onFailed}
        button={trigger}
        panel={{ label: screen.desk.status.menu, inline: true }}
      >
        {part && <part.StatusPanel own={own} model={model} actions={actions} onDone={() => setOpen(false)} />}
      </PanelButton>
      {isWrappingUp && (
        <ActionButton
          label={screen.desk.status.readyNow}
          look="primary"
          size="small"
          pending={
            isAmong(asked, model.calls.operatorId, 'setStatus', 'available') ? screen.calls.asked : undefined
          }
          blocked={isLive ? undefined : screen.connection.offline}
          onPress={() => actions.desk.becomeAvailable()}
        />
      )}
    </span>
  );
}

function statusMark(own: OperatorStatusView, isWrappingUp: boolean, timer: string | undefined) {
  if (isWrappingUp) {
    return (
      <span className={timer}>
        <TimerRegular />
      </span>
    );
  }
  return <PresenceBadge size="small" status={statusBadge[own.status]} aria-hidden role="presentation" />;
}
