import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npmCommand, npmNeedsShell } from './npm.mjs';
import { root, SetupError, say } from './project.mjs';

const consoleFolder = path.join(root, 'packages', 'console');
export const consoleFiles = path.join(consoleFolder, 'dist');
const built = path.join(consoleFiles, 'index.html');
/** Not in `dist`, which is served to everybody. */
const stamp = path.join(root, 'node_modules', '.switchboard-console');
/** The packages that end up in the browser. */
const sources = ['console', 'contract', 'kit'].map((name) => path.join(root, 'packages', name));

/** Whether the pages in `dist` were built from just these sources. */
export const isConsoleBuilt = (hash = sourceHash()) =>
  existsSync(built) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;

/** Builds the console's pages, by its own `build` script, unless they were built from just these sources. */
export async function buildConsole() {
  const hash = sourceHash();
  if (isConsoleBuilt(hash)) return;
  say('Building the console…');
  const started = Date.now();
  await runBuild();
  writeFileSync(stamp, hash);
  say(`  done in ${Math.round((Date.now() - started) / 1000)} s`);
}

function sourceHash() {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
  for (const folder of sources) {
    for (const file of filesOf(folder))
      hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {string[]} sorted
 */
function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== 'dist' && !/\.(test|testing)\.tsx?$/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? filesOf(file) : [file];
    });
}

/** @returns {Promise<void>} */
function runBuild() {
  const [program, first] = npmCommand();
  return new Promise((resolve, reject) => {
    const child = spawn(
      program,
      [...first, 'run', 'build', '--workspace', '@switchboard/console', '--silent'],
      {
        cwd: root,
        stdio: 'inherit',
        shell: npmNeedsShell,
      },
    );
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(new SetupError(`The console could not be built (exit code ${code}). The messages are above.`));
    });
  });
}
