import { contoso } from '@switchboard/simulator/world/contoso';
import { press, type Stand, says } from '../set.ts';

/** Somebody calls and gives up before anybody takes it. */
async function lose({ product, page }: Stand, from: string, name: string): Promise<void> {
  const lineId = await product.dial(from, 'reception', name);
  await page.getByText(name).first().waitFor();
  await product.control(`/lines/${lineId}/hang-up`);
}

/** The calls that are over, and whom to call back. */
export async function history(stand: Stand): Promise<void> {
  const { page, camera, product } = stand;
  // The first caller of the day still talks to whom they were put through to.
  await product.control(`/people/${contoso.people.lukasz}/hang-up`);
  await lose(stand, '+44 20 7946 0999', 'Mrs J. Smith');
  await lose(stand, '+44 20 7946 0888', 'Wingtip Toys');
  await lose(stand, '+44 20 7946 0999', 'Mrs J. Smith');
  await press(page, 'Control+Shift+F8');
  const dialog = page.getByRole('dialog', { name: 'History and calls back' });
  const rows = dialog.getByRole('listbox', { name: 'Calls, newest first' }).getByRole('option');
  const newest = rows.first();
  await newest.filter({ hasText: 'Mrs J. Smith' }).waitFor();
  await newest.click();
  await says(page, /^Called .* before$/);
  await camera.take(page, 'history', 'The calls of the queues, with the earlier calls of one caller');
  await dialog.getByRole('tab', { name: 'Mine' }).click();
  await rows.first().waitFor();
  await camera.take(page, 'history-mine', 'The operator’s own calls');
  await dialog.getByRole('tab', { name: /^To call back/ }).click();
  await dialog.getByText('Wingtip Toys').waitFor();
  await camera.take(page, 'history-to-call-back', 'Whom to call back');
  await press(page, 'Escape');
  await dialog.waitFor({ state: 'detached' });
}
