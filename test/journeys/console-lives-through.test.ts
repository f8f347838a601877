import { silenceLimit } from '@switchboard/contract/feed/heartbeat';
import { personId } from '@switchboard/domain/ids';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, picture } from './support/browser.ts';
import { type ConsoleWindow, openWindow, untilTrue } from './support/console-window.ts';
import { openSession } from './support/open-session.ts';
import { openStage, type Stage } from './support/stage.ts';
import { until } from './support/until.ts';

/** Within which the operator is to know of silence, in milliseconds. */
const promised = 2_000;
const halfAnHour = 30 * 60_000;

/** What befalls an office in a day, lived through by a console in a browser: afterwards the screen is what is so. */
describe('A console lives through', () => {
  let browser: Browser;
  let stage: Stage;
  let context: BrowserContext;
  let eva: ConsoleWindow;

  beforeAll(async () => {
    browser = await openBrowser();
    stage = await openStage({ settings: { operatorRing: 12_000, transferRing: 8_000 } });
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  beforeEach(async () => {
    // Eva has no other console than her browser's.
    stage.eva.close();
    context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
    const operatorId = personId(stage.ids.eva);
    const value = await openSession(stage.house.store, { tenantId: stage.house.tenant, operatorId });
    await context.addCookies([{ name: 'switchboard_session', value, url: stage.house.publicUrl }]);
    eva = await openWindow(context, stage.house.publicUrl);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture(eva.page, `failed ${task.name}`);
    await context.close();
    await stage.eva.reopen();
    await stage.clear();
  });

  /** Eva takes the only call by the keyboard and talks. @returns the caller's line */
  async function talk(): Promise<string> {
    const lineId = await stage.house.dial();
    await eva.page
      .getByRole('button', { name: /^Take(?! on)/ })
      .first()
      .waitFor();
    await eva.press('Enter');
    await stage.pickUp(stage.ids.eva);
    await until('they talk', async () =>
      [...(await eva.calls()).values()].some((text) => /Talking/.test(text)),
    );
    return lineId;
  }

  const hears = (lineId: string) => stage.line(lineId).hears?.kind;

  /** Holds the window's clock: from here on its time passes only as it is told. */
  const holdTime = async ({ page }: ConsoleWindow): Promise<void> =>
    page.clock.pauseAt((await page.evaluate(() => Date.now())) + 500);

  it('its server killed in the middle of a call and back on the same port', async () => {
    const lineId = await talk();
    await eva.look('jan vri');
    const heading = eva.page.getByRole('heading', { name: 'Calls', exact: true });
    const place = await heading.boundingBox();
    await stage.house.killServer();
    await eva.page
      .getByText(/Connection lost –/)
      .first()
      .waitFor();
    expect([await eva.typed(), hears(lineId)]).toEqual(['jan vri', 'talk']);
    // Nothing moves under the operator's hand.
    expect(await heading.boundingBox()).toEqual(place);
    await eva.press('F9');
    await eva.page.getByText('Hold: not connected, so nothing was sent.').first().waitFor();
    await picture(eva.page, 'lives-through-a-dead-server');

    await stage.house.startServer();
    await stage.omar.reopen();
    await untilTrue(eva, stage);
    // The server has the console that this page is: nobody is asked to load it anew.
    const [welcome] = (await stage.house.console('eva')).messages;
    const build = await eva.page.locator('meta[name="switchboard-build"]').getAttribute('content');
    expect(welcome).toMatchObject({ type: 'welcome', build });
    expect(await eva.page.getByRole('link', { name: /reload/i }).count()).toBe(0);
    expect(await eva.typed()).toBe('jan vri');
    expect(await eva.page.getByRole('option', { name: /Jan de Vries/ }).count()).toBe(1);
    expect(hears(lineId)).toBe('talk');
    await eva.press('F9');
    await until('the caller hears hold music', () => hears(lineId) === 'holdMusic');
    await untilTrue(eva, stage);
  });

  it('its server killed, and the caller gone before it is back', async () => {
    const lineId = await talk();
    await eva.look('jan vri');
    await stage.house.killServer();
    await eva.page
      .getByText(/Connection lost –/)
      .first()
      .waitFor();
    stage.house.simulator.control.hangUpLine(lineId);
    expect([...(await eva.calls()).values()]).toEqual([expect.stringContaining('Talking')]);
    await stage.house.startServer();
    await stage.omar.reopen();
    await until('the call is over', async () => (await eva.calls()).size === 0);
    await untilTrue(eva, stage);
    expect(await eva.typed()).toBe('jan vri');
  });

  it('the network away while another caller comes, and says so within two seconds of silence', async () => {
    const lineId = await talk();
    await eva.look('jan vri');
    await holdTime(eva);
    await context.setOffline(true);
    expect(await eva.isLost()).toBe(false);
    await stage.house.dial('+44 20 7946 0998');
    await stage.omar.untilCall('waiting', ({ state }) => state === 'waiting');
    await eva.page.clock.runFor(promised);
    await eva.page
      .getByText(/Connection lost –/)
      .first()
      .waitFor();
    expect([(await eva.calls()).size, await eva.typed()]).toEqual([1, 'jan vri']);
    await eva.press('F9');
    await eva.page.getByText('Hold: not connected, so nothing was sent.').first().waitFor();

    await eva.page.clock.resume();
    await context.setOffline(false);
    await untilTrue(eva, stage);
    expect([(await eva.calls()).size, await eva.typed()]).toEqual([2, 'jan vri']);
    // What was asked for without a connection is not done behind the operator's back.
    expect(hears(lineId)).toBe('talk');
  });

  it('nothing said before the limit of silence has passed', async () => {
    await holdTime(eva);
    await context.setOffline(true);
    await eva.page.clock.runFor(silenceLimit - 1_000);
    expect(await eva.isLost()).toBe(false);
    await eva.page.clock.runFor(promised - silenceLimit + 1_000);
    await eva.page
      .getByText(/Connection lost –/)
      .first()
      .waitFor();
    await eva.page.clock.resume();
    await context.setOffline(false);
    await untilTrue(eva, stage);
  });

  it('half an hour of sleep in which callers come and go', async () => {
    const first = await talk();
    await eva.look('jan vri');
    await holdTime(eva);
    await context.setOffline(true);
    stage.house.simulator.control.hangUpLine(first);
    await until('that call is over', () => stage.omar.call === undefined);
    await stage.house.dial('+44 20 7946 0997');
    const second = await stage.omar.untilCall('waiting', ({ state }) => state === 'waiting');
    await stage.omar.ask('accept', second.callId);
    await stage.pickUp(stage.ids.omar);
    await stage.omar.untilCall('Omar’s', ({ state }) => state === 'connected');
    await stage.house.dial('+44 20 7946 0996');
    const third = await stage.omar.untilCall('the third', ({ state }) => state === 'waiting');

    // The machine wakes before its network does.
    await eva.page.clock.fastForward(halfAnHour);
    await eva.page
      .getByText(/Connection lost – showing what was true 30 min ago/)
      .first()
      .waitFor();
    expect([(await eva.calls()).size, await eva.typed()]).toEqual([1, 'jan vri']);
    await picture(eva.page, 'lives-through-a-sleep');
    await eva.page.clock.resume();
    await context.setOffline(false);
    await untilTrue(eva, stage);
    expect(await eva.typed()).toBe('jan vri');
    expect([...(await eva.calls()).keys()].toSorted()).toEqual([second.callId, third.callId].toSorted());
    // The machine's clock is half an hour ahead now; ages are by the server's.
    await until('the caller has waited as long as they have', async () =>
      /^[0-4]:\d\d$/m.test((await eva.calls()).get(third.callId) ?? ''),
    );
  });

  it('a second window of the same operator, each with what was typed there', async () => {
    const lineId = await talk();
    await eva.look('jan vri');
    const other = await openWindow(context, stage.house.publicUrl);
    await untilTrue(other, stage);
    await other.look('omar');
    await other.press('F9');
    await until('the caller hears hold music', () => hears(lineId) === 'holdMusic');
    await Promise.all([untilTrue(eva, stage), untilTrue(other, stage)]);
    expect([await eva.typed(), await other.typed()]).toEqual(['jan vri', 'omar']);

    await stage.house.killServer();
    for (const { page } of [eva, other])
      await page
        .getByText(/Connection lost –/)
        .first()
        .waitFor();
    await stage.house.startServer();
    await stage.omar.reopen();
    await Promise.all([untilTrue(eva, stage), untilTrue(other, stage)]);
    await other.page.close();
    await eva.press('F9');
    await until('the caller hears Eva', () => hears(lineId) === 'talk');
    await untilTrue(eva, stage);
    expect(await eva.typed()).toBe('jan vri');
  });
});
