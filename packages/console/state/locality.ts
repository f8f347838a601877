/** Where an operator sits: by which clock, and written how, times are shown. */
export interface Locality {
  /** IANA. */
  readonly timeZone: string;
  /** BCP 47, as the browser has it. */
  readonly locale: string;
}

/** Of this browser. */
export function browserLocality(): Locality {
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
  return { timeZone, locale };
}
