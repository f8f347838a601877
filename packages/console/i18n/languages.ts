import { english, type Texts } from './texts.ts';

/** The languages of the console, in the order in which they are offered. */
export const languages = ['en', 'nl', 'de', 'fr'] as const;
export type Language = (typeof languages)[number];

/** As those who speak it call it. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  nl: 'Nederlands',
  de: 'Deutsch',
  fr: 'Français',
};

/** Each but English is fetched when it is wanted. */
const sources: Record<Language, () => Promise<Texts>> = {
  en: () => Promise.resolve(english),
  nl: () => import('./dutch.ts').then(({ dutch }) => dutch),
  de: () => import('./german.ts').then(({ german }) => german),
  fr: () => import('./french.ts').then(({ french }) => french),
};

/** All texts in a language. Fails where they cannot be fetched. */
export const loadTexts = (language: Language): Promise<Texts> => sources[language]();

/**
 * The language to show: the chosen one, else the first that the browser asks for and we have, else English.
 *
 * @param choice a language tag, or `system`; one that a newer console has counts as `system`
 * @param asked language tags, the most wanted first
 */
export function languageOf(choice: string, asked: readonly string[]): Language {
  for (const tag of [choice, ...asked]) {
    const found = knownLanguage(tag);
    if (found !== undefined) return found;
  }
  return 'en';
}

/** The language of a tag; undefined: `system`, or one that we do not have. */
export function knownLanguage(tag: string): Language | undefined {
  const [primary] = tag.toLowerCase().split('-');
  return languages.find((language) => language === primary);
}
