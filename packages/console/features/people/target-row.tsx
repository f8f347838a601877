import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { DialpadRegular } from '@fluentui/react-icons/svg/dialpad';
import { PeopleQueueRegular } from '@fluentui/react-icons/svg/people-queue';
import { SpokenPause } from '../../design/hidden-text.tsx';
import type { Texts } from '../../i18n/texts.ts';
import type { Choice } from '../../state/choices.ts';
import { type OptionProps, OptionRow } from './option-row.tsx';

const useStyles = makeStyles({
  icon: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '36px',
    height: '36px',
    flexShrink: 0,
    fontSize: '20px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  words: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
});

interface TargetRowProps extends OptionProps {
  readonly choice: Exclude<Choice, { kind: 'person' }>;
  readonly texts: Texts;
}

/** A queue or a typed number, as an option of the list. */
export function TargetRow({ choice, texts, ...option }: TargetRowProps) {
  const styles = useStyles();
  const say = texts.screen.people;
  const [title, hint] =
    choice.kind === 'queue'
      ? [say.queueRow(choice.queue.name), say.queueRowHint]
      : [say.numberRow(choice.number), say.numberRowHint];
  const state = choice.kind === 'queue' ? texts.screen.desk.queues.state(choice.queue) : undefined;
  return (
    <OptionRow {...option}>
      <span className={styles.icon}>
        {choice.kind === 'queue' ? <PeopleQueueRegular /> : <DialpadRegular />}
      </span>
      <div className={styles.words}>
        <Text weight="semibold">
          {title}
          <SpokenPause />
        </Text>
        <Text size={200}>{[hint, state].filter((part) => part !== undefined).join(' · ')}</Text>
      </div>
    </OptionRow>
  );
}
