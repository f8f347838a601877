import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { KnownCaller } from '../../state/history/caller-book.ts';

const useStyles = makeStyles({
  note: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  words: { whiteSpace: 'pre-wrap' },
  list: { margin: `${tokens.spacingVerticalXXS} 0 0`, paddingInlineStart: tokens.spacingHorizontalL },
  fold: { cursor: 'pointer', fontSize: tokens.fontSizeBase200 },
});

/** Earlier calls that a card has room for: the others are in the history. */
const mostShown = 5;

/** Who calls, what operators noted about them, and their earlier calls. */
export function CallerNote({
  caller,
  model,
}: {
  readonly caller: KnownCaller;
  readonly model: ConsoleModel;
}) {
  const styles = useStyles();
  const now = useValue(model.now);
  const { people, calls, hasMore } = caller;
  const { earlier: say, cameTo, when, queueOf } = model.texts.history;
  const { locality } = model.past;
  const [person, ...others] = people;
  const [last, ...before] = calls;
  return (
    <div className={styles.note}>
      {person !== undefined && (
        <Text size={200} weight="semibold">
          {others.length === 0 ? say.who(person) : say.several(people.length)}
        </Text>
      )}
      {person?.note !== undefined && others.length === 0 && (
        <Text size={200} className={styles.words}>
          {person.note.text}
        </Text>
      )}
      {last !== undefined && (
        <Text size={200}>{`${say.some(calls.length, hasMore)}. ${say.last(last, now, locality)}`}</Text>
      )}
      {before.length > 0 && (
        <details>
          <summary className={styles.fold}>{say.show}</summary>
          <ul className={styles.list}>
            {before.slice(0, mostShown).map((call) => (
              <li key={call.callId}>
                <Text size={200}>
                  {[when(call.arrivedAt, now, locality), queueOf(call), cameTo(call)].join(' · ')}
                </Text>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
