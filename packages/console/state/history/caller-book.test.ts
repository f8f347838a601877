import type { CallerRead } from '@switchboard/contract/feed/history-read';
import type { PastCallView } from '@switchboard/contract/views/past-call-view';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../testing/fake-line.testing.ts';
import { talkingCall } from '../../testing/sample-office.testing.ts';

const earlier: PastCallView = {
  callId: 'old',
  queueId: 'queue-main',
  queue: 'Reception',
  caller: { number: '+44 20 7946 0123' },
  dial: '+442079460123',
  arrivedAt: 1_700_000_000_000 - 3_600_000,
  endedAt: 1_700_000_000_000 - 3_500_000,
  outcome: 'putThrough',
  ended: 'handedOver',
  cameBack: false,
  takenBy: ['Omar Haddad'],
  target: { name: 'Anna Berg' },
};

describe('Who calls', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
    desk.line.welcome([talkingCall(desk.clock.now())]);
  });
  const asked = () => desk.line.sent.filter((one) => one.type === 'readCaller');
  const answer = (more: Partial<CallerRead> = {}): void => {
    const [id = '', callId = ''] = [asked().at(-1)?.id, asked().at(-1)?.callId];
    desk.line.say({ type: 'caller', id, callId, people: [], calls: [earlier], hasMore: false, ...more });
  };
  const known = () => desk.model.past.callers.byCall.getSnapshot();

  it('is asked once for a call that is the operator’s, shown, and said when it is known', () => {
    expect(asked()).toMatchObject([{ callId: 'call-1' }]);
    desk.line.put(talkingCall(desk.clock.now(), { state: 'held' }));
    expect(asked()).toHaveLength(1);
    answer({
      people: [
        { personId: 'p', source: 'shared', name: 'Jane Wingtip', organisation: 'Wingtip Toys', can: [] },
      ],
    });
    expect(known().get('call-1')?.calls).toEqual([earlier]);
    desk.clock.advance(10_000);
    const said = desk.said.find((text) => text.startsWith('Jane Wingtip'));
    expect(said).toMatch(
      /^Jane Wingtip, Wingtip Toys\. Called once before\. Last .+: Put through to Anna Berg by Omar Haddad$/,
    );
  });

  it('is not said of somebody whom nobody knows, nor asked again when it is refused', () => {
    answer({ calls: [] });
    desk.clock.advance(10_000);
    expect(desk.said.filter((text) => text.includes('before'))).toEqual([]);
    const other = openDesk();
    other.line.welcome([talkingCall(other.clock.now())]);
    const id = other.line.sent.findLast((one) => one.type === 'readCaller')?.id ?? '';
    other.line.say({ type: 'answer', id, refusal: { code: 'callGone' } });
    other.line.put(talkingCall(other.clock.now(), { state: 'held' }));
    expect(other.line.sent.filter((one) => one.type === 'readCaller')).toHaveLength(1);
  });

  it('is forgotten with the call, and asked anew where the connection broke before the answer', () => {
    desk.line.lose();
    desk.line.welcome([talkingCall(desk.clock.now())], true);
    expect(asked()).toHaveLength(2);
    answer();
    expect([...known().keys()]).toEqual(['call-1']);
    desk.line.put(talkingCall(desk.clock.now(), { state: 'ended', can: [] }));
    expect([...known().keys()]).toEqual([]);
  });
});
