import type { Party } from '../party/party.ts';
import type { QueueSettings } from '../queue/queue.ts';

/** How long somebody rings for whom a caller is meant, who is not the operator: people before Teams' own rule acts. */
export const ringTime = (
  { transferRing, numberRing }: Pick<QueueSettings, 'transferRing' | 'numberRing'>,
  { kind }: Party,
): number => (kind === 'number' ? numberRing : transferRing);
