import type { ConsoleMessage } from '@switchboard/contract/commands/console-message';
import type { MessageWaysRead } from '@switchboard/contract/feed/messages-changed';
import type { MessageView } from '@switchboard/contract/views/message-view';
import type { BrowserStage } from './browser-stage.testing.ts';
import { sampleMessage, sampleMessages, sampleWays } from './sample-messages.testing.ts';
import { type ConsoleScreen, dialog, findJan, type Walk } from './walk.testing.ts';

type Asked = Extract<ConsoleMessage, { type: 'readMessageWays' }>;

/** What the server says when it is asked how somebody can be written to. */
function answerWays({ server }: BrowserStage, answer: (asked: Asked) => void): void {
  const before = server.onCommand;
  server.onCommand = (message) => {
    if (message.type === 'readMessageWays') answer(message);
    else before(message);
  };
}

const openTo = (stage: BrowserStage, differences: Partial<MessageWaysRead> = {}): void =>
  answerWays(stage, (asked) => stage.server.say(sampleWays(asked, differences)));

const tell = ({ server }: BrowserStage, messages: readonly MessageView[]): void =>
  server.say({ type: 'messages', messages: [...messages] });

const writeToJan = async (walk: Walk): Promise<void> => {
  await findJan(walk);
  await walk.press('m');
  await walk.stage.page.getByRole('dialog', { name: 'Message to Jan de Vries' }).waitFor();
};

/** As far as the preview of what is sent. */
const writeOpenly = async (walk: Walk): Promise<void> => {
  await writeToJan(walk);
  await walk.stage.page.getByRole('region', { name: 'As it will be sent' }).waitFor();
};

/** The composer in one of its states. */
const composer = (name: string, show: ConsoleScreen['show']): ConsoleScreen => ({
  name,
  part: dialog,
  show,
  leave: ({ stage }) => Promise.resolve(tell(stage, [])),
});

/** A message of before, opened again from its row, with what became of it. */
const again = (state: 'failed' | 'doubtful' | 'withdrawn', words: RegExp): ConsoleScreen =>
  composer(`message-again-${state}`, async ({ stage, says, click }) => {
    openTo(stage);
    tell(stage, [sampleMessage('m-again', state)]);
    await says(/^Messages · /);
    if (state === 'withdrawn') await click(/^Messages · /);
    await click('Open again');
    await stage.page.getByRole('region', { name: 'As it will be sent' }).waitFor();
    await says(words);
  });

const section = (name: string, show: ConsoleScreen['show']): ConsoleScreen => ({
  name,
  part: '#pane-calls',
  show,
  leave: async ({ stage, press }) => {
    tell(stage, []);
    await press('Escape', 'Escape');
  },
});

/** Messages to colleagues: writing one, and what became of those that were written. */
export const messages: readonly ConsoleScreen[] = [
  composer('message-reading', async (walk) => {
    answerWays(walk.stage, () => {});
    await writeToJan(walk);
    await walk.says('Looking how they can be reached …');
  }),
  composer('message-ways-unknown', async (walk) => {
    const { stage } = walk;
    answerWays(stage, ({ id }) => stage.server.say({ type: 'answer', id, refusal: { code: 'unavailable' } }));
    await writeToJan(walk);
    await walk.says('How they can be reached is not known just now.');
  }),
  composer('message-no-way', async (walk) => {
    openTo(walk.stage, { mail: 'noRight', chat: 'signIn' });
    await writeOpenly(walk);
    await walk.press('Control+Enter');
    await walk.says(/^Neither mail nor Teams/);
  }),
  composer('message-nothing-said', async (walk) => {
    openTo(walk.stage);
    await writeOpenly(walk);
    await walk.stage.page.getByLabel('Template').selectOption({ label: 'A note' });
    await walk.press('Control+Enter');
    await walk.says('Write what was said first.');
  }),
  composer('message', async (walk) => {
    openTo(walk.stage);
    await writeOpenly(walk);
    await walk.type('About the lift on floor 3. ');
    await walk.stage.page.getByLabel('asks to be called back').check();
    await walk.stage.page.getByLabel('says it is urgent').check();
    await walk.says(/Dringend/);
  }),
  composer('message-draft-to-teams', async (walk) => {
    openTo(walk.stage, { mail: 'noAddress' });
    await writeOpenly(walk);
    await walk.says('This is what you typed earlier and did not send.');
    await walk.stage.page.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'Deutsch' });
    await walk.says(/Es ist dringend/);
  }),
  again('failed', /^You wrote this earlier, and it was not sent/),
  again('doubtful', /^You wrote this earlier, and it was perhaps sent/),
  again('withdrawn', /^You wrote this earlier, and put it away/),
  composer('message-again-sent-meanwhile', async ({ stage, says, click }) => {
    openTo(stage);
    tell(stage, [sampleMessage('m-again', 'doubtful')]);
    await click('Open again');
    await stage.page.getByRole('region', { name: 'As it will be sent' }).waitFor();
    tell(stage, [sampleMessage('m-again', 'sent')]);
    await says(/^You wrote this earlier, and it has been sent after all/);
  }),
  section('messages-folded', async ({ stage, says }) => {
    tell(stage, [sampleMessage('m-sent', 'sent'), sampleMessage('m-away', 'withdrawn')]);
    await says('Messages · 1 sent, 1 put away');
  }),
  section('messages-unsettled', async ({ stage, says }) => {
    tell(stage, sampleMessages());
    await says('Messages · 5 not sent');
    await says(/^Perhaps sent/);
  }),
  section('messages-all-with-letters', async ({ stage, says, click, press }) => {
    tell(stage, sampleMessages());
    await click(/^Messages · /);
    await says(/^Put away/);
    await press('F4');
    const row = stage.page.locator('[data-message-id="m-failed"]');
    await row.getByRole('button', { name: /^Show the text/ }).focus();
    await press('t');
    await row.getByText(/About the lift on floor 3/).waitFor();
  }),
  {
    name: 'message-not-sent-notice',
    show: async ({ stage, says }) => {
      tell(stage, [sampleMessage('m-late', 'sending')]);
      await says(/^On its way/);
      tell(stage, [sampleMessage('m-late', 'failed')]);
      await says(/^The message to Jan de Vries was not sent/);
    },
    leave: ({ stage }) => Promise.resolve(tell(stage, [])),
  },
];
