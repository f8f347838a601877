import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { sql } from 'kysely';
import type { Store } from './store.ts';

/** A sign-in under way. The browser holds the state, we only its hash. */
export interface SignInUnderWay {
  readonly stateHash: string;
  readonly codeVerifier: string;
  readonly nonce: string;
  readonly expiresAt: Instant;
}

export async function recordSignIn(store: Store, signIn: SignInUnderWay): Promise<void> {
  const { stateHash: state_hash, codeVerifier: code_verifier, nonce, expiresAt: expires_at } = signIn;
  await store.insertInto('sign_ins').values({ state_hash, code_verifier, nonce, expires_at }).execute();
}

/** Takes the sign-in of a state, once. */
export async function takeSignIn(
  store: Store,
  stateHash: string,
  now: Instant,
): Promise<Pick<SignInUnderWay, 'codeVerifier' | 'nonce'> | undefined> {
  const row = await store
    .deleteFrom('sign_ins')
    .where('state_hash', '=', stateHash)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined || row.expires_at <= now) return undefined;
  return { codeVerifier: row.code_verifier, nonce: row.nonce };
}

/** A signed-in operator. The browser holds the token, we only its hash. */
export interface Session {
  readonly tokenHash: string;
  readonly tenantId: TenantId;
  readonly operatorId: PersonId;
  readonly expiresAt: Instant;
}

export async function recordSession(store: Store, session: Session): Promise<void> {
  await store
    .insertInto('sessions')
    .values({
      token_hash: session.tokenHash,
      tenant_id: session.tenantId,
      operator_id: session.operatorId,
      expires_at: session.expiresAt,
    })
    .execute();
}

/** The tenants of whom anybody is signed in. */
export async function tenantsSignedIn(store: Store, now: Instant): Promise<readonly TenantId[]> {
  const rows = await store
    .selectFrom('sessions')
    .select('tenant_id')
    .distinct()
    .where('expires_at', '>', now)
    .execute();
  return rows.map((row) => row.tenant_id);
}

/** Forgets what has run out: sign-ins nobody finished, sessions, consoles long gone. */
export async function sweepAccess(store: Store, now: Instant): Promise<void> {
  await store.deleteFrom('sign_ins').where('expires_at', '<=', now).execute();
  await store.deleteFrom('sessions').where('expires_at', '<=', now).execute();
  await store
    .deleteFrom('consoles')
    .where('gone_at', '<', now - 3_600_000)
    .execute();
}

export async function consoleCame(
  store: Store,
  connection: {
    connectionId: string;
    tenantId: TenantId;
    operatorId: PersonId;
    owner: number;
    /** Of the session that it belongs to. */
    tokenHash?: string;
  },
): Promise<void> {
  await store
    .insertInto('consoles')
    .values({
      connection_id: connection.connectionId,
      tenant_id: connection.tenantId,
      operator_id: connection.operatorId,
      owner: connection.owner,
      gone_at: null,
      token_hash: connection.tokenHash ?? null,
    })
    .execute();
}

/** Which consoles of a server are connected: all of these, and no other. */
export async function correctConsoles(
  store: Store,
  owner: number,
  connectionIds: readonly string[],
  now: Instant,
): Promise<void> {
  const connected = sql<boolean>`connection_id = ANY(${[...connectionIds]}::text[])`;
  await sql`UPDATE consoles SET gone_at = CASE WHEN ${connected} THEN NULL ELSE ${now}::bigint END
    WHERE owner = ${owner} AND (gone_at IS NULL) <> (${connected})`.execute(store);
}

export async function consoleWent(store: Store, connectionId: string, now: Instant): Promise<void> {
  await store
    .updateTable('consoles')
    .set({ gone_at: now })
    .where('connection_id', '=', connectionId)
    .execute();
}
