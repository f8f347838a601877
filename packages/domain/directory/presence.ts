import type { PersonId } from '../ids.ts';

/** What a presence may tell besides how somebody is; what was not said is absent. */
export interface PresenceDetails {
  readonly outOfOffice?: { readonly message?: string };
  readonly statusMessage?: string;
  /** Milliseconds since 1970. */
  readonly statusMessageUntil?: number;
  readonly workLocation?: { readonly kind: 'office' | 'remote' | 'timeOff' };
}

/** A person's presence in Microsoft's words, unknown ones included. */
export interface Presence {
  readonly personId: PersonId;
  readonly availability: string;
  readonly activity: string;
  /** Microsoft's own version of it; sorts as text. */
  readonly sequence?: string;
  /** Undefined: nothing was said of these. */
  readonly details?: PresenceDetails;
}

const free: ReadonlySet<string> = new Set(['Available', 'AvailableIdle']);
const busy: ReadonlySet<string> = new Set(['Busy', 'BusyIdle', 'DoNotDisturb']);

/** Somebody who can be rung; who is away is no longer busy, but would not answer. */
export const isFree = ({ availability }: Pick<Presence, 'availability'>): boolean => free.has(availability);

export const isBusy = ({ availability }: Pick<Presence, 'availability'>): boolean => busy.has(availability);
