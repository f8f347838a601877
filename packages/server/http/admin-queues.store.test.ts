import {
  adminQueueViewSchema,
  type QueueChanged,
  queueChangedSchema,
} from '@switchboard/contract/admin/queue';
import { personId, tenantId } from '@switchboard/domain/ids';
import { readEvents } from '@switchboard/store/feed/read-events';
import { listQueues } from '@switchboard/store/tenants/tenants';
import { knowPeople } from '@switchboard/store/testing/sample-people.testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type AdminDesk,
  contoso,
  errorOf,
  eva,
  openAdminDesk,
  prompts,
  reception,
  sales,
} from './admin.testing.ts';

let desk: AdminDesk;
let queue: QueueChanged;
let other: QueueChanged;

beforeAll(async () => {
  desk = await openAdminDesk();
});

afterAll(() => desk?.close());

beforeEach(async () => {
  await desk.empty();
  queue = await desk.addQueue();
  other = await desk.addQueue({ name: 'Sales', instanceId: sales });
});

const address = (of: QueueChanged = queue) => `/tenants/${contoso}/queues/${of.queueId}`;
const patch = (body: object, of?: QueueChanged) => desk.ask('PATCH', address(of), body);
const set = (settings: object, of?: QueueChanged) => patch({ settings }, of);
const changed = async (answer: ReturnType<typeof patch>) => {
  const { status, body } = await answer;
  expect({ status, body }).toMatchObject({ status: 200 });
  return queueChangedSchema.parse(body);
};
const message = (soundId: string) => ({ destination: { to: 'message' }, message: soundId });
const toQueue = (of: QueueChanged) => ({ destination: { to: 'queue', queueId: of.queueId } });
const hours = {
  timeZone: 'Europe/London',
  week: {
    1: [
      { from: '13:00', to: '17:00' },
      { from: '08:30', to: '12:00' },
    ],
  },
  holidays: [{ date: '12-25', name: 'Christmas Day' }],
};

describe('a change of a queue', () => {
  test('reaches every setting, and reads back as it was given', async () => {
    const settings = {
      greeting: 'closed',
      music: 'greeting',
      strategy: 'longestIdle',
      answering: 'teamsFirst',
      bridge: 'direct',
      priority: 5,
      operatorRing: 19_000,
      transferRing: 3_000,
      numberRing: 60_000,
      settle: 0,
      check: 5_000,
      offerTime: 15_000,
      wrapUp: 10_000,
      maxWaiting: 8,
      maxWait: 300_000,
      diversions: {
        closed: message('closed'),
        emergency: { destination: { to: 'number', number: '+442079460300' }, message: 'emergency' },
        full: { destination: { to: 'busy' } },
        nobodyThere: toQueue(other),
        waitedTooLong: { destination: { to: 'callBack' }, message: 'call-back' },
      },
      hours,
      nightWhenLastLeaves: true,
      salutation: 'Contoso, good day',
      vip: ['+442079460111', '+4420794602*'],
      blocked: ['+15550100'],
      rejectWithheld: true,
      announcement: { every: 45_000, positions: ['position'], waits: ['sorry', 'position'] },
      parkTime: 60_000,
      campTime: 600_000,
    };
    const answer = await changed(set(settings));
    const [later, earlier] = hours.week[1];
    const readable = { ...settings, hours: { ...hours, week: { 1: [earlier, later] } } };
    expect(answer.settings).toEqual(readable);
    expect(answer.warnings).toEqual([]);
    const shown = adminQueueViewSchema.parse((await desk.ask('GET', address())).body);
    expect(shown.settings).toEqual(readable);
    const kept = (await listQueues(desk.store, tenantId(contoso))).find(({ name }) => name === 'Reception');
    expect(kept?.settings.diversions.closed).toEqual({
      destination: { to: 'message' },
      message: prompts.closed,
    });
    expect(await changed(set(readable))).toEqual(answer);
  });

  test('leaves alone what it does not name, and null takes away', async () => {
    const full = await changed(
      set({
        maxWait: 60_000,
        salutation: 'Hello',
        diversions: { full: message('sorry'), closed: message('closed') },
        hours,
      }),
    );
    const less = await changed(
      set({ maxWait: null, salutation: null, hours: null, greeting: null, diversions: { full: null } }),
    );
    const { maxWait: _m, salutation: _s, hours: _h, greeting: _g, ...rest } = full.settings;
    expect(less.settings).toEqual({ ...rest, diversions: { closed: message('closed') } });
    expect(await changed(patch({}))).toEqual(less);
  });

  test('gives another name, number and application instance, each alone', async () => {
    const instanceId = '33333333-2222-4333-8444-00000000000a';
    expect(await changed(patch({ name: 'Front desk' }))).toMatchObject({
      name: 'Front desk',
      instanceId: reception,
    });
    expect(await changed(patch({ number: '+442079460100', instanceId }))).toMatchObject({
      name: 'Front desk',
      number: '+442079460100',
      instanceId,
    });
    expect(await changed(patch({ number: null }))).not.toHaveProperty('number');
    const taken = await patch({ instanceId: sales });
    expect([taken.status, errorOf(taken.body).code]).toEqual([409, 'instanceTaken']);
    expect(await changed(patch({ instanceId }))).toMatchObject({ instanceId });
  });

  test('is told to those who follow the tenant', async () => {
    const before = (await readEvents(desk.store, tenantId(contoso), 0, 100)).length;
    await set({ salutation: 'Hello' });
    const events = await readEvents(desk.store, tenantId(contoso), before, 100);
    expect(events.map(({ event }) => event)).toEqual([
      expect.objectContaining({ type: 'queueChanged', queueId: queue.queueId }),
    ]);
  });

  test('that comes at the same time as another loses nothing of either', async () => {
    await Promise.all([set({ maxWait: 60_000 }), set({ wrapUp: 5_000 }), set({ salutation: 'Hello' })]);
    const { settings } = adminQueueViewSchema.parse((await desk.ask('GET', address())).body);
    expect(settings).toMatchObject({ maxWait: 60_000, wrapUp: 5_000, salutation: 'Hello' });
  });

  test('may name a person of the directory', async () => {
    const person = { personId: personId(eva), name: 'Eva Berg' };
    await knowPeople(desk.store, tenantId(contoso), [person]);
    const rule = { destination: { to: 'person', personId: eva } };
    expect((await changed(set({ diversions: { closed: rule } }))).settings.diversions).toEqual({
      closed: rule,
    });
    const [kept] = (await listQueues(desk.store, tenantId(contoso))).filter(
      ({ name }) => name === 'Reception',
    );
    expect(kept?.settings.diversions.closed?.destination).toEqual({ to: 'person', ...person });
  });
});

describe('a change is refused that', () => {
  const unknown = '7e57c0de-0000-4000-8000-00000000ffff';
  test.each<[string, object, string, string]>([
    ['rings as long as Teams’ own rule', { operatorRing: 20_000 }, 'malformed', 'settings.operatorRing'],
    ['rings a colleague as long', { transferRing: 20_000 }, 'malformed', 'settings.transferRing'],
    ['rings a number for too long', { numberRing: 61_000 }, 'malformed', 'settings.numberRing'],
    ['has a part of a millisecond', { settle: 0.5 }, 'malformed', 'settings.settle'],
    ['takes the music away', { music: null }, 'malformed', 'settings.music'],
    ['plays a sound of nobody', { music: 'nothing' }, 'soundUnknown', 'settings.music'],
    ['greets with a sound of nobody', { greeting: 'x' }, 'soundUnknown', 'settings.greeting'],
    ['has a strategy of its own', { strategy: 'fastest' }, 'malformed', 'settings.strategy'],
    ['rings Teams first for pick', { answering: 'teamsFirst' }, 'settingsClash', 'settings.answering'],
    [
      'rings Teams first for all at once',
      { answering: 'teamsFirst', strategy: 'allAtOnce' },
      'settingsClash',
      'settings.answering',
    ],
    [
      'is in no time zone',
      { hours: { ...hours, timeZone: 'Europe/Londres' } },
      'malformed',
      'settings.hours.timeZone',
    ],
    [
      'is open twice at a time',
      {
        hours: {
          ...hours,
          week: {
            2: [
              { from: '08:00', to: '12:00' },
              { from: '11:00', to: '13:00' },
            ],
          },
        },
      },
      'malformed',
      'settings.hours.week.2',
    ],
    ['has hours in words', { hours: 'nine to five' }, 'malformed', 'settings.hours'],
    [
      'diverts into the unknown',
      { diversions: { full: { destination: { to: 'queue', queueId: 'x' } } } },
      'queueUnknown',
      'settings.diversions.full.destination.queueId',
    ],
    [
      'diverts to nobody',
      { diversions: { full: { destination: { to: 'person', personId: unknown } } } },
      'personUnknown',
      'settings.diversions.full.destination.personId',
    ],
    [
      'diverts to a number as people write it',
      { diversions: { full: { destination: { to: 'number', number: '020 7946 0100' } } } },
      'malformed',
      'settings.diversions.full.destination.number',
    ],
    [
      'diverts to where nobody goes',
      { diversions: { full: { destination: { to: 'moon' } } } },
      'malformed',
      'settings.diversions.full.destination.to',
    ],
    [
      'diverts for no known reason',
      { diversions: { bored: message('sorry') } },
      'malformed',
      'settings.diversions.bored',
    ],
    [
      'has a message without sound',
      { diversions: { closed: { destination: { to: 'message' } } } },
      'settingsClash',
      'settings.diversions.closed.message',
    ],
    [
      'speaks to whom it does not answer',
      { diversions: { full: { destination: { to: 'busy' }, message: 'sorry' } } },
      'settingsClash',
      'settings.diversions.full.message',
    ],
    [
      'is busy for who has waited',
      { diversions: { waitedTooLong: { destination: { to: 'busy' } } } },
      'settingsClash',
      'settings.diversions.waitedTooLong.destination',
    ],
    [
      'announces nothing',
      { announcement: { every: 30_000, positions: [], waits: [] } },
      'settingsClash',
      'settings.announcement',
    ],
    [
      'announces a sound of nobody',
      { announcement: { every: 30_000, positions: ['position', 'x'], waits: [] } },
      'soundUnknown',
      'settings.announcement.positions[1]',
    ],
    ['has a VIP without a number', { vip: ['the mayor'] }, 'malformed', 'settings.vip[0]'],
    ['blocks everybody', { blocked: ['*'] }, 'malformed', 'settings.blocked[0]'],
    ['speaks on two lines', { salutation: 'a\nb' }, 'malformed', 'settings.salutation'],
  ])('%s', async (_what, settings, code, field) => {
    const before = await desk.ask('GET', address());
    const answer = await set(settings);
    expect(answer.status).toBe(400);
    const error = errorOf(answer.body);
    expect(error).toMatchObject({ code, field });
    expect(error.message).not.toBe('');
    expect(error.remedy).not.toBe('');
    expect(await desk.ask('GET', address())).toEqual(before);
  });

  test('diverts to itself', async () => {
    const answer = await set({ diversions: { full: toQueue(queue) } });
    expect(errorOf(answer.body)).toMatchObject({
      code: 'settingsClash',
      field: 'settings.diversions.full.destination.queueId',
    });
  });

  test('changes the strategy to one that rings all while Teams rings first', async () => {
    await changed(set({ strategy: 'ordered', answering: 'teamsFirst' }));
    const answer = await set({ strategy: 'pick' });
    expect(errorOf(answer.body)).toMatchObject({ code: 'settingsClash', field: 'settings.strategy' });
    expect(errorOf(answer.body).message).toContain('one operator at a time');
  });

  test('names a queue that is not there', async () => {
    const answer = await desk.ask('PATCH', `/tenants/${contoso}/queues/none`, {});
    expect([answer.status, errorOf(answer.body).code]).toEqual([404, 'queueUnknown']);
  });
});

describe('a warning is given when', () => {
  test('calls would come round in a circle', async () => {
    await changed(set({ maxWaiting: 3, diversions: { full: toQueue(other) } }));
    const back = { maxWait: 60_000, diversions: { waitedTooLong: toQueue(queue) } };
    const { warnings } = await changed(set(back, other));
    expect(warnings).toEqual([expect.stringContaining('Sales (waitedTooLong) → Reception (full) → Sales')]);
  });

  test('a limit has no rule, or a rule no limit', async () => {
    expect((await changed(set({ maxWaiting: 3 }))).warnings).toEqual([
      expect.stringContaining('no rule full'),
    ]);
    const rule = { maxWaiting: null, diversions: { full: message('sorry') } };
    expect((await changed(set(rule))).warnings).toEqual([expect.stringContaining('rule full is never used')]);
  });

  test('callers would be cut off outside the hours', async () => {
    expect((await changed(set({ hours }))).warnings).toEqual([expect.stringContaining('no rule closed')]);
    expect((await changed(set({ diversions: { closed: message('closed') } }))).warnings).toEqual([]);
  });
});

describe('switches', () => {
  const turn = (body: object) => changed(desk.ask('PATCH', `${address()}/switches`, body));

  test('night, day and by its hours; emergency on and off; settings stay', async () => {
    expect(await turn({ mode: 'night' })).toMatchObject({ switches: { mode: 'night', isEmergency: false } });
    expect(await turn({ isEmergency: true })).toMatchObject({
      switches: { mode: 'night', isEmergency: true },
    });
    const { switches, settings } = await turn({ mode: 'auto', isEmergency: false });
    expect([switches, settings]).toEqual([{ mode: 'auto', isEmergency: false }, queue.settings]);
    await set({ salutation: 'Hello' });
    expect(await turn({})).toMatchObject({ switches });
  });

  test('an emergency without a rule is told as what it is', async () => {
    expect((await turn({ isEmergency: true })).warnings).toEqual([
      expect.stringContaining('no rule emergency'),
    ]);
  });

  test.each([
    [{ mode: 'dusk' }, 'mode'],
    [{ isEmergency: 'yes' }, 'isEmergency'],
    [{ emergency: true }, 'emergency'],
  ])('%j is refused', async (body, field) => {
    const answer = await desk.ask('PATCH', `${address()}/switches`, body);
    expect(errorOf(answer.body)).toMatchObject({ code: 'malformed', field });
  });
});

describe('removing a queue', () => {
  const remove = () => desk.ask('DELETE', address());
  const call = (ended_at: number | null) =>
    desk.store
      .insertInto('calls')
      .values({
        tenant_id: tenantId(contoso),
        call_id: 'a-call' as never,
        queue_id: queue.queueId as never,
        state: 'waiting',
        operator_id: null,
        data: '{}' as never,
        next_due: null,
        arrived_at: 1,
        ended_at,
        answered_at: null,
      })
      .execute();

  test('takes it away, also with operators and with calls of old', async () => {
    await desk.ask('PUT', `/tenants/${contoso}/operators/${eva}`, {
      name: 'Eva Berg',
      userPrincipalName: 'eva.berg@contoso.example',
      queueIds: [queue.queueId, other.queueId],
    });
    await call(5);
    expect(await remove()).toMatchObject({
      status: 200,
      body: { queueId: queue.queueId, name: 'Reception' },
    });
    expect((await remove()).status).toBe(404);
    expect((await listQueues(desk.store, tenantId(contoso))).map(({ name }) => name)).toEqual(['Sales']);
    const { operators } = (await desk.ask('GET', `/tenants/${contoso}/operators`)).body as {
      operators: object[];
    };
    expect(operators).toMatchObject([{ queueIds: [other.queueId] }]);
  });

  test('is refused while a call of it lives', async () => {
    await call(null);
    const answer = await remove();
    expect([answer.status, errorOf(answer.body).code]).toEqual([409, 'queueInUse']);
    expect(errorOf(answer.body).message).toBe('"Reception" has a call now');
  });

  test('is refused while another diverts to it', async () => {
    await changed(set({ diversions: { nobodyThere: toQueue(queue) } }, other));
    expect(errorOf((await remove()).body)).toMatchObject({
      code: 'queueInUse',
      message: expect.stringContaining('"Sales"'),
    });
  });

  test('is refused while somebody waits to be called back', async () => {
    await desk.store
      .insertInto('call_backs')
      .values({
        tenant_id: tenantId(contoso),
        call_back_id: 'back',
        call_id: 'a-call' as never,
        queue_id: queue.queueId as never,
        number: '+442079460111',
        name: null,
        promised_at: 1,
        operator_id: null,
        changed_at: 1,
      })
      .execute();
    expect(errorOf((await remove()).body)).toMatchObject({
      code: 'queueInUse',
      message: expect.stringContaining('called back'),
    });
  });
});
