import * as z from 'zod/mini';
import { defineSection } from './define-section.ts';

/** Own profiles that one operator may keep. */
export const mostProfiles = 8;
/** A key with what is held down, as `Ctrl+Shift+F8`. */
const chordSchema = z.string().check(z.minLength(1), z.maxLength(40));
const letterSchema = z.string().check(z.regex(/^[A-Z]$/u));
const lettersSchema = z.optional(z.record(z.string(), letterSchema));

/** A profile that the operator made: what differs from the shipped one that it began as. */
export const ownProfileSchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(40)),
  base: z.enum(['keyboard', 'numberPad']),
  /** By the name of the action; none: the action has no key. */
  keys: z.record(z.string(), z.array(chordSchema).check(z.maxLength(4))),
  letters: z.object({
    calls: lettersSchema,
    person: lettersSchema,
    callBacks: lettersSchema,
    messages: lettersSchema,
    history: lettersSchema,
  }),
});

/** The keys that the operator has put elsewhere. */
export const keys = defineSection(
  {
    /** The profile in use: `keyboard`, `numberPad`, or the name of one of their own. */
    profile: z.string().check(z.minLength(1), z.maxLength(40)),
    own: z.array(ownProfileSchema).check(z.maxLength(mostProfiles)),
  },
  { profile: 'keyboard', own: [] },
);
export type KeysPreference = typeof keys.defaults;
