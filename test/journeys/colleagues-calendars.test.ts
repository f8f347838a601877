import { must } from '@switchboard/kit/assert';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, picture } from './support/browser.ts';
import { type House, openHouse } from './support/house.ts';

/** What an operator sees of colleagues' time, by their own rights at a simulated Microsoft 365. */
describe('Colleagues’ calendars', () => {
  let browser: Browser;
  let house: House;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    house = await openHouse({ simulator: { sampleDays: true } });
    await house.startServer();
    context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'en-GB',
      timezoneId: 'Europe/London',
    });
    page = await context.newPage();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture(page, `failed ${task.name}`);
    await context.close();
    await house.stop();
  });

  const minute = 60_000;
  const { jan, lukasz, nguyen } = {
    jan: 'c011ea60-0001-4c0d-9e0a-00000000a001',
    lukasz: 'c011ea60-0003-4c0d-9e0a-00000000a003',
    nguyen: 'c011ea60-0004-4c0d-9e0a-00000000a004',
  };
  const day = () => page.getByRole('region', { name: 'Today' });

  async function signIn(): Promise<void> {
    await page.goto(house.publicUrl);
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
    await page.getByText('Eva Berg').first().click();
    await page.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
  }

  async function find(text: string, name: string): Promise<void> {
    await page.getByRole('combobox').fill(text);
    await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
  }

  /** Right now, whatever time it is. */
  function meet(subject: string, isPrivate: boolean): void {
    const { world } = house.simulator;
    world.calendars.add(must(world.directory.find(jan), 'Jan'), {
      id: `event-${subject}`,
      subject,
      location: 'Ward 3',
      start: Date.now() - 10 * minute,
      end: Date.now() + 2 * minute,
      isAllDay: false,
      showAs: 'busy',
      isPrivate,
      seriesId: null,
      isOnline: false,
    });
  }

  it('are shown as far as each colleague shares them, and private stays private', async () => {
    meet('Visit of the auditors', false);
    meet('A secret', true);
    await signIn();
    await find('de vries', 'Jan de Vries');
    await day().getByText('Visit of the auditors').waitFor();
    await day().getByText('Private').first().waitFor();
    expect(await page.content()).not.toMatch(/A secret|Dentist/);

    await find('sigridur thorsdottir', 'Sigríður Þórsdóttir');
    await day()
      .getByText(/^Out of office · Back/)
      .waitFor();
    await day().getByText('I am at a congress').waitFor();

    await find('søren van der berg', 'Søren van der Berg');
    await day()
      .getByText(/^Their time is .* in New York, . hours behind yours$/)
      .waitFor();
    await day().getByText('They do not share their calendar with you').waitFor();
    expect(await page.content()).not.toContain('Board call');

    await find('thi lan nguyen', 'Thị Lan Nguyễn');
    await day().getByText('You may not see when they are free').waitFor();
    await picture(page, 'calendars');
  });

  it('are not to be had without a sign-in that allows it, and that is said', async () => {
    const omar = await house.console('omar');
    const question = { timeZone: 'Europe/London' };
    const asked = { type: 'readSchedules' as const, personIds: [jan, lukasz, nguyen], ...question };
    await expect
      .poll(() => omar.askFor(asked), { timeout: 20_000, interval: 500 })
      .toMatchObject({ type: 'schedules', problem: 'signIn', schedules: [] });
    expect(await omar.askFor({ type: 'readCalendar', personId: jan, ...question })).toMatchObject({
      type: 'calendar',
      schedule: { problem: 'signIn' },
    });
    expect(await omar.askFor({ ...asked, timeZone: 'Europe/Atlantis' })).toMatchObject({
      refusal: { code: 'malformed', field: 'timeZone' },
    });
  });
});
