import { fileURLToPath } from 'node:url';
import { must } from '@switchboard/kit/assert';
import type { Simulator } from '@switchboard/simulator/start';
import { until } from '../../test/journeys/support/until.ts';
import type { BenchOptions } from '../options.ts';
import { percentile } from '../report/percentile.ts';
import type { Report, Row } from '../report/report.ts';
import { startChild } from '../stage/child-server.ts';
import type { Ground } from '../stage/side.ts';
import { type PresenceWorld, startPresenceWorld } from './presence-world.ts';
import { newMark, Watchers } from './watchers.ts';

type Way = 'by subscription' | 'by polling';

const floorFile = fileURLToPath(import.meta.resolve('./floor-presence.ts'));
/** Changes are this far apart at most, so that no rhythm of ours is met. In milliseconds. */
const longestPause = 1_500;
/** Changes under way at a time. Each is of other people, as a second change would hide the first. */
const lanes = 6;
const mostPeopleAtOnce = 650;
/** Half a minute, and the time until the server next says what it has spent. In milliseconds. */
const countAfter = 34_000;
/** A change that has not reached everybody by then is lost, in milliseconds. */
const patience = 20_000;

/** A change at Microsoft to the consoles that show the person: by subscription, by polling, and without our code. */
export async function benchPresence(ground: Ground, options: BenchOptions): Promise<Report> {
  const rows: Row[] = [];
  const remarks: string[] = [];
  const consoles = Math.max(...options.consoles);
  for (const people of options.people) {
    for (const way of ['by subscription', 'by polling'] as const) {
      ground.say(`presence: ${people} people, ${way}`);
      const world = await startPresenceWorld(ground, {
        people,
        consoles,
        bySubscription: way === 'by subscription',
      });
      for (const count of options.consoles)
        rows.push(
          ...(await measure(ground, world, { way, people, consoles: count, seconds: options.seconds })),
        );
      remarks.push(...world.server.complaints.map((line) => `presence: ${line}`));
      await world.stop();
    }
  }
  return { rows, remarks };
}

interface Case {
  readonly way: Way;
  readonly people: number;
  readonly consoles: number;
  readonly seconds: number;
}

async function measure(ground: Ground, world: PresenceWorld, of: Case): Promise<readonly Row[]> {
  const { way, people, consoles, seconds } = of;
  const tokens = world.tokens.slice(0, consoles);
  const watchers = new Watchers();
  const watchedAt = performance.now();
  await watchers.connect(world.server.address, tokens, world.shown);
  if (way === 'by subscription') await until('everybody is covered', () => isCovered(world), 120_000);
  await until('the poll has a pace', async () => (await spent(world)) > 0, 60_000);
  const before = (await world.server.usage()).cpu;
  const began = performance.now();
  const ours = await changes(world, watchers, seconds, (id, availability) => {
    change(world.simulator, id, availability);
    return Promise.resolve();
  });
  const minutes = (performance.now() - began) / 60_000;
  const cpu = ((await world.server.usage()).cpu - before) / minutes;
  // The count is of the last half minute: before that it is too small.
  await new Promise((resolve) =>
    setTimeout(resolve, Math.max(0, countAfter - (performance.now() - watchedAt))),
  );
  const requests = (await spent(world)) * 2;
  watchers.close();
  const floor = await measureFloor(ground, world, of);
  const named = (measure: string): string =>
    `${measure}, ${way}, ${people} people, ${consoles} console${consoles === 1 ? '' : 's'}`;
  const leastRequests = Math.ceil(people / mostPeopleAtOnce) + 30;
  const row = (measure: string, unit: string, own: number, least: number): Row => ({
    bench: 'presence',
    measure: named(measure),
    unit,
    ours: own,
    floor: least,
  });
  return [
    row('change → last receipt, p50', 'ms', percentile(ours, 0.5), percentile(floor, 0.5)),
    row('change → last receipt, p99', 'ms', percentile(ours, 0.99), percentile(floor, 0.99)),
    row('requests to Graph', '1/min', requests, leastRequests),
    row('processor time of the server', 'ms/min', cpu, Number.NaN),
  ];
}

async function measureFloor(ground: Ground, world: PresenceWorld, of: Case): Promise<readonly number[]> {
  const databaseUrl = await ground.databases.create(`floor_${crypto.randomUUID().slice(0, 8)}`);
  const graph =
    of.way === 'by polling' ? [`${world.simulator.url}/v1.0`, await appToken(world.simulator)] : ['', ''];
  const args = [databaseUrl, ...graph, JSON.stringify(world.shown)];
  const server = await startChild(floorFile, { args, flags: ground.flags });
  ground.atEnd(() => server.stop());
  const watchers = new Watchers();
  await watchers.connect(server.address, world.tokens.slice(0, of.consoles), world.shown);
  const times = await changes(world, watchers, of.seconds, async (id, availability) => {
    if (of.way === 'by polling') change(world.simulator, id, availability);
    else
      await fetch(server.address, {
        method: 'POST',
        body: JSON.stringify({ personId: id, availability, activity: availability }),
      });
  });
  watchers.close();
  await server.stop();
  return times;
}

const change = (simulator: Simulator, id: string, availability: string): void =>
  void simulator.control.setPresence(id, { availability, activity: availability });

type Change = (id: string, availability: string) => Promise<void>;

/** Changes people, several at a time, each one after the other, and waits until every console has it. */
async function changes(
  { shown }: Pick<PresenceWorld, 'shown'>,
  watchers: Watchers,
  seconds: number,
  make: Change,
): Promise<readonly number[]> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1_000;
  const lane = async (first: number): Promise<void> => {
    for (let n = first; performance.now() < end; n += lanes) {
      await new Promise((resolve) => setTimeout(resolve, ((n * 7_919) % 997) * (longestPause / 997)));
      times.push(await changeOne(must(shown[n % shown.length], 'a person'), watchers, make));
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, first) => lane(first)));
  return times;
}

async function changeOne(id: string, watchers: Watchers, make: Change): Promise<number> {
  const mark = newMark();
  const heard = watchers.untilAllHear(mark);
  const sent = performance.now();
  await make(id, mark);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`a change was not heard within ${patience} ms`)), patience);
  });
  try {
    return (await Promise.race([heard, late])) - sent;
  } finally {
    clearTimeout(timer);
  }
}

async function isCovered({ store, shown }: PresenceWorld): Promise<boolean> {
  const rows = await store
    .selectFrom('presences')
    .select('person_id')
    .where('covered_until', '>', Date.now())
    .execute();
  return rows.length >= shown.length;
}

async function spent({ store }: PresenceWorld): Promise<number> {
  const row = await store.selectFrom('presence_polls').select('spent').executeTakeFirst();
  return row?.spent ?? 0;
}

async function appToken({ url, contoso }: Simulator): Promise<string> {
  const answer = await fetch(`${url}/${contoso.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: contoso.applicationId,
      client_secret: contoso.clientSecret,
      scope: 'https://graph.microsoft.com/.default',
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}
