import type { Instant } from '@switchboard/kit/clock';

export const showAsValues = ['free', 'tentative', 'busy', 'oof', 'workingElsewhere'] as const;
export type ShowAs = (typeof showAsValues)[number];

/** One appointment in somebody's calendar; of a series each one by itself. */
export interface CalendarEvent {
  readonly id: string;
  readonly subject: string;
  readonly location: string | null;
  readonly start: Instant;
  readonly end: Instant;
  readonly isAllDay: boolean;
  readonly showAs: ShowAs;
  readonly isPrivate: boolean;
  /** Of the series it belongs to. */
  readonly seriesId: string | null;
  readonly isOnline: boolean;
}

/** What colleagues see: nothing at all, free and busy, titles and places as well, or the whole calendar. */
export const sharingLevels = ['none', 'freeBusy', 'details', 'calendar'] as const;
export type Sharing = (typeof sharingLevels)[number];
