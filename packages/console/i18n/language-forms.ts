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
  const numbers = once(() => new Intl.NumberFormat(locale));
  const rules = once(() => new Intl.PluralRules(locale));
  const lists = once(() => new Intl.ListFormat(locale));
  const moments = writes(locale, { timeStyle: 'medium' });
  const dateTimes = writes(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const times = writes(locale, time);
  const days = writes(locale, { weekday: 'short', day: 'numeric', month: 'short', ...time });
  return {
    count: (number) => numbers().format(number),
    plural: (count, one, other) => (rules().select(count) === 'one' ? one : other),
    list: (names) => lists().format(names),
    moment: moments,
    dateTime: dateTimes,
    soon: (at, now) => (at - now < 12 * 3_600_000 ? times : days)(at),
  };
}

/**
 * Makes something when it is first needed, and keeps it. Making a format takes milliseconds on a slow machine: the console
 * comes up without most of them, and a list of people needs dozens at each key.
 */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function writes(locale: string, fields: Intl.DateTimeFormatOptions): (at: number) => string {
  const format = once(() => new Intl.DateTimeFormat(locale, fields));
  return (at) => format().format(at);
}
