import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { SetupError, say } from './project.mjs';

/** Commands by which Chromium and its relatives are called on Linux. */
const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];

const macPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPlaces = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/**
 * A browser for the journeys: the one that CHROME_PATH names, else one that is installed, else Debian's, installed now.
 * @returns {Promise<string>} the path of its program
 */
export async function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    throw new SetupError(
      `CHROME_PATH names ${named}, which is not a program. Correct it, or unset it to have a browser found.`,
    );
  }
  const found = installedBrowser();
  if (found !== undefined) return found;
  if (canUseApt()) {
    await installByApt();
    const installed = installedBrowser();
    if (installed !== undefined) return installed;
  }
  throw new SetupError(
    'The tests drive a real browser, and none was found. Install Chromium, Google Chrome or Microsoft Edge ' +
      '(Debian, Ubuntu: apt-get install chromium), or name one: CHROME_PATH=/path/to/chrome npm test',
  );
}

/** @returns {string | undefined} */
export function installedBrowser(platform = process.platform, env = process.env) {
  return candidates(platform, env).find(isProgram);
}

/**
 * @param {string} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export function candidates(platform, env) {
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
      folder === undefined ? [] : windowsPlaces.map((place) => path.win32.join(folder, place)),
    );
  }
  const onPath = (env.PATH ?? '')
    .split(':')
    .filter((folder) => folder !== '')
    .flatMap((folder) => commands.map((command) => path.posix.join(folder, command)));
  return platform === 'darwin' ? [...macPlaces, ...onPath] : onPath;
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function canUseApt() {
  return (
    process.getuid?.() === 0 &&
    existsSync('/etc/debian_version') &&
    spawnSync('apt-get', ['--version']).status === 0
  );
}

async function installByApt() {
  say('Installing Chromium with apt-get, for the tests in a browser…');
  await apt(['update']);
  await apt(['install', '--yes', '--no-install-recommends', 'chromium']);
}

/**
 * @param {string[]} args
 * @returns {Promise<void>}
 */
function apt(args) {
  return new Promise((resolve, reject) => {
    const child = spawn('apt-get', args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new SetupError(`"apt-get ${args.join(' ')}" failed (exit code ${code}). Its messages are above.`),
        );
    });
  });
}
