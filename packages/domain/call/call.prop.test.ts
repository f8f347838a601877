import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyTurn, inputOf } from './any-input.testing.ts';
import { incomingCall, olga } from './call.testing.ts';
import type { CallState } from './call-state.ts';
import { type CallStory, isCommand } from './call-story.testing.ts';
import { nextDeadline } from './deadlines.ts';

/** Whoever waits for somebody hears something: music, hold music, or silence that is about to end. */
function hearsSomething(state: CallState): boolean {
  switch (state.name) {
    case 'greeting':
    case 'waiting':
    case 'connecting':
    case 'held':
    case 'transferring':
      return state.sound.kind !== 'none';
    case 'answering':
    case 'connected':
    case 'handedOver':
      return state.sound.kind === 'none';
    case 'ended':
      return true;
  }
}

/** Operators who were in the call once and are still in the newest roster, though another one has it. */
function formerOperatorsAllowedToStay(call: CallStory, formerIds: ReadonlySet<string>): readonly string[] {
  const { state, last } = call;
  if (state.name === 'ended' || last.events.every((event) => event.type !== 'rosterRead')) return [];
  const current = 'operatorParticipantId' in state ? state.operatorParticipantId : undefined;
  const target = state.name === 'handedOver' ? state.targetParticipantId : undefined;
  const shownOut = new Set(
    last.effects.map((effect) => ('participantId' in effect ? effect.participantId : '')),
  );
  return state.members
    .map((member) => member.participantId)
    .filter((id) => formerIds.has(id) && id !== current && id !== target && !shownOut.has(id))
    .filter((id) => id !== state.callerParticipantId)
    .filter((id) => !('invitation' in state && isInvited(state, id)));
}

const isInvited = (state: Extract<CallState, { name: 'connecting' | 'transferring' }>, id: string): boolean =>
  state.invitation.participantId === id ||
  state.members.some(
    (m) => m.participantId === id && JSON.stringify(m.party) === JSON.stringify(state.invitation.party),
  );

test('any order of facts and commands keeps the promises to the caller', () => {
  fc.assert(
    fc.property(fc.array(anyTurn, { maxLength: 40 }), fc.boolean(), (turns, isGreeted) => {
      const greeting = { url: 'https://contoso.example/hello.wav', resourceId: 'hello', milliseconds: 5_000 };
      const call = incomingCall(undefined, isGreeted ? { greeting } : {});
      const operators = new Set<string>();
      for (const choice of turns) {
        call.after(choice.wait);
        if (choice.bits === 255) call.withoutConsoleOf(olga);
        const before = call.state;
        const input = inputOf(call, choice);
        call.when(input);
        const { state, last, refusal } = call;

        if (refusal !== undefined) {
          expect(isCommand(input)).toBe(true);
          expect(state).toBe(before);
          continue;
        }
        // The state that was decided is the one that the events fold to.
        expect(state).toEqual(last.state);
        expect(last.nextDue).toEqual(nextDeadline(state));
        if (last.events.length === 0 && last.effects.length === 0)
          expect(last.ignored).toEqual(expect.any(String));

        // An ended call stays as it ended, with its reason, and asks nothing. A live one is looked at again.
        if (before.name === 'ended') {
          expect(state).toBe(before);
          expect(last.effects).toEqual([]);
        }
        if (state.name === 'ended') expect(state.reason).toEqual(expect.any(String));
        else expect(last.nextDue).toEqual(expect.any(Number));

        for (const effect of last.effects) expect(effect.leg).toBe(state.leg);
        expect(hearsSomething(state), `what the caller hears while ${state.name}`).toBe(true);
        if (state.sound.kind === 'silence')
          expect(state.sound.retryAt).toBeLessThanOrEqual(call.now + 10_000);

        if ('operatorParticipantId' in state && state.operatorParticipantId !== undefined)
          operators.add(state.operatorParticipantId);
        expect(formerOperatorsAllowedToStay(call, operators)).toEqual([]);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('a call that hears nothing but the clock asks on for as long as it lives', () => {
  fc.assert(
    fc.property(fc.array(anyTurn, { maxLength: 25 }), (turns) => {
      const call = incomingCall();
      for (const choice of turns) call.after(choice.wait).when(inputOf(call, choice));
      for (let hour = 0; call.state.name !== 'ended' && hour < 20; hour += 1) {
        const due = nextDeadline(call.state) ?? 0;
        call.after(Math.max(0, due - call.now)).when({ type: 'timePassed' });
        // What was due is done: the clock never stands still.
        const next = nextDeadline(call.state);
        if (next !== undefined) expect(next).toBeGreaterThan(call.now);
      }
    }),
    { numRuns: 500 },
  );
});
