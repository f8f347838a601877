import type { World } from '../../world/world.ts';
import { accessDenied, onMailbox } from '../personal-contacts/on-mailbox.ts';
import type { GraphRoute } from '../wire/graph-request.ts';
import { permissions } from '../wire/permissions.ts';
import { calendarView } from './calendar-view.ts';
import { getSchedule } from './get-schedule.ts';

/** Free and busy of many, and one calendar, under `/me` and `/users/{id}`. */
export function calendarRoutes(world: World): GraphRoute[] {
  const view = onMailbox(world, (owner, request, isOwn) => calendarView(world, owner, request, isOwn));
  // Asked in the name of the mailbox in the path; nobody asks in a colleague's.
  const schedule = onMailbox(world, (owner, request, isOwn) =>
    isOwn ? getSchedule(world, owner, request) : accessDenied(),
  );
  const service = 'outlook';
  const { calendars, mySchedule } = permissions;
  return ['getSchedule', 'microsoft.graph.getSchedule']
    .flatMap((name): GraphRoute[] => [
      {
        method: 'POST',
        path: `/me/calendar/${name}`,
        permission: mySchedule,
        service,
        handle: schedule,
      },
      {
        method: 'POST',
        path: `/users/:id/calendar/${name}`,
        permission: calendars,
        service,
        handle: schedule,
      },
    ])
    .concat([
      { method: 'GET', path: '/me/calendarView', permission: mySchedule, service, handle: view },
      { method: 'GET', path: '/users/:id/calendarView', permission: calendars, service, handle: view },
      { method: 'GET', path: '/me/calendar/calendarView', permission: mySchedule, service, handle: view },
      {
        method: 'GET',
        path: '/users/:id/calendar/calendarView',
        permission: calendars,
        service,
        handle: view,
      },
    ]);
}
