import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  item: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  note: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

interface EarlierCallsProps {
  readonly callId: string;
  readonly model: ConsoleModel;
}

/** Who has the caller's number, and their other calls. */
export function EarlierCalls({ callId, model }: EarlierCallsProps) {
  const styles = useStyles();
  const now = useValue(model.now);
  const caller = useValue(model.past.callers.byCall).get(callId);
  const say = model.texts.history.earlier;
  const { cameTo, when, queueOf } = model.texts.history;
  const { sources } = model.texts.screen.details;
  if (caller === undefined) return <Spinner size="tiny" />;
  const { people, calls, hasMore } = caller;
  return (
    <div className={styles.part}>
      {people.map((person) => (
        <div key={person.personId} className={styles.item}>
          <Text size={200}>{say.who(person)}</Text>
          <Text size={200} className={styles.quiet}>
            {sources[person.source]}
          </Text>
          {person.note !== undefined && (
            <Text size={200} className={styles.note}>
              {person.note.text}
            </Text>
          )}
        </div>
      ))}
      <h4 className={styles.title}>{calls.length === 0 ? say.first : say.some(calls.length, hasMore)}</h4>
      <ul className={styles.list}>
        {calls.map((call) => (
          <li key={call.callId} className={styles.item}>
            <Text size={200}>{cameTo(call)}</Text>
            <Text size={200} className={styles.quiet}>
              {[when(call.arrivedAt, now, model.past.locality), queueOf(call)].join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
