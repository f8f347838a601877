import type { PersonView } from '@switchboard/contract/views/person-view';
import type { PresenceView } from '@switchboard/contract/views/presence-view';
import { Cell, type Readable } from '../connection/cell.ts';

/** The newest presence of everybody this console has heard of. */
export class PresenceBook {
  readonly #byPerson = new Cell<ReadonlyMap<string, PresenceView>>(new Map());

  get byPerson(): Readable<ReadonlyMap<string, PresenceView>> {
    return this.#byPerson;
  }

  of(personId: string): PresenceView | undefined {
    return this.#byPerson.getSnapshot().get(personId);
  }

  found(people: readonly PersonView[]): void {
    this.heard(people.flatMap(({ presence }) => (presence === undefined ? [] : [presence])));
  }

  /** An older reading than the known one is left out: messages and answers may cross. */
  heard(presences: readonly PresenceView[]): void {
    const known = this.#byPerson.getSnapshot();
    const newer = presences.filter((presence) => presence.asOf >= (known.get(presence.personId)?.asOf ?? 0));
    if (newer.length === 0) return;
    this.#byPerson.set(new Map([...known, ...newer.map((each) => [each.personId, each] as const)]));
  }
}

/** How Teams draws a presence. */
export type PresenceKind =
  | 'available'
  | 'busy'
  | 'doNotDisturb'
  | 'away'
  | 'offline'
  | 'outOfOffice'
  | 'unknown';

/** Microsoft's availability, in any case, as one of the badges; https://learn.microsoft.com/graph/api/resources/presence (2026-11-23). */
export function presenceKind(presence: PresenceView | undefined): PresenceKind {
  switch (presence?.availability.toLowerCase()) {
    case 'available':
    case 'availableidle':
      return 'available';
    case 'busy':
    case 'busyidle':
    case 'inacall':
    case 'inameeting':
      return 'busy';
    case 'donotdisturb':
    case 'focusing':
      return 'doNotDisturb';
    case 'away':
    case 'berightback':
      return 'away';
    case 'offline':
      return presence?.activity.toLowerCase() === 'outofoffice' ? 'outOfOffice' : 'offline';
    case 'outofoffice':
      return 'outOfOffice';
    default:
      return 'unknown';
  }
}
