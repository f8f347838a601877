import type { Cancel, Clock } from '@switchboard/kit/clock';
import type { Texts } from '../i18n/texts.ts';
import type { Announcer } from './announcer.ts';
import type { PersonSearch } from './person-search.ts';
import { filterKey, filtersIn } from './search-filters.ts';

interface FoundParts {
  readonly clock: Clock;
  readonly announcer: Announcer;
  readonly texts: () => Texts;
  readonly search: PersonSearch;
}

/** Whoever stops typing for so long wants to hear what was found. */
const pause = 1_000;

/**
 * Says how many were found, once for each text, when nothing is typed for a while; that nobody was found at once, and
 * when somebody is after all.
 */
export function sayFound({ clock, announcer, texts, search }: FoundParts): void {
  let handled = '';
  let wasNobody = false;
  let cancel: Cancel = () => {};
  const say = (): void => {
    const { text, choices, found } = search.state.getSnapshot();
    const sentence =
      choices.length === 0
        ? texts().announcements.nobodyFound(text.trim())
        : texts().announcements.found(Math.max(found.total, choices.length), found.isCapped);
    announcer.say({ text: sentence, urgency: 'polite', topic: 'search' });
  };
  search.state.subscribe(() => {
    const { text, filters, choices } = search.state.getSnapshot();
    const about = search.isLooking() ? `${text.trim()}\n${filtersIn(filters).map(filterKey).join('\n')}` : '';
    const isSameNews = wasNobody === (choices.length === 0) || !wasNobody;
    if (about === handled && isSameNews) return;
    cancel();
    // Forgotten while the answer is on its way: a text that is typed again is said again.
    handled = '';
    if (about === '' || !search.isUpToDate()) return;
    handled = about;
    wasNobody = choices.length === 0;
    if (choices.length === 0) say();
    else cancel = clock.after(pause, say);
  });
}
