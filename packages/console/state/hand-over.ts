import type { CallCommandMessage, TargetMessage } from '@switchboard/contract/commands/call-command';
import type { CallAction, CallView } from '@switchboard/contract/views/call-view';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { Choice } from './choices.ts';
import type { Unsent } from './command-desk.ts';
import { isNumberLine, type Line, lines } from './letter-map.ts';

/** How the caller is to be handed over: put through safely, asked first, or put through and left at once. */
export const manners = ['transfer', 'consult', 'leave'] as const;
export type Manner = (typeof manners)[number];

/** A command about a call, ready to be asked; or why this call, choice and manner do not go together. */
export type HandOver =
  | { readonly action: CallAction; readonly message: Unsent<CallCommandMessage> }
  | {
      readonly action: undefined;
      readonly why: 'notNow' | 'mailboxCannotTalk' | 'queueCannotTalk' | 'cannotBeRung';
    };

/** What a manner means for this call and this choice; a call in which several talk gets one more. */
export function handOver(call: CallView, choice: Choice, manner: Manner, line: Line): HandOver {
  const { callId } = call;
  const can = (action: CallAction): boolean => call.can.includes(action);
  if (choice.kind === 'queue') {
    if (manner === 'consult') return { action: undefined, why: 'queueCannotTalk' };
    if (manner === 'leave' || !can('moveToQueue')) return notNow;
    const to = { kind: 'queue', queueId: choice.queue.queueId } as const;
    return { action: 'moveToQueue', message: { type: 'transfer', callId, to } };
  }
  if (choice.kind === 'person' && !isReachable(choice.person, line)) return cannotBeRung;
  if (choice.kind === 'person' && line === 'voicemail') {
    if (manner === 'consult') return { action: undefined, why: 'mailboxCannotTalk' };
    const to = { kind: 'person', personId: choice.person.personId } as const;
    if (manner === 'leave' || !can('voicemail')) return notNow;
    return { action: 'voicemail', message: { type: 'transfer', callId, to, voicemail: true } };
  }
  const to = targetOf(choice, line);
  if (manner === 'consult' && can('consult'))
    return { action: 'consult', message: { type: 'consult', callId, to } };
  if (manner !== 'consult' && can('transfer')) {
    const leave = manner === 'leave' ? { leave: true } : {};
    return { action: 'transfer', message: { type: 'transfer', callId, to, ...leave } };
  }
  if (manner !== 'leave' && can('add')) return { action: 'add', message: { type: 'add', callId, to } };
  return notNow;
}

const notNow = { action: undefined, why: 'notNow' } as const;
const cannotBeRung = { action: undefined, why: 'cannotBeRung' } as const;

function targetOf(choice: Exclude<Choice, { kind: 'queue' }>, line: Line): TargetMessage {
  if (choice.kind === 'number') return { kind: 'number', number: choice.number };
  const { personId } = choice.person;
  return isNumberLine(line) ? { kind: 'person', personId, line } : { kind: 'person', personId };
}

/**
 * The lines that a choice has and the call allows, the one to ring first. Only the directory's people have Teams; of
 * somebody who is gone nothing can be rung.
 */
export function linesOf(call: CallView | undefined, choice: Choice | undefined): readonly Line[] {
  if (choice?.kind !== 'person' || !choice.person.can.includes('call')) return [];
  const canReachMailbox = call?.can.includes('voicemail') === true;
  return lines.filter(
    (line) => isReachable(choice.person, line) && (line !== 'voicemail' || canReachMailbox),
  );
}

function isReachable(person: PersonView, line: Line): boolean {
  if (isNumberLine(line)) return person.can.includes('call') && person[line] !== undefined;
  return isInTeams(person);
}

/** Whether somebody can be rung in Teams, waited for, and has a mailbox there. */
export const isInTeams = ({ source, can }: PersonView): boolean =>
  source === 'directory' && can.includes('call');
