import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { PresenceView } from '@switchboard/contract/views/presence-view';
import { memo } from 'react';
import { HiddenText, SpokenPause } from '../../design/hidden-text.tsx';
import { Highlighted } from '../../design/highlighted.tsx';
import { PersonAvatar } from '../../design/person-avatar.tsx';
import { PresenceMark } from '../../design/presence-mark.tsx';
import type { Texts } from '../../i18n/texts.ts';
import type { ColleagueTimes } from '../../state/colleague-times.ts';
import { type MarkedText, type RowWords, rowWords } from '../../state/row-words.ts';
import { shownPresence } from '../../state/shown-presence.ts';
import { FavouriteStar } from './favourite-star.tsx';
import { type OptionProps, OptionRow } from './option-row.tsx';
import { RowDay } from './row-day.tsx';
import { SourceBadges } from './source-badges.tsx';

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
  head: {
    gridArea: '1 / 1 / 2 / 3',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
  },
  department: { gridArea: '2 / 1 / 3 / 2' },
  presence: { gridArea: '1 / 3 / 2 / 4', justifySelf: 'end', fontSize: tokens.fontSizeBase200 },
  rest: { gridArea: '2 / 2 / 3 / 3' },
  day: { gridArea: '1 / 4 / 3 / 5', alignSelf: 'center', marginInlineStart: tokens.spacingHorizontalS },
  number: { gridArea: '2 / 3 / 3 / 4', justifySelf: 'end', fontVariantNumeric: 'tabular-nums' },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  onSelected: { color: 'inherit' },
  // The numbers stand below each other, with a star or without.
  noStar: { width: '18px', flexShrink: 0 },
  gone: { textDecorationLine: 'line-through' },
});

interface PersonRowProps extends OptionProps {
  readonly person: PersonView;
  readonly presence: PresenceView | undefined;
  readonly isFavourite: boolean;
  /** The heading that it stands under. */
  readonly group: string | undefined;
  /** The server's time; the same value for as long as nothing shown changes with it. */
  readonly now: number;
  readonly texts: Texts;
  readonly times: ColleagueTimes;
  readonly onFavourite: (person: PersonView) => void;
}

/** One person, as an option of the list. */
export const PersonRow = memo(function PersonRow(props: PersonRowProps) {
  const { person, presence, isFavourite, group, now, texts, times, onFavourite, ...option } = props;
  const { isSelected } = option;
  const styles = useStyles();
  const say = texts.screen.people;
  const shown = shownPresence(presence ?? person.presence, now, texts);
  const words = rowWords(person);
  const quiet = mergeClasses(styles.line, styles.quiet, isSelected && styles.onSelected);
  // Contacts have no presence: a word for that says nothing.
  const hasPresence = shown.kind !== 'unknown' || person.source === 'directory';
  return (
    <OptionRow {...option}>
      <PersonAvatar
        name={person.name}
        size={36}
        id={person.personId}
        {...(hasPresence && person.isFormer !== true ? { presence: shown.kind } : {})}
      />
      <div className={styles.words}>
        <span className={styles.head}>
          <Text weight="semibold" className={mergeClasses(styles.line, person.isFormer && styles.gone)}>
            <Highlighted {...words.name} />
            <SpokenPause />
          </Text>
          <SourceBadges person={person} texts={texts} isSpoken={false} />
        </span>
        <Text size={200} className={mergeClasses(quiet, styles.department)}>
          <Part text={words.where} />
        </Text>
        {hasPresence && person.isFormer !== true && (
          <span className={mergeClasses(quiet, styles.presence)}>
            <PresenceMark kind={shown.kind} word={shown.word} age={shown.age} origin={shown.origin} />
            <SpokenPause />
          </span>
        )}
        <RowDay person={person} times={times} texts={texts} isSelected={isSelected} className={styles.day} />
        <HiddenText>
          <SourceBadges person={person} texts={texts} isSpoken />
          {isFavourite && `${say.isFavourite}, `}
          {group !== undefined && `${say.inGroup(group)}, `}
        </HiddenText>
        <Text size={200} className={mergeClasses(quiet, styles.rest)}>
          <Rest words={words} texts={texts} />
        </Text>
        <Text size={200} className={mergeClasses(quiet, styles.number)}>
          {words.number !== undefined && <Highlighted {...words.number} />}
        </Text>
      </div>
      {person.can.includes('favourite') ? (
        <FavouriteStar
          isFavourite={isFavourite}
          isSelected={isSelected}
          onPress={() => onFavourite(person)}
        />
      ) : (
        <span className={styles.noStar} />
      )}
    </OptionRow>
  );
});

function Part({ text }: { readonly text: MarkedText | undefined }) {
  if (text === undefined) return null;
  return (
    <>
      <Highlighted {...text} />
      <SpokenPause />
    </>
  );
}

/** Why somebody was found whose row would not show it; else what they do and where. */
function Rest({ words, texts }: { readonly words: RowWords; readonly texts: Texts }) {
  const { reason, jobTitle, office } = words;
  if (reason !== undefined) {
    return (
      <>
        {texts.screen.people.foundIn(reason.field)} <Part text={reason.text} />
      </>
    );
  }
  return (
    <>
      {jobTitle !== undefined && <Highlighted {...jobTitle} />}
      {jobTitle !== undefined && office !== undefined && ' · '}
      <Part text={office} />
      {office === undefined && jobTitle !== undefined && <SpokenPause />}
    </>
  );
}
