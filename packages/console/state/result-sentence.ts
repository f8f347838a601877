import type { SpeechLevel } from '@switchboard/contract/preferences/speech';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { PresenceView } from '@switchboard/contract/views/presence-view';
import type { Instant } from '@switchboard/kit/clock';
import type { Texts } from '../i18n/texts.ts';
import { rowWords } from './row-words.ts';
import { shownPresence } from './shown-presence.ts';

/** Somebody in the list, as far as it is read out. */
export interface ReadOut {
  readonly person: PersonView;
  readonly presence: PresenceView | undefined;
  /** Until when they are free, or from when on; why that is not known. */
  readonly day: string | undefined;
  /** The group of favourites that they stand in. */
  readonly group: string | undefined;
  readonly isFavourite: boolean;
}

/**
 * A row of the list as it is read out: who, where, whether they are there, until when; with what else is worth hearing at
 * this level. The place in the list is said by the screen reader itself.
 *
 * @param now the server's time
 */
export function resultSentence(
  { person, presence, day, group, isFavourite }: ReadOut,
  now: Instant,
  level: SpeechLevel,
  texts: Texts,
): string {
  const { people } = texts.screen;
  const { name, where, reason, jobTitle, office, number } = rowWords(person);
  const parts = [
    name.text,
    where?.text,
    hasPresence(person) ? spokenPresence(presence, now, texts) : undefined,
  ];
  if (person.isFormer === true) parts.push(people.badges.former);
  if (level !== 'brief') {
    parts.push(day, ...badgeWords(person, texts), group === undefined ? undefined : people.inGroup(group));
    parts.push(reason && `${people.foundIn(reason.field)} ${reason.text.text}`.trim());
  }
  if (level === 'full') {
    parts.push(isFavourite ? people.isFavourite : undefined, jobTitle?.text, office?.text, number?.text);
  }
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

/** Contacts have no presence: a word for that says nothing. */
export const hasPresence = ({ source, isFormer, presence }: PersonView): boolean =>
  isFormer !== true && (source === 'directory' || presence !== undefined);

/** Where somebody comes from and what is special about it; nothing for a colleague of the directory. */
export function badgeWords(person: PersonView, texts: Texts): readonly string[] {
  const { badges } = texts.screen.people;
  return [
    person.source === 'directory' ? undefined : badges[person.source],
    person.isGuest === true ? badges.guest : undefined,
    person.isForwarded === true ? badges.forwarded : undefined,
  ].filter((word) => word !== undefined);
}

const minute = 60_000;
const tenSeconds = 10_000;

/** Its age in steps: what has the focus is read out anew whenever its name changes. */
function spokenPresence(presence: PresenceView | undefined, now: Instant, texts: Texts): string {
  const { word } = shownPresence(presence, now, texts);
  if (presence === undefined || now <= presence.staleAt) return word;
  const age = now - presence.asOf;
  const step = age < minute ? tenSeconds : minute;
  return `${word} ${texts.screen.presenceAge(Math.floor(age / step) * step)}`;
}
