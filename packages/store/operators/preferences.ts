import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';
import { toJson } from '../access/to-json.ts';
import { holdCounter, writeDeskEvent } from '../feed/write-desk-event.ts';
import { holdOperator } from './hold-operator.ts';
import { statusOf } from './operator-status.ts';
import { workOf } from './operators.ts';

/** One section of what an operator prefers. Of two states of a section the one with the higher version is newer. */
export interface KeptPreferences {
  readonly section: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly version: number;
}

export interface PreferencesToKeep {
  readonly section: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** Sections that one operator may have. */
  readonly mostSections: number;
  readonly now: Instant;
}

/**
 * Keeps a section in place of what it was, and records that it changed; the same again changes nothing. `full`: they
 * have as many other sections as they may. `gone`: no such operator.
 */
export function keepPreferences(
  store: Store,
  tenantId: TenantId,
  operatorId: PersonId,
  { section, value, mostSections, now }: PreferencesToKeep,
): Promise<'kept' | 'full' | 'gone'> {
  return store.transaction().execute(async (tx) => {
    await holdCounter(tx, tenantId);
    const row = await holdOperator(tx, tenantId, operatorId);
    if (row === undefined) return 'gone';
    const { others } = await tx
      .selectFrom('operator_preferences')
      .select((e) => e.fn.countAll<number>().as('others'))
      .where('tenant_id', '=', tenantId)
      .where('operator_id', '=', operatorId)
      .where('section', '<>', section)
      .executeTakeFirstOrThrow();
    if (others >= mostSections) return 'full';
    const { rows } = await sql`
      INSERT INTO operator_preferences AS known (tenant_id, operator_id, section, data, changed_at, version)
      VALUES (${tenantId}, ${operatorId}, ${section}, ${toJson(value)}::jsonb, ${now}, ${now})
      ON CONFLICT (tenant_id, operator_id, section) DO UPDATE
      SET data = excluded.data, changed_at = excluded.changed_at,
        version = greatest(known.version + 1, excluded.version)
      WHERE known.data <> excluded.data
      RETURNING section`.execute(tx);
    if (rows.length === 0) return 'kept';
    const operator = statusOf(workOf(row));
    const event = {
      subject: 'operator',
      type: 'operatorChanged',
      operator,
      hasNewPreferences: true,
    } as const;
    await writeDeskEvent(tx, tenantId, event, now);
    return 'kept';
  });
}

/** What each of them prefers; who has never saved anything is missing. */
export async function readPreferences(
  store: Store,
  tenantId: TenantId,
  operatorIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly KeptPreferences[]>> {
  const rows = await store
    .selectFrom('operator_preferences')
    .select(['operator_id', 'section', 'data', 'version'])
    .where('tenant_id', '=', tenantId)
    .where('operator_id', 'in', [...operatorIds])
    .orderBy('section')
    .execute();
  return Map.groupBy(
    rows.map(({ operator_id, section, data, version }) => ({ operator_id, section, value: data, version })),
    ({ operator_id }) => operator_id,
  );
}
