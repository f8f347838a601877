/** What a request is for, the most urgent first. */
export const requestKinds = ['call', 'presence', 'directory', 'calendar', 'mail', 'chat'] as const;
export type RequestKind = (typeof requestKinds)[number];

/**
 * How many requests of one tenant and kind may be on their way at once in this process. Calls get room for a busy
 * hour; the others work through their lists one after the other and gain nothing from more.
 */
export const lanes: Readonly<Record<RequestKind, number>> = {
  call: 32,
  presence: 4,
  directory: 4,
  calendar: 4,
  mail: 2,
  chat: 4,
};

/**
 * How many requests to one mailbox Outlook takes at once from an application, whatever they are for: contacts, calendar
 * and mail together (https://learn.microsoft.com/graph/throttling-limits, read 2026-11-23).
 */
export const mailboxLane = 4;
