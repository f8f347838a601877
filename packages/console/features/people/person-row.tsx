import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { SpeechLevel } from '@switchboard/contract/preferences/speech';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { PresenceView } from '@switchboard/contract/views/presence-view';
import { memo } from 'react';
import { Highlighted } from '../../design/highlighted.tsx';
import { PersonAvatar } from '../../design/person-avatar.tsx';
import { PresenceMark } from '../../design/presence-mark.tsx';
import type { Texts } from '../../i18n/texts.ts';
import type { ColleagueTimes } from '../../state/colleague-times.ts';
import { hasPresence, resultSentence } from '../../state/result-sentence.ts';
import { type MarkedText, type RowWords, rowWords } from '../../state/row-words.ts';
import { shownPresence } from '../../state/shown-presence.ts';
import { FavouriteStar } from './favourite-star.tsx';
import { type OptionProps, OptionRow } from './option-row.tsx';
import { RowDay, usePersonDay } from './row-day.tsx';
import { SourceBadges } from './source-badges.tsx';

/** As narrow as 1280 pixels at 400 %: what stands side by side stands one under the other. */
const slim = '@media (max-width: 479px)';

const useStyles = makeStyles({
  words: {
    flex: 1,
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: 'fit-content(45%) minmax(0, 1fr) max-content max-content',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'baseline',
    [slim]: { gridTemplateColumns: 'minmax(0, 1fr) max-content' },
  },
  head: {
    gridArea: '1 / 1 / 2 / 3',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
  },
  department: { gridArea: '2 / 1 / 3 / 2', [slim]: { gridArea: '2 / 1 / 3 / 3' } },
  presence: {
    gridArea: '1 / 3 / 2 / 4',
    justifySelf: 'end',
    fontSize: tokens.fontSizeBase200,
    [slim]: { gridArea: '3 / 1 / 4 / 3', justifySelf: 'start' },
  },
  rest: { gridArea: '2 / 2 / 3 / 3', [slim]: { gridArea: '5 / 1 / 6 / 3' } },
  day: {
    gridArea: '1 / 4 / 3 / 5',
    alignSelf: 'center',
    marginInlineStart: tokens.spacingHorizontalS,
    [slim]: { gridArea: '4 / 1 / 5 / 3', marginInlineStart: 0 },
  },
  number: {
    gridArea: '2 / 3 / 3 / 4',
    justifySelf: 'end',
    fontVariantNumeric: 'tabular-nums',
    [slim]: { gridArea: '6 / 1 / 7 / 3', justifySelf: 'start' },
  },
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
  /** How much of it is read out. */
  readonly level: SpeechLevel;
  readonly texts: Texts;
  readonly times: ColleagueTimes;
  readonly onFavourite: (person: PersonView) => void;
}

/** One person, as an option of the list. */
export const PersonRow = memo(function PersonRow(props: PersonRowProps) {
  const { person, presence, isFavourite, group, now, level, texts, times, onFavourite, ...option } = props;
  const { isSelected } = option;
  const styles = useStyles();
  const day = usePersonDay(person, times, texts);
  const shown = shownPresence(presence ?? person.presence, now, texts);
  const words = rowWords(person);
  const quiet = mergeClasses(styles.line, styles.quiet, isSelected && styles.onSelected);
  const isPresent = hasPresence(person);
  const readOut = { person, presence: presence ?? person.presence, day: day.spoken, group, isFavourite };
  return (
    <OptionRow {...option} label={resultSentence(readOut, now, level, texts)}>
      <PersonAvatar
        name={person.name}
        size={36}
        id={person.personId}
        {...(isPresent ? { presence: shown.kind } : {})}
      />
      <div className={styles.words}>
        <span className={styles.head}>
          <Text weight="semibold" className={mergeClasses(styles.line, person.isFormer && styles.gone)}>
            <Highlighted {...words.name} />
          </Text>
          <SourceBadges person={person} texts={texts} />
        </span>
        <Text size={200} className={mergeClasses(quiet, styles.department)}>
          <Part text={words.where} />
        </Text>
        {isPresent && (
          <span className={mergeClasses(quiet, styles.presence)}>
            <PresenceMark kind={shown.kind} word={shown.word} age={shown.age} origin={shown.origin} />
          </span>
        )}
        <RowDay day={day} isSelected={isSelected} className={styles.day} />
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

const Part = ({ text }: { readonly text: MarkedText | undefined }) =>
  text === undefined ? null : <Highlighted {...text} />;

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
      <Part text={jobTitle} />
      {jobTitle !== undefined && office !== undefined && ' · '}
      <Part text={office} />
    </>
  );
}
