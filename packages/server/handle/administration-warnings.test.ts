import { instanceId, queueId, tenantId } from '@switchboard/domain/ids';
import { defaultSettings, noSwitches, type Queue, type QueueSettings } from '@switchboard/domain/queue/queue';
import { expect, test } from 'vitest';
import { queueWarnings } from './administration-warnings.ts';

const sound = (resourceId: string) => ({
  url: `https://contoso.example/${resourceId}.wav`,
  resourceId,
  milliseconds: 3_000,
});

function warningsOf(diversions: QueueSettings['diversions']): readonly string[] {
  const queue: Queue = {
    tenantId: tenantId('c0000000-0000-4000-8000-000000000000'),
    queueId: queueId('reception'),
    name: 'Reception',
    instanceId: instanceId('d0000000-0000-4000-8000-000000000000'),
    settings: { ...defaultSettings, music: sound('music'), nightWhenLastLeaves: true, diversions },
    switches: noSwitches,
  };
  return queueWarnings(queue, [queue]);
}

const callBack = { destination: { to: 'callBack' }, message: sound('call-back') } as const;
const sorry = { destination: { to: 'message' }, message: sound('sorry') } as const;

test('a queue that has only a promise for those who cannot be called back is warned of', () => {
  expect(warningsOf({ closed: callBack })).toEqual([
    expect.stringContaining('callers without a number cannot be called back, and the rule closed'),
  ]);
  expect(warningsOf({ closed: callBack, emergency: callBack })).toHaveLength(2);
});

test('a queue that says something else to them, or keeps them in line, is not', () => {
  expect(warningsOf({ closed: callBack, nobodyThere: sorry })).toEqual([]);
  expect(warningsOf({ closed: sorry, emergency: callBack })).toEqual([]);
  expect(warningsOf({ closed: sorry, nobodyThere: callBack })).toEqual([]);
});
