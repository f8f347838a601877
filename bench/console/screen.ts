import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { installProbe } from './probe.ts';

/** An office PC of some years: four times slower than this machine. */
const slowdown = 4;

/** A page under measurement. */
export interface Screen {
  readonly page: Page;
  readonly session: CDPSession;
}

export interface ScreenOptions {
  readonly url: string;
  /** What must be there for the page to be painted. */
  readonly selector: string;
  /** The session's cookie, of an operator who is signed in. */
  readonly cookie?: string;
}

/** A browser's memory of its own: nothing is in its cache yet. */
export async function newContext(browser: Browser, { url, cookie }: ScreenOptions): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  if (cookie !== undefined)
    await context.addCookies([{ name: 'switchboard_session', value: cookie, url, httpOnly: true }]);
  return context;
}

/** Opens a page on a slow machine, and waits until it is painted. */
export async function openScreen(context: BrowserContext, of: ScreenOptions): Promise<Screen> {
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const session = await context.newCDPSession(page);
  await slow(session, true);
  await page.addInitScript(installProbe, of.selector);
  await page.goto(of.url);
  await page.waitForFunction(() => window.screenProbe.paintedAt !== undefined);
  return { page, session };
}

export const slow = async (session: CDPSession, isSlow: boolean): Promise<void> =>
  void (await session.send('Emulation.setCPUThrottlingRate', { rate: isSlow ? slowdown : 1 }));

/** From the navigation to the painted page, in milliseconds, in a cold and then in a warm cache, by turns. */
export async function measurePaint(
  browser: Browser,
  of: ScreenOptions,
  rounds: number,
): Promise<{ readonly cold: readonly number[]; readonly warm: readonly number[] }> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let n = 0; n < rounds; n += 1) {
    const context = await newContext(browser, of);
    for (const times of [cold, warm]) {
      const { page } = await openScreen(context, of);
      times.push(await page.evaluate(() => window.screenProbe.paintedAt ?? Number.NaN));
      await page.close();
    }
    await context.close();
  }
  return { cold, warm };
}
