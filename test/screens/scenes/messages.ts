import { contoso } from '@switchboard/simulator/world/contoso';
import type { Locator } from 'playwright-core';
import { find, press, type Stand, says } from '../set.ts';

const dialogOf = ({ page }: Stand): Locator => page.getByRole('dialog', { name: 'Message to Jan de Vries' });

/** Opens the composer to Jan de Vries by keys, with the way it will go. */
async function write(stand: Stand, text: string): Promise<Locator> {
  const { page } = stand;
  await find(page, 'jan de vries', /^Jan de Vries/);
  await press(page, 'ArrowRight', 'm');
  const dialog = dialogOf(stand);
  await dialog.getByRole('region', { name: 'As it will be sent' }).waitFor();
  await page.keyboard.type(text);
  return dialog;
}

async function send(stand: Stand, becomes: RegExp): Promise<void> {
  await press(stand.page, 'Control+Enter');
  await dialogOf(stand).waitFor({ state: 'detached' });
  await says(stand.page, becomes);
}

/** Word is left with a colleague, in every way that it can end. */
export async function messages(stand: Stand): Promise<void> {
  const { page, camera, product } = stand;
  const faults = (change: object): Promise<unknown> => product.control('/faults', change, 'PATCH');
  const mailbox = (hasMailbox: boolean): Promise<unknown> =>
    product.control(`/people/${contoso.people.eva}/mailbox`, { hasMailbox });

  const dialog = await write(stand, 'About the lift on floor 3: it stands still with somebody in it.');
  await dialog.getByLabel('asks to be called back').check();
  await dialog.getByLabel('says it is urgent').check();
  await camera.take(page, 'message', 'A message to a colleague, and how it will read');
  await dialog.getByRole('radio', { name: 'Teams chat' }).check();
  await dialog.getByLabel('Template').selectOption({ label: 'In one line' });
  await dialog.getByLabel('Language').selectOption({ label: 'Nederlands' });
  await camera.take(page, 'message-to-teams', 'The same for Teams, in the colleague’s language');
  await send(stand, /^Messages · 1 sent/);

  await faults({ reset: { next: 1, kinds: ['mail'], done: 'always' } });
  await write(stand, 'The key of room 12 is at the desk.');
  await send(stand, /^Perhaps sent/);
  await mailbox(false);
  await write(stand, 'Your visitor has gone to the canteen.');
  await send(stand, /^Not sent: your account has no mailbox/);
  await mailbox(true);
  await faults({ throttle: { probability: 1, kinds: ['mail'], retryAfterSeconds: 600 } });
  await write(stand, 'The courier comes at four.');
  await send(stand, /^Waiting: Microsoft asked for patience/);
  await press(page, 'Escape', 'Escape');
  const section = page.getByRole('region', { name: 'Calls', exact: true });
  const fold = section.getByRole('button', { name: /^Messages · / });
  const inDoubt = section.locator('[data-message-id]').filter({ hasText: 'Perhaps sent' });
  await camera.take(page, 'messages', 'What became of messages', () => inDoubt.scrollIntoViewIfNeeded());
  await fold.click();
  await press(page, 'F4');
  await section
    .getByRole('button', { name: /^Show the text/ })
    .first()
    .focus();
  await press(page, 't');
  await camera.take(page, 'messages-letters', 'Messages, with letters that act and a text open');
  await section
    .locator('[data-message-id]')
    .filter({ hasText: 'Not sent: ' })
    .getByRole('button', { name: /^Open again/ })
    .focus();
  await press(page, 'e');
  await dialog.getByRole('region', { name: 'As it will be sent' }).waitFor();
  await camera.take(page, 'message-again', 'A message that was not sent is opened again');
  await press(page, 'Escape');
  await dialog.waitFor({ state: 'detached' });
  await product.control('/faults/reset');
  for (const [name, then] of [
    [/^Do not send/, /^Messages · 2 not sent/],
    [/^Do not send/, /^Messages · 1 not sent/],
    [/^Leave it/, /^Messages · 1 sent, 3 put away/],
  ] as const) {
    await section.getByRole('button', { name }).first().click();
    await says(page, then);
  }
  await fold.click();
  await press(page, 'F4', 'Escape');
}
