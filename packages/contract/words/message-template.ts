/** What a template can be filled with. */
export const placeholders = [
  'caller',
  'number',
  'company',
  'queue',
  'time',
  'text',
  'wishes',
  'recipient',
  'operator',
  'organisation',
] as const;
export type Placeholder = (typeof placeholders)[number];

/** What is known; an empty text is as none. */
export type TemplateValues = { readonly [P in Placeholder]?: string | undefined };

/** What a template cannot be used for: a word in braces that means nothing, or brackets and braces that do not match. */
export type TemplateProblem =
  | { readonly kind: 'unknownPlaceholder'; readonly placeholder: string }
  | { readonly kind: 'unbalanced'; readonly sign: string };

const placeholder = /\{([^{}]*)\}/g;
const optional = /\[([^[\]]*)\]/g;

const isPlaceholder = (word: string): word is Placeholder => placeholders.some((each) => each === word);

const wordsIn = (text: string): readonly string[] =>
  [...text.matchAll(placeholder)].map(([, word = '']) => word.trim());

/** The first thing that is wrong with a template; undefined: nothing is. */
export function templateProblem(template: string): TemplateProblem | undefined {
  const unknown = wordsIn(template).find((word) => !isPlaceholder(word));
  if (unknown !== undefined) return { kind: 'unknownPlaceholder', placeholder: unknown };
  const rest = template.replaceAll(placeholder, '').replaceAll(optional, (_, within: string) => within);
  const sign = /[{}[\]]/.exec(rest)?.[0];
  return sign === undefined ? undefined : { kind: 'unbalanced', sign };
}

/** Whether a template speaks of a call: without one it says nothing. */
export const isAboutCall = (template: string): boolean =>
  wordsIn(template).some((word) => word === 'caller' || word === 'time');

/**
 * A template filled: `{caller}` by what is known. What stands in `[…]` is left out when something in it is not known, and
 * so is a line of which nothing is known.
 */
export function fillTemplate(template: string, values: TemplateValues): string {
  const valueOf = (word: string): string => (isPlaceholder(word) ? (values[word]?.trim() ?? '') : '');
  const isKnown = (text: string): boolean => wordsIn(text).every((word) => valueOf(word) !== '');
  const lines = template.split('\n').flatMap((line) => {
    const shown = line.replaceAll(optional, (_, within: string) => (isKnown(within) ? within : ''));
    const words = wordsIn(line);
    if (words.length > 0 && words.every((word) => valueOf(word) === '')) return [];
    return [shown.replaceAll(placeholder, (_, word: string) => valueOf(word.trim())).trimEnd()];
  });
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
