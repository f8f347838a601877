import type { CallView } from '@switchboard/contract/views/call-view';
import type { PastCallView } from '@switchboard/contract/views/past-call-view';
import { describe, expect, it } from 'vitest';
import { cannotBrowse } from './testing/browser.testing.ts';
import { isQuestion, useBrowserStage } from './testing/browser-stage.testing.ts';
import { me, talkingCall, waitingCall } from './testing/sample-office.testing.ts';

const jan = { name: 'Jan de Vries', personId: 'person-1' };
const janneke = { name: 'Janneke Vries', personId: 'person-2' };

describe.skipIf(cannotBrowse)('Everything that can be done with a call', { timeout: 60_000 }, () => {
  const stage = useBrowserStage();

  const talking = (differences: Partial<CallView> = {}): CallView => talkingCall(Date.now(), differences);
  const openWith = async (...calls: CallView[]): Promise<void> => {
    for (const call of calls) stage.server.put(call);
    await stage.open();
    await stage.page
      .getByText(calls[0]?.caller.name ?? 'Nobody is waiting')
      .first()
      .waitFor();
    // The operator's own status comes with the welcome.
    await stage.page.getByText('Available', { exact: true }).first().waitFor();
  };
  const lastCommand = () => stage.server.heard.findLast(({ type }) => !isQuestion(type));
  const button = (name: RegExp | string) => stage.page.getByRole('button', { name });
  const press = (key: string): Promise<void> => stage.page.keyboard.press(key);

  /** Types, and waits until what was typed has found this one alone: before, the list shows earlier results. */
  const findOnly = async (text: string, name: RegExp): Promise<void> => {
    await stage.page.keyboard.type(text);
    await stage.page.getByRole('option', { name }).waitFor();
    await expect.poll(() => stage.page.getByRole('option').count()).toBe(1);
  };

  it('an offered call stands on top with its time, is left to others with Shift+F8, taken with Enter', async () => {
    const offer = { until: Date.now() + 15_000 };
    await openWith(
      waitingCall(Date.now(), { offer, vip: true, can: ['accept', 'decline'] }),
      waitingCall(Date.now(), { callId: 'call-2', arrivedAt: 1, caller: { number: '+1 555 0142' }, can: [] }),
    );
    await stage.page.getByText(/yours for 1[0-5] s/).waitFor();
    await stage.page.getByText('Say: “Good morning, Contoso.”').waitFor();
    // The queue offers: what it does not offer to this operator has no button.
    await expect.poll(() => button(/^Take/).count()).toBe(1);
    await stage.picture('offered');
    await press('Shift+F8');
    await expect.poll(() => stage.commands()).toEqual(['decline']);
    await press('Enter');
    await expect.poll(() => stage.commands()).toEqual(['decline', 'accept']);
  });

  it.each([1024, 1200, 1366])('keeps every number on one line in a window %d wide', async (width) => {
    const other = { operatorId: 'operator-ben', name: 'Ben Adeyemi' };
    const number = { number: '+44 20 7946 0958' };
    const named = (name: string) => ({ name, ...number });
    const at = (callId: string, differences: Partial<CallView>) =>
      waitingCall(Date.now(), { callId, ...differences });
    await stage.page.setViewportSize({ width, height: 768 });
    await openWith(
      at('named', { caller: named('Tailspin Toys') }),
      at('second', { caller: named('K. Bauer') }),
      at('unnamed', { caller: { number: '+49 30 23125 041' } }),
      at('camped', { caller: number, state: 'camped', target: number, can: ['retrieve'] }),
      at('other', {
        caller: number,
        state: 'transferring',
        target: number,
        operator: other,
        can: ['takeOver'],
      }),
    );
    await expect.poll(() => button(/^Take/).count()).toBeGreaterThan(1);
    const broken = await stage.page.evaluate(() => {
      const found: string[] = [];
      const walker = document.createTreeWalker(document.querySelector('#pane-calls') ?? document.body, 4);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const range = document.createRange();
        for (const { 0: text, index } of (node.textContent ?? '').matchAll(/\+[\d ]+\d/g)) {
          range.setStart(node, index);
          range.setEnd(node, index + text.length);
          const lines = new Set(Array.from(range.getClientRects(), ({ top }) => top));
          found.push(`${text}: ${lines.size}`);
        }
      }
      return found;
    });
    expect(broken.length).toBeGreaterThanOrEqual(7);
    expect(broken.filter((each) => !each.endsWith(': 1'))).toEqual([]);
  });

  it('a colleague is asked first with Shift+Enter, and takes the caller with Enter', async () => {
    await openWith(talking());
    await findOnly('jan de vries', /^Jan de Vries/);
    await press('Shift+Enter');
    await expect.poll(lastCommand).toMatchObject({ type: 'consult', to: { personId: 'person-1' } });
    const asked = lastCommand();
    if (asked !== undefined && 'id' in asked) stage.server.answer(asked.id);
    const consult = { phase: 'talking', held: 'caller' } as const;
    stage.server.put(
      talking({
        state: 'consulting',
        target: jan,
        consult,
        can: ['complete', 'merge', 'swap', 'back', 'hangUp'],
      }),
    );
    await stage.page.getByText('Talking to Jan de Vries', { exact: true }).waitFor();
    await stage.page.getByText('Mrs J. Smith hears music', { exact: true }).waitFor();
    await stage.picture('consult');
    await expect.poll(() => stage.page.getByRole('combobox').inputValue()).toBe('');
    await press('Enter');
    await expect.poll(lastCommand).toMatchObject({ type: 'complete' });
    await button('Hand over Enter').and(stage.page.locator('[aria-busy="true"]')).waitFor();
  });

  it('a call in which several talk loses one at the second press', async () => {
    const guests = [{ participantId: 'p1', party: jan, isRinging: false }];
    await openWith(talking({ state: 'merged', guests, can: ['add', 'drop', 'leave', 'hangUp'] }));
    await stage.page.getByText('3 talk together', { exact: true }).waitFor();
    await stage.picture('together');
    await button('Take out').click();
    await button(/Take out\? \([123] s\)/).waitFor();
    expect(stage.commands()).toEqual([]);
    await button(/Take out\?/).click();
    await expect.poll(lastCommand).toMatchObject({ type: 'drop', participantId: 'p1' });
    await press('Control+Enter');
    await expect.poll(lastCommand).toMatchObject({ type: 'leave' });
  });

  it('a call that came back shows the ways on, and F4 and a digit follow one', async () => {
    const recall = { target: janneke, why: 'noAnswer' } as const;
    await openWith(talking({ state: 'held', hold: 'on', recall }));
    await stage.page.getByText('Came back: Janneke Vries did not answer', { exact: true }).waitFor();
    await button('Wait for them F4 1').waitFor();
    await press('F4');
    await button('Mobile 2').waitFor();
    await stage.picture('came-back');
    await press('2');
    await expect
      .poll(lastCommand)
      .toMatchObject({ type: 'transfer', to: { personId: 'person-2', line: 'mobile' } });
  });

  it('a call is parked with Shift+F9, shows its slot, and is retrieved with F4 and R', async () => {
    await openWith(talking());
    await press('Shift+F9');
    await expect.poll(lastCommand).toMatchObject({ type: 'park', callId: 'call-1' });
    const parked = waitingCall(Date.now(), { state: 'parked', slot: 7, can: ['retrieve'] });
    stage.server.put(parked);
    await stage.page.getByRole('img', { name: 'Slot 7' }).waitFor();
    await press('F4');
    await expect
      .poll(() => button(/^Retrieve/).evaluate((each) => each === document.activeElement))
      .toBe(true);
    await press('r');
    await expect.poll(lastCommand).toMatchObject({ type: 'retrieve', callId: 'call-1' });
  });

  it('→ goes to the person: digits choose the line, Enter puts through to it', async () => {
    await openWith(talking());
    await findOnly('janneke', /^Janneke Vries/);
    await press('ArrowRight');
    await button(/Wait for them/).waitFor();
    await stage.picture('person');
    await press('2');
    await stage.page.getByRole('button', { name: /Phone/, pressed: true }).waitFor();
    await press('Enter');
    await expect
      .poll(lastCommand)
      .toMatchObject({ type: 'transfer', to: { personId: 'person-2', line: 'phone' } });
  });

  it('a typed number and a queue are rows of the list', async () => {
    await openWith(talking());
    await stage.page.keyboard.type('+44 20 7946 0199');
    await stage.page
      .getByRole('option', { name: /^Put through to \+44 20 7946 0199/, selected: true })
      .waitFor();
    await press('Escape');
    await stage.page.keyboard.type('patients');
    await stage.page.getByRole('option', { name: /^Queue Patients/, selected: true }).waitFor();
    await press('Enter');
    await expect
      .poll(lastCommand)
      .toMatchObject({ type: 'transfer', to: { kind: 'queue', queueId: 'queue-patients' } });
  });

  it('Enter is kept while the search still asks', async () => {
    stage.server.isSearchSlow = true;
    await openWith(talking());
    await stage.page.keyboard.type('janneke');
    await press('Enter');
    await stage.page.getByText(/Enter is kept: it acts/).waitFor();
    expect(stage.commands()).toEqual([]);
    const asked = (): readonly string[] =>
      stage.server.heard.flatMap((each) => (each.type === 'search' ? [each.text] : []));
    await expect.poll(asked).toContain('janneke');
    stage.server.answerSearches();
    await expect.poll(lastCommand).toMatchObject({ type: 'transfer', to: { personId: 'person-2' } });
  });

  it('keys typed while the keypad is open are sent', async () => {
    stage.server.onCommand = (message) => {
      if ('id' in message) stage.server.answer(message.id);
    };
    await openWith(talking());
    await press('F4');
    await press('k');
    const pad = stage.page.getByRole('dialog', { name: 'Keypad' });
    await pad.waitFor();
    await stage.page.keyboard.type('12#');
    await expect
      .poll(() =>
        stage.server.heard.flatMap((each) => (each.type === 'sendTones' ? [each.tones] : [])).join(''),
      )
      .toBe('12#');
    await stage.picture('keypad');
    await press('Escape');
    await pad.waitFor({ state: 'detached' });
    await stage.page.keyboard.type('jan');
    await expect.poll(() => stage.page.getByRole('combobox').inputValue()).toBe('jan');
  });

  it('the timeline of a call is told in sentences', async () => {
    stage.server.onCommand = (message) => {
      if (message.type !== 'readTimeline') return;
      const request = { operation: 'answer', status: 'done', attempts: 1, took: 143, effectId: 'e' } as const;
      stage.server.say({
        type: 'timeline',
        id: message.id,
        callId: message.callId,
        entries: [
          { at: Date.now(), step: 'callArrived', queue: 'Reception' },
          { at: Date.now(), step: 'request', request },
          { at: Date.now(), step: 'operatorJoined', operator: me.name },
        ],
      });
    };
    await openWith(talking());
    await press('F4');
    await press('t');
    const dialog = stage.page.getByRole('dialog', { name: 'Timeline of Mrs J. Smith' });
    await dialog.getByText('Eva Bergström talks to the caller').waitFor();
    await dialog.getByText(/^Microsoft was asked to answer the call/).waitFor();
    await stage.picture('timeline');
    await dialog.getByRole('checkbox').uncheck();
    await dialog.getByText(/^Microsoft was asked/).waitFor({ state: 'detached' });
    await press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('the own status is changed with Shift+F2', async () => {
    stage.server.onCommand = (message) => {
      if ('id' in message) stage.server.answer(message.id);
    };
    await openWith();
    await press('Shift+F2');
    await button('Lunch').waitFor();
    await button('Lunch').click();
    await expect.poll(lastCommand).toMatchObject({ type: 'setStatus', status: 'break', reason: 'Lunch' });
    const own = { operatorId: me.operatorId, name: me.name, since: Date.now(), followsPresence: false };
    stage.server.say({
      type: 'operator',
      seq: 500,
      operator: { ...own, status: 'available', wrapUpUntil: Date.now() + 60_000 },
    });
    await stage.page.getByText(/^Wrap-up [01]:\d\d/).waitFor();
    await stage.picture('wrap-up');
    await button('Ready now').click();
    await expect.poll(lastCommand).toMatchObject({ type: 'setStatus', status: 'available' });
  });

  it('queues and colleagues are in sight, and an emergency takes two presses', async () => {
    await openWith();
    await button('All queues open Ctrl+Shift+F9').waitFor();
    // Whoever leaves it is where they were, where Enter takes the next call.
    const focused = () =>
      stage.page.evaluate(
        () => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName,
      );
    for (const place of ['BODY', 'combobox']) {
      if (place === 'combobox') await stage.page.getByRole('combobox').focus();
      await press('Control+Shift+F9');
      await stage.page.getByText('Break: Lunch').waitFor();
      await press('Escape');
      await expect.poll(focused).toBe(place);
    }
    await button('All queues open Ctrl+Shift+F9').click();
    await stage.page.getByText('Break: Lunch').waitFor();
    await press('Escape');
    await expect.poll(focused).toBe('BUTTON');
    await press('Enter');
    await stage.page.getByText('Break: Lunch').waitFor();
    const [reception] = me.queues;
    if (reception === undefined) throw new Error('the sample office has no queue');
    await button('Emergency …').first().click();
    await button(/Start emergency\? \([123] s\)/).waitFor();
    expect(stage.commands()).toEqual([]);
    await button(/Start emergency\?/).click();
    await expect
      .poll(lastCommand)
      .toMatchObject({ type: 'switchQueue', queueId: 'queue-main', emergency: true });
    stage.server.say({
      type: 'queue',
      seq: 501,
      queue: { ...reception, state: 'emergency', why: 'emergency' },
    });
    await button('End emergency').waitFor();
    await button('Night').nth(1).click();
    await expect
      .poll(lastCommand)
      .toMatchObject({ type: 'switchQueue', queueId: 'queue-patients', mode: 'night' });
    await press('Escape');
    await button(/Reception: emergency/).click();
    await button('End emergency').waitFor();
    await stage.picture('queues');
  });

  it('a call back is taken on and done', async () => {
    const callBack = {
      callBackId: 'cb',
      callId: 'call-9',
      queueId: 'queue-main',
      number: '+1 555 0166',
      dial: '+15550166',
      why: 'promised' as const,
      calls: 1,
      tries: 0,
      promisedAt: Date.now() - 60_000,
      state: 'open',
    } as const;
    stage.server.callBacks.push(callBack);
    await openWith();
    await button('Take on').click();
    await expect.poll(lastCommand).toMatchObject({ type: 'callBack', callBackId: 'cb', to: 'taken' });
    const by = { operatorId: me.operatorId, name: me.name };
    stage.server.say({ type: 'callBack', seq: 600, callBack: { ...callBack, state: 'taken', by } });
    await stage.page.getByText('Eva Bergström calls back').waitFor();
    await button('Done').click();
    await expect.poll(lastCommand).toMatchObject({ type: 'callBack', to: 'done' });
    stage.server.say({ type: 'callBack', seq: 601, callBack: { ...callBack, state: 'done', by } });
    await stage.page.getByText('+1 555 0166').first().waitFor({ state: 'detached' });
  });

  it('the history is read, searched and saved by keys alone', async () => {
    const now = Date.now();
    const call = (minutes: number, name: string, outcome: PastCallView['outcome']): PastCallView => ({
      callId: `past-${minutes}`,
      queueId: 'queue-main',
      queue: 'Reception',
      caller: { name, number: '+1 555 0166' },
      dial: '+15550166',
      arrivedAt: now - minutes * 60_000,
      endedAt: now - minutes * 60_000 + 9_000,
      outcome,
      ended: 'callerHungUp',
      cameBack: false,
      takenBy: outcome === 'lost' ? [] : ['Ben Adeyemi'],
    });
    stage.server.pastCalls.push(call(5, 'Wingtip Toys', 'lost'), call(9, 'Fabrikam', 'answered'));
    await openWith();
    await press('Control+Shift+F8');
    const rows = stage.page.getByRole('listbox', { name: 'Calls, newest first' });
    const chosen = (name: RegExp) => rows.getByRole('option', { selected: true, name }).waitFor();
    await chosen(/^Wingtip Toys, .*, Reception, Lost: the caller/);
    await stage.page.getByText('2 calls found').first().waitFor();
    await stage.expectNothingWrong();
    await stage.picture('history');
    await expect.poll(() => rows.evaluate((list) => list === document.activeElement)).toBe(true);
    await press('ArrowDown');
    await chosen(/^Fabrikam, .*Taken by Ben Adeyemi/);
    await stage.page.getByRole('heading', { name: 'Called once before' }).waitFor();
    await press('t');
    await expect.poll(lastCommand).toMatchObject({ type: 'readTimeline', callId: 'past-9' });
    const timeline = stage.page.getByRole('dialog', { name: 'Timeline of Fabrikam' });
    // It is seen before it has the focus, and Escape is about what has that.
    await expect
      .poll(() => timeline.evaluate((dialog) => dialog.contains(document.activeElement)))
      .toBe(true);
    await press('Escape');
    await timeline.waitFor({ state: 'detached' });
    await stage.page.getByLabel('Name or number').fill('Wingtip');
    await expect.poll(() => rows.getByRole('option').count()).toBe(1);
    const download = stage.page.waitForEvent('download');
    await button('Save as a file').press('Enter');
    expect((await download).suggestedFilename()).toBe('calls.csv');
    await stage.page.getByText('Saved: 2 calls').first().waitFor();
    await press('Escape');
    await rows.waitFor({ state: 'detached' });
  });
});
