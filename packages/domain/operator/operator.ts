import type { PersonId, QueueId, TenantId } from '../ids.ts';

/** A person who answers the calls of one or more queues. */
export interface Operator {
  readonly tenantId: TenantId;
  readonly operatorId: PersonId;
  readonly name: string;
  readonly userPrincipalName: string;
  readonly queueIds: readonly QueueId[];
  /** Those of them that they do not answer today; absent: all are answered, or it was not asked. */
  readonly leftQueueIds?: readonly QueueId[];
}

/** How long an operator whose last console vanished still counts as here: a reload, a change of network. */
export const consoleGrace = 30_000;
