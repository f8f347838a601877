import { Checkbox, makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { ClosableDialog } from '../../design/closable-dialog.tsx';
import type { ConsoleModel } from '../../state/console-model.ts';
import { isSideStep, type TimelineState } from '../../state/timeline-reader.ts';

const useStyles = makeStyles({
  surface: { maxWidth: 'min(720px, calc(100vw - 32px))' },
  content: { minHeight: '160px' },
  list: { listStyleType: 'none', margin: `${tokens.spacingVerticalS} 0 0`, padding: 0 },
  step: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
    overflowWrap: 'anywhere',
  },
  time: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground3 },
  side: {
    padding: `0 0 ${tokens.spacingVerticalXXS}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  sideWords: {
    boxShadow: `inset 2px 0 0 ${tokens.colorNeutralStroke2}`,
    paddingInlineStart: tokens.spacingHorizontalS,
  },
});

interface TimelineDialogProps {
  readonly state: TimelineState;
  readonly model: ConsoleModel;
}

/** Everything that happened to a call, step by step, and beside it what was asked of Microsoft. */
export function TimelineDialog({ state, model }: TimelineDialogProps) {
  const styles = useStyles();
  const { timeline } = model;
  const { timeline: say, screen } = model.texts;
  return (
    <ClosableDialog
      title={say.title(screen.nameOf(state.caller))}
      closeLabel={say.close}
      onClose={() => timeline.close()}
      className={styles.surface}
      contentClassName={styles.content}
      isScrollable
    >
      <TimelineBody state={state} model={model} />
    </ClosableDialog>
  );
}

function TimelineBody({ state, model }: TimelineDialogProps) {
  const styles = useStyles();
  const [hasRequests, setRequests] = useState(true);
  const { timeline: say } = model.texts;
  if (state.status === 'reading') return <Spinner label={say.reading} />;
  if (state.status === 'failed') return <Text>{say.failed}</Text>;
  if (state.entries.length === 0) return <Text>{say.empty}</Text>;
  const shown = state.entries.filter((entry) => hasRequests || !isSideStep(entry));
  return (
    <>
      <Checkbox
        checked={hasRequests}
        label={say.requests}
        onChange={(_, { checked }) => setRequests(checked === true)}
      />
      <ol className={styles.list}>
        {shown.map((entry, index) => (
          <li
            key={`${index} ${entry.at}`}
            className={mergeClasses(styles.step, isSideStep(entry) && styles.side)}
          >
            <time className={styles.time}>{say.time(entry.at)}</time>
            <span className={isSideStep(entry) ? styles.sideWords : undefined}>{say.sentence(entry)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
