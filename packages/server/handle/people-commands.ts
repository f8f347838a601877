import type { PeopleCommandMessage } from '@switchboard/contract/commands/people-command';
import type { RefusalView } from '@switchboard/contract/errors/refusal';
import type { FeedMessage } from '@switchboard/contract/feed/feed-message';
import type { Operator } from '@switchboard/domain/operator/operator';
import { type Result, refused } from '@switchboard/kit/result';

/** What operators ask about people: favourites, notes, shared contacts. A question is answered by a message of its own. */
export interface PeopleCommands {
  command(
    operator: Operator,
    message: PeopleCommandMessage,
  ): Promise<Result<FeedMessage | 'taken', RefusalView>>;
}

export function createPeopleCommands(): PeopleCommands {
  return { command: () => Promise.resolve(refused({ code: 'unavailable' })) };
}
