import { defineSection } from './define-section.ts';

/** Where the parts of the console stand, and how large they are. */
export const layout = defineSection({}, {});
