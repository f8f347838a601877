import type { CalendarEvent } from '../../world/calendar-event.ts';
import type { Person } from '../../world/person.ts';
import { type EntityShape, type Json, outlookRefusal } from '../entities/entity-shape.ts';
import { type AnswerZone, zonedTime } from './zoned-time.ts';

export interface EventView {
  readonly owner: Person;
  readonly zone: AnswerZone;
  /** Whether private appointments are told without their text. */
  readonly hidesPrivate: boolean;
}

const addressOf = ({ displayName, mail }: Person): Json => ({
  emailAddress: { name: displayName, address: mail },
});

/** What Outlook shows in the place of somebody else's private appointment. */
const privateSubject = 'Private Appointment';

/** Properties of Graph's event (https://learn.microsoft.com/graph/api/resources/event, read 2026-11-23). */
export function eventShape({ owner, zone, hidesPrivate }: EventView): EntityShape<CalendarEvent> {
  const isHidden = ({ isPrivate }: CalendarEvent): boolean => isPrivate && hidesPrivate;
  const properties: EntityShape<CalendarEvent>['properties'] = {
    id: ({ id }) => id,
    categories: () => [],
    iCalUId: ({ id, seriesId }) => seriesId ?? id,
    originalStartTimeZone: () => zone.name,
    originalEndTimeZone: () => zone.name,
    reminderMinutesBeforeStart: () => 15,
    isReminderOn: () => true,
    hasAttachments: () => false,
    subject: (event) => (isHidden(event) ? privateSubject : event.subject),
    bodyPreview: () => '',
    importance: () => 'normal',
    sensitivity: ({ isPrivate }) => (isPrivate ? 'private' : 'normal'),
    isAllDay: ({ isAllDay }) => isAllDay,
    isCancelled: () => false,
    isOrganizer: () => true,
    responseRequested: () => true,
    seriesMasterId: ({ seriesId }) => seriesId,
    showAs: ({ showAs }) => showAs,
    type: ({ seriesId }) => (seriesId === null ? 'singleInstance' : 'occurrence'),
    webLink: ({ id }) => `https://outlook.office.example/calendar/item/${id}`,
    isOnlineMeeting: ({ isOnline }) => isOnline,
    start: ({ start }) => zonedTime(start, zone),
    end: ({ end }) => zonedTime(end, zone),
    location: (event) => ({
      displayName: isHidden(event) ? '' : (event.location ?? ''),
      locationType: 'default',
    }),
    attendees: () => [],
    organizer: () => addressOf(owner),
    // Only to order by; nobody selects it.
    'start/dateTime': ({ start }) => new Date(start).toISOString(),
  };
  return {
    type: 'event',
    properties,
    defaults: Object.keys(properties).filter((name) => !name.includes('/')),
    relations: [],
    indexed: new Set(['id', 'subject', 'showAs', 'sensitivity', 'isAllDay', 'isCancelled', 'type']),
    ordered: ['start/dateTime', 'subject'],
    tokenised: ['subject'],
    refuse: outlookRefusal,
  };
}
