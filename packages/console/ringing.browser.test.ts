import { describe, expect, it } from 'vitest';
import { cannotBrowse } from './testing/browser.testing.ts';
import { useBrowserStage } from './testing/browser-stage.testing.ts';

describe.skipIf(cannotBrowse)('The settings in a browser', () => {
  const stage = useBrowserStage();
  const settings = () => stage.page.getByRole('dialog', { name: 'Settings' });

  it('open by their key, are walked by keys, and hold at once and on the server', async () => {
    await stage.open();
    await stage.page.keyboard.press('Control+,');
    await settings().getByRole('tab', { name: 'Look', selected: true }).waitFor();
    await stage.expectNothingWrong();
    await stage.page.getByRole('radio', { name: 'Like the system' }).focus();
    await stage.page.keyboard.press('ArrowDown');
    await stage.page.keyboard.press('ArrowDown');
    await expect.poll(() => stage.server.sections.look?.value).toEqual({ theme: 'dark' });
    await stage.picture('settings-look');
    await stage.page.keyboard.press('Escape');
    await settings().waitFor({ state: 'detached' });
  });

  it('follow what another window of the operator chose', async () => {
    await stage.open();
    await stage.page.getByRole('button', { name: 'Eva' }).click();
    await stage.page.getByRole('menuitem', { name: /Settings/ }).click();
    await settings().waitFor();
    const chosen = { look: { version: 9, value: { theme: 'dark' } } };
    stage.server.say({ type: 'preferences', sections: chosen });
    await stage.page.getByRole('radio', { name: 'Dark', checked: true }).waitFor();
  });
});
