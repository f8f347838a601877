import type { CalendarCommandMessage } from '@switchboard/contract/commands/people-command';
import { personIdOf } from '@switchboard/domain/directory/person-source';
import { ok } from '@switchboard/kit/result';
import { olga } from '@switchboard/store/testing/sample-tenant.testing';
import { expect, test } from 'vitest';
import {
  type Answering,
  addressesIn,
  calendarDesk,
  colleague,
  forbidden,
  hour,
  item,
  london,
  monday,
  nineToFive,
} from './calendar-desk.testing.ts';

const many = (personIds: readonly string[], more: object = {}): CalendarCommandMessage => ({
  type: 'readSchedules',
  id: '1',
  personIds: [...personIds],
  timeZone: london,
  ...more,
});
const day = { from: monday - 9 * hour, to: monday + 15 * hour };

/** Everybody is busy until ten. */
const busyUntilTen: Answering = (request) => ({
  value: addressesIn(request).map((scheduleId) => ({
    scheduleId,
    scheduleItems: [item(8, 10)],
    workingHours: nineToFive,
  })),
});

test('a day tells when somebody is busy, free and at work, by the rights of the operator', async () => {
  const { ask, asked, tokensAsked } = await calendarDesk([colleague('jan')], busyUntilTen);
  expect(await ask(many(['jan']))).toEqual({
    ok: true,
    value: {
      type: 'schedules',
      id: '1',
      ...day,
      schedules: [
        {
          personId: 'jan',
          intervals: [{ from: monday - hour, to: monday + hour, status: 'busy' }],
          freeFrom: monday + hour,
          timeZone: 'Europe/London',
          workingDay: { from: monday, to: monday + 8 * hour },
          nextFree: { from: monday + hour, to: monday + 8 * hour },
        },
      ],
    },
  });
  expect(asked[0]?.token).toMatch(/^token of 0a0/);
  expect(asked[0]?.path).toBe('/me/calendar/getSchedule');
  expect(tokensAsked[0]?.scopes).toEqual(['Calendars.Read']);
});

test('eighty are asked for in four requests, whoever has no calendar here in none', async () => {
  const people = Array.from({ length: 77 }, (_, n) => colleague(`p${n}`));
  const others = [
    colleague('guest', { isGuest: true }),
    { personId: personIdOf('organisation', 'x'), name: 'Supplier', mail: 'x@fabrikam.example' },
    { personId: personIdOf('shared', 'y'), name: 'No mail' },
  ];
  const { ask, asked } = await calendarDesk([...people, ...others], busyUntilTen);
  const ids = [...people, ...others].map(({ personId }) => personId);
  const answer = await ask(many([...ids, 'nobody', 'p0']));
  expect(answer.ok && answer.value.type === 'schedules' && answer.value.schedules).toHaveLength(77);
  expect(asked.map((request) => addressesIn(request).length)).toEqual([20, 20, 20, 17]);
});

test('what was read is remembered for a minute, and told to nobody else', async () => {
  const { ask, asked, clock } = await calendarDesk([colleague('jan'), colleague('eva')], busyUntilTen);
  await ask(many(['jan']));
  clock.advance(59_000);
  await ask(many(['jan', 'eva']));
  expect(asked.map(addressesIn)).toEqual([['jan@contoso.example'], ['eva@contoso.example']]);
  await ask(many(['jan']), 'omar');
  expect(asked.at(-1)?.token).not.toBe(asked[0]?.token);
  clock.advance(1_000);
  await ask(many(['jan']));
  expect(asked).toHaveLength(4);
  await ask(many(['jan'], { day: monday + 24 * hour }));
  expect(asked).toHaveLength(5);
});

test('what is remembered is told as it stands now', async () => {
  const { ask, clock } = await calendarDesk([colleague('jan')], (request) => ({
    value: addressesIn(request).map((scheduleId) => ({
      scheduleId,
      scheduleItems: [{ ...item(9, 10), start: { dateTime: '2026-11-23T09:00:30', timeZone: 'UTC' } }],
    })),
  }));
  const freeFrom = async () => {
    const answer = await ask(many(['jan']));
    return answer.ok && answer.value.type === 'schedules' && answer.value.schedules[0]?.freeFrom;
  };
  expect(await freeFrom()).toBe(monday);
  clock.advance(30_000);
  expect(await freeFrom()).toBe(monday + hour);
});

test('one without a right, or a mailbox, is said of them alone', async () => {
  const errors = new Map([
    ['jan@contoso.example', 'ErrorNoFreeBusyAccess'],
    ['eva@contoso.example', 'ErrorMailRecipientNotFound'],
  ]);
  const { ask } = await calendarDesk([colleague('jan'), colleague('eva'), colleague('noor')], (request) => ({
    value: addressesIn(request).map((scheduleId) => {
      const responseCode = errors.get(scheduleId);
      return responseCode === undefined ? { scheduleId } : { scheduleId, error: { responseCode } };
    }),
  }));
  const answer = await ask(many(['jan', 'eva', 'noor']));
  const told = answer.ok && answer.value.type === 'schedules' ? answer.value.schedules : [];
  expect(Object.fromEntries(told.map(({ personId, problem }) => [personId, problem]))).toEqual({
    jan: 'noRight',
    eva: 'noMailbox',
    noor: undefined,
  });
});

test.each([
  [{ code: 'signIn', message: '', scopes: [] }, 'signIn'],
  [{ code: 'askConsent', message: '', scopes: [] }, 'noRight'],
  [{ code: 'askConsent', message: '', scopes: [], claims: '{}' }, 'signIn'],
  [{ code: 'unreachable', message: '' }, 'unavailable'],
  [{ code: 'refused', message: '' }, 'unavailable'],
] as const)('without a token, %j, there are no days, and it is said why', async (refusal, problem) => {
  const { ask, tokens, asked } = await calendarDesk([colleague('jan')], busyUntilTen);
  tokens.refusal = refusal;
  expect(await ask(many(['jan']))).toMatchObject({ ok: true, value: { problem, schedules: [] } });
  expect(asked).toEqual([]);
});

test('what is remembered is told while nothing new is to be had', async () => {
  const { ask, tokens } = await calendarDesk([colleague('jan'), colleague('eva')], busyUntilTen);
  await ask(many(['jan']));
  tokens.refusal = { code: 'unreachable', message: '' };
  const answer = await ask(many(['jan', 'eva']));
  expect(answer).toMatchObject({ ok: true, value: { schedules: expect.any(Array) } });
  const told = answer.ok && answer.value.type === 'schedules' ? answer.value.schedules : [];
  expect(told.find(({ personId }) => personId === 'jan')?.freeFrom).toBe(monday + hour);
  expect(told.find(({ personId }) => personId === 'eva')).toMatchObject({ problem: 'unavailable' });
});

test('an operator without a mailbox, or without the right, is told so', async () => {
  const missing = { kind: 'gone', status: 404, code: 'MailboxNotEnabledForRESTAPI', message: '' } as const;
  for (const problem of [missing, forbidden()]) {
    const { ask } = await calendarDesk([colleague('jan')], () => problem);
    expect(await ask(many(['jan']))).toMatchObject({ value: { problem: 'noRight', schedules: [] } });
  }
});

test('a token that Graph does not take can be renewed; where a new one does not help either, that is said', async () => {
  const { ask, asked, tokensAsked } = await calendarDesk([colleague('jan')], () => ({
    kind: 'unauthorized',
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: '',
  }));
  expect(await ask(many(['jan']))).toMatchObject({ value: { problem: 'unavailable' } });
  expect(asked).toHaveLength(1);
  expect(await asked[0]?.freshToken?.()).toEqual(ok(`fresh token of ${olga}`));
  expect(tokensAsked.map(({ fresh }) => fresh)).toEqual([false, true]);
});

test.each([
  ['timeZone', { timeZone: 'Europe/Atlantis' }],
  ['timeZone', { timeZone: '+02:00' }],
  ['timeZone', { timeZone: "x'; DROP TABLE people" }],
  ['day', { day: Number.MAX_SAFE_INTEGER }],
  ['day', { day: 0 }],
])('a hostile %s is refused with a remedy', async (field, more) => {
  const { ask } = await calendarDesk([colleague('jan')], busyUntilTen);
  const remedy = expect.stringMatching(/^give /);
  const refusal = { code: 'malformed', field, remedy };
  expect(await ask(many(['jan'], more))).toEqual({ ok: false, refusal });
});

test('hostile ids are nobody', async () => {
  const { ask, asked } = await calendarDesk([colleague('jan')], busyUntilTen);
  const ids = ["' OR 1=1 --", '../me', 'personal:x', '\u{1f600}'.repeat(8), '__proto__'];
  expect(await ask(many(ids))).toMatchObject({ ok: true, value: { schedules: [] } });
  expect(asked).toEqual([]);
});

test('of the questions that wait on a line only the newest is asked', async () => {
  let answerFirst = (): void => undefined;
  const first = new Promise<void>((resolve) => (answerFirst = resolve));
  const people = [colleague('jan'), colleague('eva'), colleague('noor')];
  const { ask, asked } = await calendarDesk(people, async (request) => {
    if (addressesIn(request)[0]?.startsWith('jan') === true) await first;
    return busyUntilTen(request);
  });
  const answers = [ask(many(['jan'])), ask(many(['eva'])), ask(many(['noor']))];
  answerFirst();
  const [jan, eva, noor] = await Promise.all(answers);
  expect(jan).toMatchObject({ ok: true });
  expect(eva).toEqual({ ok: false, refusal: { code: 'unavailable' } });
  expect(noor).toMatchObject({ ok: true });
  expect(asked.map(addressesIn)).toEqual([['jan@contoso.example'], ['noor@contoso.example']]);
});

test('a Microsoft that does not answer is waited for twelve seconds, and heard later', async () => {
  let answer = (): void => undefined;
  let isAsked = (): void => undefined;
  const late = new Promise<void>((resolve) => (answer = resolve));
  const begun = new Promise<void>((resolve) => (isAsked = resolve));
  const { ask, asked, clock } = await calendarDesk([colleague('jan')], async (request) => {
    isAsked();
    await late;
    return busyUntilTen(request);
  });
  const waiting = ask(many(['jan']));
  await begun;
  clock.advance(12_000);
  expect(await waiting).toEqual({ ok: false, refusal: { code: 'unavailable' } });
  answer();
  expect(await ask(many(['jan']))).toMatchObject({ value: { schedules: [{ personId: 'jan' }] } });
  expect(asked).toHaveLength(1);
});
