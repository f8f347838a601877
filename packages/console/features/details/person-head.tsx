import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { PresenceView } from '@switchboard/contract/views/presence-view';
import { BadgeText } from '../../design/badge-text.tsx';
import { HiddenText } from '../../design/hidden-text.tsx';
import { PersonAvatar } from '../../design/person-avatar.tsx';
import { PresenceMark } from '../../design/presence-mark.tsx';
import { useSelected, useValue } from '../../design/use-value.ts';
import { narrow } from '../../design/window-sizes.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { shownPresence } from '../../state/shown-presence.ts';

const useStyles = makeStyles({
  head: { flex: '1 1 220px', display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalM },
  who: { flex: 1, minWidth: '140px', display: 'flex', flexDirection: 'column' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    overflowWrap: 'anywhere',
    [narrow]: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
  words: { overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
});

interface PersonHeadProps {
  readonly person: PersonView;
  readonly model: ConsoleModel;
}

/** Who it is, and how they stand just now. */
export function PersonHead({ person, model }: PersonHeadProps) {
  const styles = useStyles();
  const now = useValue(model.now);
  const presence =
    useSelected(model.presence.byPerson, (known) => known.get(person.personId)) ?? person.presence;
  const shown = shownPresence(presence, now, model.texts);
  const { people, details } = model.texts.screen;
  const hasPresence = person.isFormer !== true && (presence !== undefined || person.source === 'directory');
  const badges = [
    person.source === 'directory' ? undefined : people.badges[person.source],
    person.isGuest ? people.badges.guest : undefined,
    person.isForwarded ? people.badges.forwarded : undefined,
  ].filter((badge) => badge !== undefined);
  return (
    <div className={styles.head}>
      <PersonAvatar
        name={person.name}
        size={40}
        id={person.personId}
        {...(hasPresence ? { presence: shown.kind } : {})}
      />
      <div className={styles.who}>
        <h3 className={styles.name}>{person.name}</h3>
        {person.jobTitle !== undefined && <Text className={styles.quiet}>{person.jobTitle}</Text>}
        {badges.length > 0 && (
          <span className={styles.badges}>
            {badges.map((badge) => (
              <BadgeText key={badge} text={badge} />
            ))}
          </span>
        )}
        {person.isFormer === true && <Text>{details.former}</Text>}
        {hasPresence && (
          <span>
            <PresenceMark kind={shown.kind} word={shown.word} age={shown.age} origin={shown.origin} badge />
            {shown.origin !== undefined && <HiddenText>{shown.origin}</HiddenText>}
          </span>
        )}
        {hasPresence &&
          wordsOf(presence, now, model.texts).map((words) => (
            <Text key={words} size={200} className={styles.words}>
              {words}
            </Text>
          ))}
      </div>
    </div>
  );
}

/** What they say about themselves: out of office, status message, where they work. */
function wordsOf(presence: PresenceView | undefined, now: number, { screen }: Texts): readonly string[] {
  if (presence === undefined) return [];
  const {
    outOfOffice,
    statusMessage,
    statusMessageUntil = Number.POSITIVE_INFINITY,
    workLocation,
  } = presence;
  const say = screen.details;
  const place = workLocation === undefined ? '' : say.workPlaces[workLocation.kind];
  const works = [place, workLocation?.place].filter((part) => part !== undefined && part !== '');
  return [
    outOfOffice === undefined ? undefined : say.outOfOfficeWords(outOfOffice.message),
    statusMessage === undefined || now > statusMessageUntil ? undefined : say.statusWords(statusMessage),
    works.length === 0 ? undefined : say.worksAt(works.join(' · ')),
  ].filter((words) => words !== undefined);
}
