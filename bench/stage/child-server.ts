import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { must } from '@switchboard/kit/assert';
import * as z from 'zod';

/** A server under measurement, in a process of its own. */
export interface ChildServer {
  /** `http://127.0.0.1:<port>` */
  readonly address: string;
  /** Warnings and errors that it logged, the first ones. */
  readonly complaints: readonly string[];
  usage(): Promise<Usage>;
  /** Begins to note what it sends to the database. */
  record(): Promise<void>;
  /** What was noted since the last time. */
  takeRecorded(): Promise<readonly Statement[]>;
  stopRecording(): Promise<void>;
  stop(): Promise<void>;
}

export interface Usage {
  /** Processor time so far, user and system, in milliseconds. */
  readonly cpu: number;
  /** Memory that it holds now, in bytes. */
  readonly memory: number;
}

const statementSchema = z.object({
  /** Of a statement that the connection keeps prepared. */
  name: z.optional(z.string()),
  text: z.string(),
  values: z.array(z.unknown()),
  /** When it was sent, on the clock that all processes of the machine share, in milliseconds. */
  at: z.number(),
});
/** One statement as it went to the database. */
export type Statement = z.infer<typeof statementSchema>;

const usageSchema = z.object({ user: z.number(), system: z.number(), rss: z.number() });

const reporter = import.meta.resolve('./child-reporter.ts');

/** A line of a log: of the server's own, or of a floor that writes the same. pino counts a warning as 40. */
const lineSchema = z.looseObject({ address: z.string().optional(), level: z.number().optional() });
const warning = 40;
const complaintsKept = 5;
/** A server that has not stopped by itself by then is ended, in milliseconds. */
const patience = 5_000;

/** Starts a program that logs `{"address":"http://…"}` when it listens, and waits for that. */
export async function startChild(
  file: string,
  {
    env = {},
    args = [],
    flags,
  }: {
    readonly env?: Readonly<Record<string, string>>;
    readonly args?: readonly string[];
    readonly flags: readonly string[];
  },
): Promise<ChildServer> {
  const child = spawn(process.execPath, [...flags, '--import', reporter, file, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const complaints: string[] = [];
  const address = await new Promise<string>((resolve, reject) => {
    const lines = createInterface({ input: must(child.stderr, 'the log of the child') });
    lines.on('line', (line) => {
      const read = lineSchema.safeParse(jsonOf(line));
      if (read.success && read.data.address !== undefined) resolve(read.data.address);
      if (read.success && (read.data.level ?? 0) < warning) return;
      if (complaints.length < complaintsKept) complaints.push(line);
    });
    child.once('exit', (code) => {
      reject(new Error(`${path.basename(file)} ended with code ${code}: ${complaints.join('\n')}`));
    });
  });
  return {
    address,
    complaints,
    async usage() {
      const { user, system, rss } = usageSchema.parse(await ask(child, 'usage'));
      return { cpu: (user + system) / 1_000, memory: rss };
    },
    record: async () => void (await ask(child, 'record')),
    takeRecorded: async () => z.array(statementSchema).parse(await ask(child, 'take')),
    stopRecording: async () => void (await ask(child, 'stop recording')),
    stop: () => end(child),
  };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** One question at a time. */
function ask(child: ChildProcess, question: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const gone = (): void => reject(new Error('the server under measurement is gone'));
    child.once('exit', gone);
    child.once('message', (message) => {
      child.off('exit', gone);
      resolve(message);
    });
    child.send(question, (error) => {
      if (error !== null) reject(error);
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
