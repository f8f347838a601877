import type { CallState } from '@switchboard/domain/call/call-state';
import type { CallerRecord } from './diary.ts';

/** What became of all callers: every one is counted once. */
export interface Account {
  readonly placed: number;
  /** A colleague has them. */
  readonly handedOver: number;
  readonly endedByOperators: number;
  /** The caller hung up while nobody talked to them yet. */
  readonly abandoned: number;
  /** The caller hung up after somebody had talked to them. */
  readonly endedByCallers: number;
  /** The queue was closed or full, and said so. */
  readonly turnedAway: number;
  /** Was waiting or talking when the soak was over. */
  readonly there: number;
  /** Who did not hang up, and whose call ended though nobody ended it; in words. */
  readonly lost: readonly string[];
  /** Milliseconds. */
  readonly longestSilence: number;
}

type Fate = 'handedOver' | 'endedByOperators' | 'abandoned' | 'endedByCallers' | 'turnedAway' | 'there';

export interface AccountParts {
  readonly callers: readonly CallerRecord[];
  /** Every call that the database has. */
  readonly states: readonly CallState[];
  readonly operators: readonly string[];
  /** Calls that operators have asked to end at their consoles. */
  readonly endedOnPurpose: ReadonlySet<string>;
  /** Whoever has been in the call for less than this has not taken it, in milliseconds. */
  readonly settle: number;
}

/** Longer than this nobody who is not lost hears nothing, in milliseconds. */
const longestBearable = 60_000;

/** Whoever talks to the caller hangs up, and the call is over within so long, in milliseconds. */
const leaving = 15_000;

export function takeAccount(parts: AccountParts): Account {
  const byNumber = new Map(
    parts.states.flatMap((state) => (state.caller.kind === 'number' ? [[state.caller.number, state]] : [])),
  );
  const counts: Record<Fate, number> = {
    handedOver: 0,
    endedByOperators: 0,
    abandoned: 0,
    endedByCallers: 0,
    turnedAway: 0,
    there: 0,
  };
  const lost: string[] = [];
  for (const record of parts.callers) {
    const fate = fateOf(record, byNumber.get(record.number), parts);
    if (isFate(fate)) counts[fate] += 1;
    else lost.push(`${record.number}: ${fate}`);
  }
  const silences = parts.callers.map(({ end }) => end?.longestSilence ?? 0);
  return { placed: parts.callers.length, ...counts, lost, longestSilence: Math.max(0, ...silences) };
}

const fates: ReadonlySet<string> = new Set<Fate>([
  'handedOver',
  'endedByOperators',
  'abandoned',
  'endedByCallers',
  'turnedAway',
  'there',
]);
const isFate = (word: string): word is Fate => fates.has(word);

/** What became of a caller, or in words how they were lost. */
function fateOf(record: CallerRecord, call: CallState | undefined, parts: AccountParts): string {
  const { end, hasHungUp, hasTalked, wasThereAtTheEnd } = record;
  if (end === undefined) return 'is in a call still, after everybody has hung up';
  if (end.longestSilence > longestBearable) return `heard nothing for ${end.longestSilence} ms`;
  if (wasThereAtTheEnd) return 'there';
  if (hasHungUp && call?.name === 'ended' && call.reason === 'handedOver') return 'handedOver';
  if (hasHungUp) return hasTalked ? 'endedByCallers' : 'abandoned';
  if (call === undefined) return 'no server ever took the call on';
  if (call.name !== 'ended') return `is gone, and we think that the call is ${call.name}`;
  return fateByReason(call, end, parts);
}

/** What Teams does with a call that has left us is out of our hands. */
const isGivenAway = ({ bridge, isGroup }: CallState): boolean => bridge === 'direct' && !isGroup;

/** Of a caller who did not hang up. */
function fateByReason(
  call: Extract<CallState, { name: 'ended' }>,
  { at, hungUp, isRemoved }: NonNullable<CallerRecord['end']>,
  { operators, endedOnPurpose, settle }: AccountParts,
): string {
  const hungUpBy = hungUp.at(-1);
  switch (call.reason) {
    case 'handedOver':
      if (isGivenAway(call)) return 'handedOver';
      if (isRemoved) return 'shown out after the hand-over';
      if (hungUpBy === undefined || at - hungUpBy.at > leaving) return 'cut off after the hand-over';
      return hungUpBy.stayed < settle
        ? `cut off from a target who left after ${hungUpBy.stayed} ms`
        : 'handedOver';
    case 'operatorHungUp': {
      const isMeant = endedOnPurpose.has(call.callId);
      const hungUpInTeams = hungUp.some(({ id }) => operators.includes(id));
      return isMeant || hungUpInTeams ? 'endedByOperators' : 'ended as if an operator had hung up';
    }
    case 'closed':
    case 'emergency':
    case 'full':
    case 'nobodyThere':
    case 'waitedTooLong':
    case 'promisedCallBack':
    case 'rejected':
    case 'blocked':
      return 'turnedAway';
    case 'callerHungUp':
    case 'notAnswered':
    case 'lostByPlatform':
      return `ended as ${call.reason} (${call.callId})`;
    default:
      return call.reason satisfies never;
  }
}
