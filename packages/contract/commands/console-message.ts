import * as z from 'zod/mini';
import { callCommandSchema } from './call-command.ts';
import { deskCommandSchema } from './desk-command.ts';
import { helloSchema } from './hello.ts';
import { historyCommandSchema } from './history-command.ts';
import { messageCommandSchema } from './message-command.ts';
import { calendarCommandSchema, peopleCommandSchema } from './people-command.ts';
import { savePreferencesSchema } from './save-preferences.ts';
import { searchSchema } from './search.ts';
import { watchSchema } from './watch.ts';

/** Everything that a console says to the server over the one WebSocket, one JSON text a message. */
export const consoleMessageSchema = z.discriminatedUnion('type', [
  helloSchema,
  callCommandSchema,
  deskCommandSchema,
  peopleCommandSchema,
  calendarCommandSchema,
  historyCommandSchema,
  messageCommandSchema,
  savePreferencesSchema,
  searchSchema,
  watchSchema,
]);
export type ConsoleMessage = z.infer<typeof consoleMessageSchema>;
