import type { CallView } from '@switchboard/contract/views/call-view';
import { must } from '@switchboard/kit/assert';
import { describe, expect, it } from 'vitest';
import { cannotBrowse } from './testing/browser.testing.ts';
import { useBrowserStage } from './testing/browser-stage.testing.ts';
import { me, waitingCall } from './testing/sample-office.testing.ts';

const mine = { operatorId: me.operatorId, name: me.name };
const jan = { name: 'Jan de Vries', personId: 'person-1' };

const connected = (call: CallView): CallView => ({
  ...call,
  state: 'connected',
  since: Date.now(),
  operator: mine,
  can: ['hold', 'transfer', 'hangUp'],
});

describe.skipIf(cannotBrowse)('The console in a browser', { timeout: 60_000 }, () => {
  const stage = useBrowserStage();

  /** Answers every command, and moves the call as a healthy server would. */
  const playAlong = (): void => {
    stage.server.onCommand = (message) => {
      if (!('callId' in message) || message.callId === undefined) return;
      const call = waitingCall(Date.now(), { callId: message.callId });
      stage.server.answer(message.id);
      if (message.type === 'accept') {
        stage.server.put({
          ...call,
          state: 'connecting',
          since: Date.now(),
          operator: mine,
          can: ['hangUp'],
        });
        stage.server.put(connected(call));
      }
      if (message.type === 'transfer') {
        stage.server.put({
          ...connected(call),
          state: 'transferring',
          since: Date.now(),
          hold: 'on',
          target: jan,
          can: ['takeBack'],
        });
      }
      if (message.type === 'takeBack') {
        stage.server.put({
          ...connected(call),
          state: 'held',
          hold: 'on',
          can: ['resume', 'transfer', 'hangUp'],
        });
      }
    };
  };

  it('asks for a sign-in with one button that has the focus', async () => {
    stage.server.isSignedIn = false;
    await stage.page.goto(stage.address);
    const button = stage.page.getByRole('button', { name: 'Sign in with Microsoft' });
    await button.waitFor();
    await expect.poll(() => button.evaluate((each) => each === document.activeElement)).toBe(true);
    await stage.picture('sign-in');
    await stage.page.keyboard.press('Enter');
    await stage.page.waitForURL('**/auth/sign-in');
  });

  it('takes a call and puts it through with Enter, typing, Enter', async () => {
    playAlong();
    stage.server.put(waitingCall(Date.now()));
    await stage.open();
    await stage.page.getByText('Mrs J. Smith', { exact: true }).waitFor();
    await stage.page.keyboard.press('Enter');
    await stage.page.getByRole('heading', { name: 'Mrs J. Smith' }).waitFor();
    const search = stage.page.getByRole('combobox', { name: 'Search for people' });
    await expect.poll(() => search.evaluate((input) => input === document.activeElement)).toBe(true);
    await stage.page.keyboard.type('jan de vries');
    const first = stage.page.getByRole('option', { name: /^Jan de Vries, Cardiology, Available/ });
    await first.waitFor();
    expect(await first.getAttribute('aria-selected')).toBe('true');
    expect(await search.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
    await stage.page.keyboard.press('Enter');
    await stage.page.getByText(/^Ringing Jan de Vries … 0:0/).waitFor();
    expect(stage.commands()).toEqual(['accept', 'transfer']);
    expect(stage.server.heard).toContainEqual(
      expect.objectContaining({ type: 'transfer', to: { kind: 'person', personId: 'person-1' } }),
    );
    await expect.poll(() => search.inputValue()).toBe('');

    await stage.page.keyboard.press('Escape');
    await stage.page.getByText('On hold', { exact: true }).waitFor();
    expect(stage.commands()).toEqual(['accept', 'transfer', 'takeBack']);
  });

  it('brings typing from anywhere into the search, without losing the first letter', async () => {
    await stage.open();
    await stage.page.keyboard.type('okafor');
    await stage.page.getByRole('option', { name: /Janet Okafor/ }).waitFor();
    expect(await stage.page.getByRole('combobox').inputValue()).toBe('okafor');
  });

  it('ends a call only at the second press of F8', async () => {
    playAlong();
    stage.server.put(connected(waitingCall(Date.now())));
    await stage.open();
    await stage.page.getByText('Mrs J. Smith', { exact: true }).waitFor();
    await stage.page.keyboard.press('F8');
    await stage.page.getByRole('button', { name: /End for everybody\? \([123] s\)/ }).waitFor();
    expect(stage.commands()).toEqual([]);
    await stage.page.keyboard.press('F8');
    await expect.poll(() => stage.commands()).toEqual(['hangUp']);
  });

  it('says that the connection is lost, keeps everything, and goes on when it is back', async () => {
    stage.server.put(connected(waitingCall(Date.now())));
    stage.server.put(waitingCall(Date.now(), { callId: 'call-2', caller: { number: '+1 555 0142' } }));
    await stage.open();
    await stage.page.keyboard.type('jan');
    await stage.page.getByRole('option').first().waitFor();
    stage.server.fallSilent();
    await stage.page.getByText('Connection lost – showing what was true').waitFor();
    // How soon it must be said is held in virtual time by connection.test.ts.
    expect(await stage.page.getByRole('combobox').inputValue()).toBe('jan');
    await stage.page
      .getByRole('button', { name: 'Hold F9', description: 'Not connected', disabled: true })
      .waitFor();
    await stage.picture('lost');
    await stage.page.keyboard.press('F9');
    await stage.page
      .getByRole('region', { name: 'Messages' })
      .getByText('Hold: not connected, so nothing was sent.')
      .waitFor();
    await stage.picture('refused');

    stage.server.put({
      ...connected(waitingCall(Date.now())),
      state: 'held',
      hold: 'on',
      can: ['resume', 'hangUp'],
    });
    stage.server.comeBack();
    await stage.page.getByText('On hold', { exact: true }).waitFor({ timeout: 15_000 });
    await stage.page.getByText('Connection lost –').waitFor({ state: 'detached' });
    expect(await stage.page.getByRole('combobox').inputValue()).toBe('jan');
    const hellos = stage.server.heard.filter((message) => message.type === 'hello');
    expect(must(hellos.at(-1), 'a second hello')).toMatchObject({ resumeFrom: 102 });
    await expect.poll(() => stage.commands()).toEqual([]);
  });

  it('says that the server has a newer console, and what is typed outlives the reload', async () => {
    await stage.open();
    const reload = stage.page.getByRole('link', { name: /reload/i });
    stage.server.put(connected(waitingCall(Date.now())));
    await stage.page.getByText('Mrs J. Smith', { exact: true }).first().waitFor();
    await stage.page.keyboard.type('jan');
    await stage.page.getByRole('option').first().waitFor();
    expect(await reload.count()).toBe(0);

    stage.server.build = 'another';
    stage.server.hangUpOnConsoles();
    await stage.page.getByRole('link', { name: 'Newer version: reload', exact: true }).waitFor();
    await stage.expectNothingWrong();
    await stage.picture('newer-during-a-call');
    stage.server.endCalls();
    await stage.page
      .getByText('A newer version is there; reload when no call is under way.')
      .last()
      .waitFor();
    await stage.page.getByRole('link', { name: 'Reload', exact: true }).waitFor();
    await stage.picture('newer');
    expect(await stage.page.getByRole('combobox').inputValue()).toBe('jan');

    // What the reload brings is what the server has.
    stage.server.build = must(
      await stage.page.locator('meta[name="switchboard-build"]').getAttribute('content'),
      'a page that says how it was built',
    );
    await reload.click();
    await stage.page.getByRole('option').first().waitFor();
    expect(await stage.page.getByRole('combobox').inputValue()).toBe('jan');
    expect(await reload.count()).toBe(0);
  });

  it('keeps the theme that was chosen, and leaves the keys of an open menu to it', async () => {
    await stage.open();
    await stage.page.getByRole('button', { name: 'Theme' }).click();
    await stage.page.getByRole('menuitemradio', { name: 'Like the system' }).waitFor();
    await stage.page.keyboard.press('End');
    await stage.page.keyboard.press('ArrowUp');
    await stage.page.keyboard.press('Enter');
    const scheme = () =>
      stage.page.evaluate(
        () => getComputedStyle(document.querySelector('#root > div') ?? document.body).colorScheme,
      );
    await expect.poll(scheme).toBe('dark');
    await stage.page.reload();
    await stage.page.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
    expect(await scheme()).toBe('dark');
  });

  it('survives messages that are none', async () => {
    await stage.open();
    stage.server.sayRaw('not json');
    stage.server.sayRaw('{"type":"call","seq":"x"}');
    stage.server.sayRaw('{"type":"somethingNew"}');
    stage.server.put(waitingCall(Date.now()));
    await stage.page.getByText('Mrs J. Smith').first().waitFor();
  });

  it('lists the keys at "?" and closes the list with Escape', async () => {
    await stage.open();
    await stage.page.keyboard.press('?');
    await stage.page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await stage.picture('keys');
    await stage.page.keyboard.press('Escape');
    await stage.page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});
