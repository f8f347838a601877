import type { Instant } from '@switchboard/kit/clock';
import type { MessageState, MessageWish } from './message.ts';
import type { LookOutcome, SendingOutcome } from './message-outcome.ts';

export interface TriedMessage {
  /** How often it was tried, this time included. */
  readonly tries: number;
  /** Since when it is to be sent: when it was asked for, or asked for again. */
  readonly wantedSince: Instant;
  /** When the request that is spoken of left. */
  readonly since: Instant;
}

/** The pauses after the first tries; later ones are as long as the last. */
const pausesMs: readonly number[] = [2_000, 5_000, 15_000, 60_000];
/** A message about a caller who waits for an answer is no good to anybody later, and its sender has to know. */
const patienceMs = 30 * 60_000;
/** When a message in doubt is looked for: it takes a moment to appear among those sent. */
const looksMs: readonly number[] = [3_000, 15_000, 60_000];

/** The state after a try. */
export function afterTry(outcome: SendingOutcome, tried: TriedMessage, now: Instant): MessageState {
  switch (outcome.type) {
    case 'sent':
      return { name: 'sent', at: now };
    case 'refused':
      return { name: 'failed', why: outcome.why };
    case 'doubt':
      return inDoubt(tried.since, now);
    default: {
      const pause = pausesMs[Math.min(tried.tries, pausesMs.length) - 1] ?? 0;
      const dueAt = now + Math.max(pause, outcome.afterMs ?? 0);
      return dueAt - tried.wantedSince > patienceMs
        ? { name: 'failed', why: 'unavailable' }
        : { name: 'waiting', dueAt };
    }
  }
}

/** The state of a message of which nobody knows whether it left. */
export const inDoubt = (since: Instant, now: Instant): MessageState => ({
  name: 'doubtful',
  since,
  dueAt: now + (looksMs[0] ?? 0),
});

/**
 * The state after a look, which is one of `looks`. That it is not there proves nothing, since it may appear yet: it is
 * looked for a few times, and then its operator decides.
 */
export function afterLook(
  found: LookOutcome,
  { since, looks }: { readonly since: Instant; readonly looks: number },
  now: Instant,
): MessageState {
  if (found === 'there') return { name: 'sent', at: now };
  const next = looksMs[looks];
  return { name: 'doubtful', since, ...(next === undefined ? {} : { dueAt: now + next }) };
}

/** What may be asked of a message in this state. */
export function messageWishes(name: MessageState['name']): readonly MessageWish[] {
  switch (name) {
    case 'waiting':
      return ['withdraw'];
    case 'failed':
      return ['tryAgain', 'withdraw'];
    case 'doubtful':
      return ['sendAgain', 'withdraw'];
    case 'sending':
    case 'sent':
    case 'withdrawn':
      return [];
  }
}

/** The state after a wish; undefined where the state has no place for it. */
export function afterWish(
  state: MessageState['name'],
  wish: MessageWish,
  now: Instant,
): MessageState | undefined {
  if (!messageWishes(state).includes(wish)) return undefined;
  return wish === 'withdraw' ? { name: 'withdrawn' } : { name: 'waiting', dueAt: now };
}
