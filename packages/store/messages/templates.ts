import type { TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import type { Kysely } from 'kysely';
import type { Tables } from '../access/tables.ts';

/** A template that a tenant wrote. Its name and language are its key. */
export interface KeptTemplate {
  readonly name: string;
  readonly language: string;
  /** As operators choose it. */
  readonly title: string;
  readonly subject: string;
  readonly body: string;
}

/** All of a tenant, by name and language. */
export async function listTemplates(
  store: Kysely<Tables>,
  tenantId: TenantId,
): Promise<readonly KeptTemplate[]> {
  return await store
    .selectFrom('message_templates')
    .select(['name', 'language', 'title', 'subject', 'body'])
    .where('tenant_id', '=', tenantId)
    .orderBy('name')
    .orderBy('language')
    .execute();
}

/** Keeps a template in place of the one of its name and language. */
export async function putTemplate(
  store: Kysely<Tables>,
  tenantId: TenantId,
  { name, language, ...rest }: KeptTemplate,
  now: Instant,
): Promise<void> {
  const columns = { ...rest, changed_at: now };
  await store
    .insertInto('message_templates')
    .values({ tenant_id: tenantId, name, language, ...columns })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'name', 'language']).doUpdateSet(columns))
    .execute();
}

/** Gives what was removed; undefined: the tenant has none of this name and language. */
export async function removeTemplate(
  store: Kysely<Tables>,
  tenantId: TenantId,
  name: string,
  language: string,
): Promise<KeptTemplate | undefined> {
  return await store
    .deleteFrom('message_templates')
    .where('tenant_id', '=', tenantId)
    .where('name', '=', name)
    .where('language', '=', language)
    .returning(['name', 'language', 'title', 'subject', 'body'])
    .executeTakeFirst();
}
