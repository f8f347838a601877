import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A text file of the repository; `name` is its path from the root, with slashes. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** Made by machines, or not part of the repository (.gitignore). */
const passedOver = new Set(['node_modules', 'dist', '.git', '.data', 'artifacts', 'coverage']);

/** Every text file of the repository, by name. */
export async function readRepository(root: string): Promise<readonly SourceFile[]> {
  const names = await list(root, '');
  const files = await Promise.all(
    names.sort().map(async (name) => ({ name, bytes: await readFile(path.join(root, name)) })),
  );
  return files
    .filter(({ bytes }) => !bytes.includes(0))
    .map(({ name, bytes }) => ({ name, text: bytes.toString('utf8') }));
}

async function list(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter(({ name }) => !passedOver.has(name) && !/\.log$|^\.env$|^\.DS_Store$/.test(name))
      .map(async (entry) => {
        const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) return await list(root, name);
        return entry.isFile() ? [name] : [];
      }),
  );
  return found.flat();
}

/** Code that people write: no data, no generated files. */
export const isCode = ({ name }: SourceFile): boolean =>
  /\.(ts|tsx|mjs|js)$/.test(name) && !name.endsWith('.gen.ts');

export const isTest = ({ name }: SourceFile): boolean => /\.(test|testing)\.tsx?$/.test(name);

export const lineCount = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** The number of the line on which the character stands, from 1. */
export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;
