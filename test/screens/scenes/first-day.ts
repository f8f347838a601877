import { find, press, type Stand, says } from '../set.ts';

/** Before the first call: signing in, the tour, a console where nothing is. */
export async function firstDay({ page, camera, product }: Stand): Promise<void> {
  await page.goto(product.url);
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor();
  await camera.take(page, 'sign-in', 'Signing in');
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
  await page.getByText('Eva Berg').first().waitFor();
  await camera.take(page, 'accounts', 'The simulated Microsoft 365 asks who it is');
  await page.getByText('Eva Berg').first().click();
  await page.getByRole('group', { name: 'One minute around the console' }).waitFor();
  await camera.take(page, 'tour', 'The tour begins');
  await press(page, 'Enter');
  await page.getByRole('group', { name: 'Calls' }).waitFor();
  await camera.take(page, 'tour-calls', 'The tour shows the calls');
  await press(page, 'Escape');
  await page.getByRole('group', { name: 'Calls' }).waitFor({ state: 'detached' });
  // Until the directory is read nobody is found by the index.
  await find(page, 'jan de vries', /^Jan de Vries/);
  await press(page, 'Escape', 'Escape');
  await says(page, 'Nobody is waiting');
  await camera.take(page, 'empty', 'Nothing there yet');
}
