import { Checkbox, makeStyles, mergeClasses, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { WeatherMoonRegular } from '@fluentui/react-icons/svg/weather-moon';
import type { QueueView } from '@switchboard/contract/views/queue-view';
import { ActionButton } from '../../design/action-button.tsx';
import { useValue } from '../../design/use-value.ts';
import { isAmong } from '../../state/command-desk.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import { twoStep } from '../../state/two-step-guard.ts';

const useStyles = makeStyles({
  queue: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  emergency: { border: `2px solid ${tokens.colorStatusDangerBorder1}` },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  icon: { fontSize: '20px', lineHeight: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  end: { marginInlineStart: 'auto' },
});

const icons = {
  open: <CheckmarkCircleRegular />,
  closed: <WeatherMoonRegular />,
  emergency: <WarningRegular />,
};
const modes = ['auto', 'day', 'night'] as const;

interface QueueSwitchProps {
  readonly queue: QueueView;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** One queue: how it stands, why, when that changes, its switch, and whether the operator answers it today. */
export function QueueSwitch({ queue, model, actions }: QueueSwitchProps) {
  const styles = useStyles();
  const now = useValue(model.now);
  const asked = useValue(model.desk.asked);
  useValue(model.operators.items);
  const armed = useValue(model.guard.armed);
  const isLive = useValue(model.line.state).kind === 'live';
  const { desk, calls, connection } = model.texts.screen;
  const say = desk.queues;
  const isEmergency = queue.state === 'emergency';
  const isArmed = armed?.what === twoStep.emergency(queue.queueId);
  const seconds = isArmed ? Math.max(1, Math.ceil((armed.until - model.clock.now()) / 1000)) : 0;
  const isAsked = (detail: string): boolean => isAmong(asked, queue.queueId, 'switchQueue', detail);
  const words = [say.state(queue), say.why(queue), say.changes(queue, now)];
  return (
    <div className={mergeClasses(styles.queue, isEmergency && styles.emergency)}>
      <div className={styles.head}>
        <span className={styles.icon}>{icons[queue.state]}</span>
        <Text weight="semibold">{queue.name}</Text>
        <Text size={200} className={styles.quiet}>
          {words.filter((word) => word !== undefined).join(' · ')}
        </Text>
      </div>
      <div className={styles.row}>
        <div role="group" aria-label={say.modeOf(queue.name)} className={styles.row}>
          {modes.map((mode) => (
            <ToggleButton
              key={mode}
              size="small"
              checked={queue.mode === mode}
              disabledFocusable={!isLive || isAsked(mode)}
              title={isLive ? (isAsked(mode) ? calls.asked : undefined) : connection.offline}
              onClick={() => {
                if (queue.mode !== mode) actions.desk.switchTo(queue, mode);
              }}
            >
              {queue.mode === mode ? '✓ ' : ''}
              {say.modes[mode]}
            </ToggleButton>
          ))}
        </div>
        <Checkbox
          label={say.answered}
          aria-label={say.answeredOf(queue.name)}
          checked={actions.desk.answers(queue.queueId)}
          disabled={!isLive || isAmong(asked, queue.queueId, 'answerQueue')}
          onChange={(_, { checked }) => actions.desk.answer(queue, checked === true)}
        />
        <span className={styles.end}>
          <ActionButton
            size="small"
            icon={<WarningRegular />}
            label={isEmergency ? say.emergencyOff : isArmed ? say.emergencySure(seconds) : say.emergencyOn}
            look={isArmed || isEmergency ? 'primary' : 'secondary'}
            pending={isAsked('emergency') ? calls.asked : undefined}
            blocked={isLive ? undefined : connection.offline}
            onPress={() => actions.desk.emergency(queue)}
          />
        </span>
      </div>
    </div>
  );
}
