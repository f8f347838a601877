import { searchFiltersSchema } from '@switchboard/contract/commands/search';
import type { Drafts } from './drafts.ts';
import type { PersonSearch } from './person-search.ts';
import { areSame, filtersIn, noFilters } from './search-filters.ts';

const about = 'search';

/** What is looked for is there again after a reload and after signing in anew; a text and filters that are gone are not. */
export function keepSearch(search: PersonSearch, drafts: Drafts): void {
  const kept = drafts.read(about);
  if (kept !== undefined) {
    search.type(kept['text'] ?? '');
    search.filterBy(readFilters(kept['filters'] ?? ''));
  }
  let known = search.state.getSnapshot();
  search.state.subscribe(() => {
    const { text, filters } = search.state.getSnapshot();
    if (text === known.text && areSame(filters, known.filters)) return;
    known = search.state.getSnapshot();
    if (text === '' && filtersIn(filters).length === 0) drafts.forget(about);
    else drafts.keep(about, { text, filters: JSON.stringify(filters) });
  });
}

function readFilters(text: string): typeof noFilters {
  try {
    const filters = searchFiltersSchema.safeParse(JSON.parse(text));
    return filters.success ? filters.data : noFilters;
  } catch {
    // Nothing that was kept by us: nothing is filtered by.
    return noFilters;
  }
}
