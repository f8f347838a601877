import type { EntraClientsForOperators } from '@switchboard/graph/auth/create-entra-clients';
import type { GraphClient } from '@switchboard/graph/client/graph-request';
import type { Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import type { Logger } from '@switchboard/kit/logger';
import type { Store } from '@switchboard/store/access/store';
import { type CalendarCommands, createCalendarCommands } from './handle/calendar-commands.ts';
import { colleagueZone } from './handle/colleague-zone.ts';
import { createGraphCarriers } from './handle/graph-carriers.ts';
import { createMessageCommands, type MessageCommands } from './handle/message-commands.ts';
import { MessageSender } from './jobs/message-sender.ts';

export interface MessageWorkParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly log: Logger;
  readonly graph: GraphClient;
  readonly entra: Pick<EntraClientsForOperators, 'operatorTokens'>;
}

/** What is done in an operator's name about colleagues: reading their day, and writing to them. */
export interface MessageWork {
  readonly calendars: CalendarCommands;
  readonly messages: MessageCommands;
  readonly sender: MessageSender;
}

export function createMessageWork({ entra, ...parts }: MessageWorkParts): MessageWork {
  const { operatorTokens } = entra;
  const { store, clock } = parts;
  const carriers = createGraphCarriers({ ...parts, operatorTokens });
  const sender = new MessageSender({ ...parts, carriers });
  const calendars = createCalendarCommands({ ...parts, operatorTokens });
  const messages = createMessageCommands({
    store,
    clock,
    carriers,
    zoneOf: (operator, person, ownZone) => colleagueZone({ calendars, clock }, operator, person, ownZone),
    onWaiting: () => sender.poke(),
  });
  return { calendars, messages, sender };
}
