import { isCode, type SourceFile } from './source-files.ts';

/** Words that say nothing about what a file holds. */
const emptyWords = /^(utils?|helpers?|manager|common|misc|shared)$/;

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Tools look for these by this very name. */
const namedByTools = /(^|\/)(vite|vitest)\.config\.ts$|^\.dependency-cruiser\.mjs$/;

/** Files are called after what they export, in kebab-case; nothing is exported as default, and nothing only passed on. */
export function findNameProblems(files: readonly SourceFile[]): readonly string[] {
  return files.filter((file) => isCode(file) && !namedByTools.test(file.name)).flatMap(problemsOf);
}

function problemsOf({ name, text }: SourceFile): readonly string[] {
  const problems: string[] = [];
  const folders = name.split('/');
  // `one-call.store.test.ts` is called one-call; the rest says what kind of file it is.
  const words = [...folders.slice(0, -1), folders.at(-1)?.split('.')[0] ?? ''];
  for (const word of words) {
    if (!kebabCase.test(word)) problems.push(`${name}: "${word}" is not kebab-case`);
    const empty = word === 'index' ? word : word.split('-').find((part) => emptyWords.test(part));
    if (empty !== undefined) {
      problems.push(`${name}: "${empty}" says nothing; name it after what it does or exports`);
    }
  }
  if (/^export default\b|^export \{[^}]*\bas default\b/m.test(text)) {
    problems.push(`${name}: has a default export; give it a name`);
  }
  if (isBarrel(text))
    problems.push(`${name}: only passes on what others export; import from the file itself`);
  return problems;
}

function isBarrel(text: string): boolean {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').trim();
  if (code === '') return false;
  return (
    code
      .replaceAll(/export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"][^'"]+['"];?/g, '')
      .trim() === ''
  );
}
