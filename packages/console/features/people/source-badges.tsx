import type { PersonView } from '@switchboard/contract/views/person-view';
import { BadgeText } from '../../design/badge-text.tsx';
import type { Texts } from '../../i18n/texts.ts';

interface SourceBadgesProps {
  readonly person: PersonView;
  readonly texts: Texts;
  /** As words to be read out; else as badges for the eye alone. */
  readonly isSpoken: boolean;
}

/** Where somebody comes from and what is special about it; nothing for a colleague of the directory. */
export function SourceBadges({ person, texts, isSpoken }: SourceBadgesProps) {
  const { badges } = texts.screen.people;
  const words = [
    person.source === 'directory' ? undefined : badges[person.source],
    person.isGuest ? badges.guest : undefined,
    person.isFormer ? badges.former : undefined,
    person.isForwarded ? badges.forwarded : undefined,
  ].filter((word) => word !== undefined);
  if (isSpoken) return words.map((word) => `${word}, `).join('');
  return words.map((word) => (
    <span key={word} aria-hidden style={{ display: 'inline-flex', flexShrink: 0 }}>
      <BadgeText text={word} />
    </span>
  ));
}
