import type { ConsoleMessage } from '@switchboard/contract/commands/console-message';
import type { MessageWaysRead } from '@switchboard/contract/feed/messages-changed';
import type { MessageView } from '@switchboard/contract/views/message-view';
import { shippedTemplates } from '@switchboard/contract/words/shipped-templates';

/** How Jan de Vries, a Dutchman, can be written to. */
export const sampleWays = (
  { id, personId }: Extract<ConsoleMessage, { type: 'readMessageWays' }>,
  differences: Partial<MessageWaysRead> = {},
): MessageWaysRead => ({
  ...{ type: 'messageWays', id, personId, name: 'Jan de Vries', mail: 'open', chat: 'open' },
  ...{ address: 'jan.devries@contoso.example', language: 'nl', timeZone: 'Europe/Amsterdam' },
  templates: [...shippedTemplates],
  ...differences,
});

const text = 'Mrs J. Smith (+1 555 0123) called, 29 November 2026 at 13:05 GMT.\nAbout the lift on floor 3.';
const written = { text: 'About the lift on floor 3.', callBack: 'yes' };

/** A message in a state, with what may be asked of it there. */
export const sampleMessage = (
  messageId: string,
  state: MessageView['state'],
  differences: Partial<MessageView> = {},
): MessageView => ({
  ...{ messageId, way: 'mail', personId: 'person-1', recipient: 'Jan de Vries', state, tries: 1 },
  since: Date.now() - 40_000,
  ...mayBe(state),
  ...differences,
});

function mayBe(state: MessageView['state']): Pick<MessageView, 'can' | 'text' | 'written' | 'why'> {
  switch (state) {
    case 'waiting':
      return { can: ['withdraw'] };
    case 'failed':
      return { can: ['tryAgain', 'withdraw'], why: 'noMailbox', text, written };
    case 'doubtful':
      return { can: ['sendAgain', 'withdraw'], text, written };
    case 'withdrawn':
      return { can: [], text, written };
    case 'sending':
    case 'sent':
      return { can: [] };
  }
}

/** One in each state. */
export const sampleMessages = (): readonly MessageView[] => [
  sampleMessage('m-failed', 'failed'),
  sampleMessage('m-doubtful', 'doubtful', { way: 'chat' }),
  sampleMessage('m-patient', 'waiting', { dueAt: Date.now() + 60_000, tries: 3 }),
  sampleMessage('m-waiting', 'waiting', { tries: 0 }),
  sampleMessage('m-sending', 'sending'),
  sampleMessage('m-sent', 'sent', { recipient: 'Janneke Vries', way: 'chat' }),
  sampleMessage('m-away', 'withdrawn'),
];
