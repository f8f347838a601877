import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CallTransferRegular } from '@fluentui/react-icons/svg/call-transfer';
import type { PersonView, PresenceView } from '@switchboard/contract/views/person-view';
import { memo, useEffect, useRef } from 'react';
import { SpokenPause } from '../../design/hidden-text.tsx';
import { PersonAvatar } from '../../design/person-avatar.tsx';
import { PresenceMark } from '../../design/presence-mark.tsx';
import type { Texts } from '../../i18n/texts.ts';
import { shownPresence } from '../../state/shown-presence.ts';
import { optionId } from './people-ids.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    margin: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusLarge,
    border: '1px solid transparent',
    cursor: 'pointer',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
  },
  selected: {
    color: tokens.colorNeutralForeground1Selected,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    ':hover': { border: `1px solid ${tokens.colorBrandStroke1}` },
    // Colours are the system's there: the chosen row is inverted as in any list of it.
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
  },
  words: {
    flex: 1,
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: 'fit-content(45%) minmax(0, 1fr) max-content',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'baseline',
  },
  // In the order in which they are read out: who, where, presence, the rest. The grid puts them where eyes look.
  name: { gridArea: '1 / 1 / 2 / 3' },
  department: { gridArea: '2 / 1 / 3 / 2' },
  presence: { gridArea: '1 / 3 / 2 / 4', justifySelf: 'end', fontSize: tokens.fontSizeBase200 },
  rest: { gridArea: '2 / 2 / 3 / 3' },
  phone: { gridArea: '2 / 3 / 3 / 4', justifySelf: 'end', fontVariantNumeric: 'tabular-nums' },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  onSelected: { color: 'inherit' },
  enter: { fontSize: '20px', lineHeight: 0, flexShrink: 0 },
});

interface PersonRowProps {
  readonly person: PersonView;
  readonly presence: PresenceView | undefined;
  /** The server's time; the same value for as long as nothing shown changes with it. */
  readonly now: number;
  readonly isSelected: boolean;
  /** Enter puts the caller through to this person. */
  readonly canPutThrough: boolean;
  readonly position: number;
  readonly count: number;
  readonly texts: Texts;
  readonly onChoose: (personId: string) => void;
  readonly onPutThrough: () => void;
}

/** One person found, as an option of the list. */
export const PersonRow = memo(function PersonRow(props: PersonRowProps) {
  const { person, presence, now, isSelected, canPutThrough, position, count, texts } = props;
  const styles = useStyles();
  const row = useRef<HTMLLIElement>(null);
  const shown = shownPresence(presence ?? person.presence, now, texts);
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  const quiet = mergeClasses(styles.line, styles.quiet, isSelected && styles.onSelected);
  const rest = [person.jobTitle, person.office].filter((part) => part !== undefined);
  return (
    <li
      ref={row}
      id={optionId(person.personId)}
      role="option"
      aria-selected={isSelected}
      aria-posinset={position}
      aria-setsize={count}
      className={mergeClasses(styles.row, isSelected && styles.selected)}
      // The cursor stays in the search.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => props.onChoose(person.personId)}
      onDoubleClick={props.onPutThrough}
    >
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
        <Text size={200} className={mergeClasses(quiet, styles.rest)}>
          {rest.join(' · ')}
          {rest.length > 0 && <SpokenPause />}
        </Text>
        <Text size={200} className={mergeClasses(quiet, styles.phone)}>
          {person.phone}
        </Text>
      </div>
      {isSelected && canPutThrough && (
        <span className={styles.enter}>
          <CallTransferRegular />
        </span>
      )}
    </li>
  );
});
