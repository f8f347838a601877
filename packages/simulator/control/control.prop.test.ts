import { ManualClock } from '@switchboard/kit/clock';
import fc from 'fast-check';
import { test } from 'vitest';
import { contoso } from '../world/contoso.ts';
import { applicationIn, humansIn } from '../world/conversation.ts';
import { World } from '../world/world.ts';
import { Control } from './control.ts';

const people = Object.values(contoso.people);

const step = fc.oneof(
  fc.record({ kind: fc.constantFrom('dial', 'join', 'hold', 'resume', 'leave') }),
  fc.record({
    kind: fc.constantFrom('ring', 'answer', 'decline', 'hangUp'),
    who: fc.constantFrom(...people),
  }),
  fc.record({ kind: fc.constant('hangUpLine'), at: fc.nat(5) }),
  fc.record({ kind: fc.constant('wait'), seconds: fc.integer({ min: 1, max: 30 }) }),
);
type Step = { kind: string; who?: string; at?: number; seconds?: number };

/** What an application does by Graph, done directly: it joins, holds, rings and leaves. */
function applicationActs(world: World, { kind, who }: Step): void {
  const conversation = [...world.exchange.conversations.values()].at(-1);
  if (!conversation) return;
  const [member] = humansIn(conversation);
  const application = applicationIn(conversation);
  if (kind === 'join' && !application) {
    world.exchange.join(conversation, { kind: 'application', id: 'app', hidden: true });
    world.exchange.set(conversation, { kind: 'group' });
  }
  if (kind === 'hold' && member) world.exchange.setHold(conversation, member, { uri: null });
  if (kind === 'resume' && member) world.exchange.setHold(conversation, member, undefined);
  if (kind === 'leave' && application) world.exchange.leave(conversation, application.id, 'hungUp');
  if (kind === 'ring' && who && application) {
    world.bells.ring({
      conversation,
      target: { kind: 'person', id: who },
      from: 'a test',
      onEnd: () => undefined,
    });
  }
}

function act(control: Control, clock: ManualClock, given: Step): void {
  const { kind, who = '', at = 0, seconds = 0 } = given;
  if (kind === 'dial') control.dial({ from: '+442079460999', to: contoso.queues.reception.number });
  else if (kind === 'answer') control.answer(who);
  else if (kind === 'decline') control.decline(who);
  else if (kind === 'hangUp') control.hangUp(who);
  else if (kind === 'hangUpLine') control.hangUpLine(control.world.lines.all()[at]?.id ?? '');
  else if (kind === 'wait') clock.advance(seconds * 1_000);
  else applicationActs(control.world, given);
}

function broken(world: World): string | undefined {
  const { conversations, ringing, lines } = world.truth();
  const talking = conversations.flatMap(({ members }) => members).filter(({ kind }) => kind === 'person');
  if (new Set(talking.map(({ id }) => id)).size < talking.length) return 'somebody is in two conversations';
  if (conversations.some(({ members }) => members.length === 0)) return 'a conversation has nobody in it';
  if (ringing.some(({ conversationId }) => !world.exchange.conversations.has(conversationId))) {
    return 'something rings for a conversation that is over';
  }
  for (const { id } of talking) {
    if (world.presence.of(id).activity !== 'InACall') return `${id} talks and does not look like it`;
  }
  for (const person of people) {
    const shows = world.presence.of(person).activity === 'InACall';
    if (shows !== talking.some(({ id }) => id === person)) return `${person} looks like talking and does not`;
  }
  const live = lines.filter(({ state }) => state !== 'ended');
  return live.every(({ hears }) => hears !== null)
    ? undefined
    : 'a caller in a call hears nothing that has a name';
}

test('whatever people, callers and applications do, everybody is in one place and hears one thing', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const clock = new ManualClock(0);
      let count = 0;
      const world = new World({ clock, newId: () => `id-${++count}`, seed: 1, people: 0 });
      const control = new Control({ world, settled: async () => undefined, pressed: () => false });
      for (const given of steps) {
        act(control, clock, given);
        const problem = broken(world);
        if (problem) throw new Error(`after ${given.kind}: ${problem}`);
      }
    }),
  );
});
