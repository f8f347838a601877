import type { Person } from '../../world/person.ts';
import { windowsName } from '../../world/time-zones.ts';
import type { World } from '../../world/world.ts';
import { workingHoursJson } from '../calendar/schedule-view.ts';
import { zonedTime } from '../calendar/zoned-time.ts';
import type { Json } from '../entities/entity-shape.ts';
import { strangeOutlookOption } from '../entities/outlook-list.ts';
import { accessDenied, onMailbox } from '../personal-contacts/on-mailbox.ts';
import type { GraphRequest, GraphRoute } from '../wire/graph-request.ts';
import { permissions } from '../wire/permissions.ts';
import { option } from '../wire/query-options.ts';
import { type GraphReply, refuse, reply } from '../wire/reply.ts';

/** What is told where nothing was ever set: no text, and a span of a day from now. */
function automaticReplies(world: World, person: Person): Json {
  const absence = world.absences.of(person.id) ?? world.absences.planned(person.id);
  const from = absence?.from ?? world.clock.now();
  const until = absence?.until ?? from + 86_400_000;
  const utc = { zone: 'Etc/UTC', name: 'UTC' };
  const isOpenEnded = absence !== null && absence.until === null;
  return {
    status: absence === null ? 'disabled' : isOpenEnded ? 'alwaysEnabled' : 'scheduled',
    externalAudience: 'all',
    internalReplyMessage: absence?.message ?? '',
    externalReplyMessage: absence?.message ?? '',
    scheduledStartDateTime: zonedTime(from, utc),
    scheduledEndDateTime: zonedTime(until, utc),
  };
}

/** Properties of Graph's mailboxSettings (https://learn.microsoft.com/graph/api/resources/mailboxsettings, read 2026-11-23). */
function settingsOf(world: World, person: Person): Json {
  const zone = world.calendars.zoneOf(person);
  const locale = person.preferredLanguage ?? 'en-GB';
  return {
    archiveFolder: null,
    timeZone: windowsName(zone),
    delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
    dateFormat: 'dd/MM/yyyy',
    timeFormat: 'HH:mm',
    userPurpose: 'user',
    automaticRepliesSetting: automaticReplies(world, person),
    language: { locale, displayName: locale },
    workingHours: workingHoursJson(world.calendars.hoursOf(person), zone),
  };
}

function show(world: World, person: Person, request: GraphRequest): GraphReply {
  const strange = strangeOutlookOption(request, ['$select']);
  if (strange) return strange;
  const settings = settingsOf(world, person);
  const asked = option(request, '$select')
    ?.split(',')
    .map((name) => name.trim());
  const unknown = asked?.find((name) => !(name in settings));
  if (unknown !== undefined)
    return refuse(400, 'ErrorInvalidProperty', `mailboxSettings has no property '${unknown}'.`);
  const shown = Object.entries(settings).filter(([name]) => asked?.includes(name) ?? true);
  return reply(200, {
    '@odata.context': `${request.baseUrl}/$metadata#users('${person.id}')/mailboxSettings`,
    ...Object.fromEntries(shown),
  });
}

/** Time zone, working hours and automatic replies. A person reads their own, an application everybody's. */
export function mailboxRoutes(world: World): GraphRoute[] {
  const handle = onMailbox(world, (owner, request, isOwn) =>
    isOwn ? show(world, owner, request) : accessDenied(),
  );
  const { mySettings, mailboxSettings } = permissions;
  return [
    { method: 'GET', path: '/me/mailboxSettings', permission: mySettings, service: 'outlook', handle },
    {
      method: 'GET',
      path: '/users/:id/mailboxSettings',
      permission: mailboxSettings,
      service: 'outlook',
      handle,
    },
  ];
}
