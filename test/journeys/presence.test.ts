import type { PresenceView } from '@switchboard/contract/views/presence-view';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Console } from './support/console.ts';
import { type House, openHouse } from './support/house.ts';
import { until } from './support/until.ts';

describe('Presence', () => {
  let house: House;
  let eva: Console;
  let jan: string;

  beforeAll(async () => {
    house = await openHouse();
    await house.startServer();
    jan = house.simulator.contoso.people.jan;
    eva = await house.console('eva', 'byPage');
    eva.show([jan]);
  });
  afterEach(() => house.simulator.faults.reset());
  afterAll(() => house.stop());

  const set = (availability: string, activity = availability) =>
    house.simulator.control.setPresence(jan, { availability, activity });
  const shows = (what: string, isSo: (view: PresenceView) => boolean, console = eva) =>
    until(
      `Jan is shown ${what}`,
      () => {
        const view = console.presences.get(jan);
        return view !== undefined && isSo(view);
      },
      40_000,
      () => console.presences.get(jan),
    );
  const subscription = () =>
    house.store.selectFrom('subscriptions').selectAll().where('host', '<>', 'directory').executeTakeFirst();
  const pollsFail = () =>
    house.simulator.faults.set({ unavailable: { probability: 1, kinds: ['presence'] } });

  it('is on the screen within seconds, with its age, and young as long as it is read', async () => {
    set('Busy', 'InAMeeting');
    await shows('busy', ({ availability, activity }) => availability === 'Busy' && activity === 'InAMeeting');
    const first = eva.presences.get(jan)?.asOf ?? 0;
    await shows('younger', ({ asOf }) => asOf > first + 8_000);
    expect(eva.presences.get(jan)?.staleAt).toBeGreaterThan(Date.now());
  });

  it('comes by a subscription in the operator’s name, also while polling fails', async () => {
    await shows('by subscription', ({ source }) => source === 'subscription');
    // Microsoft has vouched for it: that counts for minutes.
    expect(eva.presences.get(jan)?.staleAt).toBeGreaterThan(Date.now() + 60_000);
    pollsFail();
    set('DoNotDisturb', 'Presenting');
    await shows('presenting', ({ activity }) => activity === 'Presenting');
    set('Available');
    await shows('available', ({ availability }) => availability === 'Available');
  });

  it('goes on when the subscription is lost: Graph says so, and there is another', async () => {
    const before = await subscription();
    house.simulator.faults.set({ loseSubscription: { next: 1, told: true } });
    set('Away');
    await shows('away', ({ availability }) => availability === 'Away');
    await until('there is another subscription', async () => {
      const now = await subscription();
      return typeof now?.subscription_id === 'string' && now.subscription_id !== before?.subscription_id;
    });
    await shows('by subscription', ({ source }) => source === 'subscription');
    pollsFail();
    set('Busy', 'InACall');
    await shows('in a call', ({ activity }) => activity === 'InACall');
  });

  it('is asked for when Graph has missed to tell something', async () => {
    house.simulator.faults.set({ missed: { next: 1 } });
    set('BeRightBack');
    await shows('right back', ({ availability }) => availability === 'BeRightBack');
    await until('nothing is doubted', async () => (await subscription())?.is_doubted === false);
  });

  it('is as it was when Microsoft does not answer, and gets old', async () => {
    const omar = await house.console('omar');
    const other = house.simulator.contoso.people.sigridur;
    omar.show([other]);
    await until('there is a presence', () => omar.presences.has(other));
    house.simulator.faults.set({ reset: { probability: 1, kinds: ['presence'] } });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const known = omar.presences.get(other);
    await until('it is stale', () => (omar.presences.get(other)?.staleAt ?? 0) < Date.now());
    expect(omar.presences.get(other)).toMatchObject({
      availability: known?.availability,
      activity: known?.activity,
    });
    house.simulator.faults.reset();
    await until('it is young again', () => (omar.presences.get(other)?.staleAt ?? 0) > Date.now());
    omar.close();
  });

  it('is known to the server that starts after another was killed', async () => {
    await house.killServer();
    set('DoNotDisturb');
    await house.startServer();
    await eva.reopen();
    eva.show([jan]);
    await shows('not to be disturbed', ({ availability }) => availability === 'DoNotDisturb');
  });

  it('is subscribed to no more, and the tokens are gone, when the operator signs out', async () => {
    await eva.signOut();
    await until('there is no subscription', async () => (await subscription()) === undefined);
    expect(await house.store.selectFrom('token_caches').selectAll().execute()).toEqual([]);
  });
});
