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
  /** Mail to a colleague from the operator's own mailbox. Without it there are chats. */
  mail: ['Mail.Send'],
  /** Chat messages to a colleague. Without it there is mail. */
  chat: ['Chat.Create', 'ChatMessage.Send'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** All of them, as a sign-in asks for them. */
export const allOperatorScopes: readonly string[] = [
  ...new Set<string>(Object.values(operatorScopes).flat()),
];

/**
 * By what it is found out whether a message of which the answer was lost has gone. No sign-in asks for these: they let
 * one read far more than that, so an administrator grants them or does not. Without them the operator looks themselves.
 */
export const lookingScopes = {
  mail: ['Mail.ReadBasic'],
  chat: ['Chat.Read'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
