import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import type { Group } from '../../world/groups.ts';
import type { Person } from '../../world/person.ts';
import type { World } from '../../world/world.ts';
import type { Json } from '../entities/entity-shape.ts';
import { mailOfGroup } from '../groups/group-shape.ts';
import type { GraphRequest } from '../wire/graph-request.ts';
import { type GraphReply, parseBody, refuse, reply } from '../wire/reply.ts';
import { availabilityView, type Period, scheduleItem, workingHoursJson } from './schedule-view.ts';
import { type AnswerZone, answerZone, readZoned } from './zoned-time.ts';

/** People in one request, members of lists counted (https://learn.microsoft.com/graph/api/calendar-getschedule, read 2026-11-23). */
const maxSchedules = 20;
/** The period is shorter than this. */
const longestMs = 42 * 86_400_000;
const minuteMs = 60_000;

const time = z.looseObject({ dateTime: z.string().min(1), timeZone: z.string().nullish() });
const scheduleIn = z.looseObject({
  schedules: z.array(z.string().min(1)).min(1),
  startTime: time,
  endTime: time,
  availabilityViewInterval: z.number().int().min(5).max(1_440).nullish(),
});
type Body = z.infer<typeof scheduleIn>;

interface Question extends Period {
  readonly world: World;
  readonly asker: Person;
  readonly zone: AnswerZone;
}

function readPeriod(body: Body): Result<Period, GraphReply> {
  const [from, to] = [readZoned('startTime', body.startTime), readZoned('endTime', body.endTime)];
  if (!from.ok) return from;
  if (!to.ok) return to;
  const intervalMs = (body.availabilityViewInterval ?? 30) * minuteMs;
  const length = to.value - from.value;
  if (length <= 0) return refused(refuse(400, 'ErrorInvalidParameter', 'endTime: lies before startTime.'));
  if (length >= longestMs)
    return refused(refuse(400, 'ErrorTimeIntervalTooBig', 'The period must be shorter than 42 days.'));
  if (intervalMs > length)
    return refused(
      refuse(400, 'ErrorInvalidMergedFreeBusyInterval', 'availabilityViewInterval: longer than the period.'),
    );
  return ok({ from: from.value, to: to.value, intervalMs });
}

const problem = (scheduleId: string, responseCode: string, message: string): Json => ({
  scheduleId,
  availabilityView: '',
  scheduleItems: [],
  error: { message, responseCode },
});

function personSchedule(question: Question, scheduleId: string, person: Person): Json {
  const { world, asker, zone, from, to } = question;
  const isOwn = person.id === asker.id;
  const sharing = isOwn ? 'calendar' : world.calendars.sharingOf(person);
  if (sharing === 'none')
    return problem(scheduleId, 'ErrorNoFreeBusyAccess', 'The caller may not read this calendar.');
  const events = world.calendars.between(person, from, to);
  const withDetails = sharing === 'calendar' || sharing === 'details';
  return {
    scheduleId,
    availabilityView: availabilityView(events, question),
    scheduleItems: events.map((event) => scheduleItem(event, zone, withDetails, isOwn)),
    workingHours: workingHoursJson(world.calendars.hoursOf(person), world.calendars.zoneOf(person)),
  };
}

/** A list of people shows as busy where any of them is, and does not say who. */
function groupSchedule(question: Question, scheduleId: string, group: Group): Json {
  const { world, from, to } = question;
  const places = world.groups.membersOf(group);
  const members: Person[] = [];
  for (let place = 0; place < places.end && members.length <= maxSchedules; place++) {
    const person = places.at(place);
    if (person) members.push(person);
  }
  if (members.length > maxSchedules)
    return problem(scheduleId, 'ErrorFreeBusyDLLimitReached', 'The list has too many members.');
  const events = members.flatMap((person) => world.calendars.between(person, from, to));
  return { scheduleId, availabilityView: availabilityView(events, question), scheduleItems: [] };
}

function scheduleOf(question: Question, scheduleId: string): Json {
  const { world } = question;
  const person = world.directory.find(scheduleId);
  if (person && world.calendars.hasMailbox(person)) return personSchedule(question, scheduleId, person);
  const key = scheduleId.toLowerCase();
  const group = world.groups.ledger.all().find((one) => mailOfGroup(one) === key);
  if (group) return groupSchedule(question, scheduleId, group);
  return problem(
    scheduleId,
    'ErrorMailRecipientNotFound',
    `Unable to resolve e-mail address ${scheduleId} to an Active Directory object.`,
  );
}

/** `POST …/calendar/getSchedule` */
export function getSchedule(world: World, asker: Person, request: GraphRequest): GraphReply {
  const body = parseBody(scheduleIn, request.body);
  if (!body.ok) return body.refusal;
  const { schedules } = body.value;
  const isTooMany = schedules.length > maxSchedules;
  if (isTooMany && world.settings.tooManySchedules === 'refused') {
    return refuse(
      400,
      'ErrorInvalidParameter',
      `schedules: at most ${maxSchedules} can be asked for at once.`,
    );
  }
  const period = readPeriod(body.value);
  if (!period.ok) return period.refusal;
  const zone = answerZone(request);
  if (!zone.ok) return zone.refusal;
  const question: Question = { ...period.value, world, asker, zone: zone.value };
  const value = schedules.map((id, at) =>
    at < maxSchedules
      ? scheduleOf(question, id)
      : problem(id, 'ErrorTooManyAttendees', `At most ${maxSchedules} can be asked for at once.`),
  );
  const context = `${request.baseUrl}/$metadata#Collection(microsoft.graph.scheduleInformation)`;
  return reply(200, { '@odata.context': context, value }, zone.value.headers);
}
