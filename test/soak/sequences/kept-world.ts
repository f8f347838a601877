import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { Plan } from '../../worlds/plan.ts';
import type { Failure } from './batch.ts';

/** Worlds in which somebody was lost once; every `npm test` lives through them again. */
const folder = path.resolve(import.meta.dirname, '../../regressions/worlds');

const planSchema = z.strictObject({
  seed: z.int(),
  weather: z.int(),
  settings: z.int(),
  pace: z.int(),
  rules: z.int(),
  steps: z.array(z.strictObject({ what: z.int(), which: z.int(), wait: z.int() })),
});

const keptWorldSchema = z.strictObject({
  /** What was broken, in a sentence. */
  broken: z.string().min(1),
  plan: planSchema,
});
export type KeptWorld = z.infer<typeof keptWorldSchema>;

/** @returns where it is kept, seen from the repository's root */
export async function keepWorld({ plan, broken }: Failure): Promise<string> {
  const name = nameOf(plan);
  const kept: KeptWorld = { broken: broken.join('; ').split('\n')[0] ?? '', plan: planSchema.parse(plan) };
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, name), `${JSON.stringify(kept, undefined, 2)}\n`);
  return `test/regressions/worlds/${name}`;
}

export async function readKeptWorlds(): Promise<readonly (KeptWorld & { readonly name: string })[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  return await Promise.all(
    names.map(async (name) => {
      const text = await readFile(path.join(folder, name), 'utf8');
      return { name, ...keptWorldSchema.parse(JSON.parse(text)) };
    }),
  );
}

/** Two worlds that are the same have the same name. */
export function nameOf({ seed, weather, settings, pace, rules, steps }: Plan): string {
  const happening = steps.map(({ what, which, wait }) => [what, which, wait]);
  const inOrder = [seed, weather, settings, pace, rules, happening];
  return `${createHash('sha256').update(JSON.stringify(inOrder)).digest('hex').slice(0, 8)}.json`;
}
