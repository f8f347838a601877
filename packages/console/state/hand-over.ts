import type { CallCommandMessage, TargetMessage } from '@switchboard/contract/commands/call-command';
import type { CallAction, CallView } from '@switchboard/contract/views/call-view';
import type { Choice } from './choices.ts';
import type { Unsent } from './command-desk.ts';
import type { Line } from './letter-map.ts';

/** How the caller is to be handed over: put through safely, asked first, or put through and left at once. */
export const manners = ['transfer', 'consult', 'leave'] as const;
export type Manner = (typeof manners)[number];

/** A command about a call, ready to be asked; or why this call, choice and manner do not go together. */
export type HandOver =
  | { readonly action: CallAction; readonly message: Unsent<CallCommandMessage> }
  | { readonly action: undefined; readonly why: 'notNow' | 'mailboxCannotTalk' | 'queueCannotTalk' };

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

function targetOf(choice: Exclude<Choice, { kind: 'queue' }>, line: Line): TargetMessage {
  if (choice.kind === 'number') return { kind: 'number', number: choice.number };
  const { personId } = choice.person;
  return line === 'phone' || line === 'mobile'
    ? { kind: 'person', personId, line }
    : { kind: 'person', personId };
}

/** The lines that a choice has and the call allows. */
export function linesOf(call: CallView | undefined, choice: Choice | undefined): readonly Line[] {
  if (choice?.kind !== 'person') return [];
  const { phone, mobile } = choice.person;
  return [
    'teams',
    ...(phone === undefined ? [] : (['phone'] as const)),
    ...(mobile === undefined ? [] : (['mobile'] as const)),
    ...(call?.can.includes('voicemail') === true ? (['voicemail'] as const) : []),
  ];
}
