import type { CallAction, CallView } from '@switchboard/contract/views/call-view';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { PresenceView } from '@switchboard/contract/views/presence-view';
import { isInTeams } from './hand-over.ts';
import type { NumberLine } from './letter-map.ts';
import { presenceKind } from './presence-book.ts';

/** What can be done about a call that came back, with what is known of the one who did not take it. */
export type WayOn =
  | { readonly kind: 'again' | 'voicemail' | 'camp'; readonly person: PersonView }
  | { readonly kind: NumberLine; readonly person: PersonView; readonly number: string }
  /** Writes to them. */
  | { readonly kind: 'message'; readonly person: PersonView }
  /** For the person, or for everybody when it is not known who it was. */
  | { readonly kind: 'park'; readonly person: PersonView | undefined }
  /** Looks for somebody else: types this into the search. */
  | { readonly kind: 'manager' | 'department'; readonly text: string };

/** Whether somebody's presence says that they cannot take a call now, and will later. */
export function isBusy(presence: PresenceView | undefined): boolean {
  const kind = presenceKind(presence);
  return kind === 'busy' || kind === 'doNotDisturb';
}

/** The ways on that the call allows and that lead somewhere, the likeliest first. At most nine: they have digits. */
export function waysOn(
  call: CallView,
  person: PersonView | undefined,
  presence: PresenceView | undefined,
): readonly WayOn[] {
  const can = (action: CallAction): boolean => call.can.includes(action);
  if (person === undefined) return can('park') ? [{ kind: 'park', person }] : [];
  const triedNumber = call.recall?.target?.number?.replaceAll(/\D/g, '');
  const isUntried = (number: string | undefined): number is string =>
    number !== undefined && number.replaceAll(/\D/g, '') !== triedNumber && person.can.includes('call');
  const isThere = isInTeams(person);
  const { manager, department } = person;
  const byNumber = inLikelihood.map((kind): WayOn | undefined => {
    const number = person[kind];
    return can('transfer') && isUntried(number) ? { kind, person, number } : undefined;
  });
  const ways: readonly (WayOn | undefined)[] = [
    can('camp') && isThere && isBusy(presence) ? { kind: 'camp', person } : undefined,
    ...byNumber,
    can('voicemail') && isThere ? { kind: 'voicemail', person } : undefined,
    can('park') && isThere ? { kind: 'park', person } : undefined,
    can('transfer') && isThere ? { kind: 'again', person } : undefined,
    person.can.includes('message') ? { kind: 'message', person } : undefined,
    manager === undefined ? undefined : { kind: 'manager', text: manager },
    department === undefined ? undefined : { kind: 'department', text: department },
  ];
  return ways.filter((way) => way !== undefined).slice(0, mostWays);
}

/** Where somebody is reached who did not answer in Teams: their Teams number rings there once more. */
const inLikelihood = [
  'mobile',
  'phone',
  'otherPhone',
  'teamsNumber',
] as const satisfies readonly NumberLine[];
/** There are so many digits. */
const mostWays = 9;
