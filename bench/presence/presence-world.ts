import { personId, tenantId } from '@switchboard/domain/ids';
import { silentLogger } from '@switchboard/kit/logger';
import { hashOf, newSecret } from '@switchboard/server/http/secrets';
import { type Simulator, startSimulator } from '@switchboard/simulator/start';
import { recordSession } from '@switchboard/store/access/sessions';
import { openStore, type Store } from '@switchboard/store/access/store';
import { putOperator, putTenant } from '@switchboard/store/tenants/tenants';
import { freePort } from '../../test/journeys/support/free-port.ts';
import { serverEnvironment } from '../../test/journeys/support/server-environment.ts';
import { signIn } from '../../test/journeys/support/sign-in.ts';
import { untilDirectoryRead } from '../../test/journeys/support/until-directory-read.ts';
import { type ChildServer, startChild } from '../stage/child-server.ts';
import { serverFile } from '../stage/server-environment.ts';
import type { Ground } from '../stage/side.ts';

/** Whom every console shows: as many as a list on a screen has. */
const onScreen = 30;
/** A directory of a hundred thousand is read in about a minute. In milliseconds. */
const fillPatience = 600_000;

/** A simulated Microsoft 365 with so many people, and the real server beside it. */
export interface PresenceWorld {
  readonly simulator: Simulator;
  readonly server: ChildServer;
  readonly store: Store;
  /** Whom the consoles show. */
  readonly shown: readonly string[];
  /** Sessions of operators, one for each console. */
  readonly tokens: readonly string[];
  stop(): Promise<void>;
}

/** @param bySubscription whether an operator is signed in at Microsoft, so that there are subscriptions */
export async function startPresenceWorld(
  ground: Ground,
  of: { readonly people: number; readonly consoles: number; readonly bySubscription: boolean },
): Promise<PresenceWorld> {
  const databaseUrl = await ground.databases.create(
    `presence_${of.people}_${of.bySubscription ? 'told' : 'polled'}`,
  );
  const port = await freePort();
  const publicUrl = `http://localhost:${port}`;
  const redirectUris = [`${publicUrl}/auth/callback`];
  const simulator = await startSimulator({ people: of.people, redirectUris, log: silentLogger });
  const store = openStore(databaseUrl, silentLogger, 2);
  const tenant = tenantId(simulator.contoso.tenantId);
  await putTenant(store, { tenantId: tenant, name: 'Contoso' }, Date.now());
  const tokens: string[] = [];
  for (let n = 0; n < of.consoles; n += 1) {
    const operatorId = n === 0 ? personId(simulator.contoso.people.eva) : personId(crypto.randomUUID());
    const userPrincipalName = `operator${n}@contoso.example`;
    await putOperator(store, {
      tenantId: tenant,
      operatorId,
      name: `Operator ${n}`,
      userPrincipalName,
      queueIds: [],
    });
    const token = newSecret();
    const expiresAt = Date.now() + 3_600_000;
    await recordSession(store, { tokenHash: hashOf(token), tenantId: tenant, operatorId, expiresAt });
    tokens.push(token);
  }
  const env = {
    ...serverEnvironment(simulator, databaseUrl, publicUrl),
    SWITCHBOARD_HOST: '127.0.0.1',
    SWITCHBOARD_PORT: String(port),
    SWITCHBOARD_LOG_LEVEL: 'info',
  };
  const server = await startChild(serverFile, { env, flags: ground.flags });
  const stop = async (): Promise<void> => {
    await server.stop();
    await store.destroy();
    await simulator.stop();
  };
  ground.atEnd(stop);
  await untilDirectoryRead(store, fillPatience);
  if (of.bySubscription) tokens[0] = await signIn(publicUrl, simulator.contoso.people.eva);
  const rows = await store
    .selectFrom('people')
    .select('person_id')
    .where('source', '=', 'directory')
    .where('gone_at', 'is', null)
    .limit(onScreen)
    .execute();
  const shown = rows.map((row) => row.person_id);
  return { simulator, server, store, shown, tokens, stop };
}
