export type PersonKind = 'member' | 'guest' | 'resource';

/** Somebody in the directory, or a resource account. Nothing in it changes; a change makes a new one. */
export interface Person {
  readonly id: string;
  readonly kind: PersonKind;
  readonly accountEnabled: boolean;
  readonly displayName: string;
  readonly givenName: string | null;
  readonly surname: string | null;
  readonly userPrincipalName: string;
  readonly mail: string | null;
  readonly mailNickname: string;
  readonly businessPhone: string | null;
  readonly mobilePhone: string | null;
  readonly faxNumber: string | null;
  readonly companyName: string | null;
  readonly department: string | null;
  readonly jobTitle: string | null;
  readonly officeLocation: string | null;
  readonly streetAddress: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly country: string | null;
  readonly usageLocation: string | null;
  readonly preferredLanguage: string | null;
  readonly employeeId: string | null;
  readonly otherMails: readonly string[];
  /** `extensionAttribute1` to `extensionAttribute15`, as an on-premises directory fills them; 1 is a second telephone. */
  readonly extensionAttributes: Readonly<Record<string, string>>;
  /** Left out of address lists. */
  readonly isHidden: boolean;
  readonly isOperator: boolean;
}

/** What an administrator may change in a person. */
export type PersonChange = Partial<Omit<Person, 'id' | 'kind' | 'isOperator'>>;
