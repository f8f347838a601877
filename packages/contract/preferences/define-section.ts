import type * as z from 'zod/mini';
import type { PreferenceValue } from './preference-value.ts';

type Fields = Readonly<Record<string, z.ZodMiniType>>;
/** What the fields of a section are, all of them. */
export type ValuesOf<F extends Fields> = { readonly [Name in keyof F]: z.infer<F[Name]> };

/** A part of what an operator prefers. Each field may be missing: then its default holds. */
export interface PreferenceSection<F extends Fields = Fields> {
  readonly fields: F;
  readonly defaults: ValuesOf<F>;
}

/** @param defaults what holds for an operator who has chosen nothing */
export const defineSection = <F extends Fields>(
  fields: F,
  defaults: NoInfer<ValuesOf<F>>,
): PreferenceSection<F> => ({ fields, defaults });

/** The values of a section. A field that is missing or does not fit, as of a newer console, is its default. */
export function readSection<F extends Fields>(
  section: PreferenceSection<F>,
  value: PreferenceValue,
): ValuesOf<F> {
  const read = Object.entries(section.fields).map(([name, schema]) => {
    const field = schema.safeParse(value[name]);
    return [name, field.success && Object.hasOwn(value, name) ? field.data : section.defaults[name]];
  });
  return Object.fromEntries(read) as ValuesOf<F>;
}

/** The path of the first known field that does not fit, as `volume`; undefined: all that are there fit. */
export function misfitOf({ fields }: PreferenceSection, value: PreferenceValue): string | undefined {
  for (const [name, schema] of Object.entries(fields)) {
    if (!Object.hasOwn(value, name)) continue;
    const field = schema.safeParse(value[name]);
    if (!field.success) return [name, ...(field.error.issues[0]?.path ?? [])].map(String).join('.');
  }
  return undefined;
}
