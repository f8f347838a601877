import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';
import type { PeopleWork } from './hold-changes.ts';

type MailboxState = Tables['mailboxes_read']['state'];

/** An operator's own contacts, which one server has the right to read. */
export interface ClaimedMailbox {
  readonly tenantId: TenantId;
  readonly operatorId: PersonId;
  readonly owner: number;
  readonly state: MailboxState;
}

/** How long a server keeps a mailbox that it says nothing about, in milliseconds. */
export const mailboxLease = 90_000;

export const nameOfMailbox = ({
  tenantId,
  operatorId,
}: Pick<ClaimedMailbox, 'tenantId' | 'operatorId'>): string => `${tenantId} ${operatorId}`;

/** Takes the mailbox that has been due for longest, of an operator with a console, that no other server reads. */
export async function claimMailbox(
  store: Store,
  { owner, now, busy }: { readonly owner: number; readonly now: Instant; readonly busy: readonly string[] },
): Promise<ClaimedMailbox | undefined> {
  const { rows } = await sql<{ tenant_id: TenantId; operator_id: PersonId; state: MailboxState }>`
    UPDATE mailboxes_read SET owner = ${owner}, owned_until = ${now + mailboxLease}::bigint
    WHERE (tenant_id, operator_id) = (
      SELECT m.tenant_id, m.operator_id FROM mailboxes_read m
      WHERE m.due_at <= ${now}::bigint AND (m.owned_until IS NULL OR m.owned_until <= ${now}::bigint)
        AND m.tenant_id || ' ' || m.operator_id <> ALL(${[...busy]}::text[])
        AND EXISTS (SELECT FROM consoles c
          WHERE c.tenant_id = m.tenant_id AND c.operator_id = m.operator_id AND c.gone_at IS NULL)
      ORDER BY m.due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING tenant_id, operator_id, state`.execute(store);
  const row = rows[0];
  return row && { tenantId: row.tenant_id, operatorId: row.operator_id, owner, state: row.state };
}

/** Everybody with a console has a mailbox to be read. */
export async function prepareMailboxes(store: Store): Promise<void> {
  await sql`INSERT INTO mailboxes_read (tenant_id, operator_id, state)
    SELECT DISTINCT c.tenant_id, c.operator_id, 'reading' FROM consoles c
    JOIN operators o ON o.tenant_id = c.tenant_id AND o.operator_id = c.operator_id
    WHERE c.gone_at IS NULL AND NOT EXISTS (
      SELECT FROM mailboxes_read m WHERE m.tenant_id = c.tenant_id AND m.operator_id = c.operator_id)
    ON CONFLICT DO NOTHING`.execute(store);
}

/** Locks the mailbox for a change that its reader makes; false: it was overtaken, and nothing may be written any more. */
export async function holdMailbox(tx: PeopleWork, claim: ClaimedMailbox, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mailboxes_read')
    .set({ owned_until: now + mailboxLease })
    .where('tenant_id', '=', claim.tenantId)
    .where('operator_id', '=', claim.operatorId)
    .where('owner', '=', claim.owner)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Gives the mailbox back, and says how it stands with it. */
export async function endMailbox(
  store: Store,
  claim: ClaimedMailbox,
  end: { readonly state: MailboxState; readonly dueAt: Instant; readonly readAt?: Instant },
): Promise<void> {
  await store
    .updateTable('mailboxes_read')
    .set({
      state: end.state,
      due_at: end.dueAt,
      ...(end.readAt === undefined ? {} : { read_at: end.readAt }),
      owner: null,
      owned_until: null,
    })
    .where('tenant_id', '=', claim.tenantId)
    .where('operator_id', '=', claim.operatorId)
    .where('owner', '=', claim.owner)
    .execute();
}

/** Gives back all mailboxes of a server that stops, or is dead. */
export async function releaseMailboxes(store: Store, owner: number): Promise<void> {
  await store
    .updateTable('mailboxes_read')
    .set({ owner: null, owned_until: null })
    .where('owner', '=', owner)
    .execute();
}

/** Erases the contacts of operators that were last read before `until`: nobody keeps them true any more. */
export async function forgetMailboxes(store: Store, tenantId: TenantId, until: Instant): Promise<void> {
  await sql`
    WITH old AS (
      SELECT operator_id FROM mailboxes_read
      WHERE tenant_id = ${tenantId} AND owner IS NULL AND coalesce(read_at, 0) < ${until}::bigint
    ), contacts AS (
      DELETE FROM personal_contacts WHERE tenant_id = ${tenantId} AND operator_id IN (SELECT operator_id FROM old)
    ), folders AS (
      DELETE FROM contact_folders WHERE tenant_id = ${tenantId} AND operator_id IN (SELECT operator_id FROM old)
    )
    DELETE FROM favourites WHERE tenant_id = ${tenantId} AND operator_id IN (SELECT operator_id FROM old)
      AND person_id LIKE 'personal:%'`.execute(store);
}
