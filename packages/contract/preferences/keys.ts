import { defineSection } from './define-section.ts';

/** The keys that the operator has put elsewhere. */
export const keys = defineSection({}, {});
