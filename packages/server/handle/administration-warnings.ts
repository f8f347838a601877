import type { QueueId } from '@switchboard/domain/ids';
import { farewellOf } from '@switchboard/domain/queue/farewell';
import {
  type DivertReason,
  divertReasons,
  type Queue,
  type QueueSettings,
} from '@switchboard/domain/queue/queue';

/** What can be set and will hardly do what is wanted: a sentence each, without a full stop. */
export function queueWarnings(queue: Queue, queues: readonly Queue[]): readonly string[] {
  const { settings } = queue;
  return [
    ...limitWarnings(settings),
    ...closingWarnings(queue),
    ...promiseWarnings(settings),
    ...listWarnings(settings),
    ...circleWarnings(queue, queues),
  ];
}

function limitWarnings({ maxWait, maxWaiting, diversions }: QueueSettings): readonly string[] {
  const warnings: string[] = [];
  const { waitedTooLong, full } = diversions;
  if (maxWait !== undefined && waitedTooLong === undefined)
    warnings.push('maxWait does nothing: there is no rule waitedTooLong, so calls wait on');
  if (maxWait === undefined && waitedTooLong !== undefined)
    warnings.push('the rule waitedTooLong is never used: calls may wait without limit (maxWait)');
  if (maxWaiting !== undefined && full === undefined)
    warnings.push('maxWaiting does nothing: there is no rule full, so more calls wait all the same');
  if (maxWaiting === undefined && full !== undefined)
    warnings.push('the rule full is never used: any number of calls may wait (maxWaiting)');
  return warnings;
}

function closingWarnings({ settings, switches }: Queue): readonly string[] {
  const { hours, nightWhenLastLeaves, diversions } = settings;
  const warnings: string[] = [];
  const closes = hours !== undefined || nightWhenLastLeaves || switches.mode === 'night';
  if (closes && diversions.closed === undefined)
    warnings.push('while it is closed callers are cut off without a word: there is no rule closed');
  if (!closes && diversions.closed !== undefined)
    warnings.push(
      'the rule closed is used only when the queue is switched to night: it has no opening hours',
    );
  if (switches.isEmergency && diversions.emergency === undefined)
    warnings.push('in this emergency callers are cut off without a word: there is no rule emergency');
  const isNeverOpen =
    hours !== undefined &&
    Object.values(hours.week).every((periods) => periods.length === 0) &&
    hours.holidays.every(({ periods = [] }) => periods.length === 0);
  if (isNeverOpen) warnings.push('its hours never let it open: no day has a period');
  return warnings;
}

/** Who waits on hears no promise; who is turned away must hear something else. */
function promiseWarnings(settings: QueueSettings): readonly string[] {
  return (['closed', 'emergency'] as const)
    .filter((why) => settings.diversions[why]?.destination.to === 'callBack')
    .filter((why) => farewellOf(settings, why) === undefined)
    .map(
      (why) =>
        `callers without a number cannot be called back, and the rule ${why} cuts them off without a word: let closed or nobodyThere play a message`,
    );
}

function listWarnings({ vip, blocked }: QueueSettings): readonly string[] {
  const both = vip.filter((entry) => blocked.includes(entry));
  return both.length === 0 ? [] : [`${both.join(', ')} is on both lists, and counts as VIP`];
}

/** The shortest way on which its calls, diverted again and again, would come back. */
function circleWarnings(queue: Queue, queues: readonly Queue[]): readonly string[] {
  const queuesById = new Map(queues.map((each) => [each.queueId, each]));
  const ways = [{ at: queue, text: '' }];
  const seen = new Set<QueueId>();
  for (const { at, text } of ways) {
    for (const [reason, target] of diversionsToQueues(at)) {
      const way = `${text}${at.name} (${reason}) → `;
      if (target === queue.queueId)
        return [
          `calls go in a circle, ${way}${queue.name}: a call never returns to a queue that it has left, and the last one keeps it`,
        ];
      const next = queuesById.get(target);
      if (next === undefined || seen.has(target)) continue;
      seen.add(target);
      ways.push({ at: next, text: way });
    }
  }
  return [];
}

const diversionsToQueues = ({ settings }: Queue): readonly (readonly [DivertReason, QueueId])[] =>
  divertReasons.flatMap((reason) => {
    const destination = settings.diversions[reason]?.destination;
    return destination?.to === 'queue' ? [[reason, destination.queueId] as const] : [];
  });
