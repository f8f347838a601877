import type { MessageView } from '@switchboard/contract/views/message-view';
import type { MessageLetter } from '../letter-map.ts';

/** What an operator can do with a message of theirs, in the order of its buttons. */
export type MessageStep = MessageLetter;

export const messageSteps = ({ can, written, text }: MessageView): readonly MessageStep[] => [
  ...can.filter((wish) => wish !== 'withdraw'),
  ...(written === undefined ? [] : ['writeAgain' as const]),
  ...can.filter((wish) => wish === 'withdraw'),
  ...(text === undefined ? [] : ['readText' as const]),
];
