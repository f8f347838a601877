import type { CallState } from '@switchboard/domain/call/call-state';
import { callId, personId } from '@switchboard/domain/ids';
import { expect, test } from 'vitest';
import { Occupants } from './occupants.ts';

const olga = personId('0a000000-0000-4000-8000-000000000001');

/** States in which the operator is a participant of the call. */
const inside: ReadonlySet<CallState['name']> = new Set(['connected', 'held']);
const call = (id: string, name: CallState['name']): CallState => {
  const participant = inside.has(name) ? { operatorParticipantId: 'here' } : {};
  return { callId: callId(id), name, operatorId: olga, ...participant } as never;
};

test('an operator is busy for as long as any call occupies them, and turns only at the ends', () => {
  const occupants = new Occupants();
  occupants.see(call('one', 'connecting'));
  expect(occupants.isBusy(olga)).toBe(true);
  expect([...occupants.takeTurned()]).toEqual([olga]);
  occupants.see(call('one', 'connected'));
  occupants.see(call('two', 'connected'));
  occupants.see(call('one', 'held'));
  expect(occupants.isBusy(olga)).toBe(true);
  expect([...occupants.takeTurned()]).toEqual([]);
  occupants.see(call('two', 'ended'));
  expect(occupants.isBusy(olga)).toBe(false);
  expect([...occupants.takeTurned()]).toEqual([olga]);
});

test('who becomes busy and free again in one go has not turned', () => {
  const occupants = new Occupants();
  occupants.see(call('one', 'connecting'));
  occupants.see(call('one', 'waiting'));
  expect([...occupants.takeTurned()]).toEqual([]);
});
