import { calling } from './calling.ts';
import type { PreferenceSection, ValuesOf } from './define-section.ts';
import { headset } from './headset.ts';
import { keys } from './keys.ts';
import { layout } from './layout.ts';
import { look } from './look.ts';
import { ringing } from './ringing.ts';
import { speech } from './speech.ts';

/**
 * What an operator may prefer, by section. A field more needs no new version of the contract: a server that does not
 * know it keeps it, a console that does not know it lets it be.
 */
export const preferenceSections = { layout, keys, ringing, headset, speech, look, calling } as const;
export type SectionName = keyof typeof preferenceSections;
export type Preferences<Name extends SectionName> = ValuesOf<(typeof preferenceSections)[Name]['fields']>;

export const sectionOf = (name: string): PreferenceSection | undefined =>
  Object.hasOwn(preferenceSections, name) ? preferenceSections[name as SectionName] : undefined;
