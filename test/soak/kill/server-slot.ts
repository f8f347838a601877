import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { must } from '@switchboard/kit/assert';
import * as z from 'zod';
import { until } from '../../journeys/support/until.ts';

const mainFile = path.resolve(import.meta.dirname, '../../../packages/server/main.ts');
const startTime = 60_000;

/** A line of the server's log; pino counts an error as 50. */
const lineSchema = z.looseObject({ level: z.number(), msg: z.string().optional() });
const error = 50;

/** The place of one server: it dies there, and another one starts. */
export class ServerSlot {
  readonly port: number;
  /** Errors that servers here have logged, by their sentence, with one whole line each. */
  readonly errors = new Map<string, { count: number; readonly line: string }>();
  kills = 0;
  readonly #env: Readonly<Record<string, string>>;
  #child: ChildProcess | undefined;

  constructor(port: number, env: Readonly<Record<string, string>>) {
    this.port = port;
    this.#env = { ...env, SWITCHBOARD_HOST: '127.0.0.1', SWITCHBOARD_PORT: String(port) };
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [mainFile], {
      env: this.#env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child = child;
    createInterface({ input: must(child.stderr, 'the log of the server') }).on('line', (line) => {
      this.#read(line);
    });
    const isUp = async (): Promise<boolean> => {
      if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`);
      const health = await fetch(`http://127.0.0.1:${this.port}/health`).catch(() => undefined);
      return health?.ok === true;
    };
    await until('the server answers', isUp, startTime);
  }

  /** As a power cut does. */
  async kill(): Promise<void> {
    this.kills += 1;
    await this.#end('SIGKILL');
  }

  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  }

  #read(line: string): void {
    const read = lineSchema.safeParse(jsonOf(line));
    // What is no line of the log is the last word of a process that broke.
    if (read.success && read.data.level < error) return;
    const sentence = read.data?.msg ?? line;
    const known = this.errors.get(sentence);
    if (known === undefined) this.errors.set(sentence, { count: 1, line });
    else known.count += 1;
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
