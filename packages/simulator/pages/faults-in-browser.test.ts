import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cannotBrowse, launchBrowser } from './browser.testing.ts';
import { type PagesBench, startPages } from './pages.testing.ts';

let bench: PagesBench;
let browser: Browser;
let context: BrowserContext;
let page: Page;

describe.skipIf(cannotBrowse)('the page of faults', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    bench = await startPages();
    context = await browser.newContext({ viewport: { width: 1024, height: 700 } });
    context.setDefaultTimeout(15_000);
    page = await context.newPage();
    await page.goto(`${bench.url}/faults`);
    await page.getByRole('group', { name: 'Lost' }).waitFor();
  });
  afterEach(async () => {
    await context.close();
    await bench.stop();
  });

  const saved = () => page.waitForResponse((response) => response.request().method() === 'PATCH');

  /** Does something to the page and waits until the simulator has heard of it. */
  async function change(act: () => Promise<unknown>): Promise<number> {
    const done = saved();
    await act();
    return (await done).status();
  }

  test('how often, which and what of a fault take effect at once', async () => {
    const lost = page.getByRole('group', { name: 'Lost' });
    await change(() => lost.getByRole('slider').fill('25'));
    await lost.getByText('Of every kind').click();
    await change(() => lost.getByLabel('roster').check());
    await change(() => lost.getByLabel('operation').check());
    await lost.getByText('Only operation, roster').waitFor();
    expect(bench.faults.settings.drop).toEqual({
      probability: 0.25,
      next: 0,
      kinds: ['operation', 'roster'],
    });

    const unavailable = page.getByRole('group', { name: '503 Unavailable' });
    await change(() => unavailable.getByLabel('What was asked is').selectOption('always'));
    await change(() => enter(unavailable.getByLabel('Surely the next'), '2'));
    expect(bench.faults.settings.unavailable).toMatchObject({ done: 'always', next: 2 });

    const throttle = page.getByRole('group', { name: '429 Too many requests' });
    await change(() => throttle.getByLabel('For all requests of the tenant').check());
    await change(() => enter(throttle.getByLabel('Retry-After, in seconds'), ''));
    expect(bench.faults.settings.throttle).toMatchObject({ sticky: true, retryAfterSeconds: null });
  });

  test('what was done is counted, and all is well again at the press of a button', async () => {
    bench.faults.set({ signedOut: { probability: 1 } });
    const conversation = bench.world.exchange.open('group');
    bench.world.bells.ring({
      conversation,
      target: { kind: 'person', id: 'eva.berg@contoso.example' },
      from: 'a test',
      onEnd: () => undefined,
    });
    await page.getByRole('group', { name: 'Teams is gone' }).getByText('1 ×').waitFor();
    await page.getByRole('status').filter({ hasText: '1 fault so far.' }).waitFor();
    await page.getByRole('button', { name: 'All well again' }).click();
    await page.getByRole('status').filter({ hasText: 'Nothing has gone wrong yet.' }).waitFor();
    expect(bench.faults.settings.signedOut.probability).toBe(0);
  });

  test('somebody unknown is refused in words, and the page shows what is', async () => {
    const people = page.getByRole('group', { name: 'Voicemail picks up' }).getByLabel('Whom');
    expect(await change(() => enter(people, 'nobody@contoso.example'))).toBe(400);
    await page.getByRole('alert').filter({ hasText: 'voicemail.people: there is nobody' }).waitFor();
    await expect.poll(() => people.inputValue()).toBe('');
  });

  test.each([['light'], ['dark']] as const)('nothing bars the way to anybody, in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    bench.faults.set({ drop: { probability: 0.1, kinds: ['call'] } });
    await page.getByRole('group', { name: 'Lost' }).getByText('Only call').click();
    for (const width of [1_024, 400]) {
      await page.setViewportSize({ width, height: 700 });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
      ).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    }
  });
});

async function enter(field: ReturnType<Page['locator']>, text: string): Promise<void> {
  await field.fill(text);
  await field.blur();
}
