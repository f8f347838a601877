import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { PresenceView } from '@switchboard/contract/views/presence-view';
import { memo } from 'react';
import { SpokenPause } from '../../design/hidden-text.tsx';
import { PersonAvatar } from '../../design/person-avatar.tsx';
import { PresenceMark } from '../../design/presence-mark.tsx';
import type { Texts } from '../../i18n/texts.ts';
import type { ColleagueTimes } from '../../state/colleague-times.ts';
import { shownPresence } from '../../state/shown-presence.ts';
import { type OptionProps, OptionRow } from './option-row.tsx';
import { RowDay } from './row-day.tsx';

const useStyles = makeStyles({
  words: {
    flex: 1,
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: 'fit-content(45%) minmax(0, 1fr) max-content max-content',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'baseline',
  },
  // In the order in which they are read out: who, where, presence, the rest. The grid puts them where eyes look.
  name: { gridArea: '1 / 1 / 2 / 3' },
  department: { gridArea: '2 / 1 / 3 / 2' },
  presence: { gridArea: '1 / 3 / 2 / 4', justifySelf: 'end', fontSize: tokens.fontSizeBase200 },
  rest: { gridArea: '2 / 2 / 3 / 3' },
  day: { gridArea: '1 / 4 / 3 / 5', alignSelf: 'center', marginInlineStart: tokens.spacingHorizontalS },
  phone: { gridArea: '2 / 3 / 3 / 4', justifySelf: 'end', fontVariantNumeric: 'tabular-nums' },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  onSelected: { color: 'inherit' },
});

interface PersonRowProps extends OptionProps {
  readonly person: PersonView;
  readonly presence: PresenceView | undefined;
  /** The server's time; the same value for as long as nothing shown changes with it. */
  readonly now: number;
  readonly texts: Texts;
  readonly times: ColleagueTimes;
}

/** One person found, as an option of the list. */
export const PersonRow = memo(function PersonRow(props: PersonRowProps) {
  const { person, presence, now, texts, times, ...option } = props;
  const { isSelected } = option;
  const styles = useStyles();
  const shown = shownPresence(presence ?? person.presence, now, texts);
  const quiet = mergeClasses(styles.line, styles.quiet, isSelected && styles.onSelected);
  const rest = [person.jobTitle, person.office].filter((part) => part !== undefined);
  return (
    <OptionRow {...option}>
      <PersonAvatar name={person.name} size={36} id={person.personId} presence={shown.kind} />
      <div className={styles.words}>
        <Text weight="semibold" className={mergeClasses(styles.line, styles.name)}>
          {person.name}
          <SpokenPause />
        </Text>
        <Text size={200} className={mergeClasses(quiet, styles.department)}>
          {person.department}
          {person.department !== undefined && <SpokenPause />}
        </Text>
        <span className={mergeClasses(quiet, styles.presence)}>
          <PresenceMark kind={shown.kind} word={shown.word} age={shown.age} />
          <SpokenPause />
        </span>
        <RowDay person={person} times={times} texts={texts} isSelected={isSelected} className={styles.day} />
        <Text size={200} className={mergeClasses(quiet, styles.rest)}>
          {rest.join(' · ')}
          {rest.length > 0 && <SpokenPause />}
        </Text>
        <Text size={200} className={mergeClasses(quiet, styles.phone)}>
          {person.phone}
        </Text>
      </div>
    </OptionRow>
  );
});
