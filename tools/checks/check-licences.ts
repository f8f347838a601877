import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';

/** Licences that let anybody run, change and pass on what they cover. */
const allowed: ReadonlySet<string> = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'MPL-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'Unlicense',
  'Python-2.0',
  'PostgreSQL',
]);

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.unknown().optional(),
      dev: z.boolean().optional(),
      link: z.boolean().optional(),
    }),
  ),
});
const manifestSchema = z.object({ license: z.unknown().optional(), licenses: z.unknown().optional() });

export interface LicenceFindings {
  readonly problems: readonly string[];
  readonly packages: number;
}

/** The licence of everything that an installation without development tools brings along. */
export async function findLicenceProblems(root: string): Promise<LicenceFindings> {
  const lock = lockSchema.parse(JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')));
  const entries = Object.entries(lock.packages).filter(
    ([place, { dev, link }]) => /(^|\/)node_modules\//.test(place) && dev !== true && link !== true,
  );
  const problems = await Promise.all(
    entries.map(async ([place, { license, version }]) => {
      const text = licenceText(license) ?? (await licenceOnDisk(path.join(root, place)));
      if (text !== undefined && isAllowed(text)) return [];
      const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return [
        `${name} ${version ?? ''}: ${text ?? 'no licence is named'}; use another package, or a decision page`,
      ];
    }),
  );
  return { problems: problems.flat(), packages: entries.length };
}

async function licenceOnDisk(folder: string): Promise<string | undefined> {
  try {
    const manifest = manifestSchema.parse(
      JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')),
    );
    return licenceText(manifest.license) ?? licenceText(manifest.licenses);
  } catch {
    // Not installed here (another platform's binaries), and the lock file does not say: reported as unnamed.
    return undefined;
  }
}

/** Old manifests have `{ type }` or a list of those, any of which may be chosen. */
function licenceText(found: unknown): string | undefined {
  if (typeof found === 'string') return found;
  if (Array.isArray(found)) {
    const names = found.map(licenceText).filter((name) => name !== undefined);
    return names.length === 0 ? undefined : names.join(' OR ');
  }
  if (typeof found === 'object' && found !== null && 'type' in found) return licenceText(found.type);
  return undefined;
}

/** Understands SPDX expressions: of `A OR B` one must be allowed, of `A AND B` both. */
export function isAllowed(expression: string): boolean {
  const tokens = expression.match(/\(|\)|[^\s()]+/g) ?? [];
  let position = 0;
  const one = (): boolean => {
    const token = tokens[position];
    position += 1;
    if (token !== '(') return token !== undefined && allowed.has(token);
    const inner = either();
    position += 1;
    return inner;
  };
  const both = (): boolean => {
    let result = one();
    while (tokens[position] === 'AND') {
      position += 1;
      const next = one();
      result = result && next;
    }
    return result;
  };
  const either = (): boolean => {
    let result = both();
    while (tokens[position] === 'OR') {
      position += 1;
      const next = both();
      result = result || next;
    }
    return result;
  };
  const result = either();
  return result && position === tokens.length;
}
