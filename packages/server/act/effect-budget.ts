import type { CallEffect } from '@switchboard/domain/call/effect';

/**
 * How long an effect may be tried, in milliseconds from when it was asked. An answer counts for 15 s at Graph; an
 * invitation that comes much later than it was wanted surprises; what ends something must happen, however late.
 */
const budgets: Readonly<Record<CallEffect['type'], number>> = {
  answer: 14_000,
  reject: 14_000,
  playPrompt: 10_000,
  stopPrompts: 10_000,
  invite: 8_000,
  startHoldMusic: 8_000,
  stopHoldMusic: 30_000,
  removeParticipant: 120_000,
  hangUp: 600_000,
  keepAlive: 600_000,
  observe: 60_000,
};

export const budgetOf = (type: CallEffect['type']): number => budgets[type];

const firstPause = 150;
const longestPause = 5_000;

/** Pause before the attempt after this many. */
export const pauseBefore = (attempts: number): number =>
  Math.min(firstPause * 2 ** (attempts - 1), longestPause);
