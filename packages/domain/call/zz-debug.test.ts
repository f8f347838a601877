import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { inputOf } from './any-input.testing.ts';
import { incomingCall, olga } from './call.testing.ts';
import { Promises } from './promises.testing.ts';

const greeting = { url: 'https://contoso.example/hello.wav', resourceId: 'hello', milliseconds: 5_000 };
test('debug', () => {
  const [turns, isGreeted, [settings, situation]] = JSON.parse(readFileSync('/tmp/ce.json', 'utf8'));
  const call = incomingCall(undefined, { ...settings, ...(isGreeted ? { greeting } : {}) }, situation);
  const promises = new Promises();
  for (const turn of turns) {
    const before = call.state;
    call.after(turn.wait);
    if (turn.bits === 255) call.withoutConsoleOf(olga);
    const i = inputOf(call, turn);
    call.when(i);
    console.log(
      call.now % 1e7,
      before.name,
      '=>',
      call.state.name,
      JSON.stringify(i),
      '\n   ',
      JSON.stringify(
        call.last.events.map((e) => [
          e.type,
          ...(e.type === 'soundChanged'
            ? [e.sound.kind, (e.sound as any).participantId, JSON.stringify(e.releases)]
            : []),
        ]),
      ),
      JSON.stringify(call.last.effects.map((e) => [e.type, (e as any).participantId])),
      JSON.stringify(call.refusal),
      promises.brokenBy(call, before),
      '\n   w',
      JSON.stringify(call.state.withdrawn.map((w) => [w.participantId, w.isInvitation])),
      'm',
      JSON.stringify(call.state.members.map((m) => [m.participantId, m.party, m.isVoicemail])),
    );
  }
});
