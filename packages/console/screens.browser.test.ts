import { describe, expect, it } from 'vitest';
import { cannotBrowse } from './testing/browser.testing.ts';
import { type BrowserStage, useBrowserStage } from './testing/browser-stage.testing.ts';
import { fillDesk } from './testing/busy-desk.testing.ts';
import { fillOffice } from './testing/full-office.testing.ts';
import { axeFindings, focusFindings, reflowFindings } from './testing/look-over.testing.ts';
import { me, tourSeen } from './testing/sample-office.testing.ts';
import { firstCall, screens } from './testing/screens.testing.ts';
import type { ConsoleScreen, Walk } from './testing/walk.testing.ts';

/** Where the system chooses the colours, only whole windows are looked at: axe finds in them what it finds in their parts. */
const themes = ['light', 'dark', 'contrast', 'forced'] as const;
type Theme = (typeof themes)[number];

/** What is behind everything: each theme is known by it. */
const grounds = { light: '#ffffff', dark: '#292929', contrast: '#000000', forced: '#000000' } as const;

describe.skipIf(cannotBrowse)('Every screen', { timeout: 300_000 }, () => {
  const stage = useBrowserStage();
  let version = 1;
  /** What the page is shown in; undefined: it is new. */
  let worn: Theme | undefined;

  /** Shows the page in a theme without loading it anew. */
  async function dress(theme: Theme): Promise<void> {
    const isForced = theme === 'forced';
    await stage.page.emulateMedia({
      reducedMotion: 'reduce',
      forcedColors: isForced ? 'active' : 'none',
      colorScheme: theme === 'light' ? 'light' : 'dark',
    });
    version += 1;
    const look = { version, value: { theme: isForced ? 'system' : theme } };
    stage.server.sections = { ...stage.server.sections, look };
    stage.server.say({ type: 'preferences', sections: stage.server.sections });
    const ground = (): Promise<string> =>
      stage.page
        .locator('#root > div')
        .first()
        .evaluate((root) => getComputedStyle(root).getPropertyValue('--colorNeutralBackground1').trim());
    await expect.poll(ground).toBe(grounds[theme]);
    worn = theme;
  }

  /** What goes over from colour to colour has gone over. */
  async function standStill(): Promise<void> {
    await stage.page.evaluate(async () => {
      await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
    });
  }

  /**
   * What is wrong with what is shown now, in any theme. A theme is a drawing of everything anew, half the work of the walk:
   * each screen begins in the one in which the screen before was left, and goes through them the other way.
   */
  async function lookOver({ name, part }: Omit<ConsoleScreen, 'show'>): Promise<string[]> {
    const found: string[] = [];
    const wanted = themes.filter((theme) => theme !== 'forced' || part === undefined);
    const isBack = worn !== undefined && worn !== 'light';
    for (const theme of isBack ? wanted.toReversed() : wanted) {
      if (theme !== worn) await dress(theme);
      await standStill();
      const rules = theme === 'light' ? 'all' : 'colours';
      const look = (): Promise<string[]> => axeFindings(stage.page, part ?? 'html', rules);
      // A colour that was on its way when it was measured is there when it is looked at again.
      const isWrong = (await look()).length > 0;
      for (const each of isWrong ? await look() : []) found.push(`${name}, ${theme}: ${each}`);
    }
    for (const each of await reflowFindings(stage.page)) found.push(`${name}: ${each}`);
    return found;
  }

  for (const [group, list] of Object.entries(screens)) {
    it(`of ${group} has nothing that axe finds wrong in any theme, and loses nothing at 400 % with wide text`, async () => {
      const walk = walkOn(stage);
      await openFull(stage);
      worn = undefined;
      const found: string[] = [];
      for (const screen of list) {
        await screen.show(walk).catch((error: unknown) => {
          throw new Error(`the screen “${screen.name}” is not reached`, { cause: error });
        });
        found.push(...(await lookOver(screen)));
        await leave(screen, walk);
      }
      expect(found).toEqual([]);
    });
  }

  it.each([
    [1024, 600],
    [683, 384],
  ])('shows the focus wherever Tab leads, with nothing over it, at %d × %d', async (width, height) => {
    await stage.page.setViewportSize({ width, height });
    await openFull(stage);
    await stage.page.keyboard.type('jan');
    await stage.page.getByRole('option').first().waitFor();
    expect(await focusFindings(stage.page)).toEqual([]);
  });

  it('before and without a server has nothing wrong either', async () => {
    const found: string[] = [];
    stage.server.isSignedIn = false;
    await stage.page.goto(stage.address);
    await stage.page.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor();
    found.push(...(await axeFindings(stage.page, 'html', 'all')), ...(await reflowFindings(stage.page)));
    stage.server.isSignedIn = true;
    await stage.open();
    stage.server.fallSilent();
    await stage.page.getByText('Connection lost – showing what was true').waitFor();
    found.push(...(await axeFindings(stage.page, 'html', 'all')), ...(await reflowFindings(stage.page)));
    expect(found).toEqual([]);
  });
});

/** A busy desk, a full office, favourites, and a timeline for whoever asks. */
async function openFull(stage: BrowserStage): Promise<void> {
  const { server, page } = stage;
  server.sections = { ...tourSeen, look: { version: 1, value: { theme: 'light' } } };
  fillDesk(server);
  server.put(firstCall(Date.now()));
  fillOffice((person) => server.directory.put(person));
  server.directory.favourites.set('person-1', 'On call');
  server.directory.favourites.set('person-4', undefined);
  server.onCommand = (message) => {
    if (message.type !== 'readTimeline') return;
    const request = { operation: 'answer', status: 'done', attempts: 1, took: 143, effectId: 'e' } as const;
    const { id, callId } = message;
    server.say({
      ...{ type: 'timeline', id, callId },
      entries: [
        { at: Date.now(), step: 'callArrived', queue: 'Reception' },
        { at: Date.now(), step: 'request', request },
        { at: Date.now(), step: 'operatorJoined', operator: me.name },
      ],
    });
  };
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await stage.open();
}

const walkOn = (stage: BrowserStage): Walk => ({
  stage,
  async press(...keys) {
    for (const key of keys) await stage.page.keyboard.press(key);
  },
  type: (text) => stage.page.keyboard.type(text),
  says: (text) => stage.page.getByText(text).first().waitFor(),
  click: (name) => stage.page.getByRole('button', { name }).first().click(),
});

/** Escape steps back from everything; at the end nothing is typed and nothing is open. */
async function leave(screen: ConsoleScreen, walk: Walk): Promise<void> {
  const { page } = walk.stage;
  const search = page.getByRole('combobox', { name: 'Search for people' });
  const isOpen = (): Promise<number> =>
    page.locator('[role="dialog"], [role="menu"], .fui-PopoverSurface').count();
  const hasMenu = (await page.getByRole('menu').count()) > 0;
  await walk.press('Escape');
  await expect.poll(isOpen).toBe(0);
  // A menu gives the focus back to its button, a moment later.
  const focused = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.tagName);
  await expect.poll(async () => !hasMenu || (await focused()) === 'BUTTON').toBe(true);
  await screen.leave?.(walk);
  await search.focus();
  for (let presses = 0; presses < 3 && (await search.inputValue()) !== ''; presses++)
    await walk.press('Escape');
  await expect.poll(() => search.inputValue()).toBe('');
}
