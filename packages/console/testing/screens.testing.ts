import { settingsTabs } from '../state/settings-place.ts';
import { messages } from './message-screens.testing.ts';
import { me, talkingCall, waitingCall } from './sample-office.testing.ts';
import { type ConsoleScreen, dialog, findJan } from './walk.testing.ts';

const jan = { name: 'Jan de Vries', personId: 'person-1' };
const janneke = { name: 'Janneke Vries', personId: 'person-2' };

/** The first call as it is when the walk begins. */
export const firstCall = (now: number) =>
  talkingCall(now, {
    state: 'held',
    hold: 'on',
    since: now - 7_000,
    arrivedAt: now - 96_000,
    recall: { target: janneke, why: 'noAnswer' },
  });

const callState = (
  name: string,
  differences: Parameters<typeof talkingCall>[1],
  words: string | RegExp,
): ConsoleScreen => ({
  name,
  part: '#pane-calls',
  show: async ({ stage, says }) => {
    stage.server.put(talkingCall(Date.now(), differences));
    await says(words);
  },
  leave: ({ stage }) => Promise.resolve(stage.server.put(firstCall(Date.now()))),
});

const calls: readonly ConsoleScreen[] = [
  { name: 'desk', show: ({ says }) => says('Came back: Janneke Vries did not answer') },
  {
    name: 'ways-on',
    show: async ({ press, says }) => {
      await press('F4');
      await says('Wait for them');
    },
  },
  callState('talking', {}, 'Talking'),
  callState('teams-rings', { state: 'connecting', can: ['hangUp'] }, 'Your Teams rings: pick up'),
  callState('ringing', { state: 'transferring', target: jan, can: ['takeBack'] }, /^Ringing Jan de Vries/),
  callState(
    'consult',
    {
      ...{ state: 'consulting', target: jan, consult: { phase: 'talking', held: 'caller' } },
      can: ['complete', 'merge', 'swap', 'back', 'hangUp'],
    },
    'Talking to Jan de Vries',
  ),
  callState(
    'together',
    {
      ...{ state: 'merged', guests: [{ participantId: 'p1', party: jan, isRinging: false }] },
      can: ['add', 'drop', 'leave', 'hangUp'],
    },
    '3 talk together',
  ),
  {
    name: 'offered',
    part: '#pane-calls',
    show: async ({ stage, says }) => {
      const offer = { until: Date.now() + 600_000 };
      stage.server.put(
        waitingCall(Date.now(), { callId: 'offered', offer, vip: true, can: ['accept', 'decline'] }),
      );
      await says('Offered to you');
    },
    leave: ({ stage }) =>
      Promise.resolve(
        stage.server.put(waitingCall(Date.now(), { callId: 'offered', state: 'ended', can: [] })),
      ),
  },
  {
    name: 'keypad',
    part: dialog,
    show: async (walk) => {
      walk.stage.server.put(talkingCall(Date.now()));
      await walk.says('Talking');
      await walk.press('F4', 'k');
      await walk.stage.page.getByRole('dialog', { name: 'Keypad' }).waitFor();
    },
    leave: ({ stage }) => Promise.resolve(stage.server.put(firstCall(Date.now()))),
  },
  {
    name: 'timeline',
    part: dialog,
    show: async ({ press, says }) => {
      await press('F4', 't');
      await says('Eva Bergström talks to the caller');
    },
  },
];

const people: readonly ConsoleScreen[] = [
  {
    name: 'favourites',
    show: async ({ says, press }) => {
      await says('On call');
      await press('ArrowDown');
    },
  },
  {
    name: 'found',
    show: async ({ type, stage }) => {
      await type('ta');
      await stage.page.getByRole('option', { name: /^Tailspin Taxi/ }).waitFor();
    },
  },
  { name: 'person', part: '#pane-details', show: findJan },
  {
    name: 'person-away',
    part: '#pane-details',
    show: async ({ type, says }) => {
      await type('janusz');
      await says(/^I am at the fair/);
    },
  },
  {
    name: 'nobody-found',
    part: '#pane-people',
    show: async ({ type, says }) => {
      await type('xyzzy');
      await says('Nobody found for xyzzy');
    },
  },
  {
    name: 'filters',
    show: async ({ press, stage }) => {
      await press('Shift+F4');
      await stage.page.getByRole('option', { name: /^Cardiology/ }).waitFor();
    },
  },
  {
    name: 'filtered',
    part: '#pane-people',
    show: async ({ press, type, stage }) => {
      await press('Shift+F4');
      await stage.page.getByRole('option', { name: /^Cardiology/ }).waitFor();
      await type('cardio');
      await press('Enter', 'Escape');
      await stage.page.getByRole('button', { name: 'Remove the filter Cardiology' }).waitFor();
    },
    leave: ({ press }) => press('Escape', 'Escape'),
  },
  {
    name: 'favourite-menu',
    part: '[role="menu"]',
    show: async (walk) => {
      await findJan(walk);
      await walk.press('g');
      await walk.stage.page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'group',
    part: dialog,
    show: async (walk) => {
      await findJan(walk);
      await walk.press('g');
      await walk.stage.page.getByRole('menuitem', { name: /New group/ }).click();
      await walk.stage.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'about-somebody',
    part: dialog,
    show: async (walk) => {
      await findJan(walk);
      await walk.press('e');
      await walk.stage.page.getByRole('dialog', { name: 'About Jan de Vries' }).waitFor();
    },
  },
  {
    name: 'contacts',
    part: dialog,
    show: async ({ press, says }) => {
      await press('Control+F9');
      await says('People outside the directory');
    },
  },
  {
    name: 'contacts-problems',
    part: dialog,
    show: async ({ press, says, stage }) => {
      const problems = [{ row: 3, field: 'phone', remedy: 'Type the number with its country code.' }];
      stage.server.onContacts = () => ({ added: 0, changed: 0, unchanged: 0, problems });
      await press('Control+F9');
      await says('People outside the directory');
      const buffer = Buffer.from('name,phone\nwrong,x\n');
      const file = { name: 'contacts.csv', mimeType: 'text/csv', buffer };
      await stage.page.locator('input[type="file"]').setInputFiles(file);
      await says('Type the number with its country code.');
    },
  },
  {
    name: 'contact-form',
    part: dialog,
    show: async ({ press, says, click }) => {
      await press('Control+F9');
      await says('People outside the directory');
      await click('Add a contact');
      await says('A new shared contact');
    },
  },
];

const desk: readonly ConsoleScreen[] = [
  {
    name: 'status',
    part: '.fui-PopoverSurface',
    show: async ({ press, stage }) => {
      await press('Shift+F2');
      await stage.page.getByRole('button', { name: 'Lunch' }).waitFor();
    },
  },
  {
    name: 'queues',
    part: '.fui-PopoverSurface',
    show: async ({ click, says }) => {
      await click(/All queues open/);
      await says('Break: Lunch');
    },
  },
  {
    name: 'panes',
    part: '.fui-PopoverSurface',
    show: async ({ press, stage }) => {
      await press('Control+F8');
      await stage.page.getByRole('button', { name: 'Hide People 2' }).waitFor();
    },
  },
  {
    name: 'pane-hidden',
    show: async ({ press, stage }) => {
      await press('Control+F8');
      await stage.page.getByRole('button', { name: 'Hide Details 3' }).waitFor();
      await press('3');
      await stage.page.getByRole('button', { name: 'Show Details' }).waitFor();
    },
    leave: ({ click }) => click('Show Details'),
  },
  {
    name: 'keys',
    part: dialog,
    show: async ({ click, stage }) => {
      await click('Keys');
      await stage.page.getByRole('dialog', { name: 'Keys' }).waitFor();
    },
  },
  {
    name: 'theme-menu',
    part: '[role="menu"]',
    show: async ({ click, stage }) => {
      await click('Theme');
      await stage.page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'account-menu',
    part: '.fui-MenuPopover',
    show: async ({ click, stage }) => {
      await click(new RegExp(me.name));
      await stage.page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'history',
    part: dialog,
    show: async ({ press, stage, says }) => {
      await press('Control+Shift+F8');
      await stage.page.getByRole('listbox', { name: 'Calls, newest first' }).waitFor();
      await says('Called once before');
    },
  },
  {
    name: 'history-none-fits',
    part: dialog,
    show: async ({ press, stage, says }) => {
      await press('Control+Shift+F8');
      await stage.page.getByLabel('Name or number').fill('xyzzy');
      await says('No call fits');
    },
  },
  {
    name: 'history-to-call-back',
    part: dialog,
    show: async ({ press, stage, says }) => {
      await press('Control+Shift+F8');
      await stage.page.getByRole('tab', { name: /^To call back/ }).click();
      await says(/^Lost, twice: the caller hung up/);
    },
  },
  {
    name: 'tour',
    part: dialog,
    show: async ({ click, stage }) => {
      // It steps aside for every call.
      stage.server.endCalls();
      await click(new RegExp(me.name));
      await stage.page.getByRole('menuitem', { name: /tour/i }).click();
      await stage.page.getByRole('dialog', { name: 'Tour' }).waitFor();
    },
  },
];

const settings: readonly ConsoleScreen[] = settingsTabs.map((tab) => ({
  name: `settings-${tab}`,
  part: dialog,
  show: async ({ press, stage }) => {
    await press('Control+,');
    const tabs = stage.page.getByRole('dialog', { name: 'Settings' }).getByRole('tab');
    await tabs.nth(settingsTabs.indexOf(tab)).click();
    await stage.page.getByRole('tabpanel').waitFor();
  },
}));

/** Every dialog, panel and tab of the main window, in the order in which they are visited. A new one is added here. */
export const screens: Readonly<Record<string, readonly ConsoleScreen[]>> = {
  calls,
  people,
  messages,
  settings,
  desk,
};
