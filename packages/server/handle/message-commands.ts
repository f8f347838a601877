import {
  longestSubject,
  type MessageCommandMessage,
  type SendMessage,
} from '@switchboard/contract/commands/message-command';
import type { RefusalView } from '@switchboard/contract/errors/refusal';
import type { FeedMessage } from '@switchboard/contract/feed/feed-message';
import type { MessageWaysRead } from '@switchboard/contract/feed/messages-changed';
import type { WayState } from '@switchboard/contract/views/message-view';
import { supportedLanguage } from '@switchboard/contract/words/message-words';
import type { Person } from '@switchboard/domain/directory/person';
import { type CallId, callId, personId } from '@switchboard/domain/ids';
import { afterWish } from '@switchboard/domain/message/decide-message';
import type { MessageWay } from '@switchboard/domain/message/message';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Clock } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import { changeMessage, keepMessage } from '@switchboard/store/messages/messages';
import { readPeople } from '@switchboard/store/people/read-people';
import { readCallHistory } from '@switchboard/store/reads/timeline';
import { findTenant } from '@switchboard/store/tenants/tenants';
import { maySeeHistory } from '../policies/call-rights.ts';
import { hasAddress, mayChat } from '../policies/message-rights.ts';
import type { MessageCarriers } from './message-carrier.ts';
import { templatesOf } from './message-templates.ts';

export interface MessageCommandsParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly carriers: MessageCarriers;
  /** The zone that a colleague works in, where Microsoft says it to this operator in time. */
  readonly zoneOf: (operator: Operator, person: Person, ownZone: string) => Promise<string | undefined>;
  /** A message is waiting to be sent. */
  readonly onWaiting: () => void;
}

type Answer = Promise<Result<FeedMessage | 'taken', RefusalView>>;
type Asked<Type> = Extract<MessageCommandMessage, { type: Type }>;

/** Messages to colleagues, in the name of the operator who asks and by their rights. */
export interface MessageCommands {
  command(operator: Operator, message: MessageCommandMessage): Answer;
}

/** Unsettled ones of one operator. Somebody with more of them has a trouble that more messages do not mend. */
const mostOpen = 40;

export function createMessageCommands(parts: MessageCommandsParts): MessageCommands {
  return {
    async command(operator, message) {
      switch (message.type) {
        case 'readMessageWays':
          return readWays(parts, operator, message);
        case 'sendMessage':
          return send(parts, operator, message);
        case 'wishMessage':
          return wish(parts, operator, message);
      }
    },
  };
}

/** Whoever is there to write to, as this operator sees them. */
async function findRecipient(
  { store }: MessageCommandsParts,
  { tenantId, operatorId }: Operator,
  id: string,
): Promise<Person | undefined> {
  const [seen] = await readPeople(store, tenantId, operatorId, [personId(id)]);
  return seen === undefined || seen.goneAt !== undefined ? undefined : seen.person;
}

/** What keeps a way from leading to somebody, whatever Microsoft says; undefined: nothing. */
function obstacle(operator: Operator, person: Person, way: MessageWay): WayState | undefined {
  if (way === 'mail') return hasAddress(person) ? undefined : 'noAddress';
  if (person.personId === operator.operatorId) return 'yourself';
  return mayChat(person) ? undefined : 'notInTeams';
}

async function readWays(
  parts: MessageCommandsParts,
  operator: Operator,
  { id, personId: wanted, timeZone: ownZone }: Asked<'readMessageWays'>,
): Promise<Result<MessageWaysRead, RefusalView>> {
  const { store, carriers, zoneOf } = parts;
  const { tenantId, operatorId } = operator;
  const person = await findRecipient(parts, operator, wanted);
  if (person === undefined) return refused({ code: 'personUnknown' });
  const stateOf = async (way: MessageWay): Promise<WayState> =>
    obstacle(operator, person, way) ?? (await carriers[way].mayUse(tenantId, operatorId));
  const [mail, chat, timeZone, tenant, templates] = await Promise.all([
    stateOf('mail'),
    stateOf('chat'),
    zoneOf(operator, person, ownZone),
    findTenant(store, tenantId),
    templatesOf(store, tenantId),
  ]);
  const language = supportedLanguage(person.language) ?? supportedLanguage(tenant?.language);
  return ok({
    type: 'messageWays',
    id,
    personId: person.personId,
    name: person.name,
    mail,
    chat,
    ...(person.mail === undefined ? {} : { address: person.mail }),
    ...(language === undefined ? {} : { language }),
    ...(timeZone === undefined ? {} : { timeZone }),
    templates: templates.map(({ isShipped: _shipped, ...template }) => template),
  });
}

async function send(parts: MessageCommandsParts, operator: Operator, asked: SendMessage): Answer {
  const { tenantId, operatorId } = operator;
  const { way, messageId, subject, text, language, isUrgent, written, insteadOf } = asked;
  const body = text.trim();
  if (body === '') return refused({ code: 'malformed', field: 'text', remedy: 'write something' });
  if (way === 'mail' && subject.trim() === '') {
    const remedy = `write a subject of at most ${longestSubject} characters`;
    return refused({ code: 'malformed', field: 'subject', remedy });
  }
  const person = await findRecipient(parts, operator, asked.personId);
  if (person === undefined) return refused({ code: 'personUnknown' });
  if (obstacle(operator, person, way) !== undefined) return refused({ code: 'noWay', field: way });
  const now = parts.clock.now();
  const about = await callOf(parts, operator, asked.callId);
  const message = {
    ...{ messageId, operatorId, way, language, body, isUrgent },
    personId: person.personId,
    recipientName: person.name,
    ...(way === 'mail' && person.mail !== undefined ? { address: person.mail } : {}),
    ...(about === undefined ? {} : { callId: about }),
    subject: way === 'mail' ? subject.trim() : '',
    ...(written === undefined ? {} : { written }),
    askedAt: now,
  };
  const keeping = { most: mostOpen, now, ...(insteadOf === undefined ? {} : { insteadOf }) };
  const kept = await keepMessage(parts.store, tenantId, message, keeping);
  if (kept === 'gone') return refused({ code: 'notSignedIn' });
  if (kept === 'full') return refused({ code: 'tooManyKept', field: 'messages' });
  parts.onWaiting();
  return ok('taken');
}

/** The call that a message is about, if this operator may read of it. One of long ago is gone, and the text stands alone. */
async function callOf(
  { store }: MessageCommandsParts,
  operator: Operator,
  asked: string | undefined,
): Promise<CallId | undefined> {
  if (asked === undefined) return undefined;
  const history = await readCallHistory(store, operator.tenantId, callId(asked));
  return history !== undefined && maySeeHistory(operator, history.call) ? callId(asked) : undefined;
}

async function wish(
  { store, clock, onWaiting }: MessageCommandsParts,
  { tenantId, operatorId }: Operator,
  { messageId, wish: wished }: Asked<'wishMessage'>,
): Answer {
  const now = clock.now();
  const key = { tenantId, operatorId, messageId };
  const changed = await changeMessage(store, key, ({ state }) => afterWish(state.name, wished, now), now);
  if (changed === undefined) return refused({ code: 'messageGone' });
  if (changed === 'notNow') return refused({ code: 'notNow' });
  if (wished !== 'withdraw') onWaiting();
  return ok('taken');
}
