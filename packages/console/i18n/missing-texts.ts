import { languageNames, languages, loadTexts } from './languages.ts';
import { english } from './texts.ts';

/** What lacks in the languages beside English, or is there and not in English, as `Nederlands: screen.calls.vip`. */
export async function missingTexts(): Promise<readonly string[]> {
  const found = await Promise.all(
    languages.map(async (language) =>
      misfits(english, await loadTexts(language), '').map((path) => `${languageNames[language]}: ${path}`),
    ),
  );
  return found.flat();
}

/** Paths at which one has a text, a function or a group of texts and the other has not. */
export function misfits(one: unknown, other: unknown, path: string): readonly string[] {
  if (typeof one !== typeof other) return [path];
  if (typeof one === 'string') return (one === '') === (other === '') ? [] : [path];
  if (!isGroup(one) || !isGroup(other)) return [];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Array.from(names).flatMap((name) =>
    misfits(one[name], other[name], path === '' ? name : `${path}.${name}`),
  );
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
