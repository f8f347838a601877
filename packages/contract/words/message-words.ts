/** The languages that messages are written in. */
export const messageLanguages = ['en', 'nl', 'de', 'fr'] as const;
export type MessageLanguage = (typeof messageLanguages)[number];

/** The language of a tag such as `nl-BE`; undefined when there are no templates in it. */
export function supportedLanguage(tag: string | undefined): MessageLanguage | undefined {
  const [language] = (tag ?? '').toLowerCase().split(/[-_]/);
  return messageLanguages.find((each) => each === language);
}

/** What a caller wants, as an operator ticks it. */
export const messageNotes = ['callBack', 'callsAgain', 'urgent'] as const;
export type MessageNote = (typeof messageNotes)[number];

interface MessageWords {
  /** Its own name for itself. */
  readonly name: string;
  readonly unknownCaller: string;
  readonly notes: Readonly<Record<MessageNote, string>>;
  /** Before the subject of an urgent mail. */
  readonly urgently: (subject: string) => string;
}

/** The words that templates are filled with. */
export const messageWords: Readonly<Record<MessageLanguage, MessageWords>> = {
  en: {
    name: 'English',
    unknownCaller: 'A caller',
    notes: {
      callBack: 'Please call back.',
      callsAgain: 'The caller will call again.',
      urgent: 'It is urgent.',
    },
    urgently: (subject) => `Urgent: ${subject}`,
  },
  nl: {
    name: 'Nederlands',
    unknownCaller: 'Een beller',
    notes: {
      callBack: 'Graag terugbellen.',
      callsAgain: 'De beller belt zelf terug.',
      urgent: 'Het is dringend.',
    },
    urgently: (subject) => `Dringend: ${subject}`,
  },
  de: {
    name: 'Deutsch',
    unknownCaller: 'Jemand',
    notes: {
      callBack: 'Bitte zurückrufen.',
      callsAgain: 'Der Anruf wird wiederholt.',
      urgent: 'Es ist dringend.',
    },
    urgently: (subject) => `Dringend: ${subject}`,
  },
  fr: {
    name: 'Français',
    unknownCaller: 'Quelqu’un',
    notes: {
      callBack: 'Merci de rappeler.',
      callsAgain: 'La personne rappellera.',
      urgent: 'C’est urgent.',
    },
    urgently: (subject) => `Urgent : ${subject}`,
  },
};
