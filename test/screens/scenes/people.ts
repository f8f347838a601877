import { find, press, type Stand, says } from '../set.ts';

/** Finding, filtering and keeping people. */
export async function people({ page, camera }: Stand): Promise<void> {
  const close = async (): Promise<void> => {
    await press(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  for (const [who, row] of [
    ['sigridur', /Sigríður/],
    ['nguyen', /Nguyễn/],
    ['jan de vries', /^Jan de Vries/],
  ] as const) {
    await find(page, who, row);
    await press(page, 'ArrowRight', 'f');
    await says(page, /added to favourites/);
    await press(page, 'Escape');
  }
  await press(page, 'Escape', 'Escape');
  await page.getByRole('heading', { name: 'Favourites' }).waitFor();
  await press(page, 'ArrowDown');
  await camera.take(page, 'favourites', 'Favourites');
  await press(page, 'ArrowRight', 'g');
  await page.getByRole('menu').waitFor();
  await camera.take(page, 'favourite-menu', 'The group of a favourite');
  await page.getByRole('menuitem').filter({ hasText: /group/i }).first().click();
  await page.getByRole('dialog').waitFor();
  await camera.take(page, 'group', 'A new group of favourites');
  await close();
  await press(page, 'Escape', 'Escape', 'Shift+F4');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('card');
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /Cardiology/ })
    .first()
    .waitFor();
  await camera.take(page, 'filter', 'Choosing a filter');
  await press(page, 'Enter');
  await close();
  await page.getByRole('button', { name: /Remove the filter/ }).waitFor();
  await camera.take(page, 'filtered', 'A department’s people');
  await press(page, 'Escape', 'Escape');
  await find(page, 'jan de vries', /^Jan de Vries/);
  await press(page, 'ArrowRight', 'e');
  await page.getByRole('dialog').waitFor();
  await camera.take(page, 'describe', 'What operators know about somebody');
  await close();
  await press(page, 'Escape', 'Control+F9');
  await page.getByRole('dialog').getByText('People outside the directory').waitFor();
  await camera.take(page, 'contacts', 'Contacts that operators keep together');
  const problem = {
    name: 'contacts.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('name,phone\nTailspin Taxi,x\n'),
  };
  await page.locator('input[type="file"]').setInputFiles(problem);
  await page
    .getByRole('dialog')
    .getByText(/Nothing of contacts.csv was taken/)
    .waitFor();
  await camera.take(page, 'contacts-problems', 'A file of contacts that has mistakes');
  await close();
  await press(page, 'F4', 'n');
  await page.getByRole('dialog').getByText('A new shared contact').waitFor();
  await camera.take(page, 'contact-form', 'A caller is kept as a contact');
  await close();
  await press(page, 'Escape', 'Escape', 'Escape');
}
