import { must } from '@switchboard/kit/assert';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cannotBrowse } from './testing/browser.testing.ts';
import { useBrowserStage } from './testing/browser-stage.testing.ts';
import { talkingCall, waitingCall } from './testing/sample-office.testing.ts';

describe.skipIf(cannotBrowse)(
  'The panes, the keys and the tour, by keyboard alone',
  { timeout: 60_000 },
  () => {
    const stage = useBrowserStage();
    const pane = (name: string, page = stage.page): Locator =>
      page.getByRole('region', { name, exact: true });
    const widthOf = async (name: string): Promise<number> =>
      must(await pane(name).boundingBox(), `the pane ${name}`).width;
    const hasFocus = (place: Locator): Promise<boolean> =>
      place.evaluate((each) => each === document.activeElement);
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await stage.page.keyboard.press(key);
    };
    /** Goes on with Tab until this has the focus. */
    const tabTo = async (place: Locator, page = stage.page): Promise<void> => {
      for (let presses = 0; presses < 80; presses++) {
        if (await hasFocus(place)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error('no number of Tabs leads there');
    };
    const saved = (section: string): unknown => stage.server.sections[section]?.value;

    it('resizes a pane with arrows, Home and End, hides it with Enter, and remembers it', async () => {
      await stage.open();
      const line = stage.page.getByRole('separator', { name: 'Between Calls and People' });
      await tabTo(line);
      const before = await widthOf('Calls');
      await press('ArrowRight', 'ArrowRight', 'ArrowRight');
      await expect.poll(() => widthOf('Calls')).toBeCloseTo(before + 48, 0);
      await stage.picture('line-focused');
      await expect.poll(() => widthOf('Calls')).toBeCloseTo(before + 48, 0);
      await press('Home');
      await expect.poll(() => widthOf('Calls')).toBeCloseTo(280, 0);
      await press('End');
      await expect.poll(() => widthOf('People')).toBeCloseTo(280, 0);
      await press('Enter');
      const rail = stage.page.getByRole('button', { name: 'Show Calls' });
      await expect.poll(() => hasFocus(rail)).toBe(true);
      await stage.picture('pane-hidden');
      await expect.poll(() => saved('layout')).toMatchObject({ hidden: ['calls'] });
      await stage.page.reload();
      await rail.waitFor();
      expect(await pane('Calls').count()).toBe(0);
      await press('F4');
      await pane('Calls').waitFor();
    });

    it('hides, moves and resets panes by the digits that stand on the buttons', async () => {
      await stage.open();
      await press('Control+F8');
      await stage.page.getByRole('button', { name: 'Hide People 2' }).waitFor();
      await stage.picture('panes');
      await press('2');
      await pane('People').waitFor({ state: 'detached' });
      await stage.page.keyboard.type('okafor');
      await stage.page.getByRole('option', { name: /Janet Okafor/ }).waitFor();
      await press('Escape');
      await pane('People').waitFor({ state: 'detached' });
      await press('Control+F8');
      await stage.page.getByRole('button', { name: 'Move Details 9' }).waitFor();
      await press('9');
      await expect.poll(() => saved('layout')).toMatchObject({ order: ['calls', 'details', 'people'] });
      await press('Control+F8');
      await stage.page.getByRole('button', { name: 'As it was at first 0' }).waitFor();
      await press('0');
      await pane('People').waitFor();
    });

    it('gives a pane a window of its own that follows, has every key, and comes back when it is closed', async () => {
      stage.server.put(talkingCall(Date.now()));
      await stage.open();
      await press('Control+F8');
      await stage.page.getByRole('button', { name: 'Own window People 5' }).waitFor();
      const [other] = await Promise.all([stage.page.context().waitForEvent('page'), press('5')]);
      await pane('People', other).waitFor();
      await stage.page.getByRole('button', { name: 'Bring People back' }).waitFor();
      expect([await pane('Calls', other).count(), await pane('People').count()]).toEqual([0, 0]);
      await other.bringToFront();
      await other.keyboard.type('okafor');
      await other.getByRole('option', { name: /Janet Okafor/ }).waitFor();
      await expect.poll(() => stage.page.getByRole('combobox').inputValue()).toBe('okafor');
      await stage.page.getByRole('heading', { name: 'Janet Okafor' }).waitFor();
      await other.screenshot({ path: 'artifacts/console/own-window.png' });
      await stage.picture('pane-out');
      await other.keyboard.press('Enter');
      await expect
        .poll(() => stage.server.heard)
        .toContainEqual(
          expect.objectContaining({ type: 'transfer', to: { kind: 'person', personId: 'person-5' } }),
        );
      await other.close();
      await pane('People').waitFor();
    });

    it('changes a key in the settings, with both actions named when it is taken', async () => {
      stage.server.put(talkingCall(Date.now()));
      stage.server.onCommand = (message) => {
        if ('id' in message) stage.server.answer(message.id);
      };
      await stage.open();
      await press('Control+,');
      const keys = stage.page.getByRole('tab', { name: 'Keys' });
      await keys.waitFor();
      await tabTo(stage.page.getByRole('tab', { selected: true }));
      for (let presses = 0; presses < 10 && !(await hasFocus(keys)); presses++) await press('ArrowDown');
      await stage.page.getByRole('tabpanel', { name: 'Keys' }).waitFor();
      const hold = stage.page.getByRole('button', { name: 'Hold, resume: F9. Change' });
      await tabTo(hold);
      await press('Enter', 'F5');
      await stage.page.getByText('F5 is not to be had: the browser loads the page anew with it.').waitFor();
      await press('F8');
      await stage.page.getByText('F8 is the key of “End the call”. Give it to “Hold, resume”?').waitFor();
      await stage.expectNothingWrong();
      await stage.picture('key-conflict');
      await press('Enter');
      await stage.page.getByRole('button', { name: 'Hold, resume: F8. Change' }).waitFor();
      await press('Escape');
      await stage.page.getByRole('dialog').waitFor({ state: 'detached' });
      await stage.page.getByRole('button', { name: 'Hold F8' }).waitFor();
      await press('F8');
      await expect.poll(() => stage.commands()).toContain('hold');
      await expect
        .poll(() => saved('keys'))
        .toMatchObject({
          profile: 'My keys',
          own: [{ keys: { holdOrResume: ['F8'], hangUp: ['F9'] } }],
        });
    });

    it('does the core loop by the number pad alone', async () => {
      stage.server.sections = {
        ...stage.server.sections,
        keys: { version: 1, value: { profile: 'numberPad', own: [] } },
      };
      stage.server.put(waitingCall(Date.now()));
      stage.server.onCommand = (message) => {
        if ('id' in message) stage.server.answer(message.id);
        if (message.type === 'accept') stage.server.put(talkingCall(Date.now()));
      };
      await stage.open();
      await stage.page.getByRole('button', { name: /^Take/ }).waitFor();
      await press('NumpadEnter');
      await stage.page.getByRole('heading', { name: 'Mrs J. Smith' }).waitFor();
      await stage.page.keyboard.type('jan');
      await stage.page.getByRole('option').first().waitFor();
      await press('NumpadAdd', 'NumpadAdd', 'NumpadSubtract');
      expect(await stage.page.getByRole('combobox').inputValue()).toBe('jan');
      await press('NumpadEnter');
      await expect
        .poll(() => stage.server.heard)
        .toContainEqual(
          expect.objectContaining({ type: 'transfer', to: { kind: 'person', personId: 'person-2' } }),
        );
      await press('NumpadDecimal');
      await expect.poll(() => stage.page.getByRole('combobox').inputValue()).toBe('');
      await press('NumpadDivide', 'NumpadAdd');
      await expect
        .poll(() => stage.page.evaluate(() => document.activeElement?.closest('[data-call-id]') !== null))
        .toBe(true);
    });

    it('leads a new operator around, and steps aside for a call', async () => {
      stage.server.sections = {};
      await stage.open();
      const step = (name: string): Locator => stage.page.getByRole('group', { name });
      await step('One minute around the console').waitFor();
      await expect.poll(() => hasFocus(step('One minute around the console'))).toBe(true);
      await stage.picture('tour');
      await press('Enter');
      await expect.poll(() => hasFocus(step('Calls'))).toBe(true);
      await stage.picture('tour-calls');
      stage.server.put(waitingCall(Date.now()));
      await stage.page.getByRole('dialog', { name: 'Tour' }).waitFor({ state: 'detached' });
      await press('Enter');
      await expect.poll(() => stage.commands()).toEqual(['accept']);
      stage.server.put(waitingCall(Date.now(), { state: 'ended', can: [] }));
      await step('Calls').waitFor();
      await press('Enter', 'Enter', 'Enter', 'Enter');
      await expect.poll(() => hasFocus(step('How things stand'))).toBe(true);
      await press('Enter');
      await expect.poll(() => hasFocus(stage.page.getByRole('combobox'))).toBe(true);
      await expect.poll(() => saved('layout')).toMatchObject({ tourSeen: 1 });
      await stage.page.reload();
      await pane('Calls').waitFor();
      expect(await stage.page.getByRole('dialog').count()).toBe(0);
    });

    it('shows who types at 200 % whom they find, with the call in hand above', async () => {
      stage.server.put(talkingCall(Date.now()));
      for (const callId of ['call-2', 'call-3', 'call-4'])
        stage.server.put(waitingCall(Date.now(), { callId, can: [] }));
      const { page } = stage;
      await page.setViewportSize({ width: 683, height: 384 });
      await stage.open();
      /** In sight as a whole, below the bar, which stays where it is. */
      const isInSight = async (place: Locator): Promise<boolean> => {
        const [box, bar] = [await place.boundingBox(), await page.getByRole('banner').boundingBox()];
        if (box === null || bar === null || bar.y !== 0) return false;
        return box.y >= bar.height && box.y + box.height <= 384;
      };
      const option = (place: number): Locator => page.getByRole('option').nth(place);
      const card = page.getByRole('heading', { name: 'Mrs J. Smith' });
      await card.waitFor();
      await page.mouse.move(300, 300);
      await page.mouse.wheel(0, 900);
      await expect.poll(() => isInSight(card)).toBe(false);
      await page.keyboard.type('jan');
      await expect.poll(() => isInSight(option(3))).toBe(true);
      await expect.poll(() => page.getByText(/^With Mrs J. Smith/).isVisible()).toBe(true);
      await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
      await expect.poll(() => isInSight(page.getByRole('option', { selected: true }))).toBe(true);
      await press('ArrowRight');
      await expect.poll(() => isInSight(page.getByRole('button', { name: /^Put through E/ }))).toBe(true);
      await press('Escape');
      await expect.poll(() => isInSight(page.getByRole('option', { selected: true }))).toBe(true);
      await press('Escape');
      await expect.poll(() => isInSight(card)).toBe(true);
    });

    it.each([768, 853, 911])('is no wider than a window of %d pixels', async (width) => {
      stage.server.put(talkingCall(Date.now()));
      stage.server.put(waitingCall(Date.now(), { callId: 'call-2' }));
      await stage.page.setViewportSize({ width, height: 1000 });
      await stage.open();
      await stage.page.getByText(/^With Mrs J. Smith|^Talking to Mrs/).waitFor();
      expect(await stage.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });

    it('has how things stand in one line, at one place, and by key', async () => {
      stage.server.put(talkingCall(Date.now()));
      await stage.open();
      const line = stage.page.getByRole('region', { name: 'How things stand' }).locator('p');
      await expect
        .poll(() => line.textContent())
        .toMatch(/^Talking to Mrs J. Smith 0:0\d, nobody waiting$|^.{1,40}$/);
      expect((await line.textContent())?.length).toBeLessThanOrEqual(40);
      await press('Control+Shift+F2');
      await expect.poll(() => hasFocus(line)).toBe(true);
      await press('Escape');
      await expect.poll(() => hasFocus(stage.page.getByRole('combobox'))).toBe(true);
    });

    it('says each thing once, in its order, also while a dialog is open', async () => {
      await stage.open();
      await listen(stage.page);
      stage.server.put(waitingCall(Date.now()));
      await expect.poll(() => heard(stage.page)).toEqual(['Call waiting: Mrs J. Smith, Reception']);
      await press('?');
      await stage.page.getByRole('dialog', { name: 'Keys' }).waitFor();
      stage.server.put(talkingCall(Date.now(), { state: 'connecting' }));
      await expect.poll(() => heard(stage.page)).toContain('Mrs J. Smith: your Teams rings, pick up');
      stage.server.put(talkingCall(Date.now()));
      await expect
        .poll(() => heard(stage.page))
        .toEqual([
          'Call waiting: Mrs J. Smith, Reception',
          'Mrs J. Smith: your Teams rings, pick up',
          'Connected: Mrs J. Smith',
        ]);
    });

    it.each([
      [1366, 768, 'mouse', 24],
      // Where there is least room an operator likes it tight.
      [1024, 600, 'mouse, compact', 24],
      [683, 384, 'mouse', 24],
      [1024, 768, 'finger', 44],
    ] as const)('has no target too small at %d × %d for a %s', async (width, height, pointer, least) => {
      if (pointer === 'finger') {
        const session = await stage.page.context().newCDPSession(stage.page);
        await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
      }
      if (pointer === 'mouse, compact') {
        const look = { version: 1, value: { density: 'compact' } };
        stage.server.sections = { ...stage.server.sections, look };
      }
      stage.server.put(talkingCall(Date.now()));
      stage.server.put(waitingCall(Date.now(), { callId: 'call-2' }));
      await stage.page.setViewportSize({ width, height });
      await stage.open();
      await stage.page.keyboard.type('jan');
      await stage.page.getByRole('option').first().waitFor();
      const isCoarse = await stage.page.evaluate(() => matchMedia('(pointer: coarse)').matches);
      expect(isCoarse).toBe(pointer === 'finger');
      const small = await stage.page.evaluate(
        (size) =>
          Array.from(document.querySelectorAll('button'), (each) => ({
            name: each.getAttribute('aria-label') ?? each.textContent,
            ...each.getBoundingClientRect().toJSON(),
          }))
            .filter((box) => box.width > 0 && (box.width < size || box.height < size))
            .map(({ name, width: w, height: h }) => `${name} ${w} × ${h}`),
        least,
      );
      expect(small).toEqual([]);
      if (pointer !== 'mouse') await stage.picture(pointer === 'finger' ? 'finger' : 'compact');
    });
  },
);

/** Keeps what the live regions come to hold, as a screen reader hears it: nothing while they are hidden from it. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    for (const region of document.querySelectorAll('[aria-live]')) {
      new MutationObserver(() => {
        const text = region.textContent ?? '';
        if (text !== '' && region.closest('[aria-hidden="true"], [inert]') === null) said.push(text);
      }).observe(region, { childList: true, characterData: true, subtree: true });
    }
  });
}

const heard = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { readonly said: readonly string[] }).said);
