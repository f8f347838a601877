import { must } from '@switchboard/kit/assert';
import { ManualClock } from '@switchboard/kit/clock';
import { expect, test } from 'vitest';
import type { RingOutcome } from './bells.ts';
import { contoso } from './contoso.ts';
import type { Conversation, Member } from './conversation.ts';
import { World } from './world.ts';

const { eva, jan } = contoso.people;

function createWorld(): { world: World; clock: ManualClock } {
  const clock = new ManualClock(0);
  let count = 0;
  return { clock, world: new World({ clock, newId: () => `id-${++count}`, seed: 1, people: 50 }) };
}

/** A caller and an application in a group. */
function grouped(): {
  world: World;
  clock: ManualClock;
  conversation: Conversation;
  caller: Member;
  lineId: string;
} {
  const { world, clock } = createWorld();
  const line = world.lines.dial('+442079460999', contoso.queues.reception.number, null);
  const conversation = must([...world.exchange.conversations.values()][0], 'the conversation');
  world.exchange.join(conversation, { kind: 'application', id: 'app', hidden: true }, 'bot');
  world.exchange.set(conversation, { kind: 'group' });
  const caller = must(world.exchange.where(`outside:${line.ok ? line.value.id : ''}`), 'the caller').member;
  return { world, clock, conversation, caller, lineId: line.ok ? line.value.id : '' };
}

const ring = (world: World, conversation: Conversation, id: string): RingOutcome[] => {
  const outcomes: RingOutcome[] = [];
  world.bells.ring({
    conversation,
    target: { kind: 'person', id },
    from: 'a test',
    onEnd: (outcome) => outcomes.push(outcome),
  });
  return outcomes;
};

test('somebody who answers talks with the caller, and the presence of both ends of it follows', () => {
  const { world, conversation } = grouped();
  const outcomes = ring(world, conversation, eva);
  world.bells.answer(must(world.bells.forPerson(eva)[0], 'the ring').id);
  expect(outcomes).toMatchObject([{ kind: 'answered' }]);
  expect(world.presence.of(eva)).toMatchObject({ availability: 'Busy', activity: 'InACall' });
  world.exchange.end(conversation);
  expect(world.presence.of(eva)).toMatchObject({ availability: 'Available' });
});

test('a client keeps ringing for the unanswered time of its person', () => {
  const { world, clock, conversation } = grouped();
  world.clients.change(jan, { unanswered: { afterSeconds: 7, then: 'nothing' } });
  const outcomes = ring(world, conversation, jan);
  clock.advance(6_999);
  expect(outcomes).toEqual([]);
  clock.advance(1);
  expect(outcomes).toEqual([{ kind: 'noAnswer' }]);
});

test('somebody who talks does not answer a second call by themselves', () => {
  const { world, clock, conversation } = grouped();
  world.clients.change(jan, { behaviour: { kind: 'answer', afterSeconds: 1 } });
  ring(world, conversation, jan);
  clock.advance(1_000);
  const second = world.exchange.open('group');
  world.exchange.join(second, { kind: 'application', id: 'app', hidden: true });
  const outcomes = ring(world, second, jan);
  clock.advance(20_000);
  expect(outcomes).toEqual([{ kind: 'noAnswer' }]);
});

test('held people hear music, alone people silence, and the longest silence is kept', () => {
  const { world, clock, conversation, caller, lineId } = grouped();
  const hears = () => world.exchange.hearing.of(`outside:${lineId}`);
  expect(hears().hearing).toEqual({ kind: 'silence' });
  clock.advance(700);
  world.exchange.setHold(conversation, caller, { uri: null });
  clock.advance(60_000);
  expect(hears()).toMatchObject({ hearing: { kind: 'holdMusic' }, longestSilence: 700 });
  world.exchange.setHold(conversation, caller, undefined);
  clock.advance(900);
  expect(hears().longestSilence).toBe(900);
  world.lines.hangUp(lineId);
  clock.advance(5_000);
  expect(hears().longestSilence).toBe(900);
});

test('without an application a group ends when fewer than two people are left', () => {
  const { world, conversation, lineId } = grouped();
  ring(world, conversation, eva);
  world.bells.answer(must(world.bells.forPerson(eva)[0], 'the ring').id);
  world.exchange.leave(conversation, 'bot', 'hungUp');
  expect(world.exchange.conversations.size).toBe(1);
  world.lines.hangUp(lineId);
  expect(world.exchange.conversations.size).toBe(0);
  expect(world.truth().lines[0]).toMatchObject({ state: 'ended', endReason: 'hung up' });
});

test('a mailbox hangs up when it is full', () => {
  const { world, clock, conversation, lineId } = grouped();
  world.clients.change(jan, { unanswered: { afterSeconds: 5, then: 'voicemail' } });
  ring(world, conversation, jan);
  clock.advance(5_000);
  expect(world.exchange.hearing.of(`outside:${lineId}`).hearing).toEqual({
    kind: 'voicemail',
    of: 'Jan de Vries',
  });
  clock.advance(120_000);
  expect(world.exchange.hearing.of(`outside:${lineId}`).hearing).toEqual({ kind: 'silence' });
});

test('whatever rings for a conversation that ends stops ringing', () => {
  const { world, conversation } = grouped();
  const outcomes = ring(world, conversation, jan);
  world.exchange.end(conversation);
  expect(outcomes).toEqual([{ kind: 'withdrawn' }]);
  expect(world.truth()).toMatchObject({ conversations: [], ringing: [] });
});

test('numbers that are none and numbers of nobody cannot be dialled', () => {
  const { world } = createWorld();
  expect(world.lines.dial('eleven', '+442079460100', null)).toMatchObject({
    refusal: { kind: 'notANumber' },
  });
  expect(world.lines.dial('+442079460999', '+15550100', null)).toMatchObject({
    refusal: { kind: 'unassigned' },
  });
});

test('ended lines are forgotten beyond the last five hundred', () => {
  const { world } = createWorld();
  for (let count = 0; count < 600; count++) {
    const line = world.lines.dial('+442079460999', '+442079460100', null);
    if (line.ok) world.lines.hangUp(line.value.id);
  }
  expect(world.lines.all()).toHaveLength(500);
});
