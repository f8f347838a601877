import { type PersonId, personId, type TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import type { GraphProblem } from '../client/graph-problem.ts';
import type { GraphClient } from '../client/graph-request.ts';
import { dateTimeSchema, instantOf } from '../wire/date-time.ts';
import { flag, maybe, oneSpelling, text } from '../wire/lenient.ts';
import { type Activity, type Availability, activityFrom, availabilityFrom } from './presence-words.ts';
import { type WorkLocation, workLocationFrom, workLocationSchema } from './work-location.ts';

export interface PersonPresence {
  readonly personId: PersonId;
  /** `PresenceUnknown` also for a word that we do not know; then `rawAvailability` has it. */
  readonly availability: Availability;
  readonly activity: Activity;
  readonly rawAvailability?: string;
  readonly rawActivity?: string;
  /** Sorts as text: the higher one is newer. */
  readonly sequenceNumber?: string;
  readonly outOfOffice?: { readonly isOutOfOffice: boolean; readonly message?: string };
  readonly statusMessage?: string;
  /** When the status message ends. Teams tells it of oneself only, by its page; without it the message has no end. */
  readonly statusMessageUntil?: Instant;
  readonly workLocation?: WorkLocation;
}

/** `getPresencesByUserId` takes no more (https://learn.microsoft.com/graph/api/cloudcommunications-getpresencesbyuserid). */
const mostIds = 650;

export const presenceSchema = z.looseObject({
  id: z.string().min(1),
  availability: text,
  activity: text,
  sequenceNumber: text,
  outOfOfficeSettings: maybe(z.looseObject({ isOutOfOffice: flag, message: text })),
  statusMessage: maybe(
    z.looseObject({ message: maybe(z.looseObject({ content: text })), expiryDateTime: dateTimeSchema }),
  ),
  workLocation: workLocationSchema,
});

/** Teams marks a status message that it shows to whoever writes to its owner (docs/graph/presence.md). */
const shownToWriters = '<pinnednote></pinnednote>';

const answerSchema = z.looseObject({ value: z.array(z.unknown()) });

export function presenceFromGraph(presence: z.output<typeof presenceSchema>): PersonPresence {
  const availability = presence.availability && availabilityFrom(presence.availability);
  const activity = presence.activity && activityFrom(presence.activity);
  const away = presence.outOfOfficeSettings;
  const statusMessage = presence.statusMessage?.message?.content?.replace(shownToWriters, '').trim();
  const until = statusMessage === undefined ? undefined : instantOf(presence.statusMessage?.expiryDateTime);
  const workLocation = workLocationFrom(presence.workLocation);
  return {
    personId: personId(oneSpelling(presence.id)),
    availability: availability || 'PresenceUnknown',
    activity: activity || 'PresenceUnknown',
    ...(presence.availability && !availability ? { rawAvailability: presence.availability } : {}),
    ...(presence.activity && !activity ? { rawActivity: presence.activity } : {}),
    ...(presence.sequenceNumber === undefined ? {} : { sequenceNumber: presence.sequenceNumber }),
    ...(away?.isOutOfOffice === undefined
      ? {}
      : { outOfOffice: outOfOffice(away.isOutOfOffice, away.message) }),
    ...(statusMessage === undefined ? {} : { statusMessage }),
    ...(until === undefined ? {} : { statusMessageUntil: until }),
    ...(workLocation === undefined ? {} : { workLocation }),
  };
}

/** One presence of a list, or why it is none. */
export function readPresence(item: unknown): Result<PersonPresence, string> {
  const presence = presenceSchema.safeParse(item);
  return presence.success ? ok(presenceFromGraph(presence.data)) : refused('a presence without an id');
}

/**
 * Whether what is said is news beside what is known of the same person. Notifications come twice and out of order; where
 * either has no number, the later one to arrive holds.
 */
export const isNewerPresence = (said: PersonPresence, known: PersonPresence): boolean =>
  said.sequenceNumber === undefined || known.sequenceNumber === undefined
    ? true
    : said.sequenceNumber > known.sequenceNumber;

const outOfOffice = (isOutOfOffice: boolean, message: string | undefined) => ({
  isOutOfOffice,
  ...(message === undefined ? {} : { message }),
});

/**
 * Who is free. Any number of people, asked for 650 at a time; people whom Graph leaves out are left out. The first
 * problem ends it, for the next request would meet the same.
 *
 * @param note hears a sentence for each item that could not be read
 */
export async function readPresences(
  client: GraphClient,
  tenantId: TenantId,
  ids: readonly PersonId[],
  note: (ignored: string) => void = () => {},
): Promise<Result<PersonPresence[], GraphProblem>> {
  const wanted = [...new Set(ids)];
  const found: PersonPresence[] = [];
  for (let from = 0; from < wanted.length; from += mostIds) {
    const answer = await client.request({
      tenantId,
      method: 'POST',
      path: '/communications/getPresencesByUserId',
      body: { ids: wanted.slice(from, from + mostIds) },
      kind: 'presence',
      retry: 'safe',
    });
    if (!answer.ok) return answer;
    const page = answerSchema.safeParse(answer.value.body);
    if (!page.success) return refused(unreadable);
    for (const [index, item] of page.data.value.entries()) {
      const presence = readPresence(item);
      if (presence.ok) found.push(presence.value);
      else note(`value[${index}]: ${presence.refusal}`);
    }
  }
  return ok(found);
}

const unreadable: GraphProblem = {
  kind: 'invalid',
  status: 200,
  code: 'unreadable',
  message: 'Graph answered getPresencesByUserId without an array value',
};
