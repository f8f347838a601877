/**
 * What Graph is asked in an operator's name, by which permission, and what is done without when the tenant has not
 * granted it. Each may be consented to by a person, unless their organisation keeps that to its administrators.
 */
export const operatorScopes = {
  /** Subscriptions to presence, which Graph gives to people only. Without it presence is polled. */
  presence: ['Presence.Read.All'],
  /** The operator's own Outlook contacts in the search. Without it they are not found. */
  personalContacts: ['Contacts.Read'],
  /** Free and busy times of colleagues, asked from the operator's own mailbox. Without it there are none. */
  schedules: ['Calendars.Read'],
  /** Appointments of colleagues who share their calendar with the operator. Without it free and busy is all. */
  calendars: ['Calendars.Read.Shared'],
  /** The operator's own time zone and working hours. Without it those of the browser count. */
  mailboxSettings: ['MailboxSettings.Read'],
  /** Searching the directory at Microsoft while it is not read yet. Without it the application's rights are used. */
  search: ['User.ReadBasic.All'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** All of them, as a sign-in asks for them. */
export const allOperatorScopes: readonly string[] = [
  ...new Set<string>(Object.values(operatorScopes).flat()),
];
