import type { PersonAction } from '@switchboard/contract/views/person-view';
import type { Person, PersonSource } from '@switchboard/domain/directory/person';
import { mayReadCalendar } from './calendar-rights.ts';
import { hasAddress, mayChat } from './message-rights.ts';

/** What rights about somebody depend on. */
export interface PersonCircumstances {
  readonly person: Person;
  readonly source: PersonSource;
  readonly goneAt?: number;
}

/** Numbers that they can be reached by outside Teams. */
const numbers = ['phone', 'otherPhone', 'mobile', 'teamsNumber'] as const;

/** They have an account in Teams, so they can be rung there. */
export const isInTeams = ({ source, goneAt }: Pick<PersonCircumstances, 'source' | 'goneAt'>): boolean =>
  source === 'directory' && goneAt === undefined;

/** Nobody is put through to who is no longer there, nor to whom no way leads. */
const canBeCalled = (circumstances: PersonCircumstances): boolean =>
  isInTeams(circumstances) ||
  (circumstances.goneAt === undefined &&
    numbers.some((number) => circumstances.person[number] !== undefined));

/** What operators write about somebody is for all of them: not about those whom one alone can see. */
export const mayDescribe = ({ source, goneAt }: Pick<PersonCircumstances, 'source' | 'goneAt'>): boolean =>
  source !== 'personal' && goneAt === undefined;

/** What operators keep together they change themselves; everything else is changed where it comes from. */
export const mayChange = ({ source }: Pick<PersonCircumstances, 'source'>): boolean => source === 'shared';

/** What an operator may do with somebody whom they see. */
export function personRights(circumstances: PersonCircumstances): PersonAction[] {
  const { person } = circumstances;
  const rights: PersonAction[] = ['favourite'];
  if (canBeCalled(circumstances)) rights.unshift('call');
  if (mayDescribe(circumstances)) rights.push('describe');
  if (mayChange(circumstances)) rights.push('change', 'remove');
  if (isInTeams(circumstances) && mayReadCalendar(person)) rights.push('readCalendar');
  if (circumstances.goneAt === undefined && (hasAddress(person) || mayChat(person))) rights.push('message');
  return rights;
}
