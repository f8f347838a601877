import type { Cut } from '../set.ts';
import { press, type Stand, says } from '../set.ts';

/** What opens beside a button. */
export async function panels({ page, camera }: Stand): Promise<void> {
  const closed = async (): Promise<void> => {
    await press(page, 'Escape');
    await page.locator('[role="dialog"], [role="menu"]').waitFor({ state: 'detached' });
  };
  await press(page, 'Shift+F2');
  await page.getByRole('button', { name: 'Lunch' }).waitFor();
  await camera.take(page, 'status', 'The operator’s status');
  await closed();
  await page.getByTitle('Queues and colleagues').click();
  await page.getByRole('heading', { name: 'Queues' }).waitFor();
  await camera.take(page, 'desk', 'Queues and colleagues');
  await closed();
  await press(page, 'Control+F8');
  await page.getByRole('button', { name: 'Hide People 2' }).waitFor();
  await camera.take(page, 'panes', 'Where the panes are');
  await press(page, '2');
  await page.getByRole('region', { name: 'People', exact: true }).waitFor({ state: 'detached' });
  await camera.take(page, 'pane-hidden', 'A pane is hidden');
  await press(page, 'Control+F8');
  await page.getByRole('button', { name: 'As it was at first 0' }).waitFor();
  await press(page, '0');
  await page.getByTitle('Theme').click();
  await page.getByRole('menu').waitFor();
  await camera.take(page, 'theme-menu', 'Choosing a theme');
  await closed();
  await page.getByRole('button', { name: /^Eva Berg/ }).click();
  await page.getByRole('menu').waitFor();
  await camera.take(page, 'account-menu', 'What belongs to the operator');
  await closed();
}

/** The dialogs about the console itself. */
export async function settings({ page, camera }: Stand): Promise<void> {
  await press(page, 'Control+,');
  for (const tab of await page.getByRole('tab').all()) await tab.waitFor();
  await page.getByRole('tab', { name: 'Keys' }).waitFor();
  for (const name of await page.getByRole('tab').allInnerTexts()) {
    await page.getByRole('tab', { name, exact: true }).click();
    await page.getByRole('tabpanel', { name, exact: true }).waitFor();
    const scene = `settings-${name.toLowerCase().replaceAll(/\W+/g, '-')}`;
    await camera.take(page, scene, `Settings: ${name}`);
  }
  await press(page, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Keys', exact: false }).first().click();
  await page.getByRole('dialog').waitFor();
  await camera.take(page, 'keys', 'All keys');
  await press(page, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** A pane in a window of its own, and a server that is gone. */
export async function elsewhere({ page, camera }: Stand, line: Cut): Promise<void> {
  await press(page, 'Control+F8');
  await page.getByRole('button', { name: 'Own window People 5' }).waitFor();
  const [other] = await Promise.all([page.context().waitForEvent('page'), press(page, '5')]);
  await other.getByRole('region', { name: 'People', exact: true }).waitFor();
  await other.keyboard.type('cardiology');
  await other.getByRole('option').first().waitFor();
  await camera.take(other, 'own-window', 'The people in a window of their own');
  await camera.take(page, 'pane-out', 'The window that they left');
  await other.close();
  await page.bringToFront();
  await page.getByRole('region', { name: 'People', exact: true }).waitFor();
  await line.cut();
  await says(page, /No connection|Connection lost|lost/i);
  await camera.take(page, 'connection-lost', 'The server is gone');
}

/** The pages of the simulated Microsoft 365, and the manual. */
export async function otherPages({ page, camera, product }: Stand): Promise<void> {
  const { simulatorUrl } = product;
  for (const [scene, address, title] of [
    ['simulator', `${simulatorUrl}/`, 'The simulated Microsoft 365'],
    ['simulator-telephone', `${simulatorUrl}/telephone`, 'The simulator’s telephone'],
    ['simulator-wall', `${simulatorUrl}/teams/wall`, 'Everybody’s Teams client'],
    ['simulator-teams', `${simulatorUrl}/teams?user=jan.devries@contoso.example`, 'One Teams client'],
    ['simulator-people', `${simulatorUrl}/people`, 'The people of Contoso'],
    ['simulator-faults', `${simulatorUrl}/faults`, 'What may go wrong at Microsoft'],
  ] as const) {
    await page.goto(address);
    await page.getByRole('heading').first().waitFor();
    await camera.take(page, scene, title);
  }
  await page.goto(`${product.url}/manual/`);
  await page.getByRole('heading').first().waitFor();
  await camera.take(page, 'manual', 'The manual');
}
