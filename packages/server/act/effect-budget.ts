import type { CallEffect } from '@switchboard/domain/call/effect';
import type { Instant } from '@switchboard/kit/clock';

/** Graph takes the answer to a call for 15 s; the last attempt needs a moment on its way. */
const unansweredTime = 14_000;

/**
 * How long an effect may be tried, in milliseconds from when it was asked. An answer counts for 15 s at Graph; an
 * invitation that comes much later than it was wanted surprises; what ends something must happen, however late.
 */
const budgets: Readonly<Record<CallEffect['type'], number>> = {
  answer: unansweredTime,
  reject: unansweredTime,
  redirect: unansweredTime,
  playPrompt: 10_000,
  stopPrompts: 10_000,
  invite: 8_000,
  transfer: 8_000,
  sendTones: 5_000,
  startHoldMusic: 8_000,
  stopHoldMusic: 30_000,
  removeParticipant: 120_000,
  hangUp: 600_000,
  keepAlive: 600_000,
  observe: 60_000,
};

const firstPause = 150;
const longestPause = 5_000;
/** Of what must reach Graph before it gives a call up: nothing is to be gained by waiting longer. */
const shortPause = 700;

export interface Tried {
  readonly attempts: number;
  readonly askedAt: Instant;
  readonly now: Instant;
  /** Graph's own `Retry-After`, in milliseconds. */
  readonly wanted?: number;
}

/**
 * When an effect is tried again; undefined: its time is over. The last moment of its time is used, too; of a call that
 * still rings even when Graph wants to be left alone for longer, since then all is lost.
 */
export function nextAttempt(
  type: CallEffect['type'],
  { attempts, askedAt, now, wanted }: Tried,
): Instant | undefined {
  const end = askedAt + budgets[type];
  const isRinging = budgets[type] === unansweredTime;
  const limit = isRinging ? shortPause : longestPause;
  const at = now + (wanted ?? pauseBefore(attempts, limit));
  if (at <= end) return at;
  const isWorthIt = wanted === undefined || isRinging;
  return isWorthIt && end - now >= firstPause ? end : undefined;
}

/** Pause before the attempt after so many in vain, in milliseconds. */
export const pauseBefore = (attempts: number, limit = longestPause): number =>
  Math.min(firstPause * 2 ** (attempts - 1), limit);
