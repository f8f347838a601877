import type { MessageFailure, MessageView, WayState } from '@switchboard/contract/views/message-view';
import type { MessageStep } from '../state/messages/message-steps.ts';
import { ago } from './english-words.ts';

const closedWays: Readonly<Record<Exclude<WayState, 'open'>, string>> = {
  noRight: 'Your organisation has not allowed it. Ask your administrator.',
  signIn: 'Sign out and in again to use it.',
  noAddress: 'No mail address is known of them.',
  notInTeams: 'They have no Teams account here.',
  yourself: 'Nobody chats with themselves.',
  unavailable: 'Microsoft does not answer just now: it is tried when you send.',
};

const failures: Readonly<Record<MessageFailure, string>> = {
  noRight: 'your rights at Microsoft do not allow it',
  signIn: 'sign out and in again, then try again',
  noMailbox: 'your account has no mailbox, or no Teams',
  recipientUnknown: 'Microsoft does not know the recipient',
  refused: 'Microsoft did not take it',
  unavailable: 'Microsoft could not be reached for half an hour',
};

const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });

/** Messages to colleagues. */
export const messages = {
  message: 'Message',
  messageHint: 'Write by mail or in Teams',
  aboutCall: 'Write a message about this call',
  title: (name: string): string => `Message to ${name}`,
  close: 'Close; what you typed is kept',
  reading: 'Looking how they can be reached …',
  readFailed: 'How they can be reached is not known just now.',
  again: 'Ask again',
  way: 'Send as',
  ways: { mail: 'Mail', chat: 'Teams chat' },
  closed: (state: WayState): string | undefined => (state === 'open' ? undefined : closedWays[state]),
  noWayOpen: 'Neither mail nor Teams leads to them now: the reasons stand above.',
  about: 'About',
  noCall: 'No call',
  callOf: (caller: string | undefined, at: number): string =>
    `${caller ?? 'Unknown caller'}, ${time.format(at)}`,
  template: 'Template',
  language: 'Language',
  said: 'What was said',
  saidHint: 'Goes into the message as you type it',
  notes: 'The caller',
  note: { callBack: 'asks to be called back', callsAgain: 'will call again', urgent: 'says it is urgent' },
  preview: 'As it will be sent',
  to: 'To',
  subject: 'Subject',
  send: 'Send',
  sending: 'Sending …',
  draft: 'This is what you typed earlier and did not send.',
  discard: 'Start afresh',
  nothingSaid: 'Write what was said first.',
  tooLong: (over: number): string => `${over} characters too many.`,
  notTaken: 'Not sent yet: nobody knows whether the server has it. What you typed is kept; send it again.',
  chooseFirst: 'Choose the colleague first: type a name, then write',
  given: (name: string): string => `Message to ${name}: on its way`,
  sentTo: (name: string): string => `Message to ${name} sent`,
  failedTo: (name: string, why: MessageFailure): string =>
    `The message to ${name} was not sent: ${failures[why]}.`,
  doubtfulTo: (name: string): string =>
    `Nobody knows whether the message to ${name} was sent: Microsoft’s answer was lost.`,
  list: 'Messages',
  listHint: (open: number, sent: number, away: number): string =>
    open > 0
      ? `${open} not sent`
      : [...(sent > 0 ? [`${sent} sent`] : []), ...(away > 0 ? [`${away} put away`] : [])].join(', '),
  by: { mail: 'by mail', chat: 'in Teams' },
  state: ({ state, why, tries }: Pick<MessageView, 'state' | 'why' | 'tries'>): string => {
    switch (state) {
      case 'waiting':
        return tries === 0
          ? 'Waiting to be sent'
          : 'Waiting: Microsoft asked for patience; it is tried again';
      case 'sending':
        return 'On its way';
      case 'sent':
        return 'Sent';
      case 'failed':
        return `Not sent: ${why === undefined ? 'nobody knows why' : failures[why]}`;
      case 'doubtful':
        return 'Perhaps sent: Microsoft’s answer was lost. Look among the messages that you sent';
      case 'withdrawn':
        return 'Put away: nothing more is done with it';
    }
  },
  since: (milliseconds: number): string => ago(milliseconds),
  steps: {
    tryAgain: 'Try again',
    sendAgain: 'Send again',
    withdraw: 'Do not send',
    writeAgain: 'Open again',
    readText: 'Show the text',
  },
  stepHints: {
    tryAgain: undefined,
    sendAgain: 'It may come twice',
    writeAgain: 'Opens it as you wrote it, to be sent as a new message',
    withdraw: undefined,
    readText: undefined,
  } as Readonly<Record<MessageStep, string | undefined>>,
  letBe: 'Leave it',
  openedAgain: (name: string, hasDraft: boolean): string =>
    `The message to ${name} is open again, as you wrote it${hasDraft ? '. What you are writing to them besides is kept' : ''}`,
  newInstead: {
    failed: 'You wrote this earlier, and it was not sent. Sending it puts the old one away.',
    doubtful: 'You wrote this earlier, and it was perhaps sent: it may come twice.',
    withdrawn: 'You wrote this earlier, and put it away.',
    sent: 'You wrote this earlier, and it has been sent after all. Sending it makes another one.',
  },
  discardAgain: 'As it was',
  putAway: (name: string): string => `Message to ${name}: put away`,
};
