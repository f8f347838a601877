import * as z from 'zod/mini';

/** The name of a section: those of {@link preferenceSections}, and those that a newer console has. */
export const sectionNameSchema = z.string().check(z.regex(/^[a-z][a-zA-Z]{0,31}$/u));

/** Sections that are kept for one operator. */
export const mostSections = 16;
/** Bytes of JSON that one section may have. */
export const largestSection = 32_768;
/** Objects and lists within each other, the section itself being the first. */
const deepest = 8;

/** What one section holds. Fields that a server does not know are kept as they are. */
export const preferenceValueSchema = z
  .record(z.string(), z.unknown())
  .check(z.refine((value) => isKeepable(value, 1), 'at most 8 objects deep, and text without U+0000'));
export type PreferenceValue = z.infer<typeof preferenceValueSchema>;

/** Whether a database keeps it as it is: no text that is no text, and no end of depth. */
function isKeepable(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return (
    depth <= deepest &&
    Object.entries(value).every(([key, part]) => isKeepable(key, depth) && isKeepable(part, depth + 1))
  );
}
