import { personId } from '@switchboard/domain/ids';
import { keepPreferences } from '@switchboard/store/operators/preferences';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { ScreenReader } from './support/screen-reader.ts';
import { signIn } from './support/sign-in.ts';
import { openStage, type Stage } from './support/stage.ts';

/** A day at the desk by keyboard and ear. Nothing here looks at the screen: only at what a screen reader is given. */
describe('A blind operator’s day', () => {
  let stage: Stage;
  let browser: Browser;
  let page: Page;
  let reader: ScreenReader;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([
      openStage({ settings: { operatorRing: 30_000, transferRing: 30_000, settle: 400 } }),
      openBrowser(),
    ]);
    const { store, tenant, publicUrl } = stage.house;
    // However slow the machine is, no wait here is long.
    await keepPreferences(store, tenant, personId(stage.ids.eva), {
      ...{ section: 'ringing', value: { longWait: 600 }, mostSections: 16, now: Date.now() },
    });
    // By Microsoft's pages, which give what a mail in the operator's name needs.
    const token = await signIn(publicUrl, stage.ids.eva);
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' });
    await context.addCookies([{ name: 'switchboard_session', value: token, url: publicUrl }]);
    page = await context.newPage();
    reader = await ScreenReader.listenTo(page);
    await page.goto(publicUrl);
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const type = (text: string): Promise<void> => page.keyboard.type(text);

  /** Word is left with the colleague who did not take the call: a template, what was said, how it will read. */
  async function writeToJan(): Promise<void> {
    await press('F4');
    await reader.hears('polite: Calls: letters act');
    await press('w');
    await reader.focuses(/^What was said, textbox/);
    await type('About the lift on floor 3.');
    await press('Tab');
    await reader.focuses(/^asks to be called back, checkbox/);
    await press('Space', 'Tab', 'Tab', 'Tab');
    await reader.focuses(/^Mail.*, radio/);
    await press('Tab');
    await reader.focuses(/^Template, combobox/);
    // The one that fits is chosen already: the colleague was rung and did not answer. This one is chosen by its name.
    await type('Somebody');
    await press('Tab');
    await reader.focuses(/^Language, combobox/);
    await press('Tab');
    await reader.focuses(/^As it will be sent, region/);
    const read = await reader.reads();
    expect(read).toContain('jan.devries@contoso.example');
    expect(read).toMatch(/called for you[^]*About the lift on floor 3\.[^]*Please call back\./);
    expect(await reader.nameless()).toEqual([]);
    await press('Control+Enter');
    await reader.hears(/Message to Jan de Vries: on its way/);
    await reader.hears(/Message to Jan de Vries sent/);
    const [mail, ...others] = stage.house.simulator.world.postOffice.mails;
    expect(others).toEqual([]);
    expect(mail?.content).toMatch(/called for you[^]*About the lift on floor 3\./);
  }

  it('goes by what is said, each thing once and in its order', async () => {
    const { jan, eva } = stage.ids;
    await reader.focuses(/^One minute around the console/);
    await press('Escape');
    await reader.focuses(/^Search for people, combobox/);

    await stage.house.dial('+44 20 7946 0999');
    await reader.hears(/Call waiting/);
    await press('Enter');
    await reader.hears(/your Teams rings, pick up/);
    await stage.pickUp(eva);
    await reader.hears(/Connected/);
    await reader.focuses(/^Search for people, combobox/);
    await type('jan de vries');
    await reader.focuses(/^Jan de Vries, .*, option, 1 of 1$/i);
    await reader.hears('polite: 1 found');
    expect(await reader.nameless()).toEqual([]);
    await press('Shift+Enter');
    await reader.hears(/Asking Jan de Vries/);
    await stage.pickUp(jan);
    await reader.hears(/Talking to Jan de Vries/);
    await press('Enter');
    await reader.hears(/Jan de Vries has/);
    stage.house.simulator.control.hangUp(jan);

    await stage.house.dial('+1 555 0142');
    await reader.hears(/Call waiting/);
    await press('Enter');
    await reader.hears(/pick up/);
    await stage.pickUp(eva);
    await reader.hears(/Connected/);
    await type('jan de vries');
    await reader.hears('polite: 1 found');
    await press('Enter');
    await reader.hears(/Ringing Jan de Vries/);
    await stage.decline(jan);
    await reader.hears(/Came back/);
    await writeToJan();
    await press('F9');
    await reader.hears(/Back with/);
    await press('Shift+F9');
    await reader.hears(/Parked in 1/);
    await press('F4');
    await reader.hears('polite: Calls: letters act');
    await reader.focuses(/^Retrieve/);
    await press('r');
    await reader.hears(/pick up/);
    await stage.pickUp(eva);
    await reader.hears(/Connected|Back with/);
    await press('F2');
    await reader.hears(/Talking to/);
    // The second press counts for four seconds, which a busy machine may need to say the sentence between.
    await press('F8', 'F8');
    await reader.hears(/F8 again/);
    await reader.hears(/ended/);

    expect(await reader.nameless()).toEqual([]);
    const heard = (await reader.heard()).map((each) => each.replace(/142 .* seconds?,/, '142 n seconds,'));
    expect(heard).toEqual([
      'polite: Call waiting: +44 20 7946 0999, Reception',
      'assertive: +44 20 7946 0999: your Teams rings, pick up',
      'polite: Connected: +44 20 7946 0999',
      'polite: 1 found',
      'polite: Asking Jan de Vries: rings',
      'polite: Talking to Jan de Vries; +44 20 7946 0999 hears music',
      'polite: Jan de Vries has +44 20 7946 0999',
      'polite: Call waiting: +1 5550142, Reception',
      'assertive: +1 5550142: your Teams rings, pick up',
      'polite: Connected: +1 5550142',
      'polite: 1 found',
      'polite: Ringing Jan de Vries',
      'assertive: Came back: +1 5550142. Jan de Vries declined',
      'polite: Calls: letters act',
      'polite: Message to Jan de Vries: on its way',
      'polite: Message to Jan de Vries sent',
      'polite: Back with +1 5550142',
      'polite: Parked in 1: +1 5550142',
      'polite: Calls: letters act',
      'assertive: +1 5550142: your Teams rings, pick up',
      'polite: Connected: +1 5550142',
      'assertive: Talking to +1 5550142 n seconds, nobody waiting',
      'assertive: F8 again to end the call',
      'polite: Call with +1 5550142 ended',
    ]);
  });
});
