import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './project.mjs';

/**
 * Milliseconds from Ctrl-C until what still runs is killed: with our own end, within three seconds. A machine that is
 * too busy for an orderly end within that time is given more by SWITCHBOARD_STOP_WITHIN_MS.
 */
const patience = Number(process.env['SWITCHBOARD_STOP_WITHIN_MS'] ?? 2600);
/** npm, the terminal and the shell each pass Ctrl-C on: signals this close together are one. */
const sameSignal = 500;

/**
 * Runs a program in our place: its output is ours, a signal to us goes to it once, its exit code is ours.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} the exit code; 128 and the signal's number if a signal ended it
 */
export function runChild(program, args, env = process.env) {
  // In a group of its own, so that the terminal's Ctrl-C comes through us alone. Windows tells every process by itself.
  const ownGroup = process.platform !== 'win32';
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env, detached: ownGroup });
  /** @type {NodeJS.Timeout | undefined} */
  let killTimer;
  let lastSignal = -Infinity;

  const killAll = () => {
    if (child.pid === undefined) return;
    try {
      process.kill(ownGroup ? -child.pid : child.pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
  };
  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => {
    const now = performance.now();
    if (now - lastSignal < sameSignal) return;
    lastSignal = now;
    if (ownGroup) child.kill(signal);
    killTimer ??= setTimeout(killAll, patience);
  };
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, passOn);

  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(killTimer);
      for (const name of signals) process.off(name, passOn);
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
