/** https://learn.microsoft.com/graph/api/resources/presence, read 2026-11-23. New words appear without notice. */
const availabilities = [
  'Available',
  'AvailableIdle',
  'Away',
  'BeRightBack',
  'Busy',
  'BusyIdle',
  'DoNotDisturb',
  'Offline',
  'PresenceUnknown',
] as const;

const activities = [
  'Available',
  'Away',
  'BeRightBack',
  'Busy',
  'DoNotDisturb',
  'InACall',
  'InAConferenceCall',
  'InAMeeting',
  'Inactive',
  'Offline',
  'OffWork',
  'OutOfOffice',
  'PresenceUnknown',
  'Presenting',
  'UrgentInterruptionsOnly',
  'Focusing',
] as const;

export type Availability = (typeof availabilities)[number];
export type Activity = (typeof activities)[number];

const byLowerCase = <Word extends string>(words: readonly Word[]): ReadonlyMap<string, Word> =>
  new Map(words.map((word) => [word.toLowerCase(), word]));

const availabilityByWord = byLowerCase(availabilities);
const activityByWord = byLowerCase(activities);

/** Undefined for a word that we do not know. Case does not matter. */
export const availabilityFrom = (word: string): Availability | undefined =>
  availabilityByWord.get(word.toLowerCase());

export const activityFrom = (word: string): Activity | undefined => activityByWord.get(word.toLowerCase());
