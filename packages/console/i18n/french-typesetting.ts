const narrow = '\u202F';
const wide = '\u00A0';

/** Spaces that never break a line, where French sets them: within guillemets, before double signs and units. */
const typesetText = (text: string): string =>
  text
    .replaceAll(/ ([;!?])/g, `${narrow}$1`)
    .replaceAll(/ ([:»%])/g, `${wide}$1`)
    .replaceAll('« ', `«${wide}`)
    .replaceAll(/(\d) (s|min|h)\b/g, `$1${wide}$2`);

/** A text, a function that makes texts, or a group of them, with its spaces set; written with plain ones. */
export function typeset<T>(texts: T): T {
  if (typeof texts === 'string') return typesetText(texts) as T;
  if (typeof texts === 'function')
    return ((...given: readonly unknown[]) =>
      typeset((texts as (...given: readonly unknown[]) => unknown)(...given))) as T;
  if (Array.isArray(texts)) return texts.map((each: unknown) => typeset(each)) as T;
  if (typeof texts !== 'object' || texts === null) return texts;
  return Object.fromEntries(Object.entries(texts).map(([name, each]) => [name, typeset(each)])) as T;
}
