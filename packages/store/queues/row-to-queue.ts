import { type Queue, withDefaults } from '@switchboard/domain/queue/queue';
import type { Selectable } from 'kysely';
import type { Tables } from '../access/tables.ts';

/** A queue from its row; settings that nobody chose are the defaults. */
export const rowToQueue = (row: Selectable<Tables['queues']>): Queue => ({
  tenantId: row.tenant_id,
  queueId: row.queue_id,
  name: row.name,
  instanceId: row.instance_id,
  ...(row.number === null ? {} : { number: row.number }),
  settings: withDefaults(row.settings),
  switches: row.switches,
});
