import type { ContactImport } from '../views/contact-import.ts';

/** How to mend what is wrong with contacts, by why they were not taken. What it is about goes in: a limit, a column. */
export const contactRemedies = {
  hasExtension: () => 'leave the extension out, and send its digits once they answer',
  noCountryCode: () => 'begin with + and the country code, as in +44 20 7946 0100',
  wrongDigits: () => 'check the digits: a number has an area code, and as many digits as its country uses',
  mailUnfit: () => 'write it as name@example.com',
  nameMissing: () => 'give every contact a name',
  notOneLine: () => 'write it in one line',
  tooLong: (most: string) => `at most ${most} characters`,
  tooManyTasks: (most: string) => `at most ${most} tasks`,
  idUnfit: () => 'leave it as it was exported, or empty for a new contact',
  sameContact: (row: string) => `this is the contact of row ${row}; leave one of them`,
  moreValues: () => 'there are more values than headings; put what holds a separator in quotes',
  noRoom: (most: string) => `there is room for ${most} contacts; remove some first`,
  noHeading: (columns: string) =>
    `begin the file with a row of headings, one of them name; others are ${columns}`,
  columnUnknown: (column: string, columns: string) =>
    `there is no column ${JSON.stringify(column)}; name them ${columns}`,
  columnTwice: (column: string) => `name the column ${column} once`,
  quotesOpen: () =>
    'look at the quotes: one that is opened is closed at the end of its field, and doubled inside',
  rowTooLong: (most: string) => `keep a row within ${most} characters; a quote may be open`,
  fileTooLarge: (megabytes: string) => `give a file of at most ${megabytes} MB`,
  notUtf8: () => 'save the file as CSV in UTF-8; it is in another encoding',
};

export type ContactRemedies = typeof contactRemedies;
export type WhyNotTaken = keyof ContactRemedies;

/** A problem with its English sentence, and with what another language needs to say the same. */
export interface ContactProblem {
  readonly why: WhyNotTaken;
  readonly about: readonly string[];
  readonly remedy: string;
}

export function contactProblem<Why extends WhyNotTaken>(
  why: Why,
  ...about: Parameters<ContactRemedies[Why]>
): ContactProblem {
  return { why, about, remedy: sentence(contactRemedies, why, about) };
}

/** The sentence of a language; the English one, which came along, where a newer server knows a reason more. */
export const contactRemedyIn =
  (remedies: ContactRemedies) =>
  ({ why, about = [], remedy }: ContactImport['problems'][number]): string =>
    why !== undefined && Object.hasOwn(remedies, why)
      ? sentence(remedies, why as WhyNotTaken, about)
      : remedy;

const sentence = (remedies: ContactRemedies, why: WhyNotTaken, about: readonly string[]): string =>
  (remedies[why] as (...given: readonly string[]) => string)(...about);
