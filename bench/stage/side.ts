import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { silentLogger } from '@switchboard/kit/logger';
import { openStore } from '@switchboard/store/access/store';
import type { Recording } from '../replay/recording.ts';
import { type ChildServer, startChild } from './child-server.ts';
import type { Databases } from './databases.ts';
import type { MicrosoftStub } from './microsoft.ts';
import { serverEnvironment, serverFile } from './server-environment.ts';
import { type BenchOperator, benchTenants, enterTenant } from './tenant.ts';

/** What both sides of a comparison stand on. */
export interface Ground {
  readonly databases: Databases;
  readonly microsoft: MicrosoftStub;
  /** Node's flags for the servers under measurement. */
  readonly flags: readonly string[];
  /** Says to a waiting person what goes on. */
  readonly say: (text: string) => void;
  /** Runs at the end, whatever happens, the last first. */
  readonly atEnd: (stop: () => unknown) => void;
}

/** How many customers there are, and how many operators each of them has. */
export interface Staff {
  readonly tenants: number;
  readonly operators: number;
}

/** One side: a server under measurement with its own database. */
export interface Side {
  readonly server: ChildServer;
  readonly databaseUrl: string;
  readonly operators: readonly BenchOperator[];
}

const floorFile = fileURLToPath(import.meta.resolve('../replay/floor-server.ts'));

/** The real server. */
export async function startOurs(ground: Ground, name: string, staff: Staff): Promise<Side> {
  const { databaseUrl, operators } = await makeDatabase(ground, name, staff);
  const server = await startChild(serverFile, {
    env: serverEnvironment(databaseUrl, ground.microsoft.url),
    flags: ground.flags,
  });
  ground.atEnd(() => server.stop());
  return { server, databaseUrl, operators };
}

/** The floor, playing again what was recorded of the real one. */
export async function startFloor(
  ground: Ground,
  name: string,
  staff: Staff,
  recording: Recording,
): Promise<Side> {
  const { databaseUrl, operators } = await makeDatabase(ground, name, staff);
  const file = path.join(ground.databases.folder, `${name}.json`);
  await writeFile(file, JSON.stringify(recording));
  const args = [databaseUrl, `${ground.microsoft.url}/v1.0`, file];
  const server = await startChild(floorFile, { args, flags: ground.flags });
  ground.atEnd(() => server.stop());
  return { server, databaseUrl, operators };
}

async function makeDatabase(
  { databases }: Ground,
  name: string,
  staff: Staff,
): Promise<Pick<Side, 'databaseUrl' | 'operators'>> {
  const databaseUrl = await databases.create(name);
  // A thousand operators are entered without waiting for the disk a thousand times.
  const hurried = new URL(databaseUrl);
  hurried.searchParams.set('options', '-c synchronous_commit=off');
  const store = openStore(hurried.href, silentLogger, 1);
  const operators: BenchOperator[] = [];
  for (const id of benchTenants(staff.tenants)) {
    operators.push(...(await enterTenant(store, id, staff.operators)));
  }
  await store.destroy();
  return { databaseUrl, operators };
}
