import type { Instant } from '@switchboard/kit/clock';
import type { CallId } from '../ids.ts';

/** What a waiting call's place in line follows from. */
export interface InLine {
  readonly callId: CallId;
  /** The caller has been with somebody before, and is back. */
  readonly isFront: boolean;
  readonly isVip: boolean;
  /** The higher, the sooner. */
  readonly priority: number;
  readonly arrivedAt: Instant;
}

/**
 * The order of waiting calls, to sort by: those who are back from somebody, then important callers, then by priority,
 * then by the time waited. Of two that are equal in all this the smaller id goes first, so the order is always the same.
 */
export function compareInLine(a: InLine, b: InLine): number {
  return (
    Number(b.isFront) - Number(a.isFront) ||
    Number(b.isVip) - Number(a.isVip) ||
    b.priority - a.priority ||
    a.arrivedAt - b.arrivedAt ||
    compareIds(a.callId, b.callId)
  );
}

export const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
