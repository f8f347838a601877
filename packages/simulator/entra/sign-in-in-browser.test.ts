import { AxeBuilder } from '@axe-core/playwright';
import Fastify from 'fastify';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cannotBrowse, launchBrowser } from '../pages/browser.testing.ts';
import { consoleApp, createEntraBench, type EntraBench, testTenantId } from './entra.testing.ts';
import { formOf, queryOf } from './parameters.ts';

describe.skipIf(cannotBrowse)('signing in with a browser', { timeout: 60_000 }, () => {
  let bench: EntraBench;
  let browser: Browser;
  let context: BrowserContext;
  let callback = '';
  let url = '';
  /** What arrived at the application. */
  const arrived: URLSearchParams[] = [];
  const application = Fastify({ forceCloseConnections: true });

  beforeAll(async () => {
    bench = await createEntraBench({ publicUrl: () => url });
    const { port } = new URL(await bench.app.listen({ port: 0, host: '127.0.0.1' }));
    url = `http://localhost:${port}`;
    application.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_, body, done) => done(null, body),
    );
    application.all('/callback', async (request) => {
      arrived.push(new URLSearchParams(formOf(request) || queryOf(request.url)));
      return 'Here is the application.';
    });
    const listening = new URL(await application.listen({ port: 0, host: '127.0.0.1' }));
    callback = `http://localhost:${listening.port}/callback`;
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await bench.app.close();
    await application.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1024, height: 600 } });
  });
  afterEach(() => context.close());

  const openPicker = async (fields: Record<string, string> = {}): Promise<Page> => {
    const page = await context.newPage();
    const query = new URLSearchParams({
      client_id: consoleApp.applicationId,
      response_type: 'code',
      redirect_uri: callback,
      scope: 'openid User.Read',
      ...fields,
    });
    await page.goto(`${url}/${testTenantId}/oauth2/v2.0/authorize?${query}`);
    return page;
  };

  test('takes three keys for an operator', async () => {
    const page = await openPicker({ state: 'by keys' });
    await page.locator('button:focus', { hasText: 'Eva Berg' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.locator('button:focus', { hasText: 'Omar Haddad' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Here is the application.').waitFor();
    expect(arrived.at(-1)?.get('state')).toBe('by keys');
    expect(arrived.at(-1)?.get('code')).toBeTruthy();
  });

  test('finds somebody else while typing, and posts the answer back by itself', async () => {
    const page = await openPicker({ response_mode: 'form_post', state: 'by form' });
    await page.getByPlaceholder('Find somebody else').pressSequentially('zak');
    await page.getByRole('button', { name: 'Łukasz Żąk' }).click();
    await page.getByText('Here is the application.').waitFor();
    expect(arrived.at(-1)?.get('state')).toBe('by form');
  });

  test.each([['light'], ['dark']] as const)('bars nobody’s way, in %s', async (colorScheme) => {
    const page = await openPicker({ prompt: 'select_account' });
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
