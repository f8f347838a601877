import { execFileSync } from 'node:child_process';
import { root } from './project.mjs';

/**
 * The npm that started us, else the one on the path: a program and its first arguments.
 * @returns {[string, string[]]}
 */
export function npmCommand() {
  const script = process.env.npm_execpath;
  if (script !== undefined && /npm-cli\.c?js$/.test(script)) return [process.execPath, [script]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
}

/** Windows runs npm.cmd only through a shell. */
export const npmNeedsShell = process.platform === 'win32' && npmCommand()[1].length === 0;

/** Where npm fetches packages from on this machine, for messages. */
export function registry() {
  const [program, first] = npmCommand();
  try {
    return execFileSync(program, [...first, 'config', 'get', 'registry'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: npmNeedsShell,
    }).trim();
  } catch {
    return '(see "npm config get registry")';
  }
}
