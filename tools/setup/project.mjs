// What start, test and check have in common. Plain JavaScript for Node 18 and later: it runs before anything is installed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A problem that its reader can solve: shown without a stack trace. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError';
}

/** @param {string} message */
export function say(message) {
  process.stdout.write(`${message}\n`);
}

/**
 * Ends the process with a failure: a SetupError as it is, anything else with its stack.
 * @param {unknown} error
 */
export function fail(error) {
  const text =
    error instanceof SetupError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`\n${text}\n`);
  process.exitCode = 1;
}

/** The oldest Node that can run these scripts; the product itself runs on the pinned one. */
const oldestNode = 18;

export function checkNode() {
  if (Number.parseInt(process.versions.node, 10) >= oldestNode) return;
  throw new SetupError(
    `Node ${process.versions.node} is too old to install Switchboard. Install Node ${oldestNode} or newer (https://nodejs.org), then run the command again.`,
  );
}

/**
 * @param {string} file
 * @returns {any} whatever the file holds
 */
export function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
