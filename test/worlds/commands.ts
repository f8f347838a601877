import type { CallState } from '@switchboard/domain/call/call-state';
import type { CallCommand, Target } from '@switchboard/domain/call/command';
import { type PersonId, participantId, personId, queueId } from '@switchboard/domain/ids';
import { colleagues, operators, outsideNumber } from './cast.ts';

export const pick = <T>(list: readonly T[], index: number, otherwise: T): T =>
  list[index % list.length] ?? otherwise;

/** Mostly what makes sense in this state; every so often something that does not. */
export function commandFor(call: CallState, operatorId: PersonId, what: number, which: number): CallCommand {
  const target = targetOf(which);
  const person = { kind: 'person', id: pick(colleagues, which, personId('')) } as const;
  const participant = participantId(
    call.members[which % Math.max(1, call.members.length)]?.participantId ?? 'p',
  );
  const handling: readonly CallCommand[] = [
    { type: 'transfer', operatorId, target },
    { type: 'transfer', operatorId, target, leave: true },
    { type: 'consult', operatorId, target },
    { type: 'hold', operatorId },
    { type: 'resume', operatorId },
    { type: 'park', operatorId },
    { type: 'camp', operatorId, target: person },
    { type: 'add', operatorId, target },
    { type: 'moveToQueue', operatorId, queueId: queueId('service-desk') },
    { type: 'sendTones', operatorId, tones: ['1', '#'] },
    { type: 'hangUp', operatorId },
  ];
  const asking: readonly CallCommand[] = [
    { type: 'complete', operatorId },
    { type: 'merge', operatorId },
    { type: 'swap', operatorId },
    { type: 'back', operatorId },
    { type: 'leave', operatorId },
    { type: 'drop', operatorId, participantId: participant },
    { type: 'add', operatorId, target },
    { type: 'takeBack', operatorId },
  ];
  const waiting: readonly CallCommand[] = [
    { type: 'accept', operatorId },
    { type: 'decline', operatorId },
    { type: 'retrieve', operatorId },
    { type: 'takeOver', operatorId },
  ];
  if (what % 11 === 0)
    return pick([...handling, ...asking, ...waiting], which + what, { type: 'accept', operatorId });
  switch (call.name) {
    case 'held':
      if (which % 6 === 5) return { type: 'takeOver', operatorId: otherThan(operatorId) };
      return pick(handling, what, { type: 'resume', operatorId });
    case 'connected':
      return pick(handling, what, { type: 'hold', operatorId });
    case 'consulting':
    case 'merged':
    case 'transferring':
      return pick(asking, what, { type: 'takeBack', operatorId });
    case 'parked':
    case 'camped':
      return { type: 'retrieve', operatorId };
    default:
      return { type: 'accept', operatorId };
  }
}

const otherThan = (operatorId: PersonId): PersonId => operators.find((id) => id !== operatorId) ?? operatorId;

const targetOf = (which: number): Target =>
  which % 5 === 4
    ? { kind: 'number', number: outsideNumber }
    : { kind: 'person', id: pick(colleagues, which, personId('')) };
