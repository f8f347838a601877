/** Read from Teams' own list of numbers, in place of the name of a property. */
export const fromTeams = 'userConfigurations';

/** Something that a tenant keeps in a property of its own, and what it is called on the screen. */
export interface MappedField {
  readonly label: string;
  readonly property: string;
}

/** What of a tenant's directory is here, and where it comes from. */
export interface DirectorySettings {
  /** The property that holds a second telephone number; absent: none does. */
  readonly otherPhone?: string;
  /** The property that holds the number of Teams, or {@link fromTeams}; absent: it is not read. */
  readonly teamsNumber?: string;
  readonly extra: readonly MappedField[];
  /** Whether accounts of other organisations are shown. */
  readonly guests: boolean;
  /** Whether people are shown whom address lists leave out. */
  readonly hidden: boolean;
  /** Whether accounts are shown that nobody can sign in to. */
  readonly disabled: boolean;
  /** Whether accounts are shown that no human sits behind. */
  readonly resources: boolean;
  /** Only members of these groups, or of groups inside them, are shown; none: everybody. */
  readonly groups: readonly string[];
  readonly organisationContacts: boolean;
  /** How long whoever left is kept, in days. */
  readonly formerDays: number;
}

/** As long as Entra ID itself can bring somebody back. */
const asLongAsEntra = 30;

const defaults: DirectorySettings = {
  extra: [],
  guests: true,
  hidden: false,
  disabled: false,
  resources: false,
  groups: [],
  organisationContacts: true,
  formerDays: asLongAsEntra,
};

/** Settings as they are kept: what is not there has its default. */
export const withDirectoryDefaults = (kept: Partial<DirectorySettings>): DirectorySettings => ({
  ...defaults,
  ...kept,
});
