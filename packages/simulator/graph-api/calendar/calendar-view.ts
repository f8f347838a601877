import type { Person } from '../../world/person.ts';
import type { World } from '../../world/world.ts';
import { listOutlook } from '../entities/outlook-list.ts';
import { tagged } from '../personal-contacts/contact-shape.ts';
import { accessDenied } from '../personal-contacts/on-mailbox.ts';
import type { GraphRequest } from '../wire/graph-request.ts';
import { holdsAny, isDelegated, sharedCalendars } from '../wire/permissions.ts';
import { option } from '../wire/query-options.ts';
import { type GraphReply, refuse } from '../wire/reply.ts';
import { eventShape } from './event-shape.ts';
import { answerZone, readTime } from './zoned-time.ts';

/** Five years (https://learn.microsoft.com/graph/api/user-list-calendarview, read 2026-11-23). */
const longestMs = 1_825 * 86_400_000;

const wrongTimes = (message: string): GraphReply => refuse(400, 'ErrorInvalidParameter', message);

/** Colleagues see a calendar whose owner shares it, and need a permission for shared ones. */
function mayRead(world: World, owner: Person, request: GraphRequest, isOwn: boolean): boolean {
  if (isOwn) return true;
  return holdsAny(request.token.scopes, sharedCalendars) && world.calendars.sharingOf(owner) === 'calendar';
}

/** `GET …/calendarView?startDateTime=…&endDateTime=…` */
export function calendarView(world: World, owner: Person, request: GraphRequest, isOwn: boolean): GraphReply {
  if (!mayRead(world, owner, request, isOwn)) return accessDenied();
  const [begin, end] = [option(request, 'startdatetime'), option(request, 'enddatetime')];
  if (begin === null || end === null) {
    return wrongTimes(
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
    );
  }
  // Times without an offset are UTC, whatever zone the answer is told in.
  const [from, to] = [readTime(begin, 'Etc/UTC'), readTime(end, 'Etc/UTC')];
  if (from === undefined || to === undefined)
    return wrongTimes('StartDateTime or EndDateTime is not a time.');
  if (to < from) return wrongTimes('EndDateTime lies before StartDateTime.');
  if (to - from > longestMs) return wrongTimes('The time window is longer than 1825 days.');
  const zone = answerZone(request);
  if (!zone.ok) return zone.refusal;
  const isForeign = isDelegated(request.token) && request.token.userId !== owner.id;
  const all = world.calendars.between(owner, from, to);
  const leavesOut = isForeign && world.settings.privateEvents === 'hidden';
  return listOutlook(
    {
      shape: eventShape({ owner, zone: zone.value, hidesPrivate: isForeign }),
      entities: leavesOut ? all.filter(({ isPrivate }) => !isPrivate) : all,
      context: `users('${owner.id}')/calendarView`,
      extra: tagged,
      headers: zone.value.headers,
    },
    request,
  );
}
