import { AxeBuilder } from '@axe-core/playwright';
import { must } from '@switchboard/kit/assert';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contoso } from '../world/contoso.ts';
import { cannotBrowse, launchBrowser } from './browser.testing.ts';
import { type PagesBench, startPages } from './pages.testing.ts';

const { eva, jan } = contoso.people;
let bench: PagesBench;
let browser: Browser;
let context: BrowserContext;
let page: Page;

describe.skipIf(cannotBrowse)('the page of people', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    bench = await startPages();
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(15_000);
    page = await context.newPage();
  });
  afterEach(async () => {
    await context.close();
    await bench.stop();
  });

  async function open(person: string): Promise<void> {
    await page.goto(`${bench.url}/people?user=${person}`);
    await page.locator('#panel').waitFor();
  }

  test('somebody is found, given another department and title, removed and restored', async () => {
    await page.goto(`${bench.url}/people`);
    await page.getByPlaceholder('Name, address').fill('de vries');
    await page.getByRole('link', { name: 'Jan de Vries' }).click();
    await page.getByRole('combobox', { name: 'Department' }).fill('Radiology');
    await page.getByLabel('Title', { exact: true }).fill('Head Radiologist');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    expect(bench.world.directory.find(jan)).toMatchObject({
      department: 'Radiology',
      jobTitle: 'Head Radiologist',
      mobilePhone: '+44 7700 900103',
    });
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('button', { name: 'Restore Jan de Vries' }).click();
    await page.locator('#name', { hasText: 'Jan de Vries' }).waitFor();
    expect(bench.world.directory.changesSince(0).map(({ kind }) => kind)).toEqual([
      'updated',
      'removed',
      'restored',
    ]);
  });

  test('presence, status message and absence are set, and the absence ends', async () => {
    await open(jan);
    await page.getByLabel('Shows as').first().selectOption('Away/Away');
    await page.locator('#presence', { hasText: 'Away' }).waitFor();
    await page.getByLabel('Status message').fill('In theatre');
    await page.getByLabel('Status message').blur();
    await page.locator('#presence', { hasText: 'In theatre' }).waitFor();
    await page.getByRole('button', { name: 'Away from now' }).click();
    await page.locator('#absent', { hasText: 'until' }).waitFor();
    expect(bench.world.absences.of(jan)).toMatchObject({ message: expect.stringContaining('I am away') });
    await page.getByRole('button', { name: 'Back in the office' }).click();
    await page.locator('#absent', { hasText: 'In the office' }).waitFor();
  });

  test('a meeting is added and taken out, and what colleagues see is changed', async () => {
    await open(jan);
    const meeting = page.getByRole('form', { name: 'Add a meeting' });
    await meeting.getByLabel('Subject').fill('Interview');
    await meeting.getByRole('button').click();
    const row = page.locator('#events li', { hasText: 'Interview' });
    await row.getByRole('button').click();
    await row.waitFor({ state: 'detached' });
    await page.getByLabel('Colleagues see').selectOption('none');
    await expect
      .poll(() => bench.world.calendars.sharingOf(must(bench.world.directory.find(jan), 'Jan')))
      .toBe('none');
  });

  test('somebody moves to another time zone and other hours, and loses their mailbox', async () => {
    const { calendars, directory } = bench.world;
    const person = must(directory.find(jan), 'Jan');
    await open(jan);
    const form = page.getByRole('form', { name: 'Mailbox' });
    await form.getByLabel('Time zone').fill('Mars/Olympus');
    await form.getByRole('button').click();
    await page.getByText('timeZone: there is no Mars/Olympus').waitFor();
    expect(await form.getByLabel('Time zone').inputValue()).toBe('Mars/Olympus');
    await form.getByLabel('Time zone').fill('America/New_York');
    await form.getByLabel('From').fill('06:30');
    await form.getByLabel('to', { exact: true }).fill('14:00');
    await form.getByLabel('Saturday').check();
    await form.getByRole('button').click();
    await form.getByText('Saved.').waitFor();
    expect(calendars.zoneOf(person)).toBe('America/New_York');
    expect(calendars.hoursOf(person)).toMatchObject({ start: 390, end: 840 });
    expect(calendars.hoursOf(person).days).toContain(6);
    await form.getByLabel('Has a mailbox').uncheck();
    await form.getByRole('button').click();
    await page.locator('.contacts').waitFor({ state: 'hidden' });
    expect(calendars.hasMailbox(person)).toBe(false);
  });

  test('an operator gets a contact of their own, in a folder', async () => {
    await open(eva);
    const form = page.getByRole('form', { name: 'Add a contact' });
    await form.getByLabel('Name').fill('Nora Quist');
    await form.getByLabel('Telephone').fill('+44 20 7946 0990');
    await form.getByLabel('Folder').selectOption('Couriers');
    await form.getByRole('button').click();
    const row = page.locator('#folders li', { hasText: 'Nora Quist · +44 20 7946 0990' });
    await row.waitFor();
    await row.getByRole('button').click();
    await row.waitFor({ state: 'detached' });
  });

  test.each([
    ['light', 1_280],
    ['dark', 400],
  ] as const)('nothing bars the way to anybody, in %s and %d pixels', async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    bench.world.directory.remove(contoso.people.lukasz, false);
    await open(eva);
    await page.locator('#folders li').first().waitFor();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
});
