import type { OperatorStatusView } from '@switchboard/contract/views/operator-status-view';
import type { QueueView } from '@switchboard/contract/views/queue-view';
import type { Instant } from '@switchboard/kit/clock';
import type { Texts } from '../i18n/texts.ts';
import type { Announcement } from './announcer.ts';

/** What a change of the operator's own status is worth saying. `now` is the server's time. */
export function announceOperator(
  before: OperatorStatusView | undefined,
  after: OperatorStatusView,
  now: Instant,
  { announcements }: Texts,
): Announcement | undefined {
  const say = (status: OperatorStatusView): string => announcements.yourStatus(status, now);
  if (before === undefined || say(before) === say(after)) return undefined;
  return { text: say(after), urgency: 'polite', topic: 'own status' };
}

/** A queue that opens, closes, or goes into an emergency. */
export function announceQueue(
  before: QueueView,
  after: QueueView,
  { announcements }: Texts,
): Announcement | undefined {
  if (before.state === after.state) return undefined;
  const urgency = after.state === 'emergency' ? 'assertive' : 'polite';
  const said = { text: announcements.queueNow(after), urgency, topic: `queue ${after.queueId}` } as const;
  return urgency === 'polite' ? { ...said, from: 'normal' } : said;
}
