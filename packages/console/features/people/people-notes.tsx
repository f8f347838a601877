import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import type { SearchState } from '../../state/person-search.ts';

const useStyles = makeStyles({
  notes: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
  },
});

interface PeopleNotesProps {
  readonly found: SearchState;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** What has to be known about the list: how far the directory is, and what is missing from it. */
export function PeopleNotes({ found, model, actions }: PeopleNotesProps) {
  const styles = useStyles();
  const isWished = useValue(actions.handing.wish) !== undefined;
  const progress = useValue(model.directory.progress);
  const personal = useValue(model.directory.personal);
  const say = model.texts.screen.people;
  const { rows, found: people } = found;
  const isLooking = model.search.isLooking();
  // What stays so is said where one begins, not at every search.
  const isPersonalNews = personal !== undefined && (!isLooking || personal.state === 'reading');
  const notes = [
    isWished ? say.wished : undefined,
    found.status === 'slow' ? say.slow : undefined,
    found.status === 'offline' ? say.offline : undefined,
    people.total > rows.length && isLooking
      ? say.far(rows.length, say.total(people.total, people.isCapped))
      : undefined,
    isLooking && people.forwarded !== undefined ? say.forwarded[people.forwarded] : undefined,
    progress === undefined ? undefined : say.directory(progress),
    isPersonalNews ? say.personal(personal) : undefined,
  ].filter((note) => note !== undefined);
  if (notes.length === 0) return null;
  return (
    <div className={styles.notes}>
      {notes.map((note) => (
        <Text key={note} size={200}>
          {note}
        </Text>
      ))}
    </div>
  );
}
