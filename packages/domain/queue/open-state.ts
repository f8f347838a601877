import type { Instant } from '@switchboard/kit/clock';
import { holidayAt, isOpenAt, nextChange } from '../hours/opening-hours.ts';
import type { QueueSettings, QueueSwitches } from './queue.ts';

/** What a queue does with calls at a moment, and why. */
export interface OpenState {
  readonly state: 'open' | 'closed' | 'emergency';
  readonly reason: OpenReason;
  /** The name of the holiday that it is by the calendar of the queue's hours, whatever the reason. */
  readonly holiday?: string;
  /**
   * When time alone may change it, so when to look again; undefined: only people change it. At that moment the state
   * may turn out to be the same.
   */
  readonly until?: Instant;
}

/**
 * - `emergency`: the emergency switch is on; it goes before everything.
 * - `nobodyThere`: the last operator has left, and the queue closes by itself then.
 * - `byHand`: somebody has switched it to day or night.
 * - `holiday`: it is a holiday, and not one of its opening times.
 * - `hours`: by the opening hours, be it open or closed.
 * - `noHours`: the queue has no opening hours, so it is always open.
 */
export type OpenReason = 'emergency' | 'nobodyThere' | 'byHand' | 'holiday' | 'hours' | 'noHours';

export interface OpenStateInput {
  readonly settings: Pick<QueueSettings, 'hours' | 'nightWhenLastLeaves'>;
  readonly switches: QueueSwitches;
  /** When `day` or `night` ends by itself and the hours decide again; undefined: it is switched back by hand. */
  readonly switchedUntil?: Instant;
  /** Signed in and not on a break, whether in a call or not. */
  readonly operatorsAtWork: number;
  readonly now: Instant;
}

/**
 * Whether the queue is open: the emergency goes before the switch, the switch before the hours. `day` opens against the
 * hours, not against an empty room: where a queue closes with its last operator, it does so on such a day too.
 */
export function openStateOf(input: OpenStateInput): OpenState {
  const { settings, switches, operatorsAtWork, now } = input;
  if (switches.isEmergency) return { state: 'emergency', reason: 'emergency' };
  const today = settings.hours === undefined ? undefined : holidayAt(settings.hours, now);
  const holiday = today === undefined ? {} : { holiday: today.name };
  const planned = { ...(byHand(input) ?? byHours(settings.hours, now, today !== undefined)), ...holiday };
  const isEmpty = settings.nightWhenLastLeaves && operatorsAtWork === 0;
  return planned.state === 'open' && isEmpty
    ? { ...planned, state: 'closed', reason: 'nobodyThere' }
    : planned;
}

function byHand({ switches, switchedUntil, now }: OpenStateInput): OpenState | undefined {
  if (switches.mode === 'auto' || (switchedUntil !== undefined && switchedUntil <= now)) return undefined;
  const state = switches.mode === 'day' ? 'open' : 'closed';
  return { state, reason: 'byHand', ...(switchedUntil === undefined ? {} : { until: switchedUntil }) };
}

function byHours(hours: QueueSettings['hours'], now: Instant, isHoliday: boolean): OpenState {
  if (hours === undefined) return { state: 'open', reason: 'noHours' };
  const change = nextChange(hours, now);
  const until = change === undefined ? {} : { until: change };
  if (isOpenAt(hours, now)) return { state: 'open', reason: 'hours', ...until };
  return { state: 'closed', reason: isHoliday ? 'holiday' : 'hours', ...until };
}
