import type { CallId } from '../ids.ts';
import { compareInLine, type InLine } from './waiting-order.ts';

/** A call of the queue that was answered. Both in milliseconds. */
export interface AnsweredCall {
  /** From its arrival until an operator talked to the caller. */
  readonly answeredAfter: number;
  /** For how long it kept that operator, the wrap-up counted. */
  readonly talked: number;
}

/** How long a caller must expect to wait. */
export interface ExpectedWait {
  readonly milliseconds: number;
  /** As it is announced: whole minutes, rounded up; 0 means less than a minute. */
  readonly minutes: number;
}

/** Below this many calls nothing is announced rather than a guess. */
export const fewestAnswered = 3;

/**
 * How long the caller at a position (1 is first in line) will still wait. The operators at work are taken to talk
 * without a pause, each call for as long as the median of the last ones: so many calls must end before this one's turn.
 * It is never promised sooner than callers are usually answered, by the median again, as far as that is within the time
 * of one call: operators also need to notice and accept, and may work for other queues.
 *
 * @param answered the queue's last calls, in any order; times that are no time are passed over
 * @param operatorsAtWork whether in a call or not
 * @returns undefined if nobody is at work, or too few calls were answered to tell
 */
export function expectedWait(
  position: number,
  answered: readonly AnsweredCall[],
  operatorsAtWork: number,
): ExpectedWait | undefined {
  const known = answered.filter(({ answeredAfter, talked }) => isTime(answeredAfter) && isTime(talked));
  if (known.length < fewestAnswered || !(position >= 1) || !(operatorsAtWork >= 1)) return undefined;
  const talked = median(known.map((call) => call.talked));
  const usual = median(known.map((call) => call.answeredAfter));
  const milliseconds = Math.round(Math.max((position * talked) / operatorsAtWork, Math.min(usual, talked)));
  return isTime(milliseconds) ? { milliseconds, minutes: announcedMinutes(milliseconds) } : undefined;
}

/** Whole minutes, rounded up: nobody minds to wait less than was said. 0 means less than a minute. */
export const announcedMinutes = (milliseconds: number): number =>
  milliseconds < 60_000 ? 0 : Math.ceil(milliseconds / 60_000);

/** A call's place in line, 1 and up; undefined if it is not among those that wait. */
export function positionOf(calls: readonly InLine[], callId: CallId): number | undefined {
  const call = calls.find((one) => one.callId === callId);
  if (call === undefined) return undefined;
  return calls.filter((one) => compareInLine(one, call) < 0).length + 1;
}

const isTime = (milliseconds: number): boolean => Number.isFinite(milliseconds) && milliseconds >= 0;

/** Of an even number of values the lower of the two in the middle. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}
