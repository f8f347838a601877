import { spawn } from 'node:child_process';

export interface ProgramRun {
  /** Undefined when the program could not be started at all, or was ended by a signal. */
  readonly code: number | undefined;
  /** What it wrote to stdout and stderr, trimmed; the reason when it could not be started. */
  readonly output: string;
}

/** An operating system user by numbers. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

export interface ProgramSetting {
  readonly as?: RunAs | undefined;
  /** Must be a folder that the account may enter. */
  readonly cwd?: string;
}

/** How long to go on reading after the exit: a daemon it left behind may hold the pipes open for ever. */
const lastWords = 500;

/** Runs a program to its end. Never rejects. */
export function runProgram(
  file: string,
  args: readonly string[],
  setting: ProgramSetting = {},
): Promise<ProgramRun> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: setting.cwd,
      windowsHide: true,
      ...(setting.as === undefined ? {} : { uid: setting.as.uid, gid: setting.as.gid }),
    });
    let output = '';
    let timer: NodeJS.Timeout | undefined;
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    const finish = (code: number | null): void => {
      clearTimeout(timer);
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ code: code ?? undefined, output: output.trim() });
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => resolve({ code: undefined, output: error.message }));
    child.once('close', finish);
    child.once('exit', (code) => {
      timer = setTimeout(finish, lastWords, code);
    });
  });
}
