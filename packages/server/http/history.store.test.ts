import type { HistoryCommandMessage, HistoryFilter } from '@switchboard/contract/commands/history-command';
import type { CallerRead, HistoryRead } from '@switchboard/contract/feed/history-read';
import { queueId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import { silentLogger } from '@switchboard/kit/logger';
import { refused } from '@switchboard/kit/result';
import { recordSession } from '@switchboard/store/access/sessions';
import { connectedCall } from '@switchboard/store/testing/connected-call.testing';
import {
  enterOwnContacts,
  enterPeople,
  setFilled,
  somebody,
} from '@switchboard/store/testing/enter-people.testing';
import {
  contoso,
  end,
  now,
  olga,
  omar,
  tenantStores,
  waitingCall,
} from '@switchboard/store/testing/sample-tenant.testing';
import { expect, onTestFinished, test } from 'vitest';
import { createHistoryCommands } from '../handle/history-commands.ts';
import { createPrompts } from '../media/prompts.ts';
import { clock, openPeople, operatorOf } from '../people/people-stage.testing.ts';
import { createApp } from './app.ts';
import { registerHistoryFile } from './history-file.ts';
import { hashOf } from './secrets.ts';

const queues: HistoryFilter = { of: 'queues' };

async function stage() {
  const { store } = await tenantStores();
  await setFilled(store, true);
  const people = await openPeople(store);
  const parts = { store, numbers: people.work.numbers };
  const history = createHistoryCommands({ ...parts, presenceOf: async () => new Map() });
  const ask = async (operator: Operator, message: HistoryCommandMessage) => {
    const done = await history.command(operator, message);
    return done.ok ? done.value : done;
  };
  const read = async (operator: Operator, filter = queues) =>
    (await ask(operator, { type: 'readHistory', id: '1', filter, limit: 10 })) as HistoryRead;
  const callerOf = async (operator: Operator, callId: string) =>
    (await ask(operator, { type: 'readCaller', id: '1', callId })) as CallerRead;
  const olgaHere = await operatorOf(store, olga);
  // Omar answers another queue: Reception's calls are not his to see.
  const omarElsewhere = { ...(await operatorOf(store, omar)), queueIds: [queueId('sales')] };
  return { store, parts, ask, read, callerOf, olgaHere, omarElsewhere };
}

test('operators read the calls of their queues, and those in which they talked wherever these were', async () => {
  const { store, read, olgaHere, omarElsewhere } = await stage();
  const lost = (await waitingCall(store)).decided.state.callId;
  await end(store, lost);
  const talked = await connectedCall(store, omar);
  await end(store, talked);
  const ids = async (operator: Operator, filter?: HistoryFilter) =>
    (await read(operator, filter)).calls.map(({ callId }) => callId).toSorted();
  expect(await ids(olgaHere)).toEqual([lost, talked].toSorted());
  expect(await ids(olgaHere, { of: 'mine' })).toEqual([]);
  expect(await ids(olgaHere, { of: 'queues', outcome: 'lost' })).toEqual([lost]);
  expect(await ids(omarElsewhere)).toEqual([]);
  expect(await ids(omarElsewhere, { of: 'queues', queueId: 'reception' })).toEqual([]);
  expect(await ids(omarElsewhere, { of: 'mine' })).toEqual([talked]);
  expect((await read(olgaHere, { of: 'queues', outcome: 'answered' })).calls).toMatchObject([
    { queue: 'Reception', dial: '+442079460123', takenBy: ['Omar Haddad'], ended: 'callerHungUp' },
  ]);
});

test('a caller is looked up in every source, and their earlier calls are those that the operator may see', async () => {
  const { store, callerOf, read, olgaHere, omarElsewhere } = await stage();
  const kept = somebody('Jane Wingtip', { phone: '+442079460123', organisation: 'Wingtip Toys' });
  await enterPeople(store, [kept], { source: 'shared' });
  await enterPeople(store, [somebody('Paul Short', { phone: '+4420794601' })]);
  const earlier = await connectedCall(store, omar);
  await end(store, earlier);
  const now1 = (await waitingCall(store)).decided.state.callId;

  const heard = await callerOf(olgaHere, now1);
  expect(heard.people.map(({ name }) => name)).toEqual(['Jane Wingtip']);
  expect(heard.calls.map(({ callId }) => callId)).toEqual([earlier]);
  expect(heard.hasMore).toBe(false);
  expect((await read(olgaHere)).calls[0]?.caller.name).toBe('Jane Wingtip');
  expect((await read(olgaHere, { of: 'queues', text: 'wingt' })).calls).toHaveLength(1);
  expect((await read(olgaHere, { of: 'queues', text: 'nobody' })).calls).toEqual([]);
  expect(await callerOf(omarElsewhere, now1)).toEqual(refused({ code: 'notInQueue' }));
  expect((await callerOf(omarElsewhere, earlier)).calls).toEqual([]);
  expect(await callerOf(olgaHere, 'nothing')).toEqual(refused({ code: 'callGone' }));

  // Somebody whom Olga alone keeps in Outlook is nobody to the others.
  await enterOwnContacts(store, olga, [somebody('Aunt Ada', { mobile: '+44 20 7946 0123' })], now);
  const operatorNow = await operatorOf(store, omar);
  const foundBy = async (operator: Operator) =>
    (await callerOf(operator, now1)).people.map(({ name }) => name);
  await expect.poll(() => foundBy(olgaHere), { timeout: 20_000 }).toEqual(['Aunt Ada', 'Jane Wingtip']);
  expect(await foundBy(operatorNow)).toEqual(['Jane Wingtip']);
});

test('what is filtered goes out as a file, without formulas, to those who are signed in', async () => {
  const { store, parts } = await stage();
  const formula = somebody('=HYPERLINK Ltd', { phone: '+442079460123' });
  await enterPeople(store, [formula], { source: 'shared' });
  await end(store, await connectedCall(store, olga));
  await end(store, (await waitingCall(store)).decided.state.callId);
  const lines: object[] = [];
  const log = {
    ...silentLogger,
    info: (message: string, fields = {}) => void lines.push({ message, ...fields }),
  };
  const app = await createApp({
    log,
    clock,
    prompts: createPrompts('https://x.test'),
    consoleFolder: '/nowhere',
  });
  onTestFinished(() => app.close());
  registerHistoryFile(app, { ...parts, clock, log });
  const expiresAt = Date.now() + 60_000;
  await recordSession(store, { tokenHash: hashOf('token'), tenantId: contoso, operatorId: olga, expiresAt });
  const get = (query: string, cookie = 'switchboard_session=token') =>
    app.inject({ method: 'GET', url: `/api/calls.csv?${query}`, headers: { cookie } });

  const { statusCode, headers, body } = await get(`of=queues&outcome=lost&from=${now}`);
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
  const [heading, row, ...others] = body.split('\r\n');
  expect(heading).toMatch(/^\ufeffarrived,answered,ended,queue,callerName,callerNumber,outcome/u);
  expect(row).toMatch(/^2026-03-02T09:00:00.000Z,,[^,]+,Reception,'=HYPERLINK Ltd,'\+442079460123,lost,no,/u);
  expect(others).toEqual(['']);
  expect((await get('of=mine')).body).toContain('Olga Lindqvist');
  expect((await get('of=mine', '')).statusCode).toBe(401);
  for (const query of [
    '',
    'of=all',
    'of=mine&from=',
    'of=mine&from=x',
    'of=mine&of=queues',
    'of=mine&text=%00',
  ])
    expect((await get(query)).statusCode).toBe(400);
  const said = lines.filter((line) => JSON.stringify(line).includes('export'));
  expect(said).toContainEqual(expect.objectContaining({ operator: olga, of: 'queues', calls: 1 }));
  expect(JSON.stringify(said)).not.toMatch(/7946|HYPERLINK/u);
});
