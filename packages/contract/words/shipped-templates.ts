import type { MessageLanguage } from './message-words.ts';

/** A template as it is kept: its name and language are its key. */
export interface MessageTemplate {
  readonly name: string;
  /** As operators choose it. */
  readonly title: string;
  /** Of a mail. A chat has none. */
  readonly subject: string;
  readonly body: string;
}

type Shipped = MessageTemplate & { readonly language: MessageLanguage };

/** Templates that every tenant has. Its own of the same name and language stand in for them. */
export const shippedTemplates: readonly Shipped[] = [
  {
    name: 'call',
    language: 'en',
    title: 'Somebody called',
    subject: '{caller}[ ({company})] called',
    body: 'Hello[ {recipient}],\n\n{caller}[ of {company}] called for you[ through {queue}] on {time}.[ Number: {number}.]\n\n{text}\n\n{wishes}\n\nKind regards,\n{operator}',
  },
  {
    name: 'call',
    language: 'nl',
    title: 'Er is gebeld',
    subject: '{caller}[ ({company})] heeft gebeld',
    body: 'Hallo[ {recipient}],\n\n{caller}[ van {company}] heeft voor je gebeld[ via {queue}], {time}.[ Nummer: {number}.]\n\n{text}\n\n{wishes}\n\nMet vriendelijke groet,\n{operator}',
  },
  {
    name: 'call',
    language: 'de',
    title: 'Ein Anruf',
    subject: '{caller}[ ({company})] hat angerufen',
    body: 'Guten Tag[ {recipient}],\n\n{caller}[ von {company}] hat[ über {queue}] für Sie angerufen, {time}.[ Nummer: {number}.]\n\n{text}\n\n{wishes}\n\nFreundliche Grüße\n{operator}',
  },
  {
    name: 'call',
    language: 'fr',
    title: 'Un appel',
    subject: '{caller}[ ({company})] a appelé',
    body: 'Bonjour[ {recipient}],\n\n{caller}[ de {company}] a appelé pour vous[ par {queue}], {time}.[ Numéro : {number}.]\n\n{text}\n\n{wishes}\n\nCordialement,\n{operator}',
  },
  {
    name: 'no-answer',
    language: 'en',
    title: 'You were not reached',
    subject: '{caller}[ ({company})] could not reach you',
    body: 'Hello[ {recipient}],\n\nI tried to put {caller}[ of {company}] through to you on {time}, but you did not answer.[ Number: {number}.]\n\n{text}\n\n{wishes}\n\nKind regards,\n{operator}',
  },
  {
    name: 'no-answer',
    language: 'nl',
    title: 'Je was niet bereikbaar',
    subject: '{caller}[ ({company})] kon je niet bereiken',
    body: 'Hallo[ {recipient}],\n\nIk wilde {caller}[ van {company}] met je doorverbinden, {time}, maar je nam niet op.[ Nummer: {number}.]\n\n{text}\n\n{wishes}\n\nMet vriendelijke groet,\n{operator}',
  },
  {
    name: 'no-answer',
    language: 'de',
    title: 'Sie waren nicht erreichbar',
    subject: '{caller}[ ({company})] hat Sie nicht erreicht',
    body: 'Guten Tag[ {recipient}],\n\nich wollte {caller}[ von {company}] mit Ihnen verbinden, {time}, aber Sie haben nicht abgenommen.[ Nummer: {number}.]\n\n{text}\n\n{wishes}\n\nFreundliche Grüße\n{operator}',
  },
  {
    name: 'no-answer',
    language: 'fr',
    title: 'Vous n’avez pas pu être joint',
    subject: '{caller}[ ({company})] n’a pas pu vous joindre',
    body: 'Bonjour[ {recipient}],\n\nJ’ai voulu vous passer {caller}[ de {company}], {time}, mais vous n’avez pas répondu.[ Numéro : {number}.]\n\n{text}\n\n{wishes}\n\nCordialement,\n{operator}',
  },
  {
    name: 'short',
    language: 'en',
    title: 'In one line',
    subject: '{caller} called',
    body: '{caller}[ ({number})] called, {time}.[ {text}][ {wishes}]',
  },
  {
    name: 'short',
    language: 'nl',
    title: 'In één regel',
    subject: '{caller} heeft gebeld',
    body: '{caller}[ ({number})] heeft gebeld, {time}.[ {text}][ {wishes}]',
  },
  {
    name: 'short',
    language: 'de',
    title: 'In einer Zeile',
    subject: '{caller} hat angerufen',
    body: '{caller}[ ({number})] hat angerufen, {time}.[ {text}][ {wishes}]',
  },
  {
    name: 'short',
    language: 'fr',
    title: 'En une ligne',
    subject: '{caller} a appelé',
    body: '{caller}[ ({number})] a appelé, {time}.[ {text}][ {wishes}]',
  },
  {
    name: 'note',
    language: 'en',
    title: 'A note',
    subject: 'A message from {operator}',
    body: 'Hello[ {recipient}],\n\n{text}\n\n{wishes}\n\nKind regards,\n{operator}',
  },
  {
    name: 'note',
    language: 'nl',
    title: 'Een bericht',
    subject: 'Een bericht van {operator}',
    body: 'Hallo[ {recipient}],\n\n{text}\n\n{wishes}\n\nMet vriendelijke groet,\n{operator}',
  },
  {
    name: 'note',
    language: 'de',
    title: 'Eine Nachricht',
    subject: 'Eine Nachricht von {operator}',
    body: 'Guten Tag[ {recipient}],\n\n{text}\n\n{wishes}\n\nFreundliche Grüße\n{operator}',
  },
  {
    name: 'note',
    language: 'fr',
    title: 'Un message',
    subject: 'Un message de {operator}',
    body: 'Bonjour[ {recipient}],\n\n{text}\n\n{wishes}\n\nCordialement,\n{operator}',
  },
];
