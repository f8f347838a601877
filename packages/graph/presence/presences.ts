import { type PersonId, personId, type TenantId } from '@switchboard/domain/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import type { GraphProblem } from '../client/graph-problem.ts';
import type { GraphClient } from '../client/graph-request.ts';
import { flag, maybe, oneSpelling, text } from '../wire/lenient.ts';
import { type Activity, type Availability, activityFrom, availabilityFrom } from './presence-words.ts';

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
}

/** `getPresencesByUserId` takes no more (https://learn.microsoft.com/graph/api/cloudcommunications-getpresencesbyuserid). */
const mostIds = 650;

export const presenceSchema = z.looseObject({
  id: z.string().min(1),
  availability: text,
  activity: text,
  sequenceNumber: text,
  outOfOfficeSettings: maybe(z.looseObject({ isOutOfOffice: flag, message: text })),
  statusMessage: maybe(z.looseObject({ message: maybe(z.looseObject({ content: text })) })),
});

const answerSchema = z.looseObject({ value: z.array(z.unknown()) });

export function presenceFromGraph(presence: z.output<typeof presenceSchema>): PersonPresence {
  const availability = presence.availability && availabilityFrom(presence.availability);
  const activity = presence.activity && activityFrom(presence.activity);
  const away = presence.outOfOfficeSettings;
  const statusMessage = presence.statusMessage?.message?.content;
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
  };
}

const outOfOffice = (isOutOfOffice: boolean, message: string | undefined) => ({
  isOutOfOffice,
  ...(message === undefined ? {} : { message }),
});

/**
 * Who is free. Any number of people, asked for 650 at a time; people whom Graph leaves out are left out. The first
 * problem ends it, for the next request would meet the same.
 */
export async function readPresences(
  client: GraphClient,
  tenantId: TenantId,
  ids: readonly PersonId[],
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
    for (const item of page.data.value) {
      const presence = presenceSchema.safeParse(item);
      if (presence.success) found.push(presenceFromGraph(presence.data));
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
