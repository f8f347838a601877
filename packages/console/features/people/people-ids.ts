/** The list's id: the search box names it as what it steers. */
export const peopleListId = 'people-list';

export const optionId = (personId: string): string => `person-${personId}`;
