import { existsSync } from 'node:fs';
import { must } from '@switchboard/kit/assert';
import { type Browser, chromium } from 'playwright-core';

const executablePath = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

/** Without a browser the tests that need one are skipped; where `CI` is set they fail instead. */
export const cannotBrowse = executablePath === undefined && process.env.CI === undefined;

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: must(executablePath, 'a browser: install Chromium or name one by CHROME_PATH'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
