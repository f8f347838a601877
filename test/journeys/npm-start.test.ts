import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { probePort } from '@switchboard/store/embedded/free-port';
import { isAlive } from '@switchboard/store/embedded/server-process';
import { withConnection } from '@switchboard/store/testing/scratch-database';
import { describe, expect, onTestFinished, test } from 'vitest';
import { freePort } from './support/free-port.ts';
import { dataFolder, npmStart } from './support/npm-start.ts';

/** A first start makes a database and reads the directory; on a busy machine all of it takes its time. */
const patience = 240_000;

const quiet = ['--people', '50'];
const ready = 'Switchboard is ready.';

/** A port whose next one, for the simulator, is free too. */
async function twoPorts(): Promise<number> {
  for (;;) {
    const port = await freePort();
    if ((await probePort(port + 1)) !== undefined) return port;
  }
}

/** What the embedded database wrote down about itself. */
async function databaseOf(data: string): Promise<{ pid: number; url: string }> {
  const cluster = path.join(data, 'postgres', 'cluster');
  const note = JSON.parse(await readFile(path.join(cluster, 'switchboard.json'), 'utf8')) as {
    password: string;
    port: number;
  };
  const [pid] = (await readFile(path.join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
  return {
    pid: Number(pid),
    url: `postgres://switchboard:${note.password}@127.0.0.1:${note.port}/switchboard`,
  };
}

describe('npm start', { timeout: patience }, () => {
  test('says where everything is, refuses a second one on its data, and ends whole by Ctrl-C; --reset forgets', async () => {
    const data = await dataFolder();
    const port = await twoPorts();
    const first = npmStart(['--data', data, '--port', String(port), ...quiet]);
    await first.says('Ctrl-C stops everything');
    const said = first.output();
    for (const words of [
      ready,
      `Console              http://localhost:${port}`,
      'Eva Berg (eva.berg@contoso.example)',
      `Telephone            http://localhost:${port + 1}/telephone`,
      `Manual               http://localhost:${port}/manual/`,
    ])
      expect(said).toContain(words);
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port + 1}/telephone`)).status).toBe(200);
    const database = await databaseOf(data);
    await withConnection(database.url, (client) =>
      client.query('CREATE TABLE traces (of_the_first_start int)'),
    );

    const second = npmStart(['--data', data, '--port', String(await twoPorts()), ...quiet]);
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(
      /The data in .+ is in use by a Switchboard that runs already \(process \d+\)/,
    );
    expect(second.output()).toMatch(/npm start -- --data \S+ --port \d+/);
    expect(second.output()).not.toContain(ready);
    const reset = npmStart(['--data', data, '--port', String(await twoPorts()), '--reset', ...quiet]);
    expect(await reset.ended).toBe(1);
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);

    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow();
    await expect(fetch(`http://127.0.0.1:${port + 1}/telephone`)).rejects.toThrow();
    expect(isAlive(database.pid)).toBe(false);

    const anew = npmStart(['--data', data, '--port', String(port), '--reset', ...quiet]);
    await anew.says('Ctrl-C stops everything');
    const { rows } = await withConnection((await databaseOf(data)).url, (client) =>
      client.query<{ there: string | null }>(`SELECT to_regclass('traces') AS there`),
    );
    expect(rows).toEqual([{ there: null }]);
    anew.child.kill('SIGINT');
    expect(await anew.ended).toBe(0);
  });

  test('names the port that is in use, the way out, and leaves nothing running', async () => {
    const data = await dataFolder();
    const port = await twoPorts();
    const taken = createServer().listen(port, '127.0.0.1');
    await once(taken, 'listening');
    onTestFinished(() => void taken.close());
    const start = npmStart(['--data', data, '--port', String(port), ...quiet]);
    expect(await start.ended).toBe(1);
    expect(start.output()).toContain(
      `Port ${port} is in use by another program. Stop that one, or choose another: npm start -- --port ${port + 1000}`,
    );
    await expect(fetch(`http://127.0.0.1:${port + 1}/telephone`)).rejects.toThrow();
    await expect(databaseOf(data)).rejects.toThrow('ENOENT');
  });
});
