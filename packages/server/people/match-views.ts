import type { MatchView, PersonView } from '@switchboard/contract/views/person-view';
import type { FieldMatch } from '@switchboard/search/match/search-query';
import { phoneKindsOf } from './search-document.ts';

/** Places of a match in a person as they are now: who has changed since is shown without what no longer fits. */
export function presentMatches(matches: readonly FieldMatch[], person: PersonView): readonly MatchView[] {
  return matches.flatMap(({ field, value, start, end, kind }): readonly MatchView[] => {
    if (field === 'phones') {
      const phone = phoneKindsOf(person)[value];
      if (phone === undefined || end > (person[phone]?.length ?? 0)) return [];
      return [{ field, value, start, end, kind, phone }];
    }
    const texts = person[field] ?? [];
    const text = typeof texts === 'string' ? texts : texts[value];
    return text === undefined || end > text.length ? [] : [{ field, value, start, end, kind }];
  });
}
