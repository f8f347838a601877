import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { readJson, root, SetupError } from './project.mjs';

/**
 * The Node that the npm package `node` brings, as the path of the program itself.
 * @returns {string}
 */
export function pinnedNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const file = path.join(root, 'node_modules', 'node', 'bin', name);
  const wanted = readJson(path.join(root, 'package.json')).engines.node;
  const problem = existsSync(file) ? versionProblem(file, wanted) : 'is missing';
  if (problem === undefined) return realpathSync(file);
  // The package has no binary for this platform, but the machine's own Node may do.
  if (isRecent(process.versions.node, wanted)) return process.execPath;
  throw new SetupError(
    `The Node that belongs to Switchboard (${file}) ${problem}. ` +
      'Its install script fetches it: run "npm rebuild node" and see that scripts are allowed ' +
      '("npm config get ignore-scripts" must say false). ' +
      `Or start with Node ${wanted} of your own.`,
  );
}

/**
 * @param {string} file
 * @param {string} wanted
 */
function versionProblem(file, wanted) {
  try {
    const version = execFileSync(file, ['--version'], { encoding: 'utf8' }).trim().slice(1);
    return isRecent(version, wanted) ? undefined : `is ${version}, and ${wanted} is needed`;
  } catch (error) {
    return `does not run (${error instanceof Error ? error.message : String(error)})`;
  }
}

/**
 * @param {string} version as `24.21.0`
 * @param {string} wanted as `>=24.12`
 */
export function isRecent(version, wanted) {
  const have = version.split('.').map(Number);
  const need = wanted.replace(/^\D+/, '').split('.').map(Number);
  for (let index = 0; index < need.length; index += 1) {
    const difference = (have[index] ?? 0) - (need[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
