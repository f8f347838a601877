import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { candidates } from './browser.mjs';
import { explainNpm } from './install.mjs';
import { isRecent } from './pinned-node.mjs';
import { countReport, listFailures, readTally, tallyLine } from './tally.mjs';

describe('isRecent', () => {
  test.each([
    ['24.12.0', true],
    ['24.21.0', true],
    ['26.0.0', true],
    ['24.11.9', false],
    ['20.20.2', false],
  ])('%s against >=24.12: %s', (version, recent) => {
    expect(isRecent(version, '>=24.12')).toBe(recent);
  });
});

describe('explainNpm', () => {
  test.each([
    ['npm error code ENOTFOUND', 'cannot be reached'],
    ['npm error code ECONNREFUSED', 'cannot be reached'],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
    ['npm error code UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate'],
    ['npm error code ERR_SSL_WRONG_VERSION_NUMBER', 'certificate'],
    ['npm error include/node/openssl/archs: certainly no certificate', 'exit code 1'],
    ['npm error code ENOSPC', 'disk is full'],
    ['npm error code EACCES', 'may not write'],
    ['npm error code ERESOLVE', 'exit code 1'],
  ])('turns "%s" into what to do', (errors, advice) => {
    expect(explainNpm(errors, 1)).toContain(advice);
  });
});

describe('candidates', () => {
  test('looks on the path of Linux and in the programs of macOS and Windows', () => {
    expect(candidates('linux', { PATH: '/usr/bin:/opt/bin' })).toEqual(
      expect.arrayContaining(['/usr/bin/chromium', '/opt/bin/google-chrome', '/usr/bin/msedge']),
    );
    expect(candidates('darwin', {})[0]).toMatch(/Google Chrome\.app/);
    expect(candidates('win32', { PROGRAMFILES: 'C:\\Program Files' })).toContain(
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    );
  });
});

describe('tally', () => {
  const report = {
    testResults: [
      {
        status: 'passed',
        assertionResults: [{ status: 'passed' }, { status: 'pending' }, { status: 'todo' }],
      },
      {
        name: path.resolve('packages/here.test.ts'),
        status: 'failed',
        assertionResults: [
          { status: 'failed', fullName: 'a > b', failureMessages: ['expected 1\n  at x'] },
          { status: 'passed' },
        ],
      },
      {
        name: path.resolve('there.test.ts'),
        status: 'failed',
        message: 'no such import',
        assertionResults: [],
      },
    ],
  };

  test('counts tests, and a file that could not be loaded as one failure', () => {
    expect(countReport(report)).toEqual({ passed: 2, failed: 2, skipped: 2 });
    expect(tallyLine({ passed: 2, failed: 2, skipped: 2 })).toBe('2 passed, 2 failed, 2 skipped');
  });

  test('names what failed, with the first line of what it said', () => {
    expect(listFailures(report)).toEqual([
      'packages/here.test.ts: a > b: expected 1',
      'there.test.ts: no such import',
    ]);
  });

  test('a run without a report, or one that ended badly, has failed', () => {
    const { tally, failures } = readTally('/nowhere/report.json', 1);
    expect(tally).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(failures).toHaveLength(1);
  });
});

describe.skipIf(process.platform === 'win32')('runChild', () => {
  /** Runs a program under runChild in a process of its own, sends it a signal when it has said "ready". */
  async function run(
    program: string,
    signals: readonly NodeJS.Signals[],
  ): Promise<{ code: unknown; output: string }> {
    const module = path.join(import.meta.dirname, 'run-child.mjs');
    const script = `
      const { runChild } = await import(${JSON.stringify(module)});
      process.exitCode = await runChild(process.execPath, ['-e', ${JSON.stringify(program)}]);
    `;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (text.includes('ready')) for (const signal of signals) child.kill(signal);
    });
    const [code] = await once(child, 'close');
    return { code, output };
  }

  test('passes the exit code on', async () => {
    expect(await run('process.exit(7)', [])).toEqual({ code: 7, output: '' });
  });

  test('passes a signal on, and the same again at once only one time', async () => {
    const program = `
      let count = 0;
      process.on('SIGINT', () => { count += 1; setTimeout(() => { console.log('signals', count); process.exit(0); }, 200); });
      setInterval(() => {}, 1000);
      console.log('ready');
    `;
    expect(await run(program, ['SIGINT', 'SIGINT'])).toEqual({ code: 0, output: 'ready\nsignals 1\n' });
  });

  test('kills what does not end after the signal', async () => {
    const program = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('ready');";
    expect((await run(program, ['SIGTERM'])).code).toBe(137);
  });
});
