import { defineSection } from './define-section.ts';

/** What is said aloud. */
export const speech = defineSection({}, {});
