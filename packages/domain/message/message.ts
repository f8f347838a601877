import type { Instant } from '@switchboard/kit/clock';
import type { CallId, PersonId } from '../ids.ts';

/** How a message goes: as mail from the operator's mailbox, or as a chat message in Teams. */
export type MessageWay = 'mail' | 'chat';

/**
 * Why a message was not sent: `noRight` the operator's rights at Microsoft do not allow it; `signIn` they have to sign in
 * anew for it; `noMailbox` the operator has none, or no Teams; `recipientUnknown` Microsoft does not know whom it is for;
 * `refused` Microsoft does not take it; `unavailable` Microsoft could not be reached for too long.
 */
export type MessageFailure =
  | 'noRight'
  | 'signIn'
  | 'noMailbox'
  | 'recipientUnknown'
  | 'refused'
  | 'unavailable';

/**
 * Where a message is on its way.
 *
 * ```
 *   waiting ──▶ sending ──▶ sent
 *    ▲  ▲  │        │ ├───▶ failed ──(try again)──▶ waiting
 *    │  └──┼────────┘ │
 *    │     │          ▼
 *    │     │      doubtful ──(it is found)──▶ sent
 *    │     │          │
 *    └─────┼──────────┴─(send again, knowing that it may come twice)
 *          ▼
 *      withdrawn ◀── waiting, failed, doubtful
 * ```
 *
 * - `waiting` it is tried at `dueAt`; nothing of it has left, or what left was refused for now.
 * - `sending` the request is on its way. Whoever finds it so after its server has died cannot know what became of it.
 * - `sent` Microsoft has taken it.
 * - `failed` it did not go, and is not tried again by itself.
 * - `doubtful` it may have gone, since the answer was lost. It is looked for at `dueAt`; it is never sent again by itself.
 * - `withdrawn` the operator does not want it any more.
 */
export type MessageState =
  | { readonly name: 'waiting'; readonly dueAt: Instant }
  | { readonly name: 'sending'; readonly since: Instant }
  | { readonly name: 'sent'; readonly at: Instant }
  | { readonly name: 'failed'; readonly why: MessageFailure }
  | { readonly name: 'doubtful'; readonly since: Instant; readonly dueAt?: Instant }
  | { readonly name: 'withdrawn' };

/** What an operator may ask of a message. `sendAgain` of one in doubt: it may come twice, and they know. */
export type MessageWish = 'tryAgain' | 'sendAgain' | 'withdraw';

/** What an operator wrote to somebody. It is personal: nobody but this operator reads it here. */
export interface Message {
  /** The console's own: the same twice is one message. */
  readonly messageId: string;
  readonly operatorId: PersonId;
  readonly way: MessageWay;
  readonly personId: PersonId;
  readonly recipientName: string;
  /** Where a mail goes. */
  readonly address?: string;
  /** The call that it is about. */
  readonly callId?: CallId;
  /** Of the text: `nl`. */
  readonly language: string;
  /** Of a mail; '' for a chat. */
  readonly subject: string;
  /** Plain text, lines apart. */
  readonly body: string;
  readonly isUrgent: boolean;
  /** What the operator typed and chose, field by field, for their console to open it again. */
  readonly written?: Readonly<Record<string, string>>;
  readonly askedAt: Instant;
}
