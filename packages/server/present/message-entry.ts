import type { TimelineEntry } from '@switchboard/contract/views/timeline-view';
import { sourceOf } from '@switchboard/domain/directory/person-source';
import type { PersonId } from '@switchboard/domain/ids';
import type { KeptMessage } from '@switchboard/store/messages/kept-message';

/**
 * That a message was sent about a call, and how; not what it says. Somebody's own contact is named to them alone.
 *
 * @param reader whose screen it is for; absent: an administrator's
 */
export function messageEntry(
  { message, stateSince }: KeptMessage,
  operatorName: (id: PersonId) => string | undefined,
  reader?: PersonId,
): TimelineEntry {
  const { operatorId, personId, recipientName, way } = message;
  const operator = operatorName(operatorId);
  const isOthers = sourceOf(personId) === 'personal' && operatorId !== reader;
  return {
    at: stateSince,
    step: 'messageSent',
    ...(operator === undefined ? {} : { operator }),
    ...(isOthers ? {} : { target: { name: recipientName } }),
    why: way,
  };
}
