/** How a language counts, lists and dates, whatever is said with it. */
export interface LanguageForms {
  /** `12,345` */
  readonly count: (number: number) => string;
  /** The form that the language has for that many. */
  readonly plural: (count: number, one: string, other: string) => string;
  /** `Ann, Ben and Cy` */
  readonly list: (names: readonly string[]) => string;
  /** `14:30:05` */
  readonly moment: (at: number) => string;
  /** `3 Dec 2026, 14:30` */
  readonly dateTime: (at: number) => string;
  /** `14:30`, or with the day when it is not within the next twelve hours. */
  readonly soon: (at: number, now: number) => string;
}

/** @param locale BCP 47, with a region: `en-GB` */
export function formsOf(locale: string): LanguageForms {
  const numbers = new Intl.NumberFormat(locale);
  const rules = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale);
  const dated = (fields: Intl.DateTimeFormatOptions, at: number): string =>
    new Intl.DateTimeFormat(locale, fields).format(at);
  return {
    count: (number) => numbers.format(number),
    plural: (count, one, other) => (rules.select(count) === 'one' ? one : other),
    list: (names) => lists.format(names),
    moment: (at) => dated({ timeStyle: 'medium' }, at),
    dateTime: (at) => dated({ dateStyle: 'medium', timeStyle: 'short' }, at),
    soon: (at, now) => {
      const isSoon = at - now < 12 * 3_600_000;
      const day = isSoon ? {} : ({ weekday: 'short', day: 'numeric', month: 'short' } as const);
      return dated({ ...day, hour: '2-digit', minute: '2-digit' }, at);
    },
  };
}
