import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const script = path.resolve(import.meta.dirname, '../../../tools/start.mjs');

/** What `npm start` runs, in a process of its own. */
export interface NpmStart {
  readonly child: ChildProcess;
  /** Both streams, as far as they have come. */
  output(): string;
  /** Resolves when the output has these words; rejects when the process ends before. */
  says(words: string): Promise<void>;
  /** Resolves with its exit code. */
  readonly ended: Promise<unknown>;
}

/** The environment of whoever runs the tests, without what the test runner adds: with it a console would be built for tests. */
const { NODE_ENV: _env, VITEST: _vitest, ...person } = process.env;

/** Starts it. It is ended after the test, with everything that it has started. */
export function npmStart(args: readonly string[], env: Readonly<Record<string, string>> = {}): NpmStart {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A busy machine ends in order, too, and a person's three seconds are not what is tested.
    env: { ...person, SWITCHBOARD_STOP_WITHIN_MS: '60000', ...env },
  });
  let output = '';
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listen of heard) listen();
    });
  }
  const ended = once(child, 'close').then(([code]: unknown[]) => code);
  onTestFinished(async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await ended;
  });
  return {
    child,
    output: () => output,
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!output.includes(words)) return;
          heard.delete(look);
          resolve();
        };
        heard.add(look);
        look();
        void ended.then((code) => reject(new Error(`it ended with ${String(code)}:\n${output}`)));
      }),
    ended,
  };
}

/** A data folder that the database's own account may enter, gone after the test. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'switchboard-start-'));
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return path.join(folder, 'data');
}
