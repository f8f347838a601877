import { expect, test } from 'vitest';
import { effectOf, participantOf, ringingCall, soundOf } from './ringing-call.testing.ts';

test('a call is transferred: the leg is on its way, then gone with 7015', async () => {
  const { simulator, control, contoso, actions, where, leg, perform, answer, jan, facts, heard } =
    await ringingCall();
  await answer();
  const transfer = { type: 'transfer', effectId: effectOf(2), leg, party: jan } as const;
  expect(await perform(transfer)).toEqual({ type: 'done' });
  expect(heard.legs.at(-1)).toMatchObject({ leg, state: 'transferring' });
  expect(await actions.settleDoubt(transfer, where, 'the reply was lost')).toEqual({ type: 'done' });
  control.answer(contoso.people.jan);
  await simulator.settled();
  expect(facts().at(-1)).toMatchObject({ type: 'legEnded', leg, outcome: { subcode: 7015 } });
  expect(await actions.settleDoubt(transfer, where, 'the reply was lost')).toEqual({ type: 'done' });
});

test('a transfer that nobody takes gives the call back, and says so as the end of the transfer', async () => {
  const { simulator, control, contoso, leg, perform, answer, jan, facts } = await ringingCall();
  await answer();
  await perform({ type: 'transfer', effectId: effectOf(2), leg, party: jan });
  control.decline(contoso.people.jan);
  await simulator.settled();
  expect(facts().slice(-2)).toEqual([
    { type: 'legEstablished', leg },
    {
      type: 'operationEnded',
      leg,
      operationId: 'transfer',
      completed: false,
      outcome: expect.objectContaining({ code: 500 }),
    },
  ]);
});

test('a transfer in doubt that was never executed is carried out once', async () => {
  const { simulator, control, contoso, actions, where, leg, answer, jan, facts } = await ringingCall();
  await answer();
  const transfer = { type: 'transfer', effectId: effectOf(2), leg, party: jan } as const;
  expect(await actions.settleDoubt(transfer, where, 'timed out')).toEqual({ type: 'done' });
  await simulator.settled();
  const view = control.person(contoso.people.jan);
  expect(view.ok && view.value.ringing).toHaveLength(1);
  control.answer(contoso.people.jan);
  await simulator.settled();
  expect(facts().at(-1)).toMatchObject({ type: 'legEnded', outcome: { subcode: 7015 } });
});

test('a call that has become one of several is not transferred any more', async () => {
  const { simulator, control, contoso, leg, perform, answer, eva, jan } = await ringingCall();
  await answer();
  const evas = participantOf(1);
  await perform({ type: 'invite', effectId: effectOf(2), leg, party: eva, participantId: evas });
  control.answer(contoso.people.eva);
  await simulator.settled();
  expect(await perform({ type: 'transfer', effectId: effectOf(3), leg, party: jan })).toMatchObject({
    type: 'refused',
    problem: 'conflict',
  });
});

test('a call is redirected before it is answered, and our leg is over when somebody takes it', async () => {
  const { simulator, control, contoso, actions, where, leg, perform, jan, facts, heard } =
    await ringingCall();
  const redirect = { type: 'redirect', effectId: effectOf(2), leg, party: jan, ringFor: 20_000 } as const;
  expect(await actions.settleDoubt(redirect, where, 'timed out')).toMatchObject({ type: 'retry' });
  expect(await perform(redirect)).toEqual({ type: 'done' });
  expect(heard.legs.at(-1)).toMatchObject({ state: 'redirecting' });
  expect(await actions.settleDoubt(redirect, where, 'the reply was lost')).toEqual({ type: 'done' });
  const observe = { type: 'observe', effectId: effectOf(3), leg } as const;
  expect(await perform(observe)).toMatchObject({ fact: { legState: 'other' } });
  control.answer(contoso.people.jan);
  await simulator.settled();
  expect(facts().at(-1)).toMatchObject({ type: 'legEnded', leg });
  expect(await actions.settleDoubt(redirect, where, 'the reply was lost')).toEqual({ type: 'done' });
});

test('prompts stop when a transfer begins, nothing is told of their end, and the next one plays', async () => {
  const { simulator, control, contoso, leg, perform, answer, jan, facts, line } = await ringingCall();
  await answer();
  const prompt = await soundOf(30);
  const play = (nth: number) => perform({ type: 'playPrompt', effectId: effectOf(nth), leg, prompt });
  await play(2);
  expect(line().hears).toEqual({ kind: 'prompt', uri: prompt.url });
  await perform({ type: 'transfer', effectId: effectOf(3), leg, party: jan });
  expect(line().hears).toEqual({ kind: 'ringing' });
  control.decline(contoso.people.jan);
  await control.advance(60_000);
  await simulator.settled();
  expect(line().hears).toEqual({ kind: 'silence' });
  expect(facts()).not.toContainEqual(expect.objectContaining({ effectId: effectOf(2) }));
  expect(await play(4)).toMatchObject({ type: 'done' });
  expect(line().hears).toEqual({ kind: 'prompt', uri: prompt.url });
});
