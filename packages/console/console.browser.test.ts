import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { CallView } from '@switchboard/contract/views/call-view';
import { must } from '@switchboard/kit/assert';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { cannotBrowse, launchBrowser } from './testing/browser.testing.ts';
import { FakeServer } from './testing/fake-server.testing.ts';
import { me, waitingCall } from './testing/sample-office.testing.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const pictures = fileURLToPath(new URL('../../artifacts/console/', import.meta.url));

const mine = { operatorId: me.operatorId, name: me.name };
const jan = { name: 'Jan de Vries', personId: 'person-1' };

const connected = (call: CallView): CallView => ({
  ...call,
  state: 'connected',
  since: Date.now(),
  operator: mine,
  can: ['hold', 'transfer', 'hangUp'],
});

describe.skipIf(cannotBrowse)('The console in a browser', { timeout: 60_000 }, () => {
  let files = '';
  let browser: Browser;
  let server: FakeServer;
  let address = '';
  let context: BrowserContext;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    files = await mkdtemp(join(tmpdir(), 'switchboard-console-'));
    await mkdir(pictures, { recursive: true });
    // As it ships: the libraries' checks for developers weigh as much as a third of the whole.
    vi.stubEnv('NODE_ENV', 'production');
    await build({
      configFile: join(here, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: files, emptyOutDir: true },
    });
    vi.unstubAllEnvs();
    browser = await launchBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await rm(files, { recursive: true });
  });

  beforeEach(async () => {
    server = new FakeServer(files);
    address = await server.start();
    context = await browser.newContext({ viewport: { width: 1366, height: 768 }, colorScheme: 'light' });
    page = await context.newPage();
    troubles = [];
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) troubles.push(message.text());
    });
  });

  afterEach(async () => {
    await context.close();
    await server.stop();
    if (troubles.length > 0) throw new Error(`the page had troubles: ${troubles.join('; ')}`);
  });

  const open = async (): Promise<void> => {
    await page.goto(address);
    await page.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
  };

  /** Nothing that axe finds wrong; `[data-tabster-dummy]` are Fluent's focus traps, which nobody can reach. */
  const expectNothingWrong = async (): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).exclude('[data-tabster-dummy]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
      [],
    );
  };

  const picture = async (name: string): Promise<void> => {
    for (const [width, height] of [
      [1366, 768],
      [1024, 600],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.screenshot({
        path: join(pictures, `${name}-${width}x${height}.png`),
        animations: 'disabled',
      });
    }
    await page.setViewportSize({ width: 1366, height: 768 });
  };

  /** Answers every command, and moves the call as a healthy server would. */
  const playAlong = (): void => {
    server.onCommand = (message) => {
      if (!('callId' in message)) return;
      const call = waitingCall(Date.now(), { callId: message.callId });
      server.answer(message.id);
      if (message.type === 'accept') {
        server.put({ ...call, state: 'connecting', since: Date.now(), operator: mine, can: ['hangUp'] });
        server.put(connected(call));
      }
      if (message.type === 'transfer') {
        server.put({
          ...connected(call),
          state: 'transferring',
          since: Date.now(),
          hold: 'on',
          target: jan,
          can: ['takeBack'],
        });
      }
      if (message.type === 'takeBack') {
        server.put({ ...connected(call), state: 'held', hold: 'on', can: ['resume', 'transfer', 'hangUp'] });
      }
    };
  };

  const commands = (): readonly string[] =>
    server.heard.filter((message) => 'callId' in message).map((message) => message.type);

  it('asks for a sign-in with one button that has the focus', async () => {
    server.isSignedIn = false;
    await page.goto(address);
    const button = page.getByRole('button', { name: 'Sign in with Microsoft' });
    await button.waitFor();
    await expect.poll(() => button.evaluate((each) => each === document.activeElement)).toBe(true);
    await expectNothingWrong();
    await picture('sign-in');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/auth/sign-in');
  });

  it('takes a call and puts it through with Enter, typing, Enter', async () => {
    playAlong();
    server.put(waitingCall(Date.now()));
    await open();
    await page.getByText('Mrs J. Smith').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Mrs J. Smith' }).waitFor();
    const search = page.getByRole('combobox', { name: 'Search for people' });
    await expect.poll(() => search.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type('jan');
    const first = page.getByRole('option', { name: /^Jan de Vries ?, Cardiology ?, Available ?,/ });
    await first.waitFor();
    expect(await first.getAttribute('aria-selected')).toBe('true');
    expect(await search.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
    await page.keyboard.press('Enter');
    await page.getByText(/^Ringing Jan de Vries … 0:0/).waitFor();
    expect(commands()).toEqual(['accept', 'transfer']);
    expect(server.heard).toContainEqual(
      expect.objectContaining({ type: 'transfer', to: { kind: 'person', personId: 'person-1' } }),
    );
    await expect.poll(() => search.inputValue()).toBe('');

    await page.keyboard.press('Escape');
    await page.getByText('On hold').waitFor();
    expect(commands()).toEqual(['accept', 'transfer', 'takeBack']);
  });

  it('brings typing from anywhere into the search, without losing the first letter', async () => {
    await open();
    await page.keyboard.type('okafor');
    await page.getByRole('option', { name: /Janet Okafor/ }).waitFor();
    expect(await page.getByRole('combobox').inputValue()).toBe('okafor');
  });

  it('ends a call only at the second press of F8', async () => {
    playAlong();
    server.put(connected(waitingCall(Date.now())));
    await open();
    await page.getByText('Mrs J. Smith').waitFor();
    await page.keyboard.press('F8');
    await page.getByRole('button', { name: /End for everybody\? \([123] s\)/ }).waitFor();
    expect(commands()).toEqual([]);
    await page.keyboard.press('F8');
    await expect.poll(commands).toEqual(['hangUp']);
  });

  it('says that the connection is lost, keeps everything, and goes on when it is back', async () => {
    server.put(connected(waitingCall(Date.now())));
    server.put(waitingCall(Date.now(), { callId: 'call-2', caller: { number: '+1 555 0142' } }));
    await open();
    await page.keyboard.type('jan');
    await page.getByRole('option').first().waitFor();
    const fellSilentAt = Date.now();
    server.fallSilent();
    await page.getByText('Connection lost – showing what was true').waitFor();
    // The limit itself is held in virtual time by connection.test.ts; a busy machine draws later.
    expect(Date.now() - fellSilentAt).toBeLessThan(4_000);
    expect(await page.getByRole('combobox').inputValue()).toBe('jan');
    await page
      .getByRole('button', { name: 'Hold F9', description: 'Not connected', disabled: true })
      .waitFor();
    await expectNothingWrong();
    await picture('lost');
    await page.keyboard.press('F9');
    await page
      .getByRole('region', { name: 'Messages' })
      .getByText('Hold: not connected, so nothing was sent.')
      .waitFor();
    await picture('refused');

    server.put({
      ...connected(waitingCall(Date.now())),
      state: 'held',
      hold: 'on',
      can: ['resume', 'hangUp'],
    });
    server.comeBack();
    await page.getByText('On hold').waitFor({ timeout: 15_000 });
    await page.getByText('Connection lost').waitFor({ state: 'detached' });
    expect(await page.getByRole('combobox').inputValue()).toBe('jan');
    const hellos = server.heard.filter((message) => message.type === 'hello');
    expect(must(hellos.at(-1), 'a second hello')).toMatchObject({ resumeFrom: 102 });
    await expect.poll(commands).toEqual([]);
  });

  it('keeps the theme that was chosen, and leaves the keys of an open menu to it', async () => {
    await open();
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio', { name: 'Like the system' }).waitFor();
    await expectNothingWrong();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    const scheme = () =>
      page.evaluate(
        () => getComputedStyle(document.querySelector('#root > div') ?? document.body).colorScheme,
      );
    await expect.poll(scheme).toBe('dark');
    await page.reload();
    await page.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
    expect(await scheme()).toBe('dark');
  });

  it('survives messages that are none', async () => {
    await open();
    server.sayRaw('not json');
    server.sayRaw('{"type":"call","seq":"x"}');
    server.sayRaw('{"type":"somethingNew"}');
    server.put(waitingCall(Date.now()));
    await page.getByText('Mrs J. Smith').first().waitFor();
  });

  it('lists the keys at "?" and closes the list with Escape', async () => {
    await open();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await expectNothingWrong();
    await picture('keys');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  for (const { theme, colorScheme, choice } of [
    { theme: 'light', colorScheme: 'light', choice: 'system' },
    { theme: 'dark', colorScheme: 'dark', choice: 'system' },
    { theme: 'contrast', colorScheme: 'dark', choice: 'contrast' },
  ] as const) {
    it(`has nothing that axe finds wrong in the ${theme} theme`, async () => {
      await page.emulateMedia({ colorScheme });
      await page.addInitScript((value) => localStorage.setItem('switchboard.theme', value), choice);
      fillDesk(server);
      await open();
      await picture(`quiet-${theme}`);
      await page.getByText('Came back: Jan de Vries did not answer').waitFor();
      await page.keyboard.type('jan');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await expectNothingWrong();
      await picture(theme);
      await page.setViewportSize({ width: 683, height: 384 });
      await expectNothingWrong();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      await page.screenshot({ path: join(pictures, `${theme}-200-percent.png`), fullPage: true });
    });
  }
});

/** A busy moment: a call that came back, three that wait, one with a colleague. */
function fillDesk(server: FakeServer): void {
  const now = Date.now();
  server.put({
    ...connected(waitingCall(now)),
    state: 'held',
    since: now - 7_000,
    arrivedAt: now - 96_000,
    hold: 'on',
    recall: { target: jan, why: 'noAnswer' },
    can: ['resume', 'transfer', 'hangUp'],
  });
  server.put(
    waitingCall(now, {
      callId: 'call-2',
      arrivedAt: now - 48_000,
      caller: { name: 'Klaus Bauer', number: '+1 555 0142' },
    }),
  );
  server.put(
    waitingCall(now, {
      callId: 'call-3',
      queueId: 'queue-patients',
      caller: { number: '+44 20 7946 0177' },
      missed: { operatorId: 'operator-ben', name: 'Ben Adeyemi', why: 'noAnswer' },
    }),
  );
  server.put(
    waitingCall(now, { callId: 'call-4', state: 'greeting', arrivedAt: now - 3_000, caller: {}, can: [] }),
  );
  server.put(
    waitingCall(now, {
      callId: 'call-5',
      state: 'connected',
      since: now - 130_000,
      caller: { name: 'Northwind Traders' },
      operator: { operatorId: 'operator-ben', name: 'Ben Adeyemi' },
      can: [],
    }),
  );
}
