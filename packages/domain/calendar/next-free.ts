import type { Instant } from '@switchboard/kit/clock';
import { type BusyTime, takenTimes } from './busy-time.ts';
import type { Period } from './day.ts';
import { type WorkingWeek, workingDays } from './working-week.ts';

/** Less is no time for a call. */
const shortest = 15 * 60_000;
/** Whoever works at all works within it. */
const fortnight = 14 * 24 * 3_600_000;

/**
 * The next quarter of an hour and more, from a moment on, in which somebody works and is free; with its end. Undefined:
 * none is known.
 *
 * @param known what the times tell of; nothing is said of later
 */
export function nextFree(
  times: readonly BusyTime[],
  week: WorkingWeek,
  at: Instant,
  known: Period,
): Period | undefined {
  const taken = takenTimes(times);
  for (const work of workingDays(week, { from: at, to: known.to })) {
    const end = Math.min(work.to, known.to);
    let from = Math.max(work.from, at);
    for (const time of taken) {
      if (time.to <= from || time.from >= end) continue;
      if (time.from - from >= shortest) return { from, to: time.from };
      from = time.to;
    }
    if (end - from >= shortest) return { from, to: end };
  }
  return undefined;
}

/**
 * When somebody who is out of the office is back: the first moment after it that is working time and not out of the
 * office again. Without a week the end of the absence. Undefined: not out of the office now, or as far as is known all the
 * time. An absence that itself is told beyond the end of what is known has its own end.
 */
export function backFrom(
  times: readonly BusyTime[],
  week: WorkingWeek | undefined,
  at: Instant,
  known: Period,
): Instant | undefined {
  const away = takenTimes(times.filter(({ status }) => status === 'outOfOffice'));
  const endOf = (moment: Instant): Instant =>
    away.find(({ from, to }) => from <= moment && moment < to)?.to ?? moment;
  const over = endOf(at);
  if (over === at || over === known.to) return undefined;
  if (week === undefined) return over;
  const to = over < known.to ? known.to : over + fortnight;
  for (const work of workingDays(week, { from: over, to })) {
    const back = endOf(Math.max(work.from, over));
    if (back < work.to && back < to) return back;
  }
  return undefined;
}
