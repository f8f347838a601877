import type { CallView } from '@switchboard/contract/views/call-view';
import { instanceId, queueId } from '@switchboard/domain/ids';
import type { QueueSettings } from '@switchboard/domain/queue/queue';
import { createPrompts } from '@switchboard/server/media/prompts';
import type { Truth, TruthLine } from '@switchboard/simulator/world/truth';
import { putQueue } from '@switchboard/store/tenants/tenants';
import type { Console } from './console.ts';
import { type House, type HouseOptions, openHouse } from './house.ts';
import { until } from './until.ts';
import { untilDirectoryRead } from './until-directory-read.ts';

/** One house for all stories of a file: two operators, colleagues, callers. Each story leaves it empty. */
export interface Stage {
  readonly house: House;
  readonly eva: Console;
  readonly omar: Console;
  readonly ids: House['simulator']['contoso']['people'];
  truth(): Truth;
  line(lineId: string): TruthLine;
  rings(personId: string): boolean;
  /** Waits until this person's Teams rings, and picks up. */
  pickUp(personId: string): Promise<void>;
  /** Waits until it rings, and declines. */
  decline(personId: string): Promise<void>;
  /** The queue Reception treats its calls otherwise from now on; what is not named has its default. */
  treat(settings: Partial<QueueSettings>): Promise<void>;
  /** A caller dials Reception, Eva takes the call and talks to them. */
  talking(): Promise<{ readonly callId: string; readonly lineId: string }>;
  /** Waits until Eva's console shows a call like this. */
  shows(what: string, isSo: (call: CallView) => boolean): Promise<CallView>;
  /** Who is in the caller's conversation besides them, by person id or number; our bot is nobody. */
  withCaller(lineId: string): readonly string[];
  /** Everybody hangs up, whatever goes wrong is over, and nothing is left. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(options: HouseOptions = {}): Promise<Stage> {
  const house = await openHouse({ withoutGreeting: true, ...options });
  await house.startServer();
  await untilDirectoryRead(house.store);
  const [eva, omar] = [await house.console('eva'), await house.console('omar')];
  const { control, contoso, faults } = house.simulator;
  const ids = contoso.people;
  const truth = (): Truth => control.truth();
  const rings = (personId: string): boolean => truth().ringing.some((bell) => bell.personId === personId);

  const stage: Stage = {
    house,
    eva,
    omar,
    ids,
    truth,
    rings,
    line(lineId) {
      const line = truth().lines.find((each) => each.id === lineId);
      if (line === undefined) throw new Error(`there is no line ${lineId}`);
      return line;
    },
    async pickUp(personId) {
      await until('Teams rings and is answered', () => rings(personId) && control.answer(personId).ok);
    },
    async decline(personId) {
      await until('Teams rings and is declined', () => rings(personId) && control.decline(personId).ok);
    },
    async treat(settings) {
      const { music } = createPrompts(house.publicUrl);
      await putQueue(house.store, {
        tenantId: house.tenant,
        queueId: queueId('reception'),
        name: 'Reception',
        instanceId: instanceId(contoso.queues.reception.id),
        number: contoso.queues.reception.number,
        settings: { ...house.times, music, ...options.settings, ...settings },
      });
    },
    async talking() {
      const lineId = await house.dial();
      const { callId } = await stage.shows('waiting', (call) => call.can.includes('accept'));
      await eva.ask('accept', callId);
      await stage.pickUp(ids.eva);
      await stage.shows('talking', (call) => call.callId === callId && call.state === 'connected');
      return { callId, lineId };
    },
    shows: (what, isSo) => eva.untilCall(what, isSo),
    withCaller(lineId) {
      const conversation = truth().conversations.find(({ members }) =>
        members.some((member) => member.id === lineId),
      );
      return (conversation?.members ?? [])
        .filter(({ kind, id }) => kind !== 'application' && id !== lineId)
        .map(({ id, number }) => number ?? id)
        .toSorted();
    },
    async clear() {
      faults.reset();
      await stage.treat({});
      for (const { id, state } of truth().lines) if (state !== 'ended') control.hangUpLine(id);
      for (const id of Object.values(ids)) control.hangUp(id);
      await until(
        'nothing is left',
        () => {
          for (const { id, state } of truth().lines) if (state !== 'ended') control.hangUpLine(id);
          const isQuiet = truth().conversations.length === 0 && truth().ringing.length === 0;
          return isQuiet && eva.call === undefined && omar.call === undefined;
        },
        undefined,
        () => [truth().conversations, eva.call],
      );
      eva.calls.clear();
      omar.calls.clear();
    },
    close: () => house.stop(),
  };
  return stage;
}
