import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CallView } from '@switchboard/contract/views/call-view';
import { must } from '@switchboard/kit/assert';
import { describe, expect, it } from 'vitest';
import { cannotBrowse } from './testing/browser.testing.ts';
import { useBrowserStage } from './testing/browser-stage.testing.ts';
import type { FakeServer } from './testing/fake-server.testing.ts';
import { me, waitingCall } from './testing/sample-office.testing.ts';

const pictures = fileURLToPath(new URL('../../artifacts/console/', import.meta.url));

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
    await stage.expectNothingWrong();
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
    const first = stage.page.getByRole('option', { name: /^Jan de Vries ?, Cardiology ?, Available ?,/ });
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
    await stage.expectNothingWrong();
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
    await stage.page.getByText('Connection lost').waitFor({ state: 'detached' });
    expect(await stage.page.getByRole('combobox').inputValue()).toBe('jan');
    const hellos = stage.server.heard.filter((message) => message.type === 'hello');
    expect(must(hellos.at(-1), 'a second hello')).toMatchObject({ resumeFrom: 102 });
    await expect.poll(() => stage.commands()).toEqual([]);
  });

  it('keeps the theme that was chosen, and leaves the keys of an open menu to it', async () => {
    await stage.open();
    await stage.page.getByRole('button', { name: 'Theme' }).click();
    await stage.page.getByRole('menuitemradio', { name: 'Like the system' }).waitFor();
    await stage.expectNothingWrong();
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
    await stage.expectNothingWrong();
    await stage.picture('keys');
    await stage.page.keyboard.press('Escape');
    await stage.page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  for (const { theme, colorScheme, choice } of [
    { theme: 'light', colorScheme: 'light', choice: 'system' },
    { theme: 'dark', colorScheme: 'dark', choice: 'system' },
    { theme: 'contrast', colorScheme: 'dark', choice: 'contrast' },
  ] as const) {
    it(`has nothing that axe finds wrong in the ${theme} theme`, async () => {
      await stage.page.emulateMedia({ colorScheme });
      stage.server.sections = { look: { version: 1, value: { theme: choice } } };
      fillDesk(stage.server);
      await stage.open();
      await stage.picture(`quiet-${theme}`);
      await stage.page.getByText('Came back: Jan de Vries did not answer').waitFor();
      await stage.page.keyboard.type('jan');
      await stage.page.getByRole('option').first().waitFor();
      await stage.page.keyboard.press('ArrowDown');
      await stage.expectNothingWrong();
      await stage.picture(theme);
      await stage.page.setViewportSize({ width: 683, height: 384 });
      await stage.expectNothingWrong();
      const overflow = await stage.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      await stage.page.screenshot({ path: join(pictures, `${theme}-200-percent.png`), fullPage: true });
    });
  }
});

/** A busy moment: a call that came back, three that wait, one with a colleague. */
function fillDesk(server: FakeServer): void {
  const now = Date.now();
  server.put({
    ...connected(waitingCall(now)),
    state: 'held',
    since: now - 7_000,
    arrivedAt: now - 96_000,
    hold: 'on',
    recall: { target: jan, why: 'noAnswer' },
    can: ['resume', 'transfer', 'hangUp'],
  });
  server.put(
    waitingCall(now, {
      callId: 'call-2',
      arrivedAt: now - 48_000,
      caller: { name: 'Klaus Bauer', number: '+1 555 0142' },
    }),
  );
  server.put(
    waitingCall(now, {
      callId: 'call-3',
      queueId: 'queue-patients',
      caller: { number: '+44 20 7946 0177' },
      missed: { operatorId: 'operator-ben', name: 'Ben Adeyemi', why: 'noAnswer' },
    }),
  );
  server.put(
    waitingCall(now, { callId: 'call-4', state: 'greeting', arrivedAt: now - 3_000, caller: {}, can: [] }),
  );
  server.put(
    waitingCall(now, {
      callId: 'call-5',
      state: 'connected',
      since: now - 130_000,
      caller: { name: 'Northwind Traders' },
      operator: { operatorId: 'operator-ben', name: 'Ben Adeyemi' },
      can: [],
    }),
  );
  fillLater(server, now);
}

/** What goes on without the operator: parked, camped, given out, taken over, told, promised. */
function fillLater(server: FakeServer, now: number): void {
  const ben = { operatorId: 'operator-ben', name: 'Ben Adeyemi' };
  const later: readonly Partial<CallView>[] = [
    { state: 'announcing', diverted: 'closed', caller: { number: '+44 20 7946 0133' } },
    { state: 'parked', slot: 3, parkedFor: jan, leftBy: ben, until: now + 80_000, can: ['retrieve'] },
    { state: 'camped', target: jan, leftBy: mine, until: now + 90_000, can: ['retrieve'] },
    { state: 'handedOver', target: jan, operator: mine },
    { state: 'held', operator: ben, vip: true, formerQueues: ['queue-patients'], can: ['takeOver'] },
  ];
  for (const [index, differences] of later.entries()) {
    server.put(waitingCall(now, { callId: `later-${index}`, can: [], ...differences }));
  }
  server.callBacks.push({
    callBackId: 'call-back-1',
    callId: 'call-9',
    queueId: 'queue-main',
    number: '+1 555 0166',
    dial: '+15550166',
    why: 'promised' as const,
    calls: 1,
    tries: 0,
    promisedAt: now - 500_000,
    state: 'open',
  });
}
