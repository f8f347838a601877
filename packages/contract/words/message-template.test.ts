import { describe, expect, test } from 'vitest';
import { fillTemplate, isAboutCall, templateProblem } from './message-template.ts';
import { messageLanguages, messageWords, supportedLanguage } from './message-words.ts';
import { shippedTemplates } from './shipped-templates.ts';

const values = {
  caller: 'K. Bauer',
  number: '+49 30 5550100',
  queue: 'Main',
  time: '29 November 2026 at 14:05',
  recipient: 'Jan',
  operator: 'Eva Berg',
};

describe('a filled template', () => {
  test('holds what is known, and nothing of what is not', () => {
    const template = '{caller}[ ({number})][ of {company}] called.\n\n{text}\n\n{wishes}\n\n{operator}';
    expect(fillTemplate(template, values)).toBe('K. Bauer (+49 30 5550100) called.\n\nEva Berg');
    expect(fillTemplate(template, { caller: 'K. Bauer', text: 'About the lift.', number: '  ' })).toBe(
      'K. Bauer called.\n\nAbout the lift.',
    );
  });

  test('takes a value for text, whatever stands in it', () => {
    const text = 'A {queue} of [three] $& <b>\nlines';
    expect(fillTemplate('{text}', { text, queue: 'Main' })).toBe(text);
    expect(fillTemplate('[{caller}: {text}]', { caller: '{text}', text })).toBe(`{text}: ${text}`);
  });
});

test.each([
  ['Dear {recipient}, {caler} called', { kind: 'unknownPlaceholder', placeholder: 'caler' }],
  ['{}', { kind: 'unknownPlaceholder', placeholder: '' }],
  ['{caller', { kind: 'unbalanced', sign: '{' }],
  ['[{caller}', { kind: 'unbalanced', sign: '[' }],
  ['[a [{caller}] b]', { kind: 'unbalanced', sign: '[' }],
  ['{ caller } [({number})] fine', undefined],
])('of the template %s is said what is wrong', (template, problem) => {
  expect(templateProblem(template)).toEqual(problem);
});

describe('the templates that come along', () => {
  test('are there in every language, with nothing wrong', () => {
    const names = new Set(shippedTemplates.map(({ name }) => name));
    for (const name of names) {
      const languages = shippedTemplates.filter((each) => each.name === name).map(({ language }) => language);
      expect(languages).toEqual([...messageLanguages]);
    }
    for (const { subject, body } of shippedTemplates) {
      expect(templateProblem(subject)).toBeUndefined();
      expect(templateProblem(body)).toBeUndefined();
    }
  });

  test('say something of a caller of whom nothing is known, without holes', () => {
    for (const { language, body, subject } of shippedTemplates.filter((each) => isAboutCall(each.body))) {
      const caller = messageWords[language].unknownCaller;
      const filled = `${fillTemplate(subject, { caller })}\n${fillTemplate(body, { caller, time: 'now', operator: 'Eva' })}`;
      expect(filled).not.toMatch(/\(\)| {2}|^[ .,:]/m);
      expect(filled).toContain(caller);
    }
  });
});

test('a language is known by its beginning, in any case', () => {
  expect(['nl-BE', 'DE', 'fr_FR', 'es', '', undefined].map(supportedLanguage)).toEqual([
    'nl',
    'de',
    'fr',
    undefined,
    undefined,
    undefined,
  ]);
});
