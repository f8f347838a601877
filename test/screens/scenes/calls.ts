import { atTeams, find, press, type Stand, says, take, talks } from '../set.ts';

const callers = [
  ['+44 20 7946 0999', 'Mrs J. Smith'],
  ['+44 20 7946 0321', undefined],
  ['+1 425 555 0142', 'Tailspin Toys'],
  ['+44 20 7946 0555', 'K. Bauer'],
] as const;

/** From calls that wait to one that comes back. */
export async function calls(stand: Stand): Promise<void> {
  const { page, camera, product } = stand;
  for (const [from, name] of callers) {
    await product.dial(from, 'reception', name);
    await page
      .getByText(name ?? from.slice(-4))
      .first()
      .waitFor();
  }
  await says(page, /4 waiting/);
  await camera.take(page, 'calls-waiting', 'Calls wait');
  await press(page, 'Enter');
  await says(page, 'Your Teams rings');
  await camera.take(page, 'connecting', 'The operator’s Teams rings', async () => {
    if (!(await page.getByText('Your Teams rings').first().isVisible())) await press(page, 'Enter');
    await says(page, 'Your Teams rings');
  });
  await atTeams(stand, 'eva', 'answer');
  await talks(page);
  await camera.take(page, 'talking', 'A caller is with the operator');

  await find(page, 'jan', /^Jan/);
  await press(page, 'ArrowDown');
  await page
    .getByRole('region', { name: 'Details' })
    .getByText(/free until|Free until|busy until|free from|Free/)
    .first()
    .waitFor();
  await camera.take(page, 'people-found', 'Colleagues are found while the caller talks');
  await find(page, 'jan de vries', /^Jan de Vries/);
  await press(page, 'ArrowRight');
  await says(page, 'Letters and digits act here');
  await camera.take(page, 'details', 'Everything about a colleague');
  await press(page, 'Escape', 'Enter');
  await says(page, /Ringing Jan de Vries/);
  await camera.take(page, 'putting-through', 'The colleague is rung', async () => {
    const again = page.getByRole('button', { name: /^Ring again/ });
    if (await again.isVisible()) await again.click();
    await says(page, /Ringing Jan de Vries/);
  });
  await atTeams(stand, 'jan', 'decline');
  await says(page, /Came back: Jan de Vries/);
  await camera.take(page, 'recall', 'The call came back');

  await page
    .getByRole('button', { name: /^Resume/ })
    .first()
    .click();
  await talks(page);
  await find(page, 'lukasz muller', /Łukasz Müller/);
  await press(page, 'Shift+Enter');
  await says(page, /Asking Łukasz/);
  await camera.take(page, 'asking', 'A colleague is asked first', async () => {
    if (
      !(await page
        .getByText(/Asking Łukasz/)
        .first()
        .isVisible())
    )
      await press(page, 'Shift+Enter');
    await says(page, /Asking Łukasz/);
  });
  await atTeams(stand, 'lukasz', 'answer');
  await says(page, /Talking to Łukasz/);
  await camera.take(page, 'consulting', 'The operator talks to the colleague');
  await press(page, 'Escape', 'Shift+Enter');
  await says(page, /3 talk together/);
  await camera.take(page, 'together', 'All three talk');
  await press(page, 'Control+Enter');
  await says(page, /No call, 3 waiting/);
}

/** Calls that are held, parked, given to others, and what can be seen of one. */
export async function moreCalls(stand: Stand): Promise<void> {
  const { page, camera, product } = stand;
  await take(stand);
  await page.getByRole('button', { name: /^Park/ }).first().waitFor();
  await press(page, 'Shift+F9');
  await says(page, /Parked in \d/);
  await take(stand);
  await press(page, 'F9');
  await says(page, 'On hold');
  await product.dial('+44 20 7946 0777', 'serviceDesk', 'Fabrikam');
  await says(page, 'Fabrikam');
  await camera.take(page, 'held-and-parked', 'Held, parked and waiting calls');
  await press(page, 'F9');
  await talks(page);
  await press(page, 'F4', 'k');
  await page.getByRole('dialog').waitFor();
  await camera.take(page, 'keypad', 'Tones for the other side');
  await press(page, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await press(page, 'F4', 't');
  await page.getByRole('dialog').waitFor();
  await camera.take(page, 'timeline', 'What happened to a call');
  await press(page, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await press(page, 'Escape');
}
