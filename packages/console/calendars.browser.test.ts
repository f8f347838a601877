import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cannotBrowse } from './testing/browser.testing.ts';
import { useBrowserStage } from './testing/browser-stage.testing.ts';

describe.skipIf(cannotBrowse)('When colleagues are free, in a browser', () => {
  const stage = useBrowserStage();

  /** 10:40 on a Monday, by a browser in London. */
  beforeEach(() => {
    const ahead = Date.UTC(2026, 10, 23, 10, 40) - Date.now();
    stage.server.now = () => Date.now() + ahead;
  });
  afterEach(() => {
    stage.server.now = Date.now;
  });

  const rowOf = (name: string) => stage.page.getByRole('option', { name: new RegExp(`^${name}`) });
  const day = () => stage.page.getByRole('region', { name: 'Today' });

  async function find(): Promise<void> {
    await stage.open();
    await stage.page.keyboard.type('jan');
    await rowOf('Jan de Vries').waitFor();
  }

  it('a row says until when somebody is free, in a few signs and aloud', async () => {
    await find();
    await rowOf('Jan de Vries').getByText('free → 12:00').waitFor();
    await stage.page
      .getByRole('option', {
        name: /^Jan de Vries, Cardiology, Available, free until noon$/,
      })
      .waitFor();
    await rowOf('Janneke Vries').getByText('free from 11:30').waitFor();
    await rowOf('Jana Nováková').getByText('works from 14:00').waitFor();
    await rowOf('Janusz Wiśniewski').getByText('back Thursday').waitFor();
    await rowOf('Janusz Wiśniewski').getByText('out of office until Thursday').waitFor();
    await rowOf('Jan-Erik Lindqvist').getByText('day off').first().waitFor();
    await rowOf('Janet Okafor').getByText('private calendar').first().waitFor();
  });

  it('asks once for the rows that are drawn, and for the calendar of the one chosen', async () => {
    await find();
    await day().getByText('Ward round').waitFor();
    const asked = stage.server.heard.filter(({ type }) => type === 'readSchedules');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ personIds: expect.arrayContaining(['person-1', 'person-12']) });
    await stage.page.keyboard.press('ArrowDown');
    await day().getByText('Free from 11:30').waitFor();
    const calendars = stage.server.heard.filter(({ type }) => type === 'readCalendar');
    expect(calendars).toMatchObject([{ personId: 'person-1' }, { personId: 'person-2' }]);
  });

  it('shows appointments with place and organiser, and of private ones only that they are there', async () => {
    await find();
    await day().getByText('Free until 12:00').waitFor();
    await expect
      .poll(() => day().getByRole('listitem').allTextContents())
      .toEqual([
        '08:00 – 09:00: Ward round · Ward 3 · by Jana Nováková',
        '12:00 – 13:00: Private',
        '14:30 – 15:30: Case conference · Tentative · Room 2.04',
      ]);
    expect(await day().textContent()).not.toMatch(/not share/);
  });

  it('keeps the window as high as it is, however much stands in a pane', async () => {
    await stage.page.setViewportSize({ width: 1024, height: 600 });
    await find();
    await day().getByText('Free until 12:00').waitFor();
    const [content, window] = await stage.page.evaluate(() => {
      const { scrollHeight, clientHeight } = document.documentElement;
      return [scrollHeight, clientHeight];
    });
    expect(content).toBe(window);
  });

  it('tells both clocks, absences with their text, and what may not be seen', async () => {
    await find();
    await stage.page.getByRole('combobox').fill('jana nov');
    await day().getByText('Works from 14:00, 09:00 their time').waitFor();
    await day().getByText('Their time is 05:40 in New York, 5 hours behind yours').waitFor();
    await day().getByText('They do not share their calendar with you').waitFor();
    await stage.page.getByRole('combobox').fill('janusz');
    await day().getByText('Out of office · Back on Thursday').waitFor();
    await day().getByText('I am at the fair until Wednesday.').waitFor();
    await day().getByText('Next free Thursday 08:00 – 17:00').waitFor();
    await stage.page.getByRole('combobox').fill('janet');
    await day().getByText('You may not see when they are free').waitFor();
  });

  it('says that it reads while no answer is here', async () => {
    stage.server.isCalendarSilent = true;
    await find();
    await day().getByText('The calendar is being read').waitFor();
  });

  it('keeps the strips visible where the system chooses the colours', async () => {
    await stage.page.emulateMedia({ forcedColors: 'active' });
    await find();
    await rowOf('Jan de Vries').getByText('free → 12:00').waitFor();
    const fills = await rowOf('Jan de Vries')
      .locator('svg[viewBox="0 0 120 12"] rect')
      .evaluateAll((all) => all.map((each) => getComputedStyle(each).fill));
    expect(new Set(fills).size).toBeGreaterThanOrEqual(1);
    await stage.picture('calendars-forced');
  });
});
