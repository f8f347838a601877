import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { must } from '@switchboard/kit/assert';
import { type Logger, silentLogger } from '@switchboard/kit/logger';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readNote } from './cluster-note.ts';
import { type EmbeddedPostgres, resetEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { findHome } from './home.ts';
import { findServer, isAlive } from './server-process.ts';

let parent: string;
/** With a space in its name, as people have them. */
let directory: string;

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'switchboard-embedded-'));
  // Open to the user `postgres`, for whoever runs these tests as root.
  await chmod(parent, 0o755);
  directory = path.join(parent, 'my data');
});

afterEach(async () => {
  await resetEmbeddedPostgres({ directory, log: silentLogger });
  await rm(parent, { recursive: true, force: true });
});

const start = (log: Logger = silentLogger, port?: number): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ directory, log, durable: false, ...(port === undefined ? {} : { port }) });

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

async function runningPid(): Promise<number | undefined> {
  return (await findServer((await findHome(directory)).cluster, silentLogger))?.pid;
}

/** Starts the database in another process, which then kills itself as the power switch would. */
async function startInKilledProcess(): Promise<void> {
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(new URL('embedded-postgres.ts', import.meta.url).href)});
    const { silentLogger } = await import(${JSON.stringify(import.meta.resolve('@switchboard/kit/logger'))});
    await startEmbeddedPostgres({ directory: process.argv[1], log: silentLogger, durable: false });
    process.kill(process.pid, 'SIGKILL');
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, directory], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
}

describe('a new directory', () => {
  test('gets a UTF-8 database of its own, on loopback, behind a password', async () => {
    const steps: string[] = [];
    const postgres = await startEmbeddedPostgres({
      directory,
      log: silentLogger,
      durable: false,
      onProgress: (step) => steps.push(step),
    });
    expect(postgres.attached).toBe(false);
    expect(steps).toEqual(['creating the database', 'starting the database']);
    expect(await ask(postgres.url, 'select current_database()')).toBe('switchboard');
    expect(await ask(postgres.url, 'show server_encoding')).toBe('UTF8');
    expect(await ask(postgres.url, "select lower('ÅÉŁ')")).toBe('åéł');
    expect(await ask(postgres.url, 'show listen_addresses')).toBe('127.0.0.1');
    const wrong = new URL(postgres.url);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
    await postgres.stop();
  });

  test('syncs to disk unless told otherwise', async () => {
    const postgres = await startEmbeddedPostgres({ directory, log: silentLogger });
    expect(await ask(postgres.url, 'show fsync')).toBe('on');
    await postgres.stop();
  });

  test('may be opened by two callers at once', async () => {
    const both = await Promise.all([start(), start()]);
    for (const postgres of both) expect(await ask(postgres.url, 'select 1')).toBe(1);
    await Promise.all(both.map((postgres) => postgres.stop()));
  });
});

describe('stop and start again', () => {
  test('ends the server process and keeps data, password and port', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 42 as answer');
    const pid = must(await runningPid(), 'a running server');
    await first.stop();
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    const second = await start();
    expect(second.attached).toBe(false);
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'select answer from kept')).toBe(42);
    await second.stop();
  });

  test('takes another port when the old one is taken by now', async () => {
    const first = await start();
    await first.stop();
    const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
    await once(squatter, 'listening');
    const second = await start();
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
    await second.stop();
    squatter.close();
  });

  test('refuses a port that was asked for and is taken, by name', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const address = squatter.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(start(silentLogger, port)).rejects.toMatchObject({
      code: 'port-taken',
      message: expect.stringContaining(`Port ${port}`),
    });
    squatter.close();
  });

  test('recovers when the server itself was killed', async () => {
    const first = await startEmbeddedPostgres({ directory, log: silentLogger });
    await ask(first.url, 'create table kept as select 42 as answer');
    process.kill(must(await runningPid(), 'a running server'), 'SIGKILL');
    await expect.poll(runningPid).toBeUndefined();
    const second = await start();
    expect(await ask(second.url, 'select answer from kept')).toBe(42);
    await second.stop();
  });

  test('says what to do when the note with the password is gone', async () => {
    const first = await start();
    await first.stop();
    await rm(path.join((await findHome(directory)).cluster, 'switchboard.json'));
    await expect(start()).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('npm start -- --reset'),
    });
  });

  test('refuses files of another major version', async () => {
    const first = await start();
    await first.stop();
    await writeFile(path.join((await findHome(directory)).cluster, 'PG_VERSION'), '11\n');
    await expect(start()).rejects.toMatchObject({
      code: 'other-version',
      message: expect.stringContaining('PostgreSQL 11'),
    });
  });
});

describe('a server left by a killed parent', () => {
  test('is found, used and stopped by the next one', async () => {
    await startInKilledProcess();
    const pid = must(await runningPid(), 'the orphaned server');
    const postgres = await start();
    expect(postgres.attached).toBe(true);
    expect(await runningPid()).toBe(pid);
    expect(await ask(postgres.url, 'select current_database()')).toBe('switchboard');
    await postgres.stop();
    expect(await runningPid()).toBeUndefined();
  });

  test('is left alone by a second user as long as its owner lives', async () => {
    const owner = await start();
    const cluster = (await findHome(directory)).cluster;
    const note = await readNote(cluster);
    // The parent of this process plays the owner: a process that is not us and alive.
    await writeFile(path.join(cluster, 'switchboard.json'), JSON.stringify({ ...note, owner: process.ppid }));
    const guest = await start();
    expect(guest.attached).toBe(true);
    await guest.stop();
    expect(await ask(owner.url, 'select 1')).toBe(1);
    await expect(resetEmbeddedPostgres({ directory, log: silentLogger })).rejects.toMatchObject({
      code: 'in-use',
    });
    await owner.stop();
  });
});

describe('reset', () => {
  test('stops the server and deletes everything', async () => {
    await start();
    const pid = must(await runningPid(), 'a running server');
    await resetEmbeddedPostgres({ directory, log: silentLogger });
    expect(isAlive(pid)).toBe(false);
    await expect(stat(directory)).rejects.toThrow('ENOENT');
  });

  test('of nothing is no error', async () => {
    await resetEmbeddedPostgres({ directory, log: silentLogger });
  });
});

describe.runIf(process.getuid?.() === 0)('as root', () => {
  test('moves to a folder that the server may enter, says so and remembers it', async () => {
    await chmod(parent, 0o700);
    const warnings: string[] = [];
    const log: Logger = { ...silentLogger, warn: (message) => warnings.push(message) };
    const first = await start(log);
    await ask(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    expect(warnings).toEqual([expect.stringContaining('kept elsewhere')]);
    const elsewhere = (await readFile(path.join(directory, 'moved-to'), 'utf8')).trim();
    const second = await start(log);
    expect(warnings).toHaveLength(1);
    expect(await ask(second.url, 'select answer from kept')).toBe(42);
    await resetEmbeddedPostgres({ directory, log });
    await expect(stat(elsewhere)).rejects.toThrow('ENOENT');
  });

  test('two callers at once find the same place', async () => {
    await chmod(parent, 0o700);
    const [one, other] = await Promise.all([start(), start()]);
    expect(one.url).toBe(other.url);
    await one.stop();
  });
});
