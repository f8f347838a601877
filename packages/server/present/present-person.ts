import type { MatchView, PersonView } from '@switchboard/contract/views/person-view';
import type { PresenceView } from '@switchboard/contract/views/presence-view';
import type { PersonTraits } from '@switchboard/domain/directory/person';
import type { SeenPerson } from '@switchboard/store/people/read-people';
import { personRights } from '../policies/person-rights.ts';

/** What is said beside the person themselves. */
export interface PersonExtras {
  readonly presence?: PresenceView | undefined;
  readonly matches?: readonly MatchView[] | undefined;
}

/** Somebody as one operator sees them. */
export function presentPerson(seen: SeenPerson, extras: PersonExtras = {}): PersonView {
  const { person, source, goneAt, traits, favouriteGroup, isForwarded } = seen;
  const { userPrincipalName: _name, language: _language, managerId, managerName, extra, ...fields } = person;
  const manager = managerId === undefined ? managerName : seen.managerName;
  const { presence, matches } = extras;
  return {
    ...fields,
    source,
    ...(extra === undefined ? {} : { extra: [...extra] }),
    ...(manager === undefined ? {} : { manager }),
    ...(managerId === undefined ? {} : { managerId }),
    ...presentTraits(traits, seen.notedBy),
    ...(goneAt === undefined ? {} : { isFormer: true }),
    ...(isForwarded === true ? { isForwarded } : {}),
    ...(favouriteGroup === undefined ? {} : { favourite: presentGroup(favouriteGroup) }),
    ...(matches === undefined || matches.length === 0 ? {} : { matches: [...matches] }),
    ...(presence === undefined ? {} : { presence }),
    can: personRights(seen),
  };
}

const presentGroup = (group: string): NonNullable<PersonView['favourite']> => (group === '' ? {} : { group });

type TraitsView = Pick<PersonView, 'tasks' | 'alternateNames' | 'nicknames' | 'note'>;

function presentTraits(traits: PersonTraits | undefined, notedBy: string | undefined): TraitsView {
  if (traits === undefined) return {};
  const { tasks, alternateNames, nicknames, note } = traits;
  const by = notedBy === undefined ? {} : { by: notedBy };
  return {
    ...(tasks.length === 0 ? {} : { tasks: [...tasks] }),
    ...(alternateNames.length === 0 ? {} : { alternateNames: [...alternateNames] }),
    ...(nicknames.length === 0 ? {} : { nicknames: [...nicknames] }),
    ...(note === undefined ? {} : { note: { text: note.text, at: note.at, ...by } }),
  };
}
