import type { SearchFiltersView } from '@switchboard/contract/commands/search';
import type { PersonSource } from '@switchboard/contract/views/person-view';

/** One thing that people are filtered by. */
export type Filter =
  | { readonly kind: 'department' | 'place'; readonly value: string }
  | { readonly kind: 'source'; readonly value: PersonSource }
  | { readonly kind: 'free'; readonly value: 'free' };

export const noFilters: SearchFiltersView = {};

export const filterKey = ({ kind, value }: Filter): string => `${kind} ${value}`;

/** What is filtered by now, in the order in which chips stand. */
export const filtersIn = ({
  departments,
  places,
  sources,
  presence,
}: SearchFiltersView): readonly Filter[] => [
  ...(departments ?? []).map((value) => ({ kind: 'department', value }) as const),
  ...(places ?? []).map((value) => ({ kind: 'place', value }) as const),
  ...(sources ?? []).map((value) => ({ kind: 'source', value }) as const),
  ...(presence === undefined ? [] : [{ kind: 'free', value: presence } as const]),
];

export const hasFilters = (filters: SearchFiltersView): boolean => filtersIn(filters).length > 0;

export const areSame = (one: SearchFiltersView, other: SearchFiltersView): boolean =>
  filtersIn(one).map(filterKey).join('\n') === filtersIn(other).map(filterKey).join('\n');

/** What the contract takes of one kind. */
const mostOfKind = 20;

/** With this one, or without it when it is there. The same filters when there is no room for more. */
export function toggled(filters: SearchFiltersView, filter: Filter): SearchFiltersView {
  const now = filtersIn(filters);
  const key = filterKey(filter);
  const isThere = now.some((each) => filterKey(each) === key);
  if (!isThere && now.filter(({ kind }) => kind === filter.kind).length >= mostOfKind) return filters;
  return fromList(isThere ? now.filter((each) => filterKey(each) !== key) : [...now, filter]);
}

function fromList(list: readonly Filter[]): SearchFiltersView {
  const departments = list.flatMap((each) => (each.kind === 'department' ? [each.value] : []));
  const places = list.flatMap((each) => (each.kind === 'place' ? [each.value] : []));
  const sources = list.flatMap((each) => (each.kind === 'source' ? [each.value] : []));
  return {
    ...(departments.length > 0 ? { departments } : {}),
    ...(places.length > 0 ? { places } : {}),
    ...(sources.length > 0 ? { sources } : {}),
    ...(list.some(({ kind }) => kind === 'free') ? { presence: 'free' as const } : {}),
  };
}
