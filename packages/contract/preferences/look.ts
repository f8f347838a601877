import * as z from 'zod/mini';
import { defineSection } from './define-section.ts';

export const themeChoices = ['system', 'light', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof themeChoices)[number];
export const densities = ['comfortable', 'compact'] as const;

/** How the console looks. */
export const look = defineSection(
  {
    theme: z.enum(themeChoices),
    /** A language tag as `en` or `de-CH`; `system`: what the browser asks for. */
    language: z.string().check(z.regex(/^(?:system|[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})$/u)),
    density: z.enum(densities),
  },
  { theme: 'system', language: 'system', density: 'comfortable' },
);
