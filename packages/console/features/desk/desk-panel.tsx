import { makeStyles, PresenceBadge, Text, tokens } from '@fluentui/react-components';
import type { OperatorStatusView } from '@switchboard/contract/views/operator-status-view';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import { QueueSwitch } from './queue-switch.tsx';
import { statusBadge, statusWords } from './status-words.ts';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    width: 'min(480px, calc(100vw - 64px))',
  },
  list: {
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  colleague: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { flex: 1, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface DeskPanelProps {
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** The switches of the queues, and how the colleagues stand. */
export function DeskPanel({ model, actions }: DeskPanelProps) {
  const styles = useStyles();
  const { queues, operatorId } = useValue(model.me);
  const operators = useValue(model.operators.items);
  const say = model.texts.screen.desk;
  const colleagues = operators
    .filter((each) => each.operatorId !== operatorId)
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <div className={styles.panel}>
      <section aria-label={say.queues.title}>
        <h2 className={styles.heading}>{say.queues.title}</h2>
        {queues.length === 0 && <Text>{say.queues.none}</Text>}
        <ul className={styles.list}>
          {queues.map((queue) => (
            <li key={queue.queueId}>
              <QueueSwitch queue={queue} model={model} actions={actions} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={say.colleagues.title}>
        <h2 className={styles.heading}>{say.colleagues.title}</h2>
        {colleagues.length === 0 && <Text>{say.colleagues.none}</Text>}
        <ul className={styles.list}>
          {colleagues.map((colleague) => (
            <Colleague key={colleague.operatorId} colleague={colleague} model={model} />
          ))}
        </ul>
      </section>
    </div>
  );
}

interface ColleagueProps {
  readonly colleague: OperatorStatusView;
  readonly model: ConsoleModel;
}

function Colleague({ colleague, model }: ColleagueProps) {
  const styles = useStyles();
  const now = useValue(model.now);
  const { desk, clockTime } = model.texts.screen;
  const { status, since } = colleague;
  return (
    <li className={styles.colleague}>
      <PresenceBadge status={statusBadge[status]} aria-hidden role="presentation" />
      <Text className={styles.name}>{colleague.name}</Text>
      <Text size={200}>{statusWords(colleague, now, model.texts)}</Text>
      {/* Of somebody who is gone it says nothing to know for how many hours. */}
      {status !== 'offline' && (
        <Text size={200} className={styles.quiet}>
          {desk.status.since(clockTime(now - since))}
        </Text>
      )}
    </li>
  );
}
