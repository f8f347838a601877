import * as z from 'zod';
import { maybe, member, text } from '../wire/lenient.ts';

/** Where somebody works today, as Teams has it (https://learn.microsoft.com/graph/api/resources/userworklocation, read 2026-11-23). */
export interface WorkLocation {
  readonly at: 'office' | 'remote' | 'timeOff';
  /** By hand, by their plan, or found out by Teams; other words may come, in lower case. */
  readonly source?: string;
  /** A place of Microsoft Places. */
  readonly placeId?: string;
}

export const workLocationSchema = maybe(
  z.looseObject({ workLocationType: member, source: member, placeId: text }),
);

const places: ReadonlyMap<string, WorkLocation['at']> = new Map([
  ['office', 'office'],
  ['remote', 'remote'],
  ['timeoff', 'timeOff'],
]);

/** Undefined for `unspecified`, and for a word that we do not know. */
export function workLocationFrom(said: z.output<typeof workLocationSchema>): WorkLocation | undefined {
  const at = places.get(said?.workLocationType ?? '');
  if (said === undefined || at === undefined) return undefined;
  const { source, placeId } = said;
  return {
    at,
    ...(source === undefined || source === 'none' ? {} : { source }),
    ...(placeId === undefined ? {} : { placeId }),
  };
}
