import { spawn } from 'node:child_process';
import path from 'node:path';

export interface ProgramOutcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the JavaScript program of an installed package with this very Node, and collects what it says. */
export function runPackage(script: string, args: readonly string[], cwd: string): Promise<ProgramOutcome> {
  return new Promise((resolve, reject) => {
    const file = path.join(import.meta.dirname, '..', '..', 'node_modules', script);
    const child = spawn(process.execPath, [file, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
}

/** All that a program said, as problems, if it failed. */
export function complaints({ code, stdout, stderr }: ProgramOutcome): readonly string[] {
  if (code === 0) return [];
  const text = [stdout.trim(), stderr.trim()].filter((part) => part !== '').join('\n');
  return [text === '' ? `exit code ${code} without a word` : text];
}
