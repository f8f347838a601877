import { Avatar, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { PersonView, PresenceView } from '@switchboard/contract/views/person-view';
import { memo, useEffect, useRef } from 'react';
import { KeyCap } from '../../design/key-cap.tsx';
import { PresenceMark, presenceStatus } from '../../design/presence-mark.tsx';
import type { Texts } from '../../i18n/texts.ts';
import { keyMap } from '../../state/key-map.ts';
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
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  selected: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Selected },
    // Colours are the system's there: the chosen row is inverted as in any list of it.
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
  },
  who: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  presence: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-end',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
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
  const second = [person.department, person.jobTitle, person.office].filter((part) => part !== undefined);
  return (
    <li
      ref={row}
      id={optionId(person.personId)}
      role="option"
      aria-selected={isSelected}
      aria-posinset={position}
      aria-setsize={count}
      aria-label={texts.screen.people.option(person, shown.words)}
      className={mergeClasses(styles.row, isSelected && styles.selected)}
      // The cursor stays in the search.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => props.onChoose(person.personId)}
      onDoubleClick={props.onPutThrough}
    >
      <Avatar
        name={person.name}
        size={36}
        color="colorful"
        idForColor={person.personId}
        badge={{ status: presenceStatus(shown.kind), 'aria-hidden': true }}
        aria-hidden
      />
      <div className={styles.who}>
        <Text weight="semibold" className={styles.line}>
          {person.name}
        </Text>
        <Text size={200} className={mergeClasses(styles.line, styles.quiet)}>
          {second.join(' · ')}
        </Text>
      </div>
      <span className={styles.presence}>
        <PresenceMark kind={shown.kind} word={shown.word} age={shown.age} />
        {person.phone !== undefined && <span>{person.phone}</span>}
      </span>
      {isSelected && canPutThrough && <KeyCap cap={keyMap.go.key} />}
    </li>
  );
});
