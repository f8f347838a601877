import type { CalendarCommandMessage } from '@switchboard/contract/commands/people-command';
import type { RefusalView } from '@switchboard/contract/errors/refusal';
import type { FeedMessage } from '@switchboard/contract/feed/feed-message';
import type { CalendarRead, SchedulesRead } from '@switchboard/contract/feed/schedules-read';
import { dayAround, type Period } from '@switchboard/domain/calendar/day';
import { sourceOf } from '@switchboard/domain/directory/person-source';
import { isTimeZone } from '@switchboard/domain/hours/zone-offset';
import { personId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { OperatorTokens } from '@switchboard/graph/auth/operator-tokens';
import type { GraphClient } from '@switchboard/graph/client/graph-request';
import { readPresences } from '@switchboard/graph/presence/presences';
import type { Cancel, Clock, Instant } from '@switchboard/kit/clock';
import type { Logger } from '@switchboard/kit/logger';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import { findPeople } from '@switchboard/store/people/people';
import { mayReadCalendar } from '../policies/calendar-rights.ts';
import { presentSchedule } from '../present/present-schedule.ts';
import { createNewestOnly, type NewestOnly } from './newest-only.ts';
import { createOperatorCalendars } from './operator-calendars.ts';
import { keyOf, type ManyDaysParts, type ReadTime, readManyDays } from './read-many-days.ts';
import { type OneCalendar, type OneCalendarParts, readOneCalendar } from './read-one-calendar.ts';
import { ShortMemory } from './short-memory.ts';

export interface CalendarCommandsParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly graph: GraphClient;
  readonly operatorTokens: Pick<OperatorTokens, 'token'>;
  readonly log: Logger;
}

type Answer<Message = FeedMessage> = Promise<Result<Message, RefusalView>>;
type Asked<Type> = Extract<CalendarCommandMessage, { type: Type }>;

/** Days and appointments of people, by the rights of the operator who asks. */
export interface CalendarCommands {
  /**
   * @param line whose questions these are: of each kind one is under way on it and one waits, which a newer one replaces;
   *   what is replaced, or takes too long, is refused as `unavailable`
   */
  command(operator: Operator, message: CalendarCommandMessage, line: object): Answer;
}

/** Microsoft is asked again after so long; then what it said is of no use to anybody. */
const lifetime = 60_000;
/** Some kilobytes each: enough for hundreds of operators who look through lists of fifty. */
const mostDays = 20_000;
const mostCalendars = 2_000;
/** How long it is remembered that an operator does not see the mailbox settings of colleagues. */
const closedFor = 3_600_000;
const mostOperators = 5_000;
/** An operator looks at something else by then. What Microsoft says later is remembered all the same. */
const patience = 12_000;
/** Days further off than this are nobody's question. */
const farthest = 2 * 366 * 24 * 3_600_000;

interface Parts extends ManyDaysParts, OneCalendarParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly calendarsKept: ShortMemory<OneCalendar>;
}

export function createCalendarCommands({ store, clock, ...rest }: CalendarCommandsParts): CalendarCommands {
  const closed = new ShortMemory<true>({ clock, lifetime: closedFor, most: mostOperators });
  const nameOf = ({ tenantId, operatorId }: Operator): string => `${tenantId} ${operatorId}`;
  const parts: Parts = {
    store,
    clock,
    log: rest.log,
    calendars: createOperatorCalendars(rest),
    kept: new ShortMemory<ReadTime>({ clock, lifetime, most: mostDays }),
    calendarsKept: new ShortMemory<OneCalendar>({ clock, lifetime, most: mostCalendars }),
    settings: {
      isClosed: (operator) => closed.recall(nameOf(operator)) === true,
      close: (operator) => closed.remember(nameOf(operator), true),
    },
    async away(tenantId, id) {
      const read = await readPresences(rest.graph, tenantId, [id]);
      const away = read.ok ? read.value.find((each) => each.personId === id)?.outOfOffice : undefined;
      if (away?.isOutOfOffice !== true) return undefined;
      return away.message === undefined ? {} : { message: away.message };
    },
  };
  const lines = new WeakMap<object, Record<CalendarCommandMessage['type'], NewestOnly>>();
  return {
    async command(operator, message, line) {
      const inTurn = lines.get(line) ?? {
        readSchedules: createNewestOnly(),
        readCalendar: createNewestOnly(),
      };
      lines.set(line, inTurn);
      const day = dayOf(message, clock.now());
      if (!day.ok) return day;
      const read = inTurn[message.type]((): Answer => {
        return message.type === 'readSchedules'
          ? readSchedules(parts, operator, message, day.value)
          : readCalendar(parts, operator, message, day.value);
      });
      const answer = await within(patience, read, clock);
      return answer ?? refused({ code: 'unavailable' });
    },
  };
}

/** What the work gives, or undefined when it takes longer. */
async function within<T>(milliseconds: number, work: Promise<T>, clock: Clock): Promise<T | undefined> {
  let cancel: Cancel = () => undefined;
  const late = new Promise<undefined>((resolve) => {
    cancel = clock.after(milliseconds, () => resolve(undefined));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    cancel();
  }
}

/** The day that is asked for, or what is wrong with it. */
function dayOf({ timeZone, day }: CalendarCommandMessage, now: Instant): Result<Period, RefusalView> {
  if (!isTimeZone(timeZone)) {
    const remedy = 'give a name of the IANA time zone database, such as Europe/London';
    return refused({ code: 'malformed', field: 'timeZone', remedy });
  }
  const at = day ?? now;
  if (Math.abs(at - now) > farthest) {
    const remedy = 'give a moment within two years of today, in milliseconds since 1970';
    return refused({ code: 'malformed', field: 'day', remedy });
  }
  return ok(dayAround(timeZone, at));
}

async function readSchedules(
  parts: Parts,
  operator: Operator,
  { id, personIds }: Asked<'readSchedules'>,
  day: Period,
): Answer<SchedulesRead> {
  const wanted = [...new Set(personIds.map(personId))];
  const people = (await findPeople(parts.store, operator.tenantId, wanted)).filter(mayReadCalendar);
  const { times, problem } = await readManyDays(parts, operator, people, day);
  const now = parts.clock.now();
  const answer = { type: 'schedules', id, ...day } as const;
  if (problem !== undefined && times.size === 0) return ok({ ...answer, problem, schedules: [] });
  const schedules = people.flatMap((person) => {
    const time = times.get(person.personId) ?? (problem === undefined ? undefined : refused(problem));
    return time === undefined ? [] : [presentSchedule(person.personId, time, day, now)];
  });
  return ok({ ...answer, schedules });
}

async function readCalendar(
  parts: Parts,
  operator: Operator,
  { id, personId: wanted, timeZone }: Asked<'readCalendar'>,
  day: Period,
): Answer<CalendarRead> {
  const [person] = await findPeople(parts.store, operator.tenantId, [personId(wanted)]);
  // Contacts of every kind: whether there is one of this id is not said.
  const isContact = sourceOf(personId(wanted)) !== 'directory';
  if (person === undefined && !isContact) return refused({ code: 'personUnknown' });
  const now = parts.clock.now();
  const answer = { type: 'calendar', id, ...day } as const;
  if (person === undefined || !mayReadCalendar(person)) {
    const schedule = presentSchedule(personId(wanted), refused('noMailbox'), day, now);
    return ok({ ...answer, detail: 'schedule', schedule });
  }
  const key = `${keyOf('calendar', operator, person.personId, day)} ${timeZone.toLowerCase()}`;
  const known = parts.calendarsKept.recall(key);
  const { detail, time } = known ?? (await readOneCalendar(parts, operator, { person, day, timeZone, now }));
  // What failed is asked again by whoever asks again.
  if (known === undefined && time.ok) parts.calendarsKept.remember(key, { detail, time });
  return ok({ ...answer, detail, schedule: presentSchedule(person.personId, time, day, parts.clock.now()) });
}
