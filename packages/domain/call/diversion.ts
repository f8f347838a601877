import type { QueueId } from '../ids.ts';
import type { Party } from '../party/party.ts';
import type { DivertReason } from '../queue/queue.ts';
import type { Prompt } from './effect.ts';

/** What happens to a call that its queue does not keep. */
export interface Diversion {
  readonly why: DivertReason;
  /** Heard first. */
  readonly message?: Prompt;
  readonly then: AfterMessage;
}

/** What follows the message. */
export type AfterMessage =
  | { readonly to: 'end' }
  | { readonly to: 'callBack' }
  | { readonly to: 'party'; readonly party: Party }
  | { readonly to: 'queue'; readonly queueId: QueueId };
