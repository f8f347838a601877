import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { silentLogger } from '@switchboard/kit/logger';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findServer, parsePidFile } from './server-process.ts';

describe('parsePidFile', () => {
  test('reads the process id and the port', () => {
    const text = '4711\n/data\n1763890000\n5433\n\n127.0.0.1\n  5432001   32768\nready   \n';
    expect(parsePidFile(text)).toEqual({ pid: 4711, port: 5433 });
  });

  test('has no port while the server is still starting', () => {
    expect(parsePidFile('4711\n/data\n1763890000\n')).toEqual({ pid: 4711, port: undefined });
  });

  test.each(['', '\n', 'hello\n', '0\n', '-12\n'])('takes %j for no pid file', (text) => {
    expect(parsePidFile(text)).toBeUndefined();
  });
});

describe('findServer', () => {
  let cluster: string;
  const pidFile = (): string => path.join(cluster, 'postmaster.pid');
  beforeEach(async () => {
    cluster = await mkdtemp(path.join(tmpdir(), 'switchboard-pid-'));
  });
  afterEach(() => rm(cluster, { recursive: true, force: true }));

  test('finds nothing where there is no pid file', async () => {
    expect(await findServer(cluster, silentLogger)).toBeUndefined();
  });

  test('deletes a pid file whose number is another program by now', async () => {
    await writeFile(pidFile(), `${process.pid}\n${cluster}\n1763890000\n5433\n`);
    expect(await findServer(cluster, silentLogger)).toBeUndefined();
    await expect(readFile(pidFile())).rejects.toThrow('ENOENT');
  });

  test('waits for what a server that another process starts just now writes into its empty file', async () => {
    await writeFile(pidFile(), '');
    const found = findServer(cluster, silentLogger);
    await readFile(pidFile());
    await writeFile(pidFile(), `${process.pid}\n${cluster}\n1763890000\n5433\n`);
    expect(await found).toBeUndefined();
    // It was read, and is that of another program.
    await expect(readFile(pidFile())).rejects.toThrow('ENOENT');
  });
});
