/** The list's id: the search box names it as what it steers. */
export const peopleListId = 'people-list';

/** The id of a row, by the key of its choice. */
export const optionId = (key: string): string => `option-${key}`;
