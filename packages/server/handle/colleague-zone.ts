import type { Person } from '@switchboard/domain/directory/person';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Cancel, Clock } from '@switchboard/kit/clock';
import { mayReadCalendar } from '../policies/calendar-rights.ts';
import type { CalendarCommands } from './calendar-commands.ts';

/** Somebody waits to write: a time in their own zone is better than a wait. */
const patience = 2_500;

/** The zone that a colleague works in, by their calendar as this operator sees it, IANA; undefined where it does not say. */
export async function colleagueZone(
  { calendars, clock }: { readonly calendars: CalendarCommands; readonly clock: Clock },
  operator: Operator,
  person: Person,
  ownZone: string,
): Promise<string | undefined> {
  if (!mayReadCalendar(person)) return undefined;
  const { personId } = person;
  const asked = { type: 'readCalendar', id: 'zone', personId, timeZone: ownZone } as const;
  const read = calendars.command(operator, asked, {}).then((answer) => {
    const isCalendar = answer.ok && answer.value.type === 'calendar';
    return isCalendar ? answer.value.schedule.timeZone : undefined;
  });
  let cancel: Cancel = () => undefined;
  const late = new Promise<undefined>((resolve) => {
    cancel = clock.after(patience, () => resolve(undefined));
  });
  return Promise.race([read, late]).finally(cancel);
}
