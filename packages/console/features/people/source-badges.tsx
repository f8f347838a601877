import type { PersonView } from '@switchboard/contract/views/person-view';
import { BadgeText } from '../../design/badge-text.tsx';
import type { Texts } from '../../i18n/texts.ts';
import { badgeWords } from '../../state/result-sentence.ts';

interface SourceBadgesProps {
  readonly person: PersonView;
  readonly texts: Texts;
}

/** Where somebody comes from and what is special about it, for the eye; nothing for a colleague of the directory. */
export function SourceBadges({ person, texts }: SourceBadgesProps) {
  return badgeWords(person, texts).map((word) => (
    <span key={word} aria-hidden style={{ display: 'inline-flex', flexShrink: 0 }}>
      <BadgeText text={word} />
    </span>
  ));
}
