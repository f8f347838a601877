import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cannotBrowse } from './testing/browser.testing.ts';
import { useBrowserStage } from './testing/browser-stage.testing.ts';
import { talkingCall, waitingCall } from './testing/sample-office.testing.ts';

describe.skipIf(cannotBrowse)('The languages of the console', { timeout: 90_000 }, () => {
  const stage = useBrowserStage();
  /** The browser asks for this language. */
  const ask = async (language: string): Promise<void> => {
    await stage.page.addInitScript((tag) => {
      Object.defineProperty(window.navigator, 'languages', { get: () => [tag] });
    }, language);
  };
  const documentIs = (): Promise<readonly string[]> =>
    stage.page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
  const pane = (name: string): Locator => stage.page.getByRole('region', { name, exact: true });
  const setTheStage = (): void => {
    const now = Date.now();
    stage.server.put(talkingCall(now));
    stage.server.put(waitingCall(now, { callId: 'call-2', caller: { number: '+44 20 7946 0177' } }));
  };

  it('are the browser’s before the sign-in, and another one by keyboard in the middle of a call', async () => {
    await ask('nl-BE');
    stage.server.isSignedIn = false;
    await stage.page.goto(stage.address);
    await stage.page.getByRole('button', { name: 'Aanmelden bij Microsoft' }).waitFor();
    expect(await documentIs()).toEqual(['nl', 'ltr']);
    await stage.picture('sign-in-dutch');

    stage.server.isSignedIn = true;
    setTheStage();
    await stage.page.reload();
    await pane('Gesprekken').waitFor();
    const said = await listen(stage.page);
    await stage.page.keyboard.type('jan');
    await expect.poll(said).toContain('11 gevonden');
    await stage.page.evaluate(() => Object.assign(window, { isSamePage: true }));
    await stage.page.getByRole('button', { name: 'NL, Taal' }).press('Enter');
    await stage.page.getByRole('menuitemradio', { name: 'Deutsch' }).press('Enter');
    await pane('Anrufe').waitFor();
    expect(await documentIs()).toEqual(['de', 'ltr']);
    expect(await stage.page.getByRole('combobox').inputValue()).toBe('jan');
    expect(await stage.page.evaluate(() => 'isSamePage' in window)).toBe(true);
    // What was said is said again in neither language.
    const found = (await said()).filter((text) => /gevonden|gefunden/.test(text));
    expect(found).toEqual(['11 gevonden']);
    await stage.page.getByRole('button', { name: 'Anrufe ausblenden' }).waitFor();
    await expect.poll(() => stage.server.sections.look?.value).toMatchObject({ language: 'de' });
    await stage.expectNothingWrong();
  });

  it.each([
    ['en', 'Calls', 'Settings'],
    ['nl', 'Gesprekken', 'Instellingen'],
    ['de', 'Anrufe', 'Einstellungen'],
    ['fr', 'Appels', 'Réglages'],
  ])('cut no text of a button short at 1024 × 600, in %s', async (language, calls, settings) => {
    await ask(language);
    setTheStage();
    await stage.page.setViewportSize({ width: 1024, height: 600 });
    await stage.page.goto(stage.address);
    await pane(calls).waitFor();
    // Before the first key the browser lets nothing sound, which stands there too.
    expect(await cutShort(stage.page)).toEqual([]);
    await stage.picture(`language-${language}-silent`);
    await stage.page.setViewportSize({ width: 1024, height: 600 });
    await stage.page.keyboard.type('jan');
    await stage.page.getByRole('option').first().waitFor();
    expect(await cutShort(stage.page)).toEqual([]);
    await stage.picture(`language-${language}`);
    await stage.page.setViewportSize({ width: 1024, height: 600 });
    await stage.page.keyboard.press('Control+,');
    const dialog = stage.page.getByRole('dialog', { name: settings });
    await dialog.getByRole('tab').nth(3).click();
    await dialog.getByRole('radio').first().waitFor();
    expect(await cutShort(stage.page)).toEqual([]);
    await stage.picture(`language-${language}-settings`);
  });

  it('written from right to left mirror the panes, and nothing stands outside the window', async () => {
    // No such language ships yet: the Dutch texts say that they are one.
    await stage.page.route('**/assets/dutch-*.js', async (route) => {
      const response = await route.fetch();
      const code = await response.text();
      const turned = code.replace(/direction:[`'"]ltr[`'"]/, 'direction:"rtl"');
      expect(turned).not.toBe(code);
      await route.fulfill({ response, body: turned });
    });
    await ask('nl');
    setTheStage();
    for (const [width, height] of [
      [1366, 768],
      [1024, 600],
      [683, 384],
    ] as const) {
      await stage.page.setViewportSize({ width, height });
      await stage.page.goto(stage.address);
      await pane('Gesprekken').waitFor();
      expect(await documentIs()).toEqual(['nl', 'rtl']);
      const outside = await stage.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(outside).toBe(0);
    }
    await stage.page.setViewportSize({ width: 1366, height: 768 });
    const [first, last] = await Promise.all([
      pane('Gesprekken').boundingBox(),
      pane('Gegevens').boundingBox(),
    ]);
    expect(first?.x).toBeGreaterThan(last?.x ?? Infinity);
    await stage.page.getByRole('separator', { name: 'Tussen Gesprekken en Personen' }).press('ArrowLeft');
    await expect
      .poll(async () => (await pane('Gesprekken').boundingBox())?.width)
      .toBeGreaterThan(first?.width ?? Infinity);
    await stage.expectNothingWrong();
    await stage.picture('right-to-left');
  });
});

/** Texts of buttons and tabs that are wider or higher than the room they have. */
const cutShort = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('button, [role="tab"]'))
      .filter((each) => each.offsetWidth > 0)
      .filter((each) => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1)
      .map((each) => each.textContent ?? ''),
  );

/** Listens to the live regions from now on; what is returned tells what they came to say. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const region of document.querySelectorAll('[aria-live]')) {
      new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    }
  });
  return () => page.evaluate(() => (window as unknown as { readonly heard: readonly string[] }).heard);
}
