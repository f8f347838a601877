import { must } from '@switchboard/kit/assert';
import { describe, expect, it } from 'vitest';
import { cannotBrowse } from './testing/browser.testing.ts';
import { useBrowserStage } from './testing/browser-stage.testing.ts';
import { fillOffice } from './testing/full-office.testing.ts';
import { talkingCall } from './testing/sample-office.testing.ts';

describe.skipIf(cannotBrowse)('People, by keyboard alone', { timeout: 60_000 }, () => {
  const stage = useBrowserStage();
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await stage.page.keyboard.press(key);
  };
  const type = (text: string): Promise<void> => stage.page.keyboard.type(text);
  const option = (name: RegExp) => stage.page.getByRole('option', { name });
  const button = (name: RegExp | string) => stage.page.getByRole('button', { name });
  const search = () => stage.page.getByRole('combobox', { name: 'Search for people' });
  const hasFocus = () => search().evaluate((input) => input === document.activeElement);
  const says = (text: string | RegExp) => stage.page.getByText(text).first().waitFor();
  const lastOf = (type: string) => stage.server.heard.findLast((message) => message.type === type);

  it('shows why somebody is found, reads on while it is scrolled, and keeps the choice', async () => {
    fillOffice((person) => stage.server.directory.put(person));
    stage.server.directory.progress = { type: 'directory', state: 'filling', read: 41_300, about: 60_000 };
    stage.server.directory.forwarded = 'failed';
    await stage.open();
    await type('parking');
    await option(/^Jan de Vries, Cardiology, Available.*, knows: Parking permits/).waitFor();
    // Typed letter by letter: what the last one found comes last.
    await expect.poll(() => stage.page.locator('[role="option"] b').first().textContent()).toBe('Parking');
    await says('41,300 of about 60,000 people read');
    await says('Microsoft did not answer');
    await stage.picture('people-found');

    await press('Escape');
    await type('temp');
    await says('1 of 214');
    await says('214 found');
    const steps = Array.from({ length: 12 }, () => 'PageDown');
    await press(...steps);
    await option(/^Temp 096/).waitFor();
    await expect
      .poll(() => stage.page.getByRole('option', { selected: true }).textContent())
      .toContain('Temp 096');
    await says('97 of 214');
    await press('End', 'ArrowDown');
    const chosen = stage.page.getByRole('option', { selected: true });
    await expect.poll(() => chosen.getAttribute('aria-posinset')).toBe('98');
    expect(await chosen.getAttribute('aria-setsize')).toBe('214');
    const before = await chosen.boundingBox();
    const changed = must(stage.server.directory.people.get('temp-97'), 'Temp 097');
    stage.server.say({
      type: 'peopleChanged',
      people: [{ ...changed, name: 'Temp 097 Married' }],
      removed: ['temp-96'],
    });
    await option(/^Temp 097 Married/).waitFor();
    await option(/^Temp 096, .*No longer here/).waitFor();
    // A row is measured when it is drawn, to a fraction of a pixel.
    expect(Math.abs(must(await chosen.boundingBox(), 'a row').y - must(before, 'a row').y)).toBeLessThan(2);
    await stage.picture('people-changed');
  });

  it('is filtered from a bar that opens with Shift+F4, and shows what it is filtered by', async () => {
    fillOffice((person) => stage.server.directory.put(person));
    await stage.open();
    await press('Shift+F4');
    const bar = stage.page.getByRole('combobox', { name: 'Filter by' });
    await bar.waitFor();
    await stage.page.getByRole('option', { name: /^Cardiology/ }).waitFor();
    await stage.picture('filter-bar');
    await type('cardio');
    await press('Enter', 'Escape');
    await bar.waitFor({ state: 'detached' });
    await button('Remove the filter Cardiology').waitFor();
    await expect.poll(hasFocus).toBe(true);
    await option(/^Jana Nov/).waitFor();
    expect(await stage.page.getByRole('option', { selected: true }).count()).toBe(0);
    await type('jan de');
    await expect.poll(() => stage.page.getByRole('option').count()).toBe(1);
    expect(lastOf('search')).toMatchObject({ text: 'jan de', filters: { departments: ['Cardiology'] } });
    await stage.picture('filtered');
    await press('Escape');
    await option(/^Jana Nov/).waitFor();
    await press('Escape');
    await button('Remove the filter Cardiology').waitFor({ state: 'detached' });
    await says('Find a colleague');
  });

  it('keeps favourites in groups and in order, and undoes with the same key', async () => {
    stage.server.directory.favourites.set('person-2', undefined);
    stage.server.directory.favourites.set('person-3', 'On call');
    await stage.open();
    await option(/^Janneke Vries, Finance/).waitFor();
    await type('jan de vries');
    await option(/^Jan de Vries/).waitFor();
    await expect.poll(() => stage.page.getByRole('option').count()).toBe(1);
    await press('ArrowRight', 'f');
    await says('Jan de Vries: added to favourites');
    await press('g');
    await stage.page.getByRole('menuitemradio', { name: 'On call' }).waitFor();
    await stage.picture('favourite-menu');
    await press('ArrowDown', 'Enter');
    await says('Jan de Vries: in favourites, On call');
    expect(lastOf('setFavourite')).toMatchObject({ personId: 'person-1', group: 'On call' });
    await stage.page.getByRole('menu').waitFor({ state: 'detached' });
    await press('Escape', 'Escape');
    await stage.page.getByRole('heading', { name: 'Favourites' }).waitFor();
    await press('ArrowDown', 'ArrowDown', 'ArrowDown');
    await option(/^Jan de Vries.*in On call/)
      .and(stage.page.locator('[aria-selected="true"]'))
      .waitFor();
    await press('Alt+ArrowUp');
    await says('Jan de Vries: 2 of 3');
    expect(lastOf('orderFavourites')).toMatchObject({ personIds: ['person-2', 'person-1', 'person-3'] });
    await stage.picture('favourites');
    await press('ArrowRight', 'f');
    await says('Jan de Vries: no longer a favourite');
    expect(await stage.page.getByRole('option').count()).toBe(3);
    await press('f');
    await expect.poll(() => stage.server.directory.favourites.get('person-1')).toBe('On call');
  });

  it('shows everything about somebody, and what is written about them survives a reload and a refusal', async () => {
    fillOffice((person) => stage.server.directory.put(person));
    stage.server.put(talkingCall(Date.now()));
    await stage.open();
    await says('Mrs J. Smith');
    await type('jan de vries');
    await option(/^Jan de Vries/).waitFor();
    await press('ArrowRight');
    await says('Keizersgracht 1, 1015 Amsterdam, Netherlands');
    await stage.picture('details');
    await press('u');
    await stage.page.getByRole('heading', { name: 'Ingrid Sörensen' }).waitFor();
    await press('Escape', 'Escape');
    await stage.page.getByRole('heading', { name: 'Jan de Vries' }).waitFor();

    await press('ArrowRight', 'e');
    const dialog = stage.page.getByRole('dialog', { name: 'About Jan de Vries' });
    await dialog.waitFor();
    await expect
      .poll(() => dialog.getByLabel('Note').evaluate((each) => each === document.activeElement))
      .toBe(true);
    await press('Control+End');
    await type(' Ask for Eva.');
    await stage.page.reload();
    await stage.page.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
    // What was looked for is there again.
    await expect.poll(() => search().inputValue()).toBe('jan de vries');
    await option(/^Jan de Vries/).waitFor();
    await search().press('End');
    await press('ArrowRight', 'e');
    await says('You typed this earlier and did not save it.');
    expect(await dialog.getByLabel('Note').inputValue()).toContain('Ask for Eva.');
    stage.server.isDirectoryQuiet = true;
    stage.server.onCommand = (message) => {
      if (message.type !== 'describePerson') return;
      const refusal = { code: 'malformed', field: 'note', remedy: 'Leave the name out.' } as const;
      stage.server.say({ type: 'answer', id: message.id, refusal });
    };
    await press('Control+Enter');
    await dialog.getByText('Leave the name out.').waitFor();
    await stage.expectNothingWrong();
    await stage.picture('describe-refused');
    stage.server.isDirectoryQuiet = false;
    stage.server.onCommand = () => {};
    await press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await says(/Calls back after 14:00\. Ask for Eva\./);
    await expect.poll(hasFocus).toBe(true);

    // A double click is about the row that its first press met, although another list is there at the second.
    await press('Escape', 'Escape');
    await type('temp 00');
    const row = option(/^Temp 003/);
    await row.click();
    const { x, y } = must(await row.boundingBox(), 'a row');
    await type('4');
    await expect.poll(() => stage.page.getByRole('option').count()).toBe(1);
    await stage.page.mouse.move(x + 40, y + 20);
    await stage.page.mouse.down({ clickCount: 2 });
    await stage.page.mouse.up({ clickCount: 2 });
    await expect.poll(() => lastOf('transfer')).toMatchObject({ to: { personId: 'temp-3' } });
  });

  it('keeps shared contacts: a caller, a change, a removal in two steps, a file', async () => {
    stage.server.put(talkingCall(Date.now(), { caller: { number: '+1 555 0142' } }));
    await stage.open();
    await says('+1 555 0142');
    await press('F4', 'n');
    const dialog = stage.page.getByRole('dialog');
    await dialog.getByText('A new shared contact').waitFor();
    expect(await dialog.getByLabel('Phone').inputValue()).toBe('+1 555 0142');
    await expect
      .poll(() =>
        dialog
          .getByLabel('Name', { exact: false })
          .first()
          .evaluate((each) => each === document.activeElement),
      )
      .toBe(true);
    await type('Tailspin Taxi');
    await stage.picture('contact-form');
    await press('Control+Enter');
    await stage.page.getByRole('heading', { name: 'Tailspin Taxi' }).waitFor();
    await says('Tailspin Taxi: kept as a shared contact');
    await button('Keep as contact').waitFor({ state: 'detached' });

    await press('ArrowRight', 'x');
    await dialog.getByText('Shared contact: Tailspin Taxi').waitFor();
    await dialog.getByRole('button', { name: 'Remove' }).press('Enter');
    await dialog.getByRole('button', { name: /Remove for everybody\? \([123] s\)/ }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(stage.server.directory.people.has('s.1')).toBe(false);

    await press('Control+F9');
    await dialog.getByText('People outside the directory').waitFor();
    const problems = [{ row: 3, field: 'phone', remedy: 'Type the number with its country code.' }];
    stage.server.onContacts = (csv) => ({
      ...{ added: csv.includes('Northwind') ? 1 : 0, changed: 0, unchanged: 0 },
      problems: csv.includes('wrong') ? problems : [],
    });
    const file = (content: string) => ({
      ...{ name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from(content) },
    });
    const input = stage.page.locator('input[type="file"]');
    await input.setInputFiles(file('name,phone\nwrong,x\n'));
    await dialog.getByText('Nothing of contacts.csv was taken: 1 problem').waitFor();
    await dialog.getByRole('cell', { name: 'Type the number with its country code.' }).waitFor();
    await stage.picture('contacts-problems');
    await input.setInputFiles(file('name,phone\nNorthwind,+1 555 0177\n'));
    await dialog.getByText('contacts.csv: 1 added, 0 changed, 0 as they were').waitFor();
    await press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});
