import { longestSubject } from '@switchboard/contract/commands/message-command';
import type { MessageWaysRead } from '@switchboard/contract/feed/messages-changed';
import type { MessageTemplateView, MessageWay } from '@switchboard/contract/views/message-view';
import { fillTemplate, isAboutCall } from '@switchboard/contract/words/message-template';
import {
  type MessageLanguage,
  messageLanguages,
  messageNotes,
  messageWords,
  supportedLanguage,
} from '@switchboard/contract/words/message-words';
import type { MessageFacts } from './message-facts.ts';

/** What an operator fills in. Ticks are `yes` or empty; what is empty is chosen for them. */
export const messageFields = [
  'text',
  'call',
  'way',
  'template',
  'language',
  'callBack',
  'callsAgain',
  'urgent',
  'facts',
  'messageId',
] as const;
export type MessageField = (typeof messageFields)[number];
export type MessageValues = Readonly<Record<MessageField, string>>;

/** Who writes, and where. */
export interface MessageWriter {
  readonly operator: string;
  readonly organisation: string;
  /** Of the console. */
  readonly language: string;
  /** IANA. */
  readonly timeZone: string;
}

/** A message as it would be sent now, and what can be chosen for it. */
export interface ComposedMessage {
  readonly way: MessageWay | undefined;
  readonly language: MessageLanguage;
  readonly template: string;
  /** Of a mail. */
  readonly subject: string;
  readonly body: string;
  readonly isUrgent: boolean;
  /** The templates that fit, by name, with the title in the operator's language where there is one. */
  readonly templates: readonly { readonly name: string; readonly title: string }[];
}

const locales: Readonly<Record<MessageLanguage, string>> = {
  en: 'en-GB',
  nl: 'nl-NL',
  de: 'de-DE',
  fr: 'fr-FR',
};

/** Day and time in a language and a zone, with the zone: whoever reads it may sit in another one. */
const timeIn = (at: number, language: MessageLanguage, timeZone: string): string =>
  new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(at);

const isUsable = (state: MessageWaysRead['mail']): boolean => state === 'open' || state === 'unavailable';

/** The way that is chosen, if it leads there, else the first that does. */
function wayOf({ way }: MessageValues, ways: MessageWaysRead): MessageWay | undefined {
  const open = (['mail', 'chat'] as const).filter((each) => isUsable(ways[each]));
  return open.find((each) => each === way) ?? open[0];
}

/** Makes the message of what was filled in and what is known. What is shown before sending is what is sent. */
export function composeMessage(
  values: MessageValues,
  facts: MessageFacts | undefined,
  ways: MessageWaysRead,
  writer: MessageWriter,
): ComposedMessage {
  const way = wayOf(values, ways);
  const language =
    supportedLanguage(values.language) ??
    supportedLanguage(ways.language) ??
    supportedLanguage(writer.language) ??
    'en';
  const names = templateNames(ways.templates, facts !== undefined);
  const template = names.find((name) => name === values.template) ?? defaultTemplate(names, way, facts);
  const { subject, body } = templateIn(ways.templates, template, language);
  const words = messageWords[language];
  const notes = messageNotes.filter((note) => values[note] !== '');
  const known = {
    ...callValues(facts, language, ways.timeZone ?? writer.timeZone),
    text: values.text,
    wishes: notes.map((note) => words.notes[note]).join(' '),
    recipient: ways.name,
    operator: writer.operator,
    organisation: writer.organisation,
  };
  const isUrgent = values.urgent !== '';
  const filled = fillTemplate(subject, known).replaceAll(/\s+/g, ' ');
  return {
    way,
    language,
    template,
    subject: (isUrgent ? words.urgently(filled) : filled).slice(0, longestSubject),
    body: fillTemplate(body, known),
    isUrgent,
    templates: names.map((name) => ({
      name,
      title: templateIn(ways.templates, name, supportedLanguage(writer.language) ?? language).title,
    })),
  };
}

function callValues(facts: MessageFacts | undefined, language: MessageLanguage, timeZone: string) {
  if (facts === undefined) return {};
  const { caller, number, company, queue, at } = facts;
  return {
    caller: caller ?? (number === undefined ? messageWords[language].unknownCaller : number),
    number: caller === undefined ? undefined : number,
    company,
    queue,
    time: timeIn(at, language, timeZone),
  };
}

/** Names of the templates that say something: those about a call want one. */
function templateNames(templates: readonly MessageTemplateView[], hasCall: boolean): readonly string[] {
  const fitting = templates.filter(({ subject, body }) => hasCall || !isAboutCall(`${subject} ${body}`));
  return [...new Set(fitting.map(({ name }) => name))];
}

function defaultTemplate(
  names: readonly string[],
  way: MessageWay | undefined,
  facts: MessageFacts | undefined,
): string {
  const wanted =
    facts === undefined ? 'note' : facts.isMissed ? 'no-answer' : way === 'chat' ? 'short' : 'call';
  return names.find((name) => name === wanted) ?? names[0] ?? '';
}

const emptyTemplate = { title: '', subject: '', body: '{text}' };

/** A template in a language, or in another one where the tenant wrote it in no other. */
function templateIn(
  templates: readonly MessageTemplateView[],
  name: string,
  language: string,
): Pick<MessageTemplateView, 'title' | 'subject' | 'body'> {
  const all = templates.filter((each) => each.name === name);
  const others = messageLanguages.map((each) => all.find((one) => one.language === each));
  return (
    all.find((each) => each.language === language) ??
    others.find((each) => each !== undefined) ??
    emptyTemplate
  );
}
