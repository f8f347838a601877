import type { IncomingMessage } from 'node:http';
import { must } from '@switchboard/kit/assert';
import { hashOf } from '@switchboard/server/http/secrets';
import type pg from 'pg';
import type { ReplayedOperator } from './replay.ts';

export interface FloorConsole extends ReplayedOperator {
  readonly tenantId: string;
}

/** Whose console this is. */
export async function identify(pool: pg.Pool, { headers }: IncomingMessage): Promise<FloorConsole> {
  const tokenHash = hashOf((headers.cookie ?? '').slice('switchboard_session='.length));
  const text = 'SELECT tenant_id, operator_id FROM sessions WHERE token_hash = $1';
  const { rows } = await pool.query<{ tenant_id: string; operator_id: string }>(text, [tokenHash]);
  const { tenant_id: tenantId, operator_id: operatorId } = must(rows[0], 'the session of a console');
  return { tenantId, operatorId, tokenHash };
}
