import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { npmCommand, npmNeedsShell, registry } from './npm.mjs';
import { readJson, root, SetupError, say } from './project.mjs';

const lockFile = path.join(root, 'package-lock.json');
const modules = path.join(root, 'node_modules');
/** npm's own record of what it installed. */
const npmRecord = path.join(modules, '.package-lock.json');
/** Ours: the lock file that the last install of ours was made from. */
const stamp = path.join(modules, '.switchboard-lock');

/** npm's own pauses grow to a minute: whoever waits would think that it hangs. */
const retries = ['--fetch-retries=2', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=5000'];

/** Milliseconds between two lines of progress. */
const progressEvery = 3000;

/** Installs what package-lock.json names, unless it is there. */
export async function install() {
  if (isInstalled()) return;
  const fresh = !existsSync(npmRecord);
  say(fresh ? 'Installing packages (a minute or two, once)…' : 'Bringing packages up to date…');
  // Not "npm ci": it would first delete the Node that may be running this very script, and since npm 11 it refuses a
  // lock file that does not name the optional packages of every other operating system. The lock file stays as it is.
  await runNpm(['install', '--no-save']);
  writeFileSync(stamp, lockHash());
}

export function isInstalled() {
  if (!existsSync(npmRecord)) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return true;
  if (statSync(npmRecord).mtimeMs < statSync(lockFile).mtimeMs) return false;
  // Someone has run npm by hand since the lock file changed.
  writeFileSync(stamp, lockHash());
  return true;
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

/**
 * Runs npm with its chatter turned into a line of progress every few seconds.
 * @param {string[]} args
 * @returns {Promise<void>}
 */
function runNpm(args) {
  const total = Object.keys(readJson(lockFile).packages).length;
  const started = Date.now();
  /** @type {string[]} */
  const errors = [];
  let fetched = 0;
  const flags = ['--no-audit', '--no-fund', '--loglevel=http', '--color=false', ...retries];
  const [program, first] = npmCommand();
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, ...args, ...flags], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'pipe'],
      shell: npmNeedsShell,
    });
    const timer = setInterval(() => {
      const seconds = Math.round((Date.now() - started) / 1000);
      say(
        `  ${seconds} s, ${fetched === 0 ? 'asking the registry' : `${fetched} of at most ${total} packages`}…`,
      );
    }, progressEvery);
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (/^npm (http|info|timing)/.test(line)) {
        if (/\.tgz/.test(line)) fetched += 1;
        const failure = /attempt \d+ failed with (\w+)/.exec(line)?.[1];
        if (failure !== undefined) {
          if (errors.length === 0) say(`  the registry does not answer (${failure}), trying again…`);
          errors.push(line);
        }
        return;
      }
      // Packages that want a newer Node than the one outside: they run on the pinned one.
      if (line.startsWith('npm warn EBADENGINE')) return;
      if (line.startsWith('npm error')) errors.push(line);
      process.stderr.write(`${line}\n`);
    });
    child.once('error', (error) => {
      clearInterval(timer);
      reject(new SetupError(`npm could not be run: ${error.message}`));
    });
    child.once('close', (code) => {
      clearInterval(timer);
      // npm 10 can give up on a registry out of reach and still exit with 0: its record tells.
      if (code === 0 && existsSync(npmRecord)) {
        say(`  done in ${Math.round((Date.now() - started) / 1000)} s`);
        resolve();
      } else {
        reject(new SetupError(explainNpm(errors.join('\n'), code)));
      }
    });
  });
}

const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i;

/**
 * What a failed npm run means and what to do.
 * @param {string} errors the lines that begin with "npm error"
 * @param {number | null} code
 */
export function explainNpm(errors, code) {
  if (/\b[A-Z_]*(?:CERT|SSL)_[A-Z_]+|_CERT\b|self.signed cert|unable to (?:get|verify)/.test(errors)) {
    return `The npm registry ${registry()} does not show a certificate that this machine trusts. Behind a company proxy: npm config set cafile <file>. Then run the command again.`;
  }
  if (unreachable.test(errors)) {
    return `The npm registry ${registry()} cannot be reached. Check the network, or the proxy (npm config set proxy …) or your company's registry (npm config set registry …), then run the command again: it goes on where it stopped.`;
  }
  if (/ENOSPC/.test(errors))
    return 'The disk is full: Switchboard needs about 1 GB. Make room, then run the command again.';
  if (/EACCES|EPERM/.test(errors)) {
    return `npm may not write to ${modules}. Make the folder yours (chown), then run the command again.`;
  }
  return `npm could not install the packages (exit code ${code}). Its messages are above; "npm install" repeats them.`;
}
