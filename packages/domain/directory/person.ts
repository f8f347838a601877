import type { PersonId } from '../ids.ts';

/**
 * Where a person is known from: the tenant's directory, its organisational contacts, contacts that its operators keep
 * together, or one operator's own.
 */
export type PersonSource = 'directory' | 'organisation' | 'shared' | 'personal';

/** Something that a tenant maps besides, in its own words. */
export interface ExtraField {
  readonly label: string;
  readonly value: string;
}

/** Somebody who can be found. Absent means that the source has no value. */
export interface Person {
  readonly personId: PersonId;
  readonly name: string;
  readonly givenName?: string;
  readonly surname?: string;
  readonly mail?: string;
  readonly userPrincipalName?: string;
  readonly phone?: string;
  readonly otherPhone?: string;
  readonly mobile?: string;
  /** The number that Teams has given them. */
  readonly teamsNumber?: string;
  readonly organisation?: string;
  readonly department?: string;
  readonly jobTitle?: string;
  readonly street?: string;
  readonly postalCode?: string;
  readonly city?: string;
  readonly region?: string;
  readonly country?: string;
  readonly office?: string;
  /** What they would be written to in, as the directory has it: `nl-NL`. */
  readonly language?: string;
  readonly managerId?: PersonId;
  /** As a personal contact has it: a name. */
  readonly managerName?: string;
  readonly extra?: readonly ExtraField[];
  readonly isGuest?: true;
}

/** What the operators of a tenant know of a person and their directory does not. */
export interface PersonTraits {
  readonly tasks: readonly string[];
  /** Former names, names in another script. */
  readonly alternateNames: readonly string[];
  readonly nicknames: readonly string[];
  readonly note?: PersonNote;
}

export interface PersonNote {
  readonly text: string;
  /** The operator who wrote it; absent: it came with a file. */
  readonly by?: PersonId;
  /** Milliseconds since 1970. */
  readonly at: number;
}
