import type { Instant } from '@switchboard/kit/clock';
import type { CalendarEvent, ShowAs } from './calendar-event.ts';
import { contoso } from './contoso.ts';
import type { Person } from './person.ts';
import { outlookId } from './personal-contact.ts';
import { instantOf, wallOf } from './time-zones.ts';
import { dayMs } from './working-week.ts';
import type { World } from './world.ts';

/** Hours of the person's own clock. */
interface Appointment {
  readonly from: number;
  readonly to: number;
  readonly subject: string;
  readonly location?: string | null;
  readonly showAs?: ShowAs;
  readonly isPrivate?: boolean;
}

/** A hospital works on every day, and the fixed people never leave it. */
const everyDay = { days: [1, 2, 3, 4, 5, 6, 7], start: 480, end: 1_080 } as const;
/** As far as a console looks, and as long as a world is left running. */
const daysAhead = 21;
const hourMs = 3_600_000;

const { jan, sigridur, lukasz, nguyen, siobhan, director } = contoso.people;

const days: Readonly<Record<string, readonly Appointment[]>> = {
  [jan]: [
    { from: 8, to: 9, subject: 'Ward round', location: 'Ward 3' },
    { from: 11, to: 11.5, subject: 'Dentist', isPrivate: true },
    { from: 13, to: 14, subject: 'Case conference', location: 'Room 2.04' },
    { from: 15.5, to: 16.5, subject: 'Budget review', location: 'Room 1.01', showAs: 'tentative' },
  ],
  [sigridur]: [],
  [lukasz]: [
    { from: 9, to: 12, subject: 'Surgery', location: 'Theatre 1' },
    { from: 14, to: 15, subject: 'Surgery', location: 'Theatre 2' },
  ],
  [nguyen]: [{ from: 9, to: 17, subject: 'Interviews' }],
  [siobhan]: [
    { from: 9, to: 17, subject: 'At the data centre', showAs: 'workingElsewhere' },
    { from: 9.5, to: 10, subject: 'Stand-up', location: 'Online' },
    { from: 14.5, to: 16, subject: 'Project status', location: 'Room 4.02' },
  ],
  [director]: [
    { from: 9.5, to: 11, subject: 'Board call' },
    { from: 14, to: 15, subject: 'Press' },
  ],
};

/**
 * Gives the fixed people days that are worth looking at: busy, tentative, elsewhere, private, out of office with text and
 * day of return, in another time zone, not shared; and takes the mailbox of one of the others.
 */
export function setSampleDays(world: World): void {
  const { calendars, directory, absences, presence } = world;
  calendars.openDaily();
  const now = world.clock.now();
  for (const [id, appointments] of Object.entries(days)) {
    const person = directory.find(id);
    if (person === undefined) continue;
    calendars.settle(person, {
      hours: everyDay,
      ...(id === director ? { zone: 'America/New_York' } : {}),
    });
    putDays(world, person, appointments, now);
  }
  const zone = 'Europe/London';
  const today = Math.floor(wallOf(zone, now) / dayMs);
  const head = directory.find(sigridur);
  if (head !== undefined) {
    presence.set(head.id, { availability: 'Offline', activity: 'OutOfOffice' });
    absences.set(head.id, {
      message: 'I am at a congress. For anything urgent please ask Jan de Vries in Cardiology.',
      from: instantOf(zone, today * dayMs),
      until: instantOf(zone, (today + 4) * dayMs),
    });
  }
  const someone = directory.at(Object.keys(contoso.people).length + Object.keys(contoso.queues).length);
  if (someone?.kind === 'member') calendars.takeMailbox(someone);
}

function putDays(world: World, person: Person, appointments: readonly Appointment[], now: Instant): void {
  const { calendars } = world;
  const zone = calendars.zoneOf(person);
  const first = Math.floor(wallOf(zone, now) / dayMs);
  const [from, to] = [instantOf(zone, first * dayMs), instantOf(zone, (first + daysAhead) * dayMs)];
  for (const { id } of calendars.between(person, from, to)) calendars.remove(person, id);
  for (let day = first; day < first + daysAhead; day += 1) {
    for (const [index, appointment] of appointments.entries()) {
      calendars.add(person, eventOf(appointment, zone, day, `${person.id} ${day} ${index}`));
    }
  }
}

const eventOf = (
  { from, to, subject, location = null, showAs = 'busy', isPrivate = false }: Appointment,
  zone: string,
  day: number,
  name: string,
): CalendarEvent => ({
  id: outlookId('sample', name),
  subject,
  location,
  start: instantOf(zone, day * dayMs + from * hourMs),
  end: instantOf(zone, day * dayMs + to * hourMs),
  isAllDay: false,
  showAs,
  isPrivate,
  seriesId: null,
  isOnline: false,
});
