import type { Instant } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import type { GraphClient } from '../client/graph-request.ts';
import { dateTimeSchema, instantOf } from '../wire/date-time.ts';
import { maybe, member, text } from '../wire/lenient.ts';
import { unreadable } from '../wire/odata-page.ts';
import { textFromHtml } from '../wire/text-from-html.ts';
import { type TimeZone, timeZone } from '../wire/time-zone.ts';
import { type CalendarAsker, calendarRights, mailboxPath } from './calendar-asker.ts';
import { type CalendarRefusal, calendarRefusal } from './calendar-refusal.ts';
import { type WorkingHours, workingHoursFrom, workingHoursSchema } from './working-hours.ts';

/** What a mailbox answers by itself while its owner is away. */
export interface AutomaticReply {
  /** Absent when it holds until it is switched off. */
  readonly from?: Instant;
  /** When the owner says that they are back. */
  readonly until?: Instant;
  /** To colleagues, as plain text. */
  readonly text?: string;
  /** To others: what may be told to a caller. Absent when others get no answer. */
  readonly publicText?: string;
}

export interface MailboxSettings {
  readonly timeZone?: TimeZone;
  readonly workingHours?: WorkingHours;
  /** Absent when nothing is switched on. One that is planned is there too: its times say whether it holds. */
  readonly automaticReply?: AutomaticReply;
}

const settingsSchema = z.looseObject({
  timeZone: text,
  workingHours: workingHoursSchema,
  automaticRepliesSetting: maybe(
    z.looseObject({
      status: member,
      externalAudience: member,
      internalReplyMessage: text,
      externalReplyMessage: text,
      scheduledStartDateTime: dateTimeSchema,
      scheduledEndDateTime: dateTimeSchema,
    }),
  ),
});

/**
 * Time zone, working hours and automatic replies of one person. Needs `MailboxSettings.Read`: an operator's reaches their
 * own mailbox only, the application's all of them. Of colleagues, presence has the text too
 * (https://learn.microsoft.com/graph/api/user-get-mailboxsettings, read 2026-11-23).
 */
export async function readMailboxSettings(
  client: GraphClient,
  asker: CalendarAsker,
  who: string,
): Promise<Result<MailboxSettings, CalendarRefusal>> {
  const answer = await client.request({
    ...calendarRights(asker),
    method: 'GET',
    path: `${mailboxPath(who, asker.operator)}/mailboxSettings`,
  });
  if (!answer.ok) return refused(calendarRefusal(answer.refusal));
  const settings = settingsSchema.safeParse(answer.value.body);
  return settings.success
    ? ok(settingsFrom(settings.data))
    : refused(calendarRefusal(unreadable('Graph answered without mailbox settings')));
}

function settingsFrom(said: z.output<typeof settingsSchema>): MailboxSettings {
  const zone = said.timeZone === undefined ? undefined : timeZone(said.timeZone);
  const workingHours = workingHoursFrom(said.workingHours);
  const automaticReply = replyFrom(said.automaticRepliesSetting);
  return {
    ...(zone === undefined ? {} : { timeZone: zone }),
    ...(workingHours === undefined ? {} : { workingHours }),
    ...(automaticReply === undefined ? {} : { automaticReply }),
  };
}

type GraphReply = z.output<typeof settingsSchema>['automaticRepliesSetting'];

/** An unknown status counts as switched off: to call somebody away who is not would cost them their calls. */
function replyFrom(said: GraphReply): AutomaticReply | undefined {
  if (said?.status !== 'alwaysenabled' && said?.status !== 'scheduled') return undefined;
  const isPlanned = said.status === 'scheduled';
  const from = isPlanned ? instantOf(said.scheduledStartDateTime) : undefined;
  const until = isPlanned ? instantOf(said.scheduledEndDateTime) : undefined;
  const inside = textFromHtml(said.internalReplyMessage ?? '');
  const outside = said.externalAudience === 'none' ? '' : textFromHtml(said.externalReplyMessage ?? '');
  return {
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(inside === '' ? {} : { text: inside }),
    ...(outside === '' ? {} : { publicText: outside }),
  };
}
