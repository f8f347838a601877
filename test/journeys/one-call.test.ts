import { AxeBuilder } from '@axe-core/playwright';
import { createPrompts } from '@switchboard/server/media/prompts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, picture } from './support/browser.ts';
import { openStage, type Stage } from './support/stage.ts';
import { until } from './support/until.ts';

/** The story of one call, as a newcomer lives it: in a browser, with the pages of the simulated Microsoft 365. */
describe('One call, all the way', () => {
  let browser: Browser;
  let stage: Stage;
  let house: Stage['house'];
  let context: BrowserContext;
  let console: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    // A browser under load takes its time: nobody's ringing ends while a page still loads.
    stage = await openStage({ settings: { operatorRing: 12_000, transferRing: 6_000 } });
    house = stage.house;
  });

  afterAll(async () => {
    // Whatever was not opened: a server that is left over would keep the tests from ending.
    await browser?.close();
    await stage?.close();
  });

  beforeEach(async () => {
    await stage.treat({ greeting: createPrompts(house.publicUrl).greeting });
    context = await browser.newContext({ viewport: { width: 1366, height: 768 }, colorScheme: 'light' });
    console = await context.newPage();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture(console, `failed ${task.name}`);
    await context.close();
    await stage.clear();
  });

  const talking = (page: Page) => page.getByText('Talking', { exact: true });

  async function signIn(page: Page, name = 'Eva Berg'): Promise<void> {
    await page.goto(house.publicUrl);
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
    await page.getByText(name).first().click();
    await page.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
  }

  /** A newcomer's second window: the telephone of somebody outside. */
  async function dial(): Promise<Page> {
    const telephone = await context.newPage();
    await telephone.goto(`${house.simulator.url}/telephone`);
    await telephone.getByRole('button', { name: /Contoso Reception/ }).click();
    await telephone.getByRole('button', { name: 'Dial', exact: true }).click();
    await telephone.getByRole('button', { name: 'Hang up' }).waitFor();
    return telephone;
  }

  async function teamsOf(id: string): Promise<Page> {
    const teams = await context.newPage();
    await teams.goto(`${house.simulator.url}/teams?user=${id}`);
    return teams;
  }

  /** Nothing that axe finds wrong; the excluded are Fluent's focus traps, which nobody can reach. */
  async function expectAccessible(page: Page): Promise<void> {
    const scan = new AxeBuilder({ page }).exclude('[data-tabster-dummy]').setLegacyMode();
    const { violations } = await scan.analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  }

  /** Types, and waits for what was found by all that was typed: Enter does nothing before. */
  async function find(text: string, person: RegExp): Promise<void> {
    await console.keyboard.type(text);
    await console.getByRole('option', { name: person }).waitFor();
    await until('only one is found', async () => (await console.getByRole('option').count()) === 1);
  }

  async function takeCall(): Promise<{ telephone: Page; teams: Page }> {
    const teams = await teamsOf(house.simulator.contoso.people.eva);
    const telephone = await dial();
    await console.bringToFront();
    await console.getByRole('button', { name: /Take/ }).waitFor();
    await console.keyboard.press('Enter');
    await teams.getByRole('button', { name: 'Accept' }).click();
    await console.bringToFront();
    await talking(console).last().waitFor();
    return { telephone, teams };
  }

  it('is taken and put through with Enter, typing, Enter', async () => {
    const { eva, jan } = house.simulator.contoso.people;
    await signIn(console);
    await picture(console, 'signed-in');
    const evasTeams = await teamsOf(eva);
    const jansTeams = await teamsOf(jan);
    const telephone = await dial();
    await console.bringToFront();
    await console.getByRole('button', { name: /Take/ }).waitFor();
    await expectAccessible(console);
    await picture(console, 'waiting');
    await console.keyboard.press('Enter');
    await console.getByText('Your Teams rings').first().waitFor();
    await picture(console, 'connecting');
    await evasTeams.getByRole('button', { name: 'Accept' }).click();
    await console.bringToFront();
    await talking(console).last().waitFor();
    await find('jan vri', /Jan de Vries/);
    await console.getByText('Available').first().waitFor();
    await expectAccessible(console);
    await picture(console, 'console');
    await console.setViewportSize({ width: 1024, height: 600 });
    await picture(console, 'console-1024x600');
    await console.setViewportSize({ width: 1366, height: 768 });
    await console.keyboard.press('Enter');
    await console
      .getByText(/Ringing Jan de Vries/)
      .first()
      .waitFor();
    await picture(console, 'putting-through');
    await jansTeams.getByRole('button', { name: 'Accept' }).click();
    await console.bringToFront();
    await console.getByText('Nobody is waiting').waitFor();
    await until('only Jan and the caller are left', () => {
      const [conversation] = house.simulator.control.truth().conversations;
      return (
        conversation?.members
          .map((member) => member.kind)
          .sort()
          .join() === 'outside,person'
      );
    });
    await telephone.bringToFront();
    await telephone
      .getByText(/Jan de Vries/)
      .first()
      .waitFor();
    await picture(telephone, 'telephone');
  });

  it('comes back with the reason when the colleague does not answer', async () => {
    await signIn(console);
    await takeCall();
    await find('jan vri', /Jan de Vries/);
    await console.keyboard.press('Enter');
    await console
      .getByText(/Came back/)
      .first()
      .waitFor();
    await console
      .getByText(/did not answer/)
      .first()
      .waitFor();
    await expectAccessible(console);
    await picture(console, 'came-back');
    await console.keyboard.press('F9');
    await talking(console).last().waitFor();
  });

  it('looks the same in a browser that was closed and opened again', async () => {
    await signIn(console);
    await takeCall();
    await console.close();
    console = await context.newPage();
    await console.goto(house.publicUrl);
    await talking(console).last().waitFor();
    await console.getByRole('button', { name: /Hold/ }).waitFor();
    await picture(console, 'opened-again');
  });

  it('says at once that the connection is gone, and goes on by itself when it is back', async () => {
    await signIn(console);
    await takeCall();
    await house.killServer();
    // Two seconds are promised, and held in virtual time by connection.test.ts; a busy machine draws later.
    await console
      .getByText(/Connection lost/)
      .first()
      .waitFor({ timeout: 6_000 });
    await picture(console, 'connection-lost');
    await house.startServer();
    await Promise.all([stage.eva.reopen(), stage.omar.reopen()]);
    await console
      .getByText(/Connection lost/)
      .first()
      .waitFor({ state: 'hidden' });
    await console.getByRole('button', { name: /Hold/ }).waitFor();
    await console.keyboard.press('F9');
    await console.getByText('On hold').first().waitFor();
  });

  it('is refused to somebody who is no operator, with a sentence and a way on', async () => {
    await console.goto(house.publicUrl);
    await console.getByRole('button', { name: 'Sign in with Microsoft' }).click();
    await console.getByRole('searchbox').fill('Jan de Vries');
    await console.keyboard.press('Enter');
    await console.getByText('Jan de Vries').first().click();
    await console.getByText('You cannot use Switchboard yet').waitFor();
    await console.getByRole('link', { name: 'Sign in again' }).waitFor();
    await picture(console, 'no-operator');
  });

  it('is over for the browser that signs out', async () => {
    await signIn(console);
    await console.request.post(`${house.publicUrl}/auth/sign-out`, { maxRedirects: 0 });
    const me = await console.request.get(`${house.publicUrl}/api/me`);
    expect(me.status()).toBe(401);
    await console.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor();
  });
});
