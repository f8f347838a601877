import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contoso } from '../world/contoso.ts';
import { cannotBrowse, launchBrowser } from './browser.testing.ts';
import { type PagesBench, startPages } from './pages.testing.ts';

let bench: PagesBench;
let browser: Browser;
let context: BrowserContext;

describe.skipIf(cannotBrowse)('in a browser', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    bench = await startPages();
    context = await browser.newContext({ viewport: { width: 1024, height: 600 } });
    context.setDefaultTimeout(15_000);
  });
  afterEach(async () => {
    await context.close();
    await bench.stop();
  });

  const open = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(bench.url + path);
    return page;
  };

  /** What an application does: it answers the caller and rings one of the people. */
  const ringFor = (personId: string): void => {
    const { world } = bench;
    const conversation = bench.onlyConversation();
    world.exchange.join(conversation, { kind: 'application', id: contoso.applicationId, hidden: true });
    world.exchange.set(conversation, {
      kind: 'group',
      playing: 'https://console.contoso.example/media/greeting.wav',
    });
    world.bells.ring({
      conversation,
      target: { kind: 'person', id: personId },
      from: 'Contoso Reception',
      onEnd: () => undefined,
    });
  };

  test('a caller dials a queue, hears the greeting, talks with Eva, sends keys and hangs up', async () => {
    const telephone = await open('/telephone');
    await telephone.getByRole('button', { name: /Contoso Reception/ }).click();
    await telephone.keyboard.press('Enter');
    await telephone.locator('#hears', { hasText: 'Ringing' }).waitFor();
    const teams = await open('/teams?user=eva.berg@contoso.example');
    ringFor(contoso.people.eva);
    await telephone.locator('#hears', { hasText: 'Greeting' }).waitFor();
    await teams.getByRole('button', { name: 'Accept' }).click();
    await telephone.locator('#hears', { hasText: 'Talking with Eva Berg' }).waitFor();
    await teams.locator('#with', { hasText: '+44' }).waitFor();
    await teams.locator('#presence', { hasText: 'In a call' }).waitFor();
    const keyed = telephone.waitForResponse((response) => response.url().endsWith('/keys'));
    await telephone.keyboard.press('5');
    await keyed;
    expect(bench.tones).toEqual(['tone5']);
    await telephone.keyboard.press('Escape');
    await telephone.locator('#state', { hasText: 'Call ended' }).waitFor();
    expect(bench.world.truth().lines).toMatchObject([{ state: 'ended', endReason: 'hung up' }]);
  });

  test('a call survives the reload of its telephone, and each tab has a line of its own', async () => {
    const first = await open('/telephone?to=%2B442079460100');
    await first.getByRole('button', { name: 'Dial', exact: true }).click();
    await first.getByRole('button', { name: 'Hang up' }).waitFor();
    const second = await open('/telephone?to=%2B442079460200');
    await second.getByRole('button', { name: 'Dial', exact: true }).click();
    await second.getByRole('button', { name: 'Hang up' }).waitFor();
    expect(bench.world.truth().lines.map(({ dialled }) => dialled)).toEqual([
      '+442079460100',
      '+442079460200',
    ]);
    await first.reload();
    await first.getByRole('button', { name: 'Hang up' }).click();
    await first.locator('#state', { hasText: 'Call ended' }).waitFor();
    expect(bench.world.truth().lines.map(({ state }) => state)).toEqual(['ended', 'ringing']);
  });

  test('a number that nobody has is refused in words', async () => {
    const telephone = await open('/telephone?to=%2B442079460999');
    await telephone.getByRole('button', { name: 'Dial', exact: true }).click();
    await telephone.getByRole('alert').filter({ hasText: 'nobody has the number' }).waitFor();
  });

  test('somebody declines, and somebody who is signed out does not ring', async () => {
    const teams = await open('/teams?user=omar.haddad@contoso.example');
    const telephone = await open('/telephone?to=%2B442079460100');
    await telephone.getByRole('button', { name: 'Dial', exact: true }).click();
    await telephone.getByRole('button', { name: 'Hang up' }).waitFor();
    ringFor(contoso.people.omar);
    await teams.getByRole('button', { name: 'Decline' }).click();
    await teams.locator('#idle').waitFor();
    const changed = teams.waitForResponse((response) => response.url().endsWith('/client'));
    await teams.getByRole('checkbox', { name: 'Signed in to Teams' }).uncheck();
    await changed;
    expect(bench.world.clients.of(contoso.people.omar).signedIn).toBe(false);
    await teams.locator('#presence', { hasText: 'Signed out' }).waitFor();
  });

  test('the settings of a client are kept', async () => {
    const teams = await open('/teams?user=jan.devries@contoso.example');
    const saved = () =>
      teams.waitForResponse((response) => response.request().method() === 'POST' && response.ok());
    for (const change of [
      () => teams.locator('[name=then]').selectOption('voicemail'),
      () => teams.locator('[name=behaviour]').selectOption('answer'),
      () => teams.locator('[name=presence]').selectOption('Away/Away'),
    ]) {
      const done = saved();
      await change();
      await done;
    }
    expect(bench.world.clients.of(contoso.people.jan)).toMatchObject({
      unanswered: { then: 'voicemail' },
      behaviour: { kind: 'answer', afterSeconds: 3 },
    });
    expect(bench.world.presence.of(contoso.people.jan)).toMatchObject({ availability: 'Away' });
  });

  test('the wall shows who rings beside the callers, and plays all parts', async () => {
    const wall = await open('/teams/wall');
    await wall.getByRole('button', { name: 'Place a call' }).click();
    const caller = wall.locator('#callers .tile');
    await caller.filter({ hasText: 'Ringing' }).waitFor();
    ringFor(contoso.people.jan);
    const jan = wall.locator('#people .tile', { hasText: 'Jan de Vries' });
    await jan.getByRole('button', { name: 'Accept' }).click();
    await caller.filter({ hasText: 'Talking with Jan de Vries' }).waitFor();
    await jan.getByRole('button', { name: 'Hang up' }).click();
    await jan.waitFor({ state: 'detached' });
  });

  test('somebody is found by name and put on the wall', async () => {
    const wall = await open('/teams/wall');
    await wall.locator('#people .tile').first().waitFor();
    await wall.getByPlaceholder('Add somebody by name').fill('Þórsd');
    await wall.getByRole('button', { name: 'Add' }).click();
    await wall.locator('#people .tile', { hasText: 'Sigríður Þórsdóttir' }).waitFor();
    const chooser = await open('/teams');
    await chooser.getByPlaceholder('Name, address').fill('de vries');
    // Jan stands among the unfiltered people too: the list is up to date when others are gone.
    await chooser.locator('#people li', { hasText: 'Eva Berg' }).waitFor({ state: 'detached' });
    await chooser.locator('#people li', { hasText: 'Jan de Vries' }).click();
    await chooser.waitForURL(/\/teams\?user=jan\.devries/);
  });

  test('whoever types faster than the search answers gets the person typed, not one of the list before', async () => {
    const chooser = await open('/teams');
    await chooser.locator('#people li', { hasText: 'Eva Berg' }).waitFor();
    const pressed = Promise.withResolvers<void>();
    await chooser.route(/search=de%20vries/, async (route) => {
      await pressed.promise;
      await route.continue();
    });
    await chooser.getByPlaceholder('Name, address').fill('de vries');
    await chooser.keyboard.press('Enter');
    pressed.resolve();
    await chooser.waitForURL(/\/teams\?user=jan\.devries/);
  });

  test('what is typed on meanwhile does not keep somebody off the wall', async () => {
    const wall = await open('/teams/wall');
    await wall.locator('#people .tile').first().waitFor();
    const typedOn = Promise.withResolvers<void>();
    await wall.route(/search=%C3%9E%C3%B3rsd$/, async (route) => {
      await typedOn.promise;
      await route.continue();
    });
    const field = wall.getByPlaceholder('Add somebody by name');
    await field.fill('Þórsd');
    await wall.keyboard.press('Enter');
    await field.fill('jan');
    typedOn.resolve();
    await wall.locator('#people .tile', { hasText: 'Sigríður Þórsdóttir' }).waitFor();
    expect(await field.inputValue()).toBe('jan');
  });

  test('a fault of a page is shown to the visitor', async () => {
    const wall = await open('/teams/wall');
    await wall.locator('#people .tile').first().waitFor();
    await wall.route('**/control/truth', (route) => route.fulfill({ json: { at: 0 } }));
    await wall.getByRole('button', { name: 'Place a call' }).click();
    await wall.getByRole('alert').filter({ hasText: 'This page has a fault' }).waitFor();
  });

  test('a telephone that is called rings and is answered', async () => {
    const caller = await open('/telephone?to=%2B442079460100');
    await caller.getByRole('button', { name: 'Dial', exact: true }).click();
    await caller.getByRole('button', { name: 'Hang up' }).waitFor();
    const called = await open('/telephone');
    const number = (await called.getByLabel('Own number').inputValue()).replaceAll(' ', '');
    const conversation = bench.onlyConversation();
    bench.world.bells.ring({
      conversation,
      target: { kind: 'number', number },
      from: 'Contoso Reception',
      onEnd: () => undefined,
    });
    await called.getByRole('button', { name: 'Answer' }).click();
    await called.locator('#hears', { hasText: 'Talking with' }).waitFor();
  });

  test.each([['light'], ['dark']] as const)('nothing bars the way to anybody, in %s', async (colorScheme) => {
    await context.close();
    context = await browser.newContext({
      viewport: { width: 1024, height: 600 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    const telephone = await open('/telephone?to=%2B442079460100');
    await telephone.getByRole('button', { name: 'Dial', exact: true }).click();
    await telephone.getByRole('button', { name: 'Hang up' }).waitFor();
    ringFor(contoso.people.eva);
    for (const path of ['/', '/telephone', '/teams', '/teams/wall', '/teams?user=eva.berg@contoso.example']) {
      const page = await open(path);
      await page.locator('h1, h2').first().waitFor();
      await page.waitForLoadState('load');
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(
        violations.map(
          ({ id, nodes }) => `${path} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        ),
      ).toEqual([]);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(tooWide).toBeLessThanOrEqual(0);
      await page.close();
    }
  });
});
