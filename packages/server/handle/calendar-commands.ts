import type { CalendarCommandMessage } from '@switchboard/contract/commands/people-command';
import type { RefusalView } from '@switchboard/contract/errors/refusal';
import type { FeedMessage } from '@switchboard/contract/feed/feed-message';
import type { Operator } from '@switchboard/domain/operator/operator';
import { type Result, refused } from '@switchboard/kit/result';

/** Days and appointments of people, by the rights of the operator who asks. */
export interface CalendarCommands {
  command(operator: Operator, message: CalendarCommandMessage): Promise<Result<FeedMessage, RefusalView>>;
}

export function createCalendarCommands(): CalendarCommands {
  return { command: () => Promise.resolve(refused({ code: 'unavailable' })) };
}
