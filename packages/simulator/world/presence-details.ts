import type { Instant } from '@switchboard/kit/clock';

/** A status message, as people write one under their name. */
export interface StatusNote {
  readonly text: string;
  readonly publishedAt: Instant;
  /** null: until it is taken away. */
  readonly expiresAt: Instant | null;
}

export const workLocationTypes = ['unspecified', 'office', 'remote', 'timeOff'] as const;
export type WorkLocation = (typeof workLocationTypes)[number];
