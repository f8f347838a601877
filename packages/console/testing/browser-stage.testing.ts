import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { must } from '@switchboard/kit/assert';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, vi } from 'vitest';
import { launchBrowser } from './browser.testing.ts';
import type {} from './built-console.testing.ts';
import { inPassing } from './fake-line.testing.ts';
import { FakeServer } from './fake-server.testing.ts';

const consoleFolder = fileURLToPath(new URL('..', import.meta.url));
const pictures = fileURLToPath(new URL('../../../artifacts/console/', import.meta.url));

/** The built console in a browser before a server that a test steers; new for each test. */
export interface BrowserStage {
  readonly server: FakeServer;
  readonly page: Page;
  readonly address: string;
  /** Opens the console, signed in. */
  open(): Promise<void>;
  /** Nothing that axe finds wrong; `[data-tabster-dummy]` are Fluent's focus traps, which nobody can reach. */
  expectNothingWrong(): Promise<void>;
  /** Pictures for people to look at, in both sizes that offices have. */
  picture(name: string): Promise<void>;
  /** The commands heard so far, searches, people read and questions about calendars left out. */
  commands(): readonly string[];
}

/** Sets the stage for the tests of the describe block that calls it. */
export function useBrowserStage(): BrowserStage {
  let files = '';
  let ownFiles: string | undefined;
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  let troubles: string[] = [];
  const now: { server?: FakeServer; page?: Page; address: string } = { address: '' };

  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
    browser = await launchBrowser();
    // `npm test` has built it; whoever runs one file after a change has not.
    files = inject('consoleFiles');
    if (files !== '') return;
    ownFiles = await mkdtemp(join(tmpdir(), 'switchboard-console-'));
    files = ownFiles;
    // As it ships: the libraries' checks for developers weigh as much as a third of the whole.
    vi.stubEnv('NODE_ENV', 'production');
    await build({
      configFile: join(consoleFolder, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: files, emptyOutDir: true },
    });
    vi.unstubAllEnvs();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    if (ownFiles !== undefined) await rm(ownFiles, { recursive: true });
  });

  beforeEach(async () => {
    now.server = new FakeServer(files);
    now.address = await now.server.start();
    context = await must(browser, 'a browser').newContext({
      viewport: { width: 1366, height: 768 },
      colorScheme: 'light',
      locale: 'en-GB',
      timezoneId: 'Europe/London',
    });
    now.page = await context.newPage();
    troubles = [];
    now.page.on('pageerror', (error) => troubles.push(error.message));
    now.page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) troubles.push(message.text());
    });
  });

  afterEach(async () => {
    await context?.close();
    await now.server?.stop();
    if (troubles.length > 0) throw new Error(`the page had troubles: ${troubles.join('; ')}`);
  });

  return {
    get server() {
      return must(now.server, 'a server: only inside a test');
    },
    get page() {
      return must(now.page, 'a page: only inside a test');
    },
    get address() {
      return now.address;
    },
    async open() {
      await this.page.goto(now.address);
      await this.page.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
      // What is pressed before the welcome is refused, in words.
      await this.page.getByText('Connecting …').first().waitFor({ state: 'detached' });
    },
    async expectNothingWrong() {
      await this.page.evaluate(afterMotion);
      const { violations } = await new AxeBuilder({ page: this.page })
        .exclude('[data-tabster-dummy]')
        // In the page itself, which has no frames of others: half the work of a second page for each scan.
        .setLegacyMode()
        .analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      expect(found).toEqual([]);
    },
    async picture(name) {
      for (const [width, height] of [
        [1366, 768],
        [1024, 600],
      ] as const) {
        await this.page.setViewportSize({ width, height });
        await this.page.screenshot({
          path: join(pictures, `${name}-${width}x${height}.png`),
          animations: 'disabled',
        });
      }
      await this.page.setViewportSize({ width: 1366, height: 768 });
    },
    commands() {
      return this.server.heard.filter(({ type }) => !isQuestion(type)).map(({ type }) => type);
    },
  };
}

/** What a console asks by itself, for what it shows. */
export const isQuestion = (type: string): boolean => inPassing.some((each) => each === type);

/** Runs in the page: what opens is half seen through until it is open, and colours are measured as they are then. */
async function afterMotion(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}
