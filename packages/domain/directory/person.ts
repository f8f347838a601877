import type { PersonId } from '../ids.ts';

/** Somebody of the tenant's directory. Absent means that the directory has no value. */
export interface Person {
  readonly personId: PersonId;
  readonly name: string;
  readonly givenName?: string;
  readonly surname?: string;
  readonly mail?: string;
  readonly userPrincipalName?: string;
  readonly phone?: string;
  readonly mobile?: string;
  readonly organisation?: string;
  readonly department?: string;
  readonly jobTitle?: string;
  readonly street?: string;
  readonly postalCode?: string;
  readonly city?: string;
  readonly region?: string;
  readonly country?: string;
  readonly office?: string;
  readonly managerId?: PersonId;
}
