import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contoso } from '@switchboard/simulator/world/contoso';
import { freePort } from '../journeys/support/free-port.ts';

/** What `npm start` runs, with Contoso in it and nothing else, in a process of its own. */
export interface Product {
  readonly url: string;
  readonly simulatorUrl: string;
  /** Somebody calls a queue. Resolves with the id of their line. */
  dial(from: string, to: keyof typeof contoso.queues, name?: string): Promise<string>;
  /** Asks of the simulated Microsoft 365, as its pages do; undefined when it refuses, as while nothing rings yet. */
  control(path: string, body?: object, method?: 'POST' | 'PATCH'): Promise<unknown>;
  stop(): Promise<void>;
}

const devFile = path.resolve(import.meta.dirname, '../../packages/server/dev.ts');
/** As long as may be, in milliseconds, so that nothing is over before its pictures are taken. */
const patientTimes = { operatorRing: 19_000, transferRing: 19_000, offerTime: 120_000 };

export async function startProduct(): Promise<Product> {
  const folder = await mkdtemp(path.join(tmpdir(), 'switchboard-screens-'));
  // Open to the account under which the database runs when this runs as root.
  await chmod(folder, 0o755);
  const data = path.join(folder, 'data');
  const port = await freePort();
  const child = spawn(process.execPath, [devFile, '--port', String(port), '--data', data], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  let output = '';
  const isReady = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.includes('Switchboard is ready')) resolve();
      });
    }
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await ended;
    // The database may still put its last words there.
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  };
  await Promise.race([
    isReady,
    ended.then(() => Promise.reject(new Error(`Switchboard did not start:\n${output}`))),
  ]);
  const url = `http://localhost:${port}`;
  const simulatorUrl = `http://localhost:${port + 1}`;
  await takeTime(url, (await readFile(path.join(data, 'admin-token'), 'utf8')).trim());
  const control: Product['control'] = async (where, body = {}, method = 'POST') => {
    const answer = await send(`${simulatorUrl}/control${where}`, method, body);
    return answer.ok ? answer.json() : undefined;
  };
  return {
    url,
    simulatorUrl,
    control,
    async dial(from, to, name) {
      const body = { from, to: contoso.queues[to].number, ...(name === undefined ? {} : { name }) };
      const line = (await control('/lines', body)) as { readonly id?: string } | undefined;
      if (line?.id === undefined) throw new Error(`nobody can call ${to} from ${from}`);
      return line.id;
    },
    stop,
  };
}

/** Opens every queue, whatever day it is, and lets everything ring longer than people would wait. */
async function takeTime(url: string, token: string): Promise<void> {
  for (const queue of Object.keys(contoso.queues)) {
    const where = `${url}/api/admin/tenants/${contoso.tenantId}/queues/${queue}`;
    const answer = await send(where, 'PATCH', { settings: patientTimes }, token);
    const opened = await send(`${where}/switches`, 'PATCH', { mode: 'day' }, token);
    if (!opened.ok) throw new Error(`${queue} cannot be opened: ${await opened.text()}`);
    if (!answer.ok) throw new Error(`${queue} cannot be given time: ${await answer.text()}`);
  }
}

const send = (where: string, method: string, body: object, token?: string): Promise<Response> =>
  fetch(where, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
