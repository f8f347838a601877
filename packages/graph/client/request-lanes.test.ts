import { tenantId } from '@switchboard/domain/ids';
import { must } from '@switchboard/kit/assert';
import { ManualClock } from '@switchboard/kit/clock';
import { expect, test } from 'vitest';
import { RequestLanes } from './request-lanes.ts';

const contoso = tenantId('contoso');
const room = { call: 2, presence: 1, directory: 1, calendar: 1, mail: 1, chat: 1 };

function lanes() {
  const clock = new ManualClock(0);
  const lanes = new RequestLanes(clock, room);
  const order: string[] = [];
  const enter = async (name: string, kind: keyof typeof room = 'directory', tenant = contoso) => {
    const leave = await lanes.enter(tenant, kind, 5_000);
    order.push(leave === undefined ? `${name} gave up` : name);
    return leave;
  };
  return { clock, order, enter };
}

test('a full lane is waited for, first come first served', async () => {
  const { order, enter } = lanes();
  const first = await enter('first');
  const second = enter('second');
  const third = enter('third');
  expect(order).toEqual(['first']);
  must(first, 'a place')();
  must(await second, 'a place')();
  must(await third, 'a place')();
  expect(order).toEqual(['first', 'second', 'third']);
});

test('other kinds and other tenants have lanes of their own', async () => {
  const { order, enter } = lanes();
  await enter('directory');
  await enter('call', 'call');
  await enter('another call', 'call');
  await enter('mail', 'mail');
  await enter('elsewhere', 'directory', tenantId('fabrikam'));
  expect(order).toEqual(['directory', 'call', 'another call', 'mail', 'elsewhere']);
});

test('who has waited long enough gives up, and takes no place from those behind', async () => {
  const { clock, order, enter } = lanes();
  const first = await enter('first');
  const second = enter('second');
  clock.advance(3_000);
  const third = enter('third');
  clock.advance(2_000);
  expect(await second).toBeUndefined();
  must(first, 'a place')();
  must(await third, 'a place')();
  expect(order).toEqual(['first', 'second gave up', 'third']);
  expect(clock.nextDue()).toBeUndefined();
});

test('a place that nobody waits for is free again', async () => {
  const { order, enter } = lanes();
  for (const name of ['first', 'second', 'third']) must(await enter(name), 'a place')();
  expect(order).toEqual(['first', 'second', 'third']);
});
