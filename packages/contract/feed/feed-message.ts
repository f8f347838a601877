import * as z from 'zod/mini';
import { callChangedSchema } from './call-changed.ts';
import { commandAnsweredSchema } from './command-answered.ts';
import { callBackChangedSchema, operatorChangedSchema, queueChangedSchema } from './desk-changed.ts';
import { directoryProgressSchema, personalContactsSchema } from './directory-progress.ts';
import { farewellSchema } from './farewell.ts';
import { heartbeatSchema } from './heartbeat.ts';
import { callerReadSchema, historyReadSchema } from './history-read.ts';
import { messagesChangedSchema, messageWaysReadSchema } from './messages-changed.ts';
import {
  favouritesSchema,
  filtersReadSchema,
  peopleChangedSchema,
  personReadSchema,
} from './people-changed.ts';
import { peopleFoundSchema } from './people-found.ts';
import { preferencesChangedSchema } from './preferences-changed.ts';
import { presenceChangedSchema } from './presence-changed.ts';
import { calendarReadSchema, schedulesReadSchema } from './schedules-read.ts';
import { timelineReadSchema } from './timeline-read.ts';
import { welcomeSchema } from './welcome.ts';

/** Everything that the server says to a console over the one WebSocket, one JSON text a message. */
export const feedMessageSchema = z.discriminatedUnion('type', [
  welcomeSchema,
  callChangedSchema,
  commandAnsweredSchema,
  peopleFoundSchema,
  peopleChangedSchema,
  personReadSchema,
  favouritesSchema,
  filtersReadSchema,
  directoryProgressSchema,
  personalContactsSchema,
  schedulesReadSchema,
  calendarReadSchema,
  presenceChangedSchema,
  preferencesChangedSchema,
  messagesChangedSchema,
  messageWaysReadSchema,
  operatorChangedSchema,
  queueChangedSchema,
  callBackChangedSchema,
  timelineReadSchema,
  historyReadSchema,
  callerReadSchema,
  heartbeatSchema,
  farewellSchema,
]);
export type FeedMessage = z.infer<typeof feedMessageSchema>;
