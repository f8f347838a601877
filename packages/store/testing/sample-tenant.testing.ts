import type { CallState } from '@switchboard/domain/call/call-state';
import { decideOnCommand, decideOnFact, decideOnIncoming } from '@switchboard/domain/call/decide';
import type { CallContext } from '@switchboard/domain/call/decision';
import type { CallFact } from '@switchboard/domain/call/fact';
import {
  type CallId,
  instanceId,
  type LegId,
  legId,
  personId,
  queueId,
  tenantId,
} from '@switchboard/domain/ids';
import { noSwitches, type Queue, withDefaults } from '@switchboard/domain/queue/queue';
import { assert, must } from '@switchboard/kit/assert';
import { silentLogger } from '@switchboard/kit/logger';
import { ok, refused } from '@switchboard/kit/result';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from '../access/store.ts';
import { beginCall } from '../commit/begin-call.ts';
import { type CallChanged, changeCall, lockOperator } from '../commit/change-call.ts';
import { putOperator, putQueue, putTenant } from '../tenants/tenants.ts';
import { testDatabase } from './test-database.ts';

/** When everything happens in these tests, but for what says otherwise. */
export const now = Date.UTC(2026, 2, 2, 9, 0);

export const contoso = tenantId('c0000000-0000-4000-8000-000000000000');
export const olga = personId('0a000000-0000-4000-8000-000000000001');
export const omar = personId('0a000000-0000-4000-8000-000000000002');

export const reception: Queue = {
  tenantId: contoso,
  queueId: queueId('reception'),
  name: 'Reception',
  instanceId: instanceId('d0000000-0000-4000-8000-000000000000'),
  number: '+442079460100',
  settings: withDefaults({
    music: { url: 'https://contoso.example/music.wav', resourceId: 'music', milliseconds: 30_000 },
  }),
  switches: noSwitches,
};

/** A tenant with one queue and the operators Olga and Omar. */
async function fillTenant(store: Store): Promise<void> {
  await putTenant(store, { tenantId: contoso, name: 'Contoso' }, now);
  await putQueue(store, reception);
  for (const [operatorId, name] of [
    [olga, 'Olga Lindqvist'],
    [omar, 'Omar Haddad'],
  ] as const) {
    const userPrincipalName = `${name.split(' ')[0]?.toLowerCase()}@contoso.example`;
    const queueIds = [reception.queueId];
    await putOperator(store, { tenantId: contoso, operatorId, name, userPrincipalName, queueIds });
  }
}

/** A database of the test's own with a tenant in it, and stores that are servers to it. Gone after the test. */
export async function tenantStores(): Promise<{ store: Store; other: Store; url: string }> {
  const { url, drop } = await testDatabase();
  const store = openStore(url, silentLogger, 20);
  const other = openStore(url, silentLogger, 4);
  onTestFinished(async () => {
    await Promise.all([store.destroy(), other.destroy()]);
    await drop();
  });
  await fillTenant(store);
  return { store, other, url };
}

export const context: CallContext = {
  queue: reception,
  newId: () => crypto.randomUUID(),
  isOperatorHere: () => true,
};

export const newLeg = (): LegId => legId(`leg-${crypto.randomUUID()}`);

/** An incoming call, recorded. Undefined: its leg is known. */
export function begin(store: Store, leg: LegId = newLeg(), owner = 1): Promise<CallChanged | undefined> {
  const caller = { kind: 'number', number: '+442079460123' } as const;
  const { tenantId: tenant, instanceId: instance } = reception;
  const incoming = { type: 'callIncoming', tenantId: tenant, leg, instanceId: instance, caller } as const;
  return beginCall(store, { decided: decideOnIncoming(incoming, context, now), now, owner });
}

/** What a fact about a call comes to, committed as a server does it. */
export async function tell(
  store: Store,
  callId: CallId,
  fact: CallFact | ((call: CallState) => CallFact),
  more: {
    readonly owner?: number;
    readonly at?: number;
    readonly closes?: 'done' | 'refused';
    readonly wants?: 'situation';
  } = {},
): Promise<CallChanged> {
  const { owner = 1, at = now, closes, wants } = more;
  const known = typeof fact === 'function' ? undefined : fact;
  const closing =
    closes === undefined || known === undefined || !('effectId' in known) || known.effectId === undefined
      ? {}
      : { closes: { effectId: known.effectId, status: closes } };
  const changed = await changeCall<never>(store, {
    tenantId: contoso,
    callId,
    now: at,
    consolesSince: at,
    owner,
    decide: ({ call, queue, situation }) => {
      const known = { ...context, queue, ...(situation === undefined ? {} : { situation }) };
      return ok(decideOnFact(call, typeof fact === 'function' ? fact(call) : fact, known, at));
    },
    ...(wants === undefined ? {} : { wants }),
    ...closing,
  });
  const result = must(changed, `the call ${callId}`);
  assert(result.ok, 'facts are never refused');
  return result.value;
}

/** A call that waits: begun, answered, established. Its music is asked for and belongs to the owner. */
export async function waitingCall(store: Store, owner = 1): Promise<CallChanged> {
  const begun = must(await begin(store, newLeg(), owner), 'a new call');
  const { callId, leg } = begun.decided.state;
  const { effectId } = must(begun.claimed, 'the answer').effect;
  await tell(store, callId, { type: 'effectDone', effectId }, { owner, closes: 'done' });
  return tell(store, callId, { type: 'legEstablished', leg }, { owner });
}

/** An operator accepts, with the checks that a server makes. */
export function accept(store: Store, callId: CallId, operatorId: typeof olga) {
  return changeCall<string>(store, {
    tenantId: contoso,
    callId,
    now,
    consolesSince: now,
    owner: 1,
    before: async (tx) => {
      const { isBusy, isInQueue } = await lockOperator(tx, contoso, operatorId, callId);
      if (!isInQueue) return 'notInQueue';
      return isBusy ? 'busy' : undefined;
    },
    decide: ({ call }) => {
      const decided = decideOnCommand(call, { type: 'accept', operatorId }, context, now);
      return decided.ok ? decided : refused(decided.refusal.code);
    },
  });
}

/** The caller hangs up. */
export const end = (store: Store, callId: CallId): Promise<CallChanged> =>
  tell(store, callId, ({ leg }) => ({
    type: 'legEnded',
    leg,
    outcome: { code: 200, subcode: 0, message: '' },
  }));
