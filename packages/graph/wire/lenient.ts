import * as z from 'zod';

/**
 * Pieces for reading what Microsoft sends. They forgive what the documents themselves do: null for absent, numbers
 * written as text, enum members in any case. A decorative field of the wrong type counts as absent, so that a
 * strange language code never costs a call.
 */

/** Text, or nothing. An empty text is nothing. */
export const text = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((value) => value?.trim() || undefined);

/** A member of an enum, in lower case. Unknown members pass. */
export const member = text.transform((value) => value?.toLowerCase());

/** A whole number, also when it is written as text. */
export const integer = z
  .union([z.number(), z.string().regex(/^\s*-?\d+\s*$/)])
  .nullish()
  .catch(undefined)
  .transform((value) => (value === undefined || value === null ? undefined : Math.trunc(Number(value))));

/** True or false, also when it is written as text. */
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false', 'True', 'False'])])
  .nullish()
  .catch(undefined)
  .transform((value) =>
    value === undefined || value === null ? undefined : String(value).toLowerCase() === 'true',
  );

/** An object of the given shape, or nothing when it is absent, null or of another kind. */
export const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  schema
    .nullish()
    .catch(undefined)
    .transform((value) => value ?? undefined);

const bareGuid = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/**
 * One spelling for an id that may be a GUID: lower case, with its dashes. The documents write the same call as
 * `57DAB8B1894C409AB240BD8BEAE78896` and as `57dab8b1-894c-409a-b240-bd8beae78896`
 * (https://learn.microsoft.com/graph/api/call-playprompt, read 2026-11-23). Other ids only lose their case.
 */
export const oneSpelling = (id: string): string =>
  id.trim().toLowerCase().replace(bareGuid, '$1-$2-$3-$4-$5');
