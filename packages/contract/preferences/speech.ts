import * as z from 'zod/mini';
import { defineSection } from './define-section.ts';

export const speechLevels = ['brief', 'normal', 'full'] as const;
export type SpeechLevel = (typeof speechLevels)[number];

/** What is said aloud, and how the one line is written. */
export const speech = defineSection(
  {
    /** `brief`: what cannot wait and what came of the operator's own keys; `full`: with what is worth knowing besides. */
    level: z.enum(speechLevels),
    /** Characters of the one line that says how things stand: the cells of a braille display. */
    lineWidth: z.number().check(z.int(), z.minimum(20), z.maximum(80)),
  },
  { level: 'normal', lineWidth: 40 },
);
export type SpeechPreference = typeof speech.defaults;
