import { ok, type Refused, type Result, refused } from '@switchboard/kit/result';
import { joinClips } from './join-clips.ts';

/** The highest place in line, and the longest wait in minutes, that are said. */
export const highestNumber = 20;

/**
 * A recording from which announcements are put together: "You are number" – "three" – "in the queue"; "You will wait" –
 * "two minutes" – "at most". What stands after is only recorded where the language wants it.
 */
export type ClipName =
  | 'position-before'
  | `number-${number}`
  | 'position-after'
  | 'wait-before'
  | 'less-than-a-minute'
  | `minutes-${number}`
  | 'more-minutes'
  | 'wait-after';

const numbered = <Kind extends string>(kind: Kind): readonly `${Kind}-${number}`[] =>
  Array.from({ length: highestNumber }, (_, n) => `${kind}-${n + 1}` as const);

/** Every clip there is, in the order in which one records them. */
export const clipNames: readonly ClipName[] = [
  'position-before',
  ...numbered('number'),
  'position-after',
  'wait-before',
  'less-than-a-minute',
  ...numbered('minutes'),
  'more-minutes',
  'wait-after',
];

const names: ReadonlySet<string> = new Set(clipNames);
export const isClipName = (name: string): name is ClipName => names.has(name);

/** What shall be said to those who wait. */
export interface SpokenAnnouncement {
  /** Places in line from the first to this one, 0 to {@link highestNumber}; 0: none. */
  readonly positionsTo: number;
  /** Expected waits to this many minutes, 0 to {@link highestNumber}; 0: none. */
  readonly minutesTo: number;
}

/** The sound files of a queue's announcement, in the order of the domain's `Announcement`. */
export interface AnnouncementSounds {
  /** By place in line, the first in line first. */
  readonly positions: readonly Uint8Array[];
  /** By whole minutes, less than a minute first; the last, where it is recorded, for any longer wait. */
  readonly waits: readonly Uint8Array[];
}

/** Why no announcement can be made. */
export interface AnnouncementProblem {
  readonly field: keyof SpokenAnnouncement | 'clips';
  readonly problem: string;
  readonly remedy: string;
}

/** Which recordings an announcement cannot do without. */
export function neededClips({ positionsTo, minutesTo }: SpokenAnnouncement): readonly ClipName[] {
  const positions: readonly ClipName[] = ['position-before', ...numbered('number').slice(0, positionsTo)];
  const waits: readonly ClipName[] = [
    'wait-before',
    'less-than-a-minute',
    ...numbered('minutes').slice(0, minutesTo),
  ];
  return [...(positionsTo > 0 ? positions : []), ...(minutesTo > 0 ? waits : [])];
}

/**
 * Puts announcements together from clips that `convertSound` has made. `opening`, if any, is heard before each.
 * Refuses, naming them, when clips are missing. Works some milliseconds an announcement.
 */
export function composeAnnouncement(
  clips: ReadonlyMap<ClipName, Uint8Array>,
  wanted: SpokenAnnouncement,
  opening?: Uint8Array,
): Result<AnnouncementSounds, AnnouncementProblem> {
  for (const field of ['positionsTo', 'minutesTo'] as const) {
    const number = wanted[field];
    if (!Number.isInteger(number) || number < 0 || number > highestNumber) {
      const remedy = `give a whole number from 0 to ${highestNumber}`;
      return refused({ field, problem: `${field} is ${number}`, remedy });
    }
  }
  const missing = neededClips(wanted).filter((name) => !clips.has(name));
  if (missing.length > 0) return missingClips(missing);
  const speak = (...parts: readonly ClipName[]): Uint8Array => {
    const heard = parts.map((name) => clips.get(name)).filter((clip) => clip !== undefined);
    return joinClips(opening === undefined ? heard : [opening, ...heard]);
  };
  const waits: readonly ClipName[] = [
    'less-than-a-minute',
    ...numbered('minutes').slice(0, wanted.minutesTo),
  ];
  const longer: readonly ClipName[] = clips.has('more-minutes') ? ['more-minutes'] : [];
  return ok({
    positions: numbered('number')
      .slice(0, wanted.positionsTo)
      .map((number) => speak('position-before', number, 'position-after')),
    waits:
      wanted.minutesTo === 0
        ? []
        : [...waits, ...longer].map((wait) => speak('wait-before', wait, 'wait-after')),
  });
}

function missingClips(missing: readonly ClipName[]): Refused<AnnouncementProblem> {
  const isOne = missing.length === 1;
  return refused({
    field: 'clips',
    problem: `${isOne ? 'A recording is' : `${missing.length} recordings are`} missing: ${missing.join(', ')}`,
    remedy: `upload ${isOne ? 'it' : 'them'}, or let less be announced`,
  });
}
