import type { PersonView } from '@switchboard/contract/views/person-view';
import type { PresenceView } from '@switchboard/contract/views/presence-view';
import { Cell, type Readable } from '../connection/cell.ts';

/** More than a screen shows and calls are about; those beyond are told of again with the next search that finds them. */
const mostKept = 500;

/** The newest presence of everybody this console has lately heard of. */
export class PresenceBook {
  readonly #byPerson = new Cell<ReadonlyMap<string, PresenceView>>(new Map());
  readonly #isShown: (personId: string) => boolean;

  /** @param isShown of whom the server tells what changes, and nothing while nothing does: they are never forgotten */
  constructor(isShown: (personId: string) => boolean) {
    this.#isShown = isShown;
  }

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
    const next = new Map(known);
    for (const each of newer) {
      // Behind all others: the first are those heard of longest ago.
      next.delete(each.personId);
      next.set(each.personId, each);
    }
    this.#forget(next);
    this.#byPerson.set(next);
  }

  #forget(presences: Map<string, PresenceView>): void {
    for (const personId of presences.keys()) {
      if (presences.size <= mostKept) return;
      if (!this.#isShown(personId)) presences.delete(personId);
    }
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
